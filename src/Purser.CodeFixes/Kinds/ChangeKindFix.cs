using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Kinds;

/// <summary>Another kind of workload in the place of this one; the arguments that both have are kept.</summary>
internal abstract class ChangeKindFix(string id, string kind) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(id);

    public sealed override FixAllProvider GetFixAllProvider() => FirstWayFixAll.Batch;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Helps(diagnostic) && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
                context.RegisterCodeFix(CodeAction.Create($"Write [{kind}]", cancellation => WorkloadClassEdits.ChangeKind(context.Document, attribute, kind, cancellation), $"{id}.{kind}"), diagnostic);
        }
    }

    /// <summary>Whether the other kind is the way out.</summary>
    private protected virtual bool Helps(Diagnostic diagnostic) => true;
}
