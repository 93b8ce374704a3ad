using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>A literal's text within the text that it is a part of: a concatenation, or a format with its arguments.</summary>
/// <param name="Own">The literal's own text; <see cref="ConnectionString.Hole"/> where an interpolation has a hole.</param>
/// <param name="Whole">All of it; holes where the parts are no literals.</param>
/// <param name="Start">Where the own text starts in the whole one.</param>
internal readonly record struct LiteralText(string Own, string Whole, int Start)
{
    private const int MaxLength = 16 * 1024;
    private const int MaxParts = 48;

    public bool IsWhole => Own.Length == Whole.Length;

    /// <summary>Whether a part of the whole text starts in the literal.</summary>
    public bool Has(int start, int length) => start + Math.Min(length, 1) > Start && start < Start + Own.Length;

    /// <summary>The text of a literal; null for what is too short or too long to be anything.</summary>
    public static string? OwnOf(ExpressionSyntax literal)
    {
        var text = literal switch
        {
            LiteralExpressionSyntax plain => plain.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => OwnOf(interpolated),
            _ => null,
        };
        return text is { Length: >= 3 and <= MaxLength } ? text : null;
    }

    public static LiteralText Of(ExpressionSyntax literal, string own)
    {
        SyntaxNode top = literal;
        while (top.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            top = top.Parent;
        while (top is ParenthesizedExpressionSyntax { Expression: var inner })
            top = inner;
        if (top is BinaryExpressionSyntax sum)
            return OfSum(sum, literal, own);
        if (ProgramOf(top) is { Length: > 0 } program)
            return new(own, program + " " + own, program.Length + 1);
        return top.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument ? OfFormat(call, list, argument, literal, own) : new(own, own, 0);
    }

    /// <summary>The program that a text holds the arguments of: which one takes a password by <c>-p</c>.</summary>
    private static string? ProgramOf(SyntaxNode text) => text.Parent switch
    {
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: var program }, { Expression: var arguments }], Parent: { } call } } when arguments == text && SyntaxName.OfCalled(call) is "Start" or "ProcessStartInfo" => TextOf(program),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Arguments" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } initializer } =>
            creation.ArgumentList is { Arguments: [{ Expression: var program }] } ? TextOf(program)
                : initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(static other => other.Left is IdentifierNameSyntax { Identifier.ValueText: "FileName" }) is { } name ? TextOf(name.Right) : null,
        _ => null,
    };

    private static string? TextOf(ExpressionSyntax expression) => (expression as LiteralExpressionSyntax)?.Token.Value as string;

    private static LiteralText OfSum(BinaryExpressionSyntax sum, ExpressionSyntax literal, string own)
    {
        var parts = new List<ExpressionSyntax>();
        Flatten(sum, parts);
        if (parts.Count > MaxParts)
            return new(own, own, 0);
        var whole = new StringBuilder();
        var start = 0;
        foreach (var part in parts)
        {
            if (part == literal)
                start = whole.Length;
            if (part == literal)
                whole.Append(own);
            else if (part is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.CharacterLiteralExpression } plain)
                whole.Append(plain.Token.ValueText);
            else if (part is InterpolatedStringExpressionSyntax interpolated)
                whole.Append(OwnOf(interpolated));
            else
                whole.Append(ConnectionString.Hole);
        }

        return new(own, whole.ToString(), start);
    }

    /// <summary>From left to right; the sums of a long chain nest to the left, so no recursion there.</summary>
    private static void Flatten(ExpressionSyntax expression, List<ExpressionSyntax> parts)
    {
        var rights = new Stack<ExpressionSyntax>();
        rights.Push(expression);
        while (rights.Count > 0 && parts.Count <= MaxParts)
        {
            switch (rights.Pop())
            {
                case ParenthesizedExpressionSyntax inner:
                    rights.Push(inner.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    rights.Push(sum.Right);
                    rights.Push(sum.Left);
                    break;
                case var part:
                    parts.Add(part);
                    break;
            }
        }
    }

    /// <summary><c>string.Format("...;Password={1}", host, "x")</c>: the argument stands in the format.</summary>
    private static LiteralText OfFormat(InvocationExpressionSyntax call, ArgumentListSyntax list, ArgumentSyntax argument, ExpressionSyntax literal, string own)
    {
        if (SyntaxName.OfMember(call.Expression) is not ("Format" or "AppendFormat") || list.Arguments.IndexOf(argument) is not (> 0 and var position))
            return new(own, own, 0);
        var at = list.Arguments[0].Expression is LiteralExpressionSyntax ? 0 : 1;
        if (at >= position || list.Arguments[at].Expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } format)
            return new(own, own, 0);
        var text = format.Token.ValueText;
        var hole = "{" + (position - at - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var open = text.IndexOf(hole, StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        if (close < 0 || text[open + hole.Length] is not ('}' or ':' or ','))
            return new(own, own, 0);
        return new(own, text.Substring(0, open) + own + text.Substring(close + 1), open);
    }

    private static string OwnOf(InterpolatedStringExpressionSyntax interpolated)
    {
        if (interpolated.Contents is [InterpolatedStringTextSyntax only])
            return only.TextToken.ValueText;
        var text = new StringBuilder();
        foreach (var part in interpolated.Contents)
        {
            if (part is InterpolatedStringTextSyntax piece)
                text.Append(piece.TextToken.ValueText);
            else if (part is InterpolationSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal })
                text.Append(literal.Token.ValueText);
            else
                text.Append(ConnectionString.Hole);
        }

        return text.ToString();
    }
}
