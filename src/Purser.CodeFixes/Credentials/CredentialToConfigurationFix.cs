using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Purser.CodeFixes.Credentials;

/// <summary>
/// Moves a value out of the code: into configuration where it is reachable, else into an environment variable; the workload gets the
/// reference. One fixer for all of these rules, because what to do depends on where the value stands and not on what it is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CredentialToConfigurationFix)), Shared]
internal sealed class CredentialToConfigurationFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PUR3001", "PUR3002", "PUR3003", "PUR3004", "PUR3006", "PUR3008");

    public override FixAllProvider GetFixAllProvider() => CredentialFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await Plan(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } move)
                continue;
            var changed = await MoveApplier.Apply(context.Document.Project.Solution, [move], context.CancellationToken).ConfigureAwait(false);
            if (await CompileErrors.AreAdded(context.Document, changed, context.CancellationToken).ConfigureAwait(false))
                continue;
            context.RegisterCodeFix(CodeAction.Create(Title(move), _ => Task.FromResult(changed), diagnostic.Id), diagnostic);
        }
    }

    /// <summary>The move for a diagnostic; an address without a workload stays, because its value would be lost.</summary>
    public static async Task<Move?> Plan(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var move = await MovePlanner.Plan(document, diagnostic, cancellation).ConfigureAwait(false);
        return move is { Setting: not null } && !await WorkloadReference.HasWorkload(document.Project, move.Target, cancellation).ConfigureAwait(false) ? null : move;
    }

    private static string Title(Move move) => move.Setting is null
        ? $"Read '{move.Key}' from configuration and a Secret; then change the old value, it is known"
        : $"Read '{move.Key}' from configuration and a [Setting]";
}
