using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>Whether a program that waits also stops itself, somewhere: by name alone, since one too many only means that nothing is said.</summary>
internal static class Stops
{
    /// <summary>Whether something ends this kind of waiting that is no answer to being stopped from outside.</summary>
    public static bool Any(WaitKind kind, SyntaxNode wait, Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellation).DescendantNodes().Any(node => IsStop(kind, wait, node) && !SignalHandlers.Contains(node)));

    private static bool IsStop(WaitKind kind, SyntaxNode wait, SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax call:
                var receiver = call.Expression is MemberAccessExpressionSyntax member ? SyntaxNames.Last(member.Expression) ?? "" : "";
                switch (SyntaxNames.Called(call))
                {
                    case "StopApplication" or "FailFast":
                    case "Exit" when receiver is "Environment" or "Application":
                        return true;
                    case "StopAsync" or "Stop" when kind == WaitKind.Hosts:
                        return receiver.EndsWith("ost", StringComparison.Ordinal) || receiver is "app" or "_app" or "application" or "webApp";
                    case "CancelAfter" or "Cancel" or "CancelAsync":
                        return kind is WaitKind.LoopsUntilStopped or WaitKind.Sleeps or WaitKind.Signal or WaitKind.Thread;
                    case "Set" or "SetResult" or "TrySetResult" or "Release" or "Signal":
                        return kind == WaitKind.Signal;
                    default:
                        return false;
                }

            case ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation:
                return kind is WaitKind.LoopsUntilStopped or WaitKind.Sleeps or WaitKind.Signal && SyntaxNames.Called(creation) == "CancellationTokenSource";
            case AssignmentExpressionSyntax { Right: LiteralExpressionSyntax } assignment when kind == WaitKind.LoopsUntilStopped && wait is WhileStatementSyntax loop:
                return SyntaxNames.Last(assignment.Left) is { } flag && loop.Condition.DescendantNodesAndSelf().Any(name => name is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == flag)
                    && assignment.Right.RawKind == (int)(loop.Condition is PrefixUnaryExpressionSyntax ? Microsoft.CodeAnalysis.CSharp.SyntaxKind.TrueLiteralExpression : Microsoft.CodeAnalysis.CSharp.SyntaxKind.FalseLiteralExpression);
            default:
                return false;
        }
    }
}
