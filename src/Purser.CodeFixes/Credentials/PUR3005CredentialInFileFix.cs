using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Purser.CodeFixes.Credentials;

/// <summary>Empties the value: an environment variable from a Secret overrides it. The file is no C#, so only an editor that offers fixes in additional files shows it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR3005CredentialInFileFix), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) }), Shared]
internal sealed class PUR3005CredentialInFileFix : CodeFixProvider
{
    private const string Id = "PUR3005";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Id);

    /// <summary>None: the fixers of a whole solution visit C# alone.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            context.RegisterCodeFix(
                CodeAction.Create("Empty it and take it from a Secret; then change the old value, it is known", cancellation => Empty(document, span, cancellation), Id),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> Empty(TextDocument document, TextSpan span, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.Project.Solution.WithAdditionalDocumentText(document.Id, text.Replace(span, EmptyOf(text, span, document.Name)));
    }

    /// <summary>The quotes stay; a plain scalar of YAML gets some, since nothing at all would be null there.</summary>
    private static string EmptyOf(SourceText text, TextSpan span, string name)
    {
        if (text[span.Start] is '"' or '\'')
            return new string(text[span.Start], 2);
        var isYaml = name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);
        return isYaml && span.Start > 1 && text[span.Start - 1] == ' ' ? "\"\"" : "";
    }
}
