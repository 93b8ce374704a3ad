using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>How a message names the code that it speaks of.</summary>
internal static class Evidence
{
    /// <summary><c>'OrderStore.Save' writes</c>; top-level code by its call and its file: <c>'File.WriteAllText' in Program.cs writes</c>.</summary>
    public static string Of(SyntaxNode node, ISymbol? member, string verb)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, AssociatedSymbol: { } property })
            member = property;
        var name = member switch
        {
            null or IMethodSymbol { Name: "<Main>$" } => null,
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
            INamedTypeSymbol => member.Name,
            _ => $"{member.ContainingType?.Name}.{member.Name}",
        };
        return name is not null ? $"'{name}' {verb}" : $"'{Call(node)}' in {FileName(node)} {verb}";
    }

    private static string Call(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax target } } call => $"{target.Identifier.ValueText}.{SyntaxNames.Called(call)}",
        BaseObjectCreationExpressionSyntax creation => $"new {SyntaxNames.Called(creation)}",
        ExpressionSyntax expression => SyntaxNames.Called(expression) ?? SyntaxNames.Last(expression) ?? "code",
        _ => "code",
    };

    private static string FileName(SyntaxNode node) => node.SyntaxTree.FilePath is var path ? path.Substring(path.LastIndexOfAny(['/', '\\']) + 1) : "";
}
