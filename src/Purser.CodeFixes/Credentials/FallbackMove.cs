using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Credentials;

/// <summary><c>config["Db:Password"] ?? "postgres"</c>: the fallback becomes an exception that names the key.</summary>
internal static class FallbackMove
{
    public static Move? Plan(MovePlanner.Place place, CancellationToken cancellation)
    {
        var reading = new ConfigurationReading(place.Model, place.Whole, null);
        if (place.Whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == place.Whole)
        {
            // In a chain the first source gives the name: env ?? config ?? "x".
            var first = coalesce;
            while (first.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } outer && outer.Right == first)
                first = outer;
            var key = KeyOf(first.Left, place.Model, cancellation);
            var name = key?.Key ?? Subject.Of(place.Whole, place.Model, cancellation).Name ?? "the value";
            return new(place.Document.Id, place.Whole, key?.Key ?? name, _ => Thrown(reading, name, key?.IsVariable ?? false).WithTriviaFrom(place.Whole)) { IsReferenced = key is not null };
        }

        return OfDefault(place, reading, cancellation);
    }

    /// <summary><c>config.GetValue("Db:Password", "postgres")</c>.</summary>
    private static Move? OfDefault(MovePlanner.Place place, ConfigurationReading reading, CancellationToken cancellation)
    {
        if (place.Whole.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ NameColon: null } keyArgument, { NameColon: null } fallback], Parent: InvocationExpressionSyntax call } }
            || fallback.Expression != place.Whole
            || call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" } access
            || KeyOf(call, place.Model, cancellation) is not { } key)
            return null;
        return new(
            place.Document.Id,
            call,
            key.Key,
            _ => ConfigurationReading.InPlaceOf(call, $"{access.Expression}.GetValue<string>({keyArgument}) ?? {reading.Missing($"'{key.Key}' is not configured")}"));
    }

    private static ExpressionSyntax Thrown(ConfigurationReading reading, string name, bool isVariable) =>
        SyntaxFactory.ParseExpression(reading.Missing(isVariable ? $"'{name}' is not set" : $"'{name}' is not configured"));

    /// <summary>The key that an expression reads, sections in front.</summary>
    private static (string Key, bool IsVariable)? KeyOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return KeyOf(parenthesized.Expression, model, cancellation);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } access
                when IsConfiguration(access.Expression, model, cancellation) && Text(key, model, cancellation) is { } text && Path(access.Expression, model, cancellation) is { } path:
                return (path + text, false);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called, ArgumentList.Arguments: [{ Expression: var argument }, ..] }
                when Text(argument, model, cancellation) is { } text:
                return called.Name.Identifier.ValueText switch
                {
                    "GetEnvironmentVariable" => (text, true),
                    "GetConnectionString" => ("ConnectionStrings:" + text, false),
                    "GetValue" when Path(called.Expression, model, cancellation) is { } path => (path + text, false),
                    _ => null,
                };
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" } } section }:
                return Path(section, model, cancellation) is { Length: > 0 } keyPath ? (keyPath.TrimEnd(':'), false) : null;
            default:
                return null;
        }
    }

    /// <summary>The sections that lead to an expression, with a colon at the end; empty for the root, null where they are not known.</summary>
    private static string? Path(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" } access, ArgumentList.Arguments: [{ Expression: var key }] })
            return Text(key, model, cancellation) is { } text && Path(access.Expression, model, cancellation) is { } path ? $"{path}{text}:" : null;
        if (model.GetTypeInfo(expression, cancellation).Type?.Name != "IConfigurationSection")
            return "";
        return model.GetSymbolInfo(expression, cancellation).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var value } && value.SyntaxTree == expression.SyntaxTree
                ? Path(value, model, cancellation)
                : null;
    }

    private static bool IsConfiguration(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(expression, cancellation).Type is { } type && type.AllInterfaces.Append(type).Any(static candidate => candidate.Name == "IConfiguration");

    private static string? Text(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string text } ? text : null;
}
