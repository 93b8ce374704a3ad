using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>Questions about a call that every reader asks.</summary>
internal static class Calls
{
    /// <summary>Whether a symbol lives in a namespace or below it: <c>Microsoft.AspNetCore</c>.</summary>
    public static bool IsIn(ISymbol? symbol, string space)
    {
        var name = symbol?.ContainingNamespace?.ToDisplayString();
        return name is not null && name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.');
    }

    /// <summary>What the call is made on: the instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance is IConditionalAccessInstanceOperation ? AccessedBy(call) : call.Instance ?? (call.TargetMethod.IsExtensionMethod ? Argument(call, 0) : null);

    /// <summary>An argument by the parameter's name; null where only its default is passed.</summary>
    public static IOperation? Argument(IInvocationOperation call, string parameter) => Given(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter));

    /// <summary>An argument by the parameter's place, a receiver in front counted.</summary>
    public static IOperation? Argument(IInvocationOperation call, int ordinal) => Given(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal));

    /// <summary>The first argument of a type, such as the one string that is a path.</summary>
    public static IOperation? FirstText(IInvocationOperation call) => call.Arguments
        .Where(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String && argument.ArgumentKind != ArgumentKind.DefaultValue)
        .OrderBy(static argument => argument.Parameter!.Ordinal)
        .FirstOrDefault()?.Value;

    /// <summary>The items of an array, of a collection expression or of a params argument; null where it comes from elsewhere.</summary>
    public static IReadOnlyList<IOperation>? Items(IOperation? operation)
    {
        if (operation is null)
            return null;
        return Definitions.Unwrap(operation) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation => [],
            IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<IInvocationOperation>().Select(static add => add.Arguments[0].Value).ToList(),
            // A collection expression has no type of its own in the oldest compiler that loads this.
            { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax } collection => collection.ChildOperations.ToList(),
            _ => null,
        };
    }

    public static bool IsOrImplements(ITypeSymbol? type, string name, string space) =>
        type is not null && (Is(type, name, space) || type.AllInterfaces.Any(candidate => Is(candidate, name, space)) || (type.BaseType is { } parent && IsOrImplements(parent, name, space)));

    /// <summary>The lambda that is given for a parameter, through a cast or a delegate's creation.</summary>
    public static IAnonymousFunctionOperation? Lambda(IOperation? operation) => operation switch
    {
        null => null,
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IConversionOperation conversion => Lambda(conversion.Operand),
        _ => null,
    };

    /// <summary>The method that is given by its name, through a cast or a delegate's creation.</summary>
    public static IMethodSymbol? MethodGroup(IOperation? operation) => operation switch
    {
        IMethodReferenceOperation reference => reference.Method,
        IDelegateCreationOperation creation => MethodGroup(creation.Target),
        IConversionOperation conversion => MethodGroup(conversion.Operand),
        _ => null,
    };

    private static bool Is(ITypeSymbol type, string name, string space) => type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;

    private static IOperation? Given(IArgumentOperation? argument) => argument is { ArgumentKind: not ArgumentKind.DefaultValue } ? argument.Value : null;

    private static IOperation? AccessedBy(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access)
                return access.Operation;
        }

        return null;
    }
}
