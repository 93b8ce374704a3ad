using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Credentials;

/// <summary>The expressions that read a value and say clearly that it is missing; names are qualified where something else has them.</summary>
internal sealed class ConfigurationReading(SemanticModel model, ExpressionSyntax at, string? configuration)
{
    public bool HasConfiguration => configuration is not null;

    public string Setting(string key) => $"{configuration}[{Quoted(key)}] ?? {Missing($"'{key}' is not configured")}";

    public string ConnectionString(string name) => HasExtension()
        ? $"{configuration}.GetConnectionString({Quoted(name)}) ?? {Missing($"'ConnectionStrings:{name}' is not configured")}"
        : Setting("ConnectionStrings:" + name);

    public string Variable(string name) => $"{SystemType("Environment")}.GetEnvironmentVariable({Quoted(name)}) ?? {Missing($"'{name}' is not set")}";

    public string Missing(string message) => $"throw new {SystemType("InvalidOperationException")}({Quoted(message)})";

    public string Utf8(string text) => $"{SystemType("Text.Encoding")}.UTF8.GetBytes({text})";

    /// <summary>The expression in the target's place, in parentheses where the place needs them.</summary>
    public static ExpressionSyntax InPlaceOf(ExpressionSyntax target, string text)
    {
        var expression = SyntaxFactory.ParseExpression(text);
        if (expression is BinaryExpressionSyntax && NeedsParentheses(target))
            expression = SyntaxFactory.ParenthesizedExpression(expression);
        return expression.WithTriviaFrom(target);
    }

    private static bool NeedsParentheses(ExpressionSyntax target) => target.Parent switch
    {
        BinaryExpressionSyntax binary => !binary.IsKind(SyntaxKind.CoalesceExpression) || binary.Left == target,
        AssignmentExpressionSyntax or EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax
            or ParenthesizedExpressionSyntax or InitializerExpressionSyntax or ExpressionElementSyntax or LambdaExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax
            or SwitchExpressionArmSyntax => false,
        _ => true,
    };

    private bool HasExtension() => configuration is not null
        && model.GetSpeculativeTypeInfo(at.SpanStart, SyntaxFactory.ParseExpression(configuration), SpeculativeBindingOption.BindAsExpression).Type is { } type
        && model.LookupSymbols(at.SpanStart, type, "GetConnectionString", includeReducedExtensionMethods: true).Length > 0;

    private string SystemType(string name)
    {
        var simple = name.Substring(name.LastIndexOf('.') + 1);
        var seen = model.LookupSymbols(at.SpanStart, name: simple);
        if (seen is [INamedTypeSymbol only] && only.ToDisplayString() == "System." + name)
            return simple;
        var root = model.LookupSymbols(at.SpanStart, name: "System");
        return root is [INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true }] ? "System." + name : "global::System." + name;
    }

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
