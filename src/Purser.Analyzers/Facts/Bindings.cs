using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>What a method's parameters stand for in one call of it. <paramref name="Caller"/> is what the parameters in the arguments stand for.</summary>
internal sealed record Bindings(ImmutableDictionary<IParameterSymbol, IOperation> Arguments, Bindings? Caller)
{
    /// <summary>What the method's type parameters stand for.</summary>
    public ImmutableDictionary<ITypeParameterSymbol, ITypeSymbol> Types { get; init; } = ImmutableDictionary<ITypeParameterSymbol, ITypeSymbol>.Empty;

    public int Depth => 1 + (Caller?.Depth ?? 0);

    public static Bindings Of(IInvocationOperation call, Bindings? caller)
    {
        var bindings = Of(call.Arguments, caller);
        if (!call.TargetMethod.IsGenericMethod)
            return bindings;
        var types = ImmutableDictionary.CreateBuilder<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var parameter in call.TargetMethod.OriginalDefinition.TypeParameters)
            types[parameter] = call.TargetMethod.TypeArguments[parameter.Ordinal];
        return bindings with { Types = types.ToImmutable() };
    }

    public static Bindings Of(IObjectCreationOperation creation, Bindings? caller) => Of(creation.Arguments, caller);

    private static Bindings Of(ImmutableArray<IArgumentOperation> arguments, Bindings? caller)
    {
        var bound = ImmutableDictionary.CreateBuilder<IParameterSymbol, IOperation>(SymbolEqualityComparer.Default);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
                bound[parameter.OriginalDefinition] = argument.Value;
        }

        return new Bindings(bound.ToImmutable(), caller);
    }

    public bool TryGet(IParameterSymbol parameter, out IOperation argument) => Arguments.TryGetValue(parameter.OriginalDefinition, out argument!);
}
