using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Failures;

/// <summary>A catch clause that writes the failure down, and whether somebody reads it and fails then: <c>failed = true;</c>, <c>errors.Add(e);</c></summary>
internal static class FailureRecord
{
    public static bool IsTold(CatchClauseSyntax clause, TryStatementSyntax attempt, SyntaxNode body, SemanticModel model, CancellationToken cancellation)
    {
        var names = Written(clause).Distinct().ToArray();
        if (names.Length == 0)
            return false;
        var type = body.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        // A local is read in its body, what belongs to an object anywhere.
        var isLocal = names.All(name => body.DescendantNodes().Any(node => node is VariableDeclaratorSyntax declarator && declarator.Identifier.ValueText == name));
        IEnumerable<SyntaxNode> places = isLocal || type is null
            ? [body]
            : model.Compilation.SyntaxTrees.Where(tree => tree == type.SyntaxTree || CallSites.CallsIn(tree, cancellation).Contains(type.Identifier.ValueText)).Select(tree => tree.GetRoot(cancellation)).Append(body.SyntaxTree.GetRoot(cancellation)).Distinct();
        return places.SelectMany(static place => place.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Any(identifier => Array.IndexOf(names, identifier.Identifier.ValueText) >= 0 && !clause.Contains(identifier) && !attempt.Block.Contains(identifier) && Decides(identifier));
    }

    private static IEnumerable<string> Written(CatchClauseSyntax clause)
    {
        foreach (var node in clause.Block.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment when SyntaxNames.Last(assignment.Left) is { } target && target is not ("ExitCode" or "_"):
                    yield return target;
                    break;
                case PostfixUnaryExpressionSyntax { Operand: { } counted } when SyntaxNames.Last(counted) is { } counter:
                    yield return counter;
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression, Operand: { } counted } when SyntaxNames.Last(counted) is { } counter:
                    yield return counter;
                    break;
                case InvocationExpressionSyntax call when SyntaxNames.Called(call) is "Add" or "Enqueue" or "Push" or "Append" && !WorkNames.IsLogging(call) && WorkNames.ReceiverOf(call) is { } list:
                    yield return list;
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: not 0, Expression: { } counted }, ..] } when SyntaxNames.Last(counted) is { } counter:
                    yield return counter;
                    break;
            }
        }
    }

    /// <summary>Read where it makes a difference: in what is returned or thrown, in an exit code, in a condition that fails.</summary>
    private static bool Decides(IdentifierNameSyntax identifier)
    {
        for (var current = identifier.Parent; current is not null and not MemberDeclarationSyntax { RawKind: not (int)SyntaxKind.GlobalStatement }; current = current.Parent)
        {
            switch (current)
            {
                case InvocationExpressionSyntax call when WorkNames.IsLogging(call):
                    return false;
                case InvocationExpressionSyntax call when CatchOutcome.IsExit(call):
                case ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or ArrowExpressionClauseSyntax:
                    return true;
                case AssignmentExpressionSyntax assignment:
                    return SyntaxNames.Last(assignment.Left) == "ExitCode";
                case IfStatementSyntax branch:
                    return branch.Condition.Contains(identifier) && (Fails(branch.Statement) || (branch.Else is not null && Fails(branch.Else.Statement)));
                case StatementSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a value may make a difference to how the program ends: in doubt it does, but not in a log, nor in a condition that fails in no way.</summary>
    public static bool MayDecide(SyntaxNode value)
    {
        for (var current = value.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case InvocationExpressionSyntax call when WorkNames.IsLogging(call):
                    return false;
                case IfStatementSyntax branch when branch.Condition.Contains(value):
                    return Fails(branch.Statement) || (branch.Else is not null && Fails(branch.Else.Statement));
                case StatementSyntax:
                    return true;
            }
        }

        return true;
    }

    private static bool Fails(StatementSyntax statement) => statement.DescendantNodesAndSelf().Any(static node => node switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        ReturnStatementSyntax { Expression: { } result } => result.ToString() != "0",
        AssignmentExpressionSyntax assignment => SyntaxNames.Last(assignment.Left) == "ExitCode" && assignment.Right.ToString() != "0",
        InvocationExpressionSyntax call => CatchOutcome.IsExit(call) && call.ArgumentList.ToString() != "(0)",
        _ => false,
    });
}
