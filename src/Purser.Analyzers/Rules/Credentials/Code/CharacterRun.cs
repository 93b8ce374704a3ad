using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>A text that is written as its characters or bytes: <c>['a', 'b']</c>, <c>{ 0x61, 0x62 }</c>, <c>AppendChar('a')</c> again and again.</summary>
internal static class CharacterRun
{
    private const int Fewest = 4;
    private const int FewestBytes = 8;
    private const int Most = 256;

    /// <summary>Characters as they are, bytes in hexadecimal; null where there is anything else among them.</summary>
    public static string? Of(ExpressionSyntax node) => node switch
    {
        InitializerExpressionSyntax { Expressions: { Count: >= Fewest and <= Most } elements } initializer => elements[0] is LiteralExpressionSyntax ? Join(elements, initializer) : null,
        CollectionExpressionSyntax { Elements: { Count: >= Fewest and <= Most } elements } collection => elements[0] is ExpressionElementSyntax { Expression: LiteralExpressionSyntax } ? Join(elements, collection) : null,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.CharacterLiteralExpression, Parent: ArgumentSyntax argument } => OfAppended(argument),
        _ => null,
    };

    /// <summary>Bytes with a meaning of their own have names too: <c>PngSignature</c> is none of a key.</summary>
    public static bool MayStandAt(Place place, ExpressionSyntax node) =>
        node is not (InitializerExpressionSyntax or CollectionExpressionSyntax) || place is { IsSink: true } or { Receiver: not null }
        || (CredentialName.Of(place.Name) is { Strength: not NameStrength.None } name && !name.Has("signature"));

    private static string? Join<T>(SeparatedSyntaxList<T> elements, ExpressionSyntax collection)
        where T : SyntaxNode
    {
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            switch ((element as ExpressionElementSyntax)?.Expression ?? (SyntaxNode)element)
            {
                case LiteralExpressionSyntax { Token.Value: char c }:
                    text.Append(c);
                    break;
                case LiteralExpressionSyntax { Token.Value: int and >= 0 and < 256 and var number }:
                    text.Append(number.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                default:
                    return null;
            }
        }

        return text.Length == elements.Count || (elements.Count >= FewestBytes && text.Length == 2 * elements.Count && IsOfBytes(collection)) ? text.ToString() : null;
    }

    private static bool IsOfBytes(ExpressionSyntax collection)
    {
        foreach (var ancestor in collection.Ancestors())
        {
            switch (ancestor)
            {
                case ArrayCreationExpressionSyntax creation:
                    return IsByte(creation.Type);
                case VariableDeclarationSyntax declaration:
                    return IsByte(declaration.Type);
                case PropertyDeclarationSyntax property:
                    return IsByte(property.Type);
                case MethodDeclarationSyntax method:
                    return IsByte(method.ReturnType);
                case AssignmentExpressionSyntax:
                    return true;
                case ArgumentSyntax or StatementSyntax or BaseTypeDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool IsByte(TypeSyntax type) => type switch
    {
        ArrayTypeSyntax array => IsByte(array.ElementType),
        GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } => IsByte(argument),
        NullableTypeSyntax nullable => IsByte(nullable.ElementType),
        PredefinedTypeSyntax predefined => predefined.Keyword.IsKind(SyntaxKind.ByteKeyword),
        _ => false,
    };

    /// <summary>From the first of several calls on.</summary>
    private static string? OfAppended(ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } first } || Appended(first) is null)
            return null;
        var at = block.Statements.IndexOf(first);
        if (at > 0 && Appended(block.Statements[at - 1]) is not null)
            return null;
        var text = new StringBuilder();
        for (; at < block.Statements.Count && Appended(block.Statements[at]) is { } c; at++)
            text.Append(c);
        return text.Length >= Fewest ? text.ToString() : null;
    }

    private static char? Appended(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: SecureText.Append }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: char c } }] } } ? c : null;
}
