using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Purser.CodeFixes;

/// <summary>
/// Takes the first way out where nobody chose one of the fixer's own. An editor says which light bulb was clicked; <c>dotnet format</c> asks
/// with whatever the analyzer reported first, which may be another rule's, and so comes with a foreign key or with none.
/// </summary>
internal sealed class FirstWayFixAll(FixAllProvider chosen) : FixAllProvider
{
    public static readonly FirstWayFixAll Batch = new(WellKnownFixAllProviders.BatchFixer);

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => chosen.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.Document is not { } document || await Key(context).ConfigureAwait(false) is not { } key)
            return null;
        return await chosen.GetFixAsync(key == context.CodeActionEquivalenceKey
            ? context
            : new FixAllContext(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new SameDiagnostics(context), context.CancellationToken)).ConfigureAwait(false);
    }

    /// <summary>The given key where one of the diagnostics knows it, else the first that one of them knows.</summary>
    private static async Task<string?> Key(FixAllContext context)
    {
        string? first = null;
        foreach (var (document, diagnostic) in (await FixAllDiagnostics.Of(context).ConfigureAwait(false)).SelectMany(static group => group.Diagnostics.Select(diagnostic => (group.Document, diagnostic))))
        {
            var isKnown = false;
            await context.CodeFixProvider.RegisterCodeFixesAsync(new CodeFixContext(
                document,
                diagnostic,
                (action, _) =>
                {
                    first ??= action.EquivalenceKey;
                    isKnown |= action.EquivalenceKey == context.CodeActionEquivalenceKey;
                },
                context.CancellationToken)).ConfigureAwait(false);
            if (isKnown)
                return context.CodeActionEquivalenceKey;
        }

        return first;
    }

    private sealed class SameDiagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
    }
}
