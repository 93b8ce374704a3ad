using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Rules.Networking;

namespace Purser.CodeFixes.Networking;

/// <summary>Writes the service that is there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4005UnknownServiceFix)), Shared]
internal sealed class PUR4005UnknownServiceFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PUR4005UnknownService.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => FirstWayFixAll.Batch;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(PUR4005UnknownService.Wrong, out var wrong) && diagnostic.Properties.TryGetValue(PUR4005UnknownService.Right, out var right))
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{right}'", cancellation => Replace(context.Document, diagnostic.Location.SourceSpan, wrong!, right!, cancellation), nameof(PUR4005UnknownServiceFix)),
                    diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>Only the name, so that any kind of literal stays what it is.</summary>
    private static async Task<Document> Replace(Document document, TextSpan span, string wrong, string right, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var place = text.ToString(span).IndexOf("://" + wrong, StringComparison.Ordinal);
        return place < 0 ? document : document.WithText(text.WithChanges(new TextChange(new TextSpan(span.Start + place + 3, wrong.Length), right)));
    }
}
