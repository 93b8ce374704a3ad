using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes;

/// <summary>Edits of the attributes of a class that may stand in another document than the diagnostic.</summary>
internal static class WorkloadClassEdits
{
    /// <summary>The declaration of a class that carries its workload attribute; else its first declaration that a person wrote. Null where it has no source here.</summary>
    public static async Task<(Document Document, TypeDeclarationSyntax Declaration)?> Find(Solution solution, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var annotated = type.GetAttributes().FirstOrDefault(attribute => WorkloadReader.NameOf(attribute) is { } name && AttributeNames.IsWorkload(name))?.ApplicationSyntaxReference;
        if (annotated is not null
            && (await annotated.GetSyntaxAsync(cancellation).ConfigureAwait(false)).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && solution.GetDocument(declaration.SyntaxTree) is { } document)
            return (document, declaration);

        foreach (var reference in type.DeclaringSyntaxReferences)
            if (await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is TypeDeclarationSyntax candidate
                && solution.GetDocument(candidate.SyntaxTree) is { } home and not SourceGeneratedDocument)
                return (home, candidate);
        return null;
    }

    /// <summary>The workload classes of a project, in the order of their files.</summary>
    public static async Task<IReadOnlyList<(Document Document, TypeDeclarationSyntax Declaration, INamedTypeSymbol Type)>> FindAll(Project project, CancellationToken cancellation)
    {
        var found = new List<(Document, TypeDeclarationSyntax, INamedTypeSymbol)>();
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
                continue;
            foreach (var declaration in root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(MayBeWorkload))
            {
                var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
                if (model?.GetDeclaredSymbol(declaration, cancellation) is { } type
                    && type.GetAttributes().Any(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree == declaration.SyntaxTree
                        && declaration.Span.Contains(attribute.ApplicationSyntaxReference.Span)
                        && WorkloadReader.NameOf(attribute) is { } name && AttributeNames.IsWorkload(name)))
                    found.Add((document, declaration, type));
            }
        }

        return found;
    }

    /// <summary>The document with an attribute on the class, and with <c>using Purser;</c> where the file does not see it yet.</summary>
    public static async Task<Document> Add(Document document, TypeDeclarationSyntax declaration, AttributeSyntax attribute, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var needsUsing = false;
        attribute = attribute.WithName(Named(attribute.Name.ToString(), model, declaration.SpanStart, ref needsUsing).Name);

        root = root.ReplaceNode(declaration, AttributeEdits.Add(declaration, attribute));
        return document.WithSyntaxRoot(needsUsing ? PurserUsing.Add(root) : root);
    }

    /// <summary>The attribute by a name that the place understands, with <c>using Purser;</c> where that is needed for it.</summary>
    public static AttributeSyntax Named(string name, SemanticModel model, int position, ref bool needsUsing)
    {
        var reach = PurserUsing.ReachOf(name, model, position);
        needsUsing |= reach == Reach.NeedsUsing;
        return AttributeEdits.Create(reach == Reach.Hidden ? "global::Purser." + name : name);
    }

    /// <summary>The solution with an attribute on the class, wherever it is declared; unchanged where it has no source here.</summary>
    public static async Task<Solution> Add(Solution solution, INamedTypeSymbol type, AttributeSyntax attribute, CancellationToken cancellation) =>
        await Find(solution, type, cancellation).ConfigureAwait(false) is var (document, declaration)
            ? (await Add(document, declaration, attribute, cancellation).ConfigureAwait(false)).Project.Solution
            : solution;

    /// <summary>The document with one attribute replaced; null removes it.</summary>
    public static async Task<Document> Replace(Document document, AttributeSyntax attribute, AttributeSyntax? replacement, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        if (replacement is not null)
            return document.WithSyntaxRoot(root.ReplaceNode(attribute, replacement));
        return attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? document.WithSyntaxRoot(root.ReplaceNode(type, AttributeEdits.Remove(type, attribute)))
            : document;
    }

    /// <summary>The document with another workload attribute in the place of this one; arguments that both have are carried over.</summary>
    public static async Task<Document> ChangeKind(Document document, AttributeSyntax attribute, string name, CancellationToken cancellation)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        var target = compilation?.GetTypeByMetadataName(AttributeNames.MetadataName(name));
        return await Replace(document, attribute, AttributeEdits.Rename(attribute, name, target), cancellation).ConfigureAwait(false);
    }

    private static bool MayBeWorkload(TypeDeclarationSyntax declaration) => declaration.AttributeLists.Count > 0;
}
