using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>Whether code runs on a developer's machine only: <c>if (app.Environment.IsDevelopment())</c>. The manifests are for Production.</summary>
internal static class DevelopmentOnly
{
    public static bool Contains(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (IsBranch(current) || IsBehindExit(current))
                return true;
        }

        return false;
    }

    /// <summary>Whether everything but Development has left before: <c>if (!app.Environment.IsDevelopment()) return app;</c>.</summary>
    private static bool IsBehindExit(SyntaxNode node)
    {
        var statements = node.Parent switch
        {
            BlockSyntax block => block.Statements.TakeWhile(statement => statement != node),
            CompilationUnitSyntax unit when node is GlobalStatementSyntax => unit.Members.TakeWhile(member => member != node).OfType<GlobalStatementSyntax>().Select(static member => member.Statement),
            _ => [],
        };
        return statements.OfType<IfStatementSyntax>().Any(static branch => branch.Else is null && Leaves(branch.Statement) && Asks(branch.Condition) == false);
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        _ => false,
    };

    /// <summary>Whether a statement is the very branch that runs in Development.</summary>
    public static bool IsBranch(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax branch when node == branch.Statement => Asks(branch.Condition) == true,
        IfStatementSyntax branch when node == branch.Else => Asks(branch.Condition) == false,
        ConditionalExpressionSyntax choice when node == choice.WhenTrue => Asks(choice.Condition) == true,
        ConditionalExpressionSyntax choice when node == choice.WhenFalse => Asks(choice.Condition) == false,
        _ => false,
    };

    /// <summary>True for <c>IsDevelopment()</c>, also with more conditions behind <c>&amp;&amp;</c>; false for its opposite; null for anything else.</summary>
    public static bool? Asks(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => Asks(parenthesized.Expression),
        InvocationExpressionSyntax call => SyntaxNames.Called(call) == "IsDevelopment" ? true : null,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => !Asks(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => Asks(and.Left) == true || Asks(and.Right) == true ? true : null,
        _ => null,
    };
}
