using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What a constant in a pattern is compared with.</summary>
internal static class Patterns
{
    /// <summary>The variable, a property pattern's own name, or the element of a tuple: <c>(user, password) is ("bob", "x")</c>.</summary>
    public static string? Matched(SyntaxNode pattern)
    {
        foreach (var ancestor in pattern.Ancestors())
        {
            switch (ancestor)
            {
                case BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax:
                    continue;
                case SubpatternSyntax { NameColon: null, ExpressionColon: null, Parent: PositionalPatternClauseSyntax { Parent: { } tuple } clause } element:
                    return InTuple(Governing(tuple), clause.Subpatterns.IndexOf(element));
                case SubpatternSyntax subpattern:
                    return (subpattern.NameColon?.Name ?? (subpattern.ExpressionColon?.Expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;
                default:
                    return SyntaxName.Of(Governing(ancestor));
            }
        }

        return null;
    }

    /// <summary>The name of a tuple's element, as far as it is written.</summary>
    public static string? InTuple(ExpressionSyntax? tuple, int position) =>
        tuple is TupleExpressionSyntax { Arguments: var elements } && position >= 0 && position < elements.Count
            ? elements[position].NameColon?.Name.Identifier.ValueText ?? SyntaxName.Of(elements[position].Expression)
            : null;

    private static ExpressionSyntax? Governing(SyntaxNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case PatternSyntax:
                    continue;
                case IsPatternExpressionSyntax match:
                    return match.Expression;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice }:
                    return choice.GoverningExpression;
                case CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice }:
                    return choice.Expression;
                default:
                    return null;
            }
        }

        return null;
    }
}
