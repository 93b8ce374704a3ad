using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>A way out that changes the attributes of a workload's class.</summary>
/// <param name="Title">As the light bulb shows it; also what fix-all takes alike.</param>
internal sealed record WorkloadWay(string Title)
{
    /// <summary>The workload attribute to have in the place of this one; arguments that both have stay.</summary>
    public string? Kind { get; init; }

    /// <summary>A property to set on the workload attribute.</summary>
    public (string Name, object Value)? Set { get; init; }

    /// <summary>The attribute to add.</summary>
    public string? Add { get; init; }

    public AttributeArgumentSyntax[] Arguments { get; init; } = [];

    /// <summary>The attribute to take off, each time it is there.</summary>
    public string? Remove { get; init; }
}

/// <summary>Repairs what a rule reports at a workload attribute by what the class declares.</summary>
internal abstract class WorkloadFix(string id) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(id);

    /// <summary>One after the other: several diagnostics stand at one attribute.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => new FirstWayFixAll(FixAllProvider.Create(async (context, document, diagnostics) =>
        await Apply(
            document,
            diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .SelectMany(diagnostic => WaysOf(diagnostic).Where(way => Key(way) == context.CodeActionEquivalenceKey).Take(1).Select(way => (diagnostic.Location.SourceSpan, way)))
                .ToArray(),
            context.CancellationToken).ConfigureAwait(false)));

    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var way in WaysOf(diagnostic))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(way.Title, cancellation => Apply(context.Document, [(diagnostic.Location.SourceSpan, way)], cancellation), Key(way)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    protected abstract IEnumerable<WorkloadWay> WaysOf(Diagnostic diagnostic);

    private string Key(WorkloadWay way) => $"{FixableDiagnosticIds[0]}.{way.Kind ?? way.Add ?? way.Remove ?? way.Set?.Name}";

    private static async Task<Document> Apply(Document document, IReadOnlyList<(TextSpan Span, WorkloadWay Way)> ways, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax original
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;

        var found = ways.Select(item => (Attribute: original.FindNode(item.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>(), item.Way)).Where(item => item.Attribute is not null).ToArray();
        var root = original.TrackNodes(found.Select(item => item.Attribute!).Distinct());
        var needsUsing = false;
        foreach (var (attribute, way) in found)
        {
            if (root.GetCurrentNode(attribute!) is not { } current || current.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
                continue;
            var changed = current;
            if (way.Kind is { } kind)
                changed = AttributeEdits.Rename(changed, kind, model.Compilation.GetTypeByMetadataName(AttributeNames.MetadataName(kind)));
            if (way.Set is var (name, value))
                changed = AttributeEdits.Set(changed, name, value);
            if (way.Add is { } added)
            {
                var named = WorkloadClassEdits.Named(added, model, attribute!.SpanStart, ref needsUsing);
                var addition = AttributeEdits.Create(named.Name.ToString(), way.Arguments);
                var isThere = type.AttributeLists.SelectMany(static list => list.Attributes).Any(other => other.ToString() == addition.ToString());
                root = isThere ? root : root.ReplaceNode(type, AttributeEdits.Add(type, addition));
            }
            else if (way.Remove is { } removed)
            {
                while (root.GetCurrentNode(attribute!)?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } holder
                    && holder.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(other => IsNamed(other, removed)) is { } other)
                    root = root.ReplaceNode(holder, AttributeEdits.Remove(holder, other));
            }
            else
            {
                root = root.ReplaceNode(current, changed);
            }
        }

        return document.WithSyntaxRoot(needsUsing ? PurserUsing.Add(root) : root);
    }

    private static bool IsNamed(AttributeSyntax attribute, string name) =>
        SyntaxNames.Last(attribute.Name) is { } given && (given == name || given == name + "Attribute");
}
