using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Purser.CodeFixes.Credentials;

/// <summary>All moves at once: Roslyn's batch fixer merges texts, and would lose attributes that several fixes put in one place.</summary>
internal sealed class CredentialFixAll : FixAllProvider
{
    public static readonly CredentialFixAll Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var moves = new List<Move>();
        foreach (var (document, diagnostics) in await FixAllDiagnostics.Of(context).ConfigureAwait(false))
        {
            foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                if (await CredentialToConfigurationFix.Plan(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } move)
                    moves.Add(move);
            }
        }

        if (moves.Count == 0)
            return null;
        var changed = await ApplyWhatCompiles(context.Solution, moves, context.CancellationToken).ConfigureAwait(false);
        return CodeAction.Create("Read all of them from configuration", _ => Task.FromResult(changed), nameof(CredentialFixAll));
    }

    /// <summary>All moves of a document, or where something in it would no longer compile, those that do by themselves.</summary>
    private static async Task<Solution> ApplyWhatCompiles(Solution solution, List<Move> moves, CancellationToken cancellation)
    {
        var changed = await MoveApplier.Apply(solution, moves, cancellation).ConfigureAwait(false);
        var sound = new List<Move>();
        foreach (var document in moves.GroupBy(static move => move.Document))
        {
            var before = solution.GetDocument(document.Key)!;
            if (!await CompileErrors.AreAdded(before, changed, cancellation).ConfigureAwait(false))
            {
                sound.AddRange(document);
                continue;
            }

            foreach (var move in document)
            {
                var alone = await MoveApplier.Apply(solution, [move], cancellation).ConfigureAwait(false);
                if (!await CompileErrors.AreAdded(before, alone, cancellation).ConfigureAwait(false))
                    sound.Add(move);
            }
        }

        return sound.Count == moves.Count ? changed : await MoveApplier.Apply(solution, sound, cancellation).ConfigureAwait(false);
    }
}
