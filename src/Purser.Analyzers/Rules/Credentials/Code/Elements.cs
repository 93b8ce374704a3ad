using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What an element of a collection is, where more than the collection says it: its key, or the element before it.</summary>
internal static class Elements
{
    /// <summary><c>["--password", "x"]</c>: an option names what follows it.</summary>
    public static Place? PlaceOf(SyntaxNode node, SyntaxNode parent)
    {
        var option = parent switch
        {
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } element when collection.Elements.IndexOf(element) is > 0 and var at => (collection.Elements[at - 1] as ExpressionElementSyntax)?.Expression,
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } initializer
                when node is ExpressionSyntax element && initializer.Expressions.IndexOf(element) is > 0 and var at => initializer.Expressions[at - 1],
            _ => null,
        };
        return option is LiteralExpressionSyntax { Token.ValueText: ['-', .., not '='] text } ? new(TextUse.Given, text.TrimStart('-')) : null;
    }

    /// <summary>The key, or where it is the name of a person or a thing, the collection: <c>Passwords = { ["bob"] = "x" }</c>.</summary>
    public static Place UnderKey(string? key, InitializerExpressionSyntax initializer)
    {
        var isSecretData = KubernetesData.IsSecretData(initializer);
        if (!isSecretData && (key is null || CredentialName.Of(key) is { Strength: NameStrength.None } read && !read.Words.Any(CredentialWords.NamesCredential))
            && Places.Of((initializer.Parent as BaseObjectCreationExpressionSyntax) ?? (ExpressionSyntax)initializer) is { Name: { } collection, IsSink: false } place && CredentialName.Of(collection).Strength == NameStrength.Strong)
            return place;
        return new Place(TextUse.Given, key) { IsSink = isSecretData };
    }
}
