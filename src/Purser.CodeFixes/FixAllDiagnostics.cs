using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Purser.CodeFixes;

/// <summary>The diagnostics of a fix-all by their documents, which are in the order of their paths.</summary>
internal static class FixAllDiagnostics
{
    public static async Task<IReadOnlyList<(Document Document, ImmutableArray<Diagnostic> Diagnostics)>> Of(FixAllContext context)
    {
        if (context.Scope is not (FixAllScope.Project or FixAllScope.Solution))
            return context.Document is { } document ? [(document, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))] : [];
        var all = new List<(Document, ImmutableArray<Diagnostic>)>();
        foreach (var project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            all.AddRange((await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
                .Where(static diagnostic => diagnostic.Location.SourceTree is not null)
                .GroupBy(diagnostic => project.Solution.GetDocument(diagnostic.Location.SourceTree))
                .Where(static group => group.Key is not null)
                .OrderBy(static group => group.Key!.FilePath ?? group.Key.Name, StringComparer.Ordinal)
                .Select(static group => (group.Key!, group.ToImmutableArray())));
        }

        return all;
    }
}
