using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>From a declared argument back to what the user typed.</summary>
internal static class ArgumentInSource
{
    /// <summary>The argument that sets a property: by name, else by the constructor's parameter.</summary>
    /// <param name="attribute">The attribute as typed.</param>
    /// <param name="constructor">The constructor that it calls.</param>
    /// <param name="property">The property.</param>
    /// <param name="item">The item of a params array.</param>
    public static AttributeArgumentSyntax? Find(AttributeSyntax attribute, IMethodSymbol? constructor, string property, int? item = null)
    {
        if (attribute.ArgumentList is not { } list)
            return null;
        if (list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property) is { } named)
            return named;
        if (constructor?.Parameters.FirstOrDefault(parameter => WorkloadReader.PropertyName(parameter.Name) == property) is not { } target)
            return null;

        var positional = list.Arguments.Where(argument => argument.NameEquals is null).ToArray();
        if (positional.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == target.Name) is { } byColon)
            return byColon;
        var place = target.Ordinal + (target.IsParams ? item ?? 0 : 0);
        if (place < positional.Length && positional[place].NameColon is null)
            return positional[place];
        return target.IsParams && target.Ordinal < positional.Length ? positional[target.Ordinal] : null;
    }

    /// <summary>The value that was typed, or the item of it.</summary>
    public static ExpressionSyntax Value(AttributeArgumentSyntax argument, int? item)
    {
        var items = argument.Expression switch
        {
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions.ToArray(),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ToArray(),
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
            _ => null,
        };
        return item is { } index && items is not null && index < items.Length ? items[index] : argument.Expression;
    }
}
