using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>What a method's parameters stand for in one call of it. <paramref name="Caller"/> is what the parameters in the arguments stand for.</summary>
internal sealed record Bindings(ImmutableDictionary<IParameterSymbol, IOperation> Arguments, Bindings? Caller)
{
    public int Depth => 1 + (Caller?.Depth ?? 0);

    public static Bindings Of(IInvocationOperation call, Bindings? caller) => Of(call.Arguments, caller);

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
