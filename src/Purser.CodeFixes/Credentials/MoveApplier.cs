using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Credentials;

/// <summary>Carries moves out, many at once: the code first, then the attributes on the workloads.</summary>
internal static class MoveApplier
{
    public static async Task<Solution> Apply(Solution solution, IReadOnlyList<Move> moves, CancellationToken cancellation)
    {
        var named = WithOwnKeys(solution, moves);
        var references = new List<WorkloadReference>();
        foreach (var (move, key) in named)
        {
            if (move.IsReferenced)
                references.Add(new(move.Document.ProjectId, ContainingType(move.Target), key, move.Setting));
        }

        foreach (var document in named.GroupBy(static pair => pair.Move.Document))
        {
            if (await solution.GetDocument(document.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root)
                solution = solution.WithDocumentSyntaxRoot(document.Key, Edit(root, document.ToList()));
        }

        return await WorkloadReference.Add(solution, references, cancellation).ConfigureAwait(false);
    }

    private static SyntaxNode Edit(SyntaxNode root, List<(Move Move, string Key)> moves)
    {
        var targets = moves.ToDictionary(static pair => (SyntaxNode)pair.Move.Target, static pair => pair);
        var constants = new HashSet<SyntaxNode>(moves.Where(static pair => pair.Move.Constant is not null).Select(static pair => pair.Move.Constant!.Parent!));
        return root.ReplaceNodes(targets.Keys.Concat(constants), (original, rewritten) =>
            targets.TryGetValue(original, out var pair) ? pair.Move.Replacement(pair.Key) : ConstantUse.WithoutConst(rewritten));
    }

    /// <summary>One move for each target; two values that would get one key get two.</summary>
    private static List<(Move Move, string Key)> WithOwnKeys(Solution solution, IReadOnlyList<Move> moves)
    {
        var values = new Dictionary<(ProjectId, string), string?>();
        var targets = new HashSet<SyntaxNode>();
        var named = new List<(Move, string)>(moves.Count);
        foreach (var move in moves)
        {
            if (!targets.Add(move.Target) || moves.Any(other => other != move && other.Target != move.Target && other.Target.SyntaxTree == move.Target.SyntaxTree && other.Target.Span.Contains(move.Target.Span)))
                continue;
            var key = move.Key;
            for (var number = 2; values.TryGetValue((move.Document.ProjectId, key), out var other) && move.Value is not null && other != move.Value; number++)
                key = move.Key + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            values[(move.Document.ProjectId, key)] = move.Value;
            named.Add((move, key));
        }

        return named;
    }

    private static string? ContainingType(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText
        ?? (node.FirstAncestorOrSelf<GlobalStatementSyntax>() is null ? null : "Program");
}
