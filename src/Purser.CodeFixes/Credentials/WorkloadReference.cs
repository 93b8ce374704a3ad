using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Credentials;

/// <summary>A [Secret] or [Setting] that a workload gets, so that its manifest carries the key.</summary>
/// <param name="ContainingType">The class that reads the key; the workload itself, where it is one.</param>
/// <param name="Setting">The value; null for a secret.</param>
internal sealed record WorkloadReference(ProjectId Project, string? ContainingType, string Key, string? Setting)
{
    /// <summary>Adds each to the workload that reads the key, or to the only one of the project; nowhere where there is none, or a choice.</summary>
    public static async Task<Solution> Add(Solution solution, IEnumerable<WorkloadReference> references, CancellationToken cancellation)
    {
        foreach (var project in references.GroupBy(static reference => reference.Project))
        {
            var workloads = await WorkloadClassEdits.FindAll(solution.GetProject(project.Key)!, cancellation).ConfigureAwait(false);
            foreach (var workload in project.GroupBy(reference => Choose(workloads, reference.ContainingType)))
            {
                if (workload.Key is { } index)
                    solution = await Add(solution, workloads[index], workload, cancellation).ConfigureAwait(false);
            }
        }

        return solution;
    }

    /// <summary>Whether a class can be told that the reference belongs to.</summary>
    public static async Task<bool> HasWorkload(Project project, SyntaxNode at, CancellationToken cancellation) =>
        Choose(await WorkloadClassEdits.FindAll(project, cancellation).ConfigureAwait(false), at.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText) is not null;

    private static int? Choose(IReadOnlyList<(Document Document, TypeDeclarationSyntax Declaration, INamedTypeSymbol Type)> workloads, string? containingType)
    {
        if (workloads.Count == 1)
            return 0;
        for (var i = 0; i < workloads.Count; i++)
            if (workloads[i].Type.Name == containingType)
                return i;
        return null;
    }

    private static async Task<Solution> Add(
        Solution solution, (Document Document, TypeDeclarationSyntax Declaration, INamedTypeSymbol Type) workload, IEnumerable<WorkloadReference> references, CancellationToken cancellation)
    {
        var given = new HashSet<string>(
            workload.Type.GetAttributes()
                .Where(static attribute => WorkloadReader.NameOf(attribute) is AttributeNames.Secret or AttributeNames.Setting && attribute.ConstructorArguments.Length > 0)
                .Select(static attribute => attribute.ConstructorArguments[0].Value as string ?? ""),
            StringComparer.OrdinalIgnoreCase);
        var mark = new SyntaxAnnotation();
        var id = workload.Document.Id;
        var root = (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        solution = solution.WithDocumentSyntaxRoot(id, root.ReplaceNode(workload.Declaration, workload.Declaration.WithAdditionalAnnotations(mark)));
        foreach (var reference in references)
        {
            if (!given.Add(reference.Key))
                continue;
            var attribute = reference.Setting is { } value
                ? AttributeEdits.Create(AttributeNames.Setting, AttributeEdits.Positional(reference.Key), AttributeEdits.Positional(value))
                : AttributeEdits.Create(AttributeNames.Secret, AttributeEdits.Positional(reference.Key));
            var document = solution.GetDocument(id)!;
            var current = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            var declaration = current.GetAnnotatedNodes(mark).OfType<TypeDeclarationSyntax>().First();
            solution = (await WorkloadClassEdits.Add(document, declaration, attribute, cancellation).ConfigureAwait(false)).Project.Solution;
        }

        return solution;
    }
}
