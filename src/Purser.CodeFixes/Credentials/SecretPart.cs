using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.CodeFixes.Credentials;

/// <summary>Takes the password alone out of a text: <c>"Host=db;Password=x"</c> becomes <c>$"Host=db;Password={...}"</c>.</summary>
internal static class SecretPart
{
    /// <summary>The text with an expression in place of its secret part; null where that part cannot be told.</summary>
    public static ExpressionSyntax? Replace(ExpressionSyntax text, string expression) => text switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) && Find(literal.Token.ValueText) is var (start, length) =>
            SyntaxFactory.ParseExpression($"$\"{Escaped(literal.Token.ValueText.Substring(0, start))}{{{expression}}}{Escaped(literal.Token.ValueText.Substring(start + length))}\""),
        InterpolatedStringExpressionSyntax interpolated => Replace(interpolated, expression),
        _ => null,
    };

    private static ExpressionSyntax? Replace(InterpolatedStringExpressionSyntax text, string expression)
    {
        // Of a raw string the text in the source and the value differ by indentation: left alone.
        if (text.StringStartToken.Kind() is SyntaxKind.InterpolatedMultiLineRawStringStartToken)
            return null;
        var whole = new StringBuilder();
        var starts = new List<int>();
        foreach (var content in text.Contents)
        {
            starts.Add(whole.Length);
            whole.Append(content is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : ConnectionString.Hole.ToString());
        }

        if (Find(whole.ToString()) is not var (start, length))
            return null;
        for (var i = 0; i < text.Contents.Count; i++)
        {
            if (text.Contents[i] is not InterpolatedStringTextSyntax part || start < starts[i] || start + length > starts[i] + part.TextToken.ValueText.Length)
                continue;
            var value = part.TextToken.ValueText;
            var before = SourceOf(value.Substring(0, start - starts[i]), text.StringStartToken.Kind());
            var after = SourceOf(value.Substring(start - starts[i] + length), text.StringStartToken.Kind());
            var hole = text.StringStartToken.Text.Count(static c => c == '$');
            var source = text.ToString();
            var at = part.SpanStart - text.SpanStart;
            return SyntaxFactory.ParseExpression(
                source.Substring(0, at) + before + new string('{', hole) + expression + new string('}', hole) + after + source.Substring(at + part.Span.Length));
        }

        return null;
    }

    private static (int Start, int Length)? Find(string text) =>
        CredentialClassifier.ByValue("connectionString", text) is { RuleId: CredentialClassifier.InConnectionString or CredentialClassifier.InUrl } finding && finding.Length > 0
            ? (finding.Start, finding.Length)
            : null;

    private static string SourceOf(string value, SyntaxKind start) => start switch
    {
        SyntaxKind.InterpolatedSingleLineRawStringStartToken => value,
        SyntaxKind.InterpolatedVerbatimStringStartToken => value.Replace("\"", "\"\"").Replace("{", "{{").Replace("}", "}}"),
        _ => Escaped(value),
    };

    private static string Escaped(string value)
    {
        var literal = SymbolDisplay.FormatLiteral(value, quote: true);
        if (literal[0] == '@')
            literal = "\"" + literal.Substring(2, literal.Length - 3).Replace("\"\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n") + "\"";
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }
}
