using Microsoft.CodeAnalysis;

namespace Purser.CodeFixes.Credentials;

/// <summary>The last guard of a fix: code that compiled must compile afterwards.</summary>
internal static class CompileErrors
{
    public static async Task<bool> AreAdded(Document document, Solution changed, CancellationToken cancellation)
    {
        var before = await Count(document, cancellation).ConfigureAwait(false);
        return await Count(changed.GetDocument(document.Id)!, cancellation).ConfigureAwait(false) > before;
    }

    private static async Task<int> Count(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(null, cancellation).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;
}
