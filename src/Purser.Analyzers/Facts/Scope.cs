using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>How a call is looked at: on its own, or for one call of the method it stands in.</summary>
internal sealed class Scope(SemanticModel model, Bindings? bindings, CancellationToken cancellation)
{
    public SemanticModel Model { get; } = model;

    public Bindings? Bindings { get; } = bindings;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether a parameter was in the way: the callers of the method may know more.</summary>
    public bool SawParameter { get; private set; }

    public ResolvedText Resolve(IOperation? operation)
    {
        var text = ConstantResolver.Resolve(operation, Bindings, out var sawParameter, Cancellation);
        SawParameter |= sawParameter;
        return text;
    }

    /// <summary>As <see cref="Resolve"/>, with the keys that configuration completes marked in the text.</summary>
    public ResolvedText ResolveConfigured(IOperation? operation)
    {
        var text = ConstantResolver.Resolve(operation, Bindings, (inner, resolve) => ConfiguredText.Of(inner, resolve, this), out var unbound, Cancellation);
        SawParameter |= Bindings is null && unbound is not null;
        return text;
    }

    public string? Text(IOperation? operation) => Resolve(operation).Text;

    public int? Number(IOperation? operation) =>
        Resolve(operation).TryGetText(out var text) && int.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The class that a type stands for: itself, or what a bound type parameter is.</summary>
    public INamedTypeSymbol? Class(ITypeSymbol? type)
    {
        if (type is not ITypeParameterSymbol parameter)
            return type as INamedTypeSymbol;
        if (Bindings is not null && Bindings.Types.TryGetValue(parameter, out var bound))
            return bound as INamedTypeSymbol;
        SawParameter |= Bindings is null && parameter.TypeParameterKind == TypeParameterKind.Method;
        return null;
    }

    /// <summary>The expression behind a variable that is written once, or behind a bound parameter, as far as it can be followed.</summary>
    public IOperation Follow(IOperation operation)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            operation = Definitions.Unwrap(operation);
            if (operation is IParameterReferenceOperation { Parameter: var parameter })
            {
                if (Bindings is not null && Bindings.TryGet(parameter, out var argument))
                {
                    operation = argument;
                    continue;
                }

                SawParameter |= Bindings is null && CallSites.CanBind(parameter);
                return operation;
            }

            if (Definitions.Of(operation, Cancellation) is not { } definition)
                return operation;
            operation = definition;
        }

        return operation;
    }
}
