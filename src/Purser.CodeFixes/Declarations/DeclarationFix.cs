using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Applies the ways out that a rule computed: the rule knows the right value, this knows the syntax.</summary>
internal abstract class DeclarationFix(string id) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(id);

    /// <summary>One after the other in each document: neighbours that are both removed would get into each other's way.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => new FirstWayFixAll(FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var place = int.Parse(context.CodeActionEquivalenceKey!.Substring(context.CodeActionEquivalenceKey.IndexOf('.') + 1), CultureInfo.InvariantCulture);
        var chosen = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (diagnostic.Location.SourceSpan, Fix: Fix.FromProperties(diagnostic.Properties).ElementAtOrDefault(place)))
            .Where(item => item.Fix is not null)
            .Select(item => (item.SourceSpan, item.Fix!));
        return await Apply(document, [.. chosen], context.CancellationToken).ConfigureAwait(false);
    }));

    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var place = 0;
            foreach (var fix in Fix.FromProperties(diagnostic.Properties))
            {
                // The key says the how-manieth way out: fix-all takes the same for each problem of the rule.
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellation => Apply(context.Document, [(diagnostic.Location.SourceSpan, fix)], cancellation), $"{diagnostic.Id}.{place++}"),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> Apply(Document document, IReadOnlyList<(TextSpan Span, Fix Fix)> fixes, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax original
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;

        var found = fixes.Select(item => (Attribute: original.FindNode(item.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>(), item.Fix)).Where(item => item.Attribute is not null).ToArray();
        var root = original.TrackNodes(found.Select(item => item.Attribute!).Distinct());
        var needsUsing = false;
        foreach (var (attribute, fix) in found)
        {
            if (root.GetCurrentNode(attribute!) is not { } current || current.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
                continue;
            var constructor = model.GetSymbolInfo(attribute!, cancellation).Symbol as IMethodSymbol;
            root = fix.Edits[0].Kind switch
            {
                EditKind.RemoveAttribute => root.ReplaceNode(type, AttributeEdits.Remove(type, current)),
                EditKind.AddAttribute => root.ReplaceNode(type, AttributeEdits.AddFirst(type, WorkloadClassEdits.Named(fix.Edits[0].Argument, model, attribute!.SpanStart, ref needsUsing))),
                _ => root.ReplaceNode(current, fix.Edits.Aggregate(current, (edited, edit) => Apply(edited, constructor, edit))),
            };
        }

        return document.WithSyntaxRoot(needsUsing ? PurserUsing.Add(root) : root);
    }

    private static AttributeSyntax Apply(AttributeSyntax attribute, IMethodSymbol? constructor, Edit edit)
    {
        if (edit.Kind == EditKind.Drop)
            return AttributeEdits.Unset(attribute, edit.Argument);

        object value = edit.Kind switch
        {
            EditKind.Number => long.Parse(edit.Value, CultureInfo.InvariantCulture),
            EditKind.Flag => edit.Value == "true",
            _ => edit.Value,
        };
        int? item = edit.Item < 0 ? null : edit.Item;
        if (ArgumentInSource.Find(attribute, constructor, edit.Argument, item) is not { } argument)
            return AttributeEdits.Set(attribute, edit.Argument, value);
        var given = ArgumentInSource.Value(argument, item);
        return attribute.ReplaceNode(given, AttributeEdits.Literal(value).WithLeadingTrivia(given.GetLeadingTrivia()).WithTrailingTrivia(given.GetTrailingTrivia()));
    }
}
