using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>Names as they are written, for the cheap tests before any symbol is asked.</summary>
internal static class SyntaxNames
{
    /// <summary>The method that is called, or the type that is created: <c>MapHealthChecks</c>.</summary>
    public static string? Called(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => Last(invocation.Expression),
        ObjectCreationExpressionSyntax creation => Last(creation.Type),
        ImplicitObjectCreationExpressionSyntax creation => DeclaredType(creation) is { } type ? Last(type) : null,
        _ => null,
    };

    /// <summary>The type that stands beside <c>new(...)</c>: <c>FileStream file = new("a", FileMode.Create)</c>.</summary>
    private static TypeSyntax? DeclaredType(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } } => type,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } => type,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: var type } } => type,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } => type,
        ReturnStatementSyntax { Parent.Parent: MethodDeclarationSyntax { ReturnType: var type } } => type,
        _ => null,
    };

    /// <summary>The last name of an expression: <c>Urls</c> of <c>app.Urls</c>.</summary>
    public static string? Last(ExpressionSyntax expression) => LastName(expression)?.Identifier.ValueText;

    /// <summary>The call as a person reads it, in one line and without the values of further arguments, which may be secrets: <c>GetValue&lt;int&gt;("Orders:PageSize", ...)</c>.</summary>
    public static string Display(SyntaxNode node)
    {
        if (node is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner } member)
            return $"{Display(inner)}.{member.Name}";
        var (name, arguments) = node switch
        {
            InvocationExpressionSyntax call => (LastName(call.Expression)?.ToString() ?? "", call.ArgumentList.Arguments),
            ObjectCreationExpressionSyntax creation => ("new " + creation.Type, creation.ArgumentList?.Arguments ?? default),
            ImplicitObjectCreationExpressionSyntax creation => ("new " + Called(creation), creation.ArgumentList.Arguments),
            ElementAccessExpressionSyntax element => (Last(element.Expression) ?? "", element.ArgumentList.Arguments),
            AssignmentExpressionSyntax assignment => (Last(assignment.Left) + " = " + Shortened(assignment.Right), default),
            _ => (node.ToString(), default(SeparatedSyntaxList<ArgumentSyntax>)),
        };
        if (node is AssignmentExpressionSyntax)
            return OneLine(name);
        var (open, close) = node is ElementAccessExpressionSyntax ? ('[', ']') : ('(', ')');
        var shown = arguments.Count switch
        {
            0 => "",
            1 => Shortened(arguments[0].Expression),
            _ => Shortened(arguments[0].Expression) is var first && first == "..." ? first : first + ", ...",
        };
        return OneLine($"{name}{open}{shown}{close}");
    }

    private static SimpleNameSyntax? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        InvocationExpressionSyntax invocation => LastName(invocation.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => LastName(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => LastName(parenthesized.Expression),
        ConditionalAccessExpressionSyntax access => LastName(access.WhenNotNull),
        _ => null,
    };

    private static string Shortened(ExpressionSyntax expression)
    {
        if (expression is AnonymousFunctionExpressionSyntax)
            return "...";
        var text = expression.ToString();
        return text.Length > 80 || text.IndexOfAny(['\n', '\r']) >= 0 ? "..." : text;
    }

    private static string OneLine(string text) => text.IndexOfAny(['\n', '\r']) < 0 ? text : string.Join(" ", text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
}
