using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>Whether code runs on a developer's machine only: <c>if (app.Environment.IsDevelopment())</c>. The manifests are for Production.</summary>
internal static class DevelopmentOnly
{
    public static bool Contains(SyntaxNode node)
    {
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            if (parent is IfStatementSyntax branch && Asks(branch.Condition) is { } isDevelopment
                && (current == branch.Statement ? isDevelopment : current == branch.Else && !isDevelopment))
                return true;
        }

        return false;
    }

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
