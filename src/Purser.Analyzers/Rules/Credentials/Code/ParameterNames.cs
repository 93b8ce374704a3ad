using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What a positional argument is called by the method that takes it. Binds the call: asked only for texts that may be a credential.</summary>
internal static class ParameterNames
{
    public static IParameterSymbol? Of(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list)
            return null;
        var position = list.Arguments.IndexOf(argument);
        var name = argument.NameColon?.Name.Identifier.ValueText;
        return Of(model.GetSymbolInfo(call, cancellation), position, name) ?? OfElement(call, list, position, name, model, cancellation);
    }

    /// <summary>In <c>User[] all = [new("bob", "...")]</c>: C# 12's first compilers do not say which constructor an element without a type calls.</summary>
    private static IParameterSymbol? OfElement(SyntaxNode call, ArgumentListSyntax list, int position, string? name, SemanticModel model, CancellationToken cancellation)
    {
        if (call is not ImplicitObjectCreationExpressionSyntax { Parent: ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } })
            return null;
        var element = model.GetTypeInfo(collection, cancellation).ConvertedType switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var only] } => only,
            _ => null,
        };
        return (element as INamedTypeSymbol)?.InstanceConstructors
            .Where(constructor => constructor.Parameters.Length == list.Arguments.Count)
            .Select(constructor => Of(constructor, position, name))
            .FirstOrDefault(parameter => parameter is not null);
    }

    public static IParameterSymbol? Of(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.Parent is not AttributeArgumentListSyntax { Parent: { } attribute } list)
            return null;
        return Of(model.GetSymbolInfo(attribute, cancellation), list.Arguments.IndexOf(argument), argument.NameColon?.Name.Identifier.ValueText);
    }

    /// <summary>Of several candidates, as half-typed code has them, the first that has such a parameter.</summary>
    private static IParameterSymbol? Of(SymbolInfo info, int position, string? name)
    {
        if (info.Symbol is IMethodSymbol method)
            return Of(method, position, name);
        foreach (var candidate in info.CandidateSymbols)
        {
            if (candidate is IMethodSymbol possible && Of(possible, position, name) is { } parameter)
                return parameter;
        }

        return null;
    }

    private static IParameterSymbol? Of(IMethodSymbol method, int position, string? name)
    {
        if (method.Parameters.Length == 0)
            return null;
        if (name is not null)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (position < method.Parameters.Length)
            return method.Parameters[position];
        return method.Parameters[method.Parameters.Length - 1] is { IsParams: true } rest ? rest : null;
    }
}
