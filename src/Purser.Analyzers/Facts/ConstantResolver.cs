using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>What somebody knows of an expression beyond its source; <paramref name="resolve"/> resolves what is inside of it.</summary>
internal delegate ResolvedText? KnownText(IOperation operation, Func<IOperation?, ResolvedText> resolve);

/// <summary>
/// Resolves an expression to text as far as the source says it: constants, read-only fields and simple properties, locals that are
/// written once, concatenation and interpolation, <c>Path.Combine</c>, <c>string.Format</c>, and one helper method deep (two where the
/// caller's own parameters are bound). What cannot be known is a hole. Bounded; never throws; safe on cycles and half-typed code.
/// </summary>
internal static class ConstantResolver
{
    private const int MaxSteps = 64;
    private const int MaxCallDepth = 2;
    private const int MaxLength = 4096;

    public static ResolvedText Resolve(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation = default) =>
        Resolve(model.GetOperation(expression, cancellation), null, cancellation);

    public static ResolvedText Resolve(IOperation? operation, CancellationToken cancellation = default) => Resolve(operation, null, cancellation);

    /// <param name="operation">The expression.</param>
    /// <param name="bindings">What the parameters in it stand for, where it is looked at for one call of its method.</param>
    public static ResolvedText Resolve(IOperation? operation, Bindings? bindings, CancellationToken cancellation = default) =>
        Resolve(operation, bindings, out _, cancellation);

    /// <param name="operation">The expression.</param>
    /// <param name="bindings">What the parameters in it stand for.</param>
    /// <param name="sawParameter">Whether a method's parameter made a hole: its callers may know more.</param>
    public static ResolvedText Resolve(IOperation? operation, Bindings? bindings, out bool sawParameter, CancellationToken cancellation = default)
    {
        var walk = new Walk(cancellation);
        var text = walk.Resolve(operation, bindings);
        sawParameter = walk.SawParameter;
        return text.Parts.Sum(static part => part.Text?.Length ?? 0) > MaxLength ? ResolvedText.Unknown : text;
    }

    /// <param name="operation">The expression.</param>
    /// <param name="bindings">What the parameters in it stand for, those of constructors behind its fields too.</param>
    /// <param name="known">Asked first: what the asker knows of an expression that the source alone does not say. Null where that is nothing.</param>
    /// <param name="unbound">A method's parameter that made a hole: its callers may know more.</param>
    public static ResolvedText Resolve(IOperation? operation, Bindings? bindings, KnownText known, out IParameterSymbol? unbound, CancellationToken cancellation)
    {
        var walk = new Walk(cancellation, known, bindings);
        var text = walk.Resolve(operation, bindings);
        unbound = walk.Unbound;
        return text.Parts.Sum(static part => part.Text?.Length ?? 0) > MaxLength ? ResolvedText.Unknown : text;
    }

    /// <summary>A whole number, such as a port.</summary>
    public static bool TryGetNumber(IOperation? operation, Bindings? bindings, out int number, CancellationToken cancellation = default)
    {
        number = 0;
        return Resolve(operation, bindings, cancellation).TryGetText(out var text)
            && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
    }

    private sealed class Walk(CancellationToken cancellation, KnownText? known = null, Bindings? outer = null)
    {
        private int steps;

        public bool SawParameter { get; private set; }

        public IParameterSymbol? Unbound { get; private set; }

        public ResolvedText Resolve(IOperation? operation, Bindings? bindings)
        {
            if (operation is null || ++steps > MaxSteps)
                return ResolvedText.Unknown;
            cancellation.ThrowIfCancellationRequested();
            if (operation.ConstantValue is { HasValue: true } constant)
                return OfConstant(constant.Value, operation.Type);
            if (known?.Invoke(operation, inner => Resolve(inner, bindings)) is { } text)
                return text;
            return operation switch
            {
                IConversionOperation conversion => OfConversion(conversion, bindings),
                IParenthesizedOperation parenthesized => Resolve(parenthesized.Operand, bindings),
                IParameterReferenceOperation parameter => OfParameter(parameter, bindings),
                ILocalReferenceOperation => Resolve(Definitions.Of(operation, cancellation), bindings),
                IFieldReferenceOperation field => OfFrameworkField(field.Field) ?? Resolve(Definitions.Of(operation, cancellation), null),
                IPropertyReferenceOperation property => OfProperty(property, bindings),
                IConditionalAccessOperation access => OfConditionalAccess(access, bindings),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
                    Concat(bindings, sum.LeftOperand, sum.RightOperand),
                IInterpolatedStringHandlerCreationOperation handler => Resolve(handler.Content, bindings),
                IInterpolatedStringAdditionOperation sum => Concat(bindings, sum.Left, sum.Right),
                IInterpolatedStringOperation interpolated => ResolvedText.Concat(interpolated.Parts.Select(part => OfInterpolation(part, bindings))),
                IInvocationOperation call => OfCall(call, bindings),
                IObjectCreationOperation creation => OfCreation(creation, bindings),
                ICoalesceOperation coalesce => OfCoalesce(coalesce, bindings),
                IConditionalOperation choice => OfChoice(choice, bindings),
                _ => ResolvedText.Unknown,
            };
        }

        private ResolvedText OfConversion(IConversionOperation conversion, Bindings? bindings)
        {
            // A value object that takes a string as it is (PathString, RedisKey) keeps its text; any other operator may do anything.
            if (conversion.OperatorMethod is { } method && !(conversion.IsImplicit && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }]))
                return ResolvedText.Unknown;
            return Resolve(conversion.Operand, bindings);
        }

        private ResolvedText OfParameter(IParameterReferenceOperation reference, Bindings? bindings)
        {
            if (Definitions.IsOverwritten(reference.Parameter, cancellation))
                return ResolvedText.Unknown;
            if (bindings is not null && bindings.TryGet(reference.Parameter, out var argument))
                return Resolve(argument, bindings.Caller);
            for (var around = outer; around is not null; around = around.Caller)
            {
                if (around.TryGet(reference.Parameter, out var given))
                    return Resolve(given, around.Caller);
            }

            if (CallSites.CanBind(reference.Parameter))
            {
                SawParameter |= bindings is null;
                Unbound ??= reference.Parameter;
            }

            return ResolvedText.Unknown;
        }

        private ResolvedText OfProperty(IPropertyReferenceOperation property, Bindings? bindings)
        {
            if (property.Instance is { } instance && IsFileSystemPath(property.Property))
                return Resolve(instance, bindings);
            if (property is { Property: { Name: "Name", ContainingType.Name: "Type" or "MemberInfo" }, Instance: ITypeOfOperation { TypeOperand: var type } })
                return Bound(type, bindings) is { } named ? ResolvedText.Of(named.Name) : ResolvedText.Unknown;
            if (property is { Property: { IsStatic: true, IsAbstract: true }, ConstrainedToType: { } constrained })
            {
                return Bound(constrained, bindings)?.FindImplementationForInterfaceMember(property.Property) is IPropertySymbol own
                    ? Resolve(Definitions.OfProperty(own, property, cancellation), null)
                    : ResolvedText.Unknown;
            }

            return Resolve(Definitions.Of(property, cancellation), null);
        }

        /// <summary>A type, or what a type parameter stands for; null where only the callers know.</summary>
        private ITypeSymbol? Bound(ITypeSymbol type, Bindings? bindings)
        {
            if (type is not ITypeParameterSymbol parameter)
                return type;
            if (bindings is not null && bindings.Types.TryGetValue(parameter, out var bound))
                return bound;
            SawParameter |= bindings is null && parameter.TypeParameterKind == TypeParameterKind.Method;
            return null;
        }

        private ResolvedText OfConditionalAccess(IConditionalAccessOperation access, Bindings? bindings) =>
            access.WhenNotNull is IInvocationOperation { Instance: IConditionalAccessInstanceOperation } call && KeepsText(call)
                ? Resolve(access.Operation, bindings)
                : Resolve(access.WhenNotNull, bindings);

        private ResolvedText OfInterpolation(IInterpolatedStringContentOperation part, Bindings? bindings) => part switch
        {
            IInterpolatedStringTextOperation text => Resolve(text.Text, bindings),
            IInterpolationOperation { FormatString: null, Alignment: null } hole => Resolve(hole.Expression, bindings),
            IInterpolationOperation hole when known?.Invoke(hole, inner => Resolve(inner, bindings)) is { } text => text,
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [{ Value: var only }] } } => Resolve(only, bindings),
            _ => ResolvedText.Unknown,
        };

        private ResolvedText OfCoalesce(ICoalesceOperation coalesce, Bindings? bindings)
        {
            var value = Resolve(coalesce.Value, bindings);
            if (value.IsNull)
                return Resolve(coalesce.WhenNull, bindings);
            return value.HasHole ? ResolvedText.Unknown : value;
        }

        private ResolvedText OfChoice(IConditionalOperation choice, Bindings? bindings)
        {
            var whenTrue = Resolve(choice.WhenTrue, bindings);
            return whenTrue.Text is not null && whenTrue == Resolve(choice.WhenFalse, bindings) ? whenTrue : ResolvedText.Unknown;
        }

        private ResolvedText OfCreation(IObjectCreationOperation creation, Bindings? bindings) =>
            creation is { Type.Name: "Uri" or "FileInfo" or "DirectoryInfo" or "PathString", Arguments: [{ Parameter.Type.SpecialType: SpecialType.System_String, Value: var text }, ..] }
                ? Resolve(text, bindings)
                : ResolvedText.Unknown;

        private ResolvedText OfCall(IInvocationOperation call, Bindings? bindings)
        {
            var method = call.TargetMethod;
            if (method.ContainingType is { SpecialType: SpecialType.System_String })
                return OfStringCall(call, bindings);
            if (method.ContainingType is { Name: "Path", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } })
                return OfPathCall(call, bindings);
            if (method is { Name: "ToString", Parameters.IsEmpty: true } && call.Instance is { } instance
                && (instance.ConstantValue.HasValue || instance.Type?.Name is "Uri" or "FileInfo" or "DirectoryInfo" or "PathString" or "StringBuilder"))
                return Resolve(instance, bindings);
            if ((bindings?.Depth ?? 0) >= MaxCallDepth)
                return ResolvedText.Unknown;
            return Resolve(Definitions.ReturnedBy(method, call, cancellation), Bindings.Of(call, bindings));
        }

        private ResolvedText OfStringCall(IInvocationOperation call, Bindings? bindings)
        {
            switch (call.TargetMethod.Name)
            {
                case "Concat" when Items(call.Arguments) is { } items:
                    return Concat(bindings, items);
                case "Join" when call.Arguments.Length >= 2 && Items(call.Arguments.Skip(1)) is { } items:
                    var separator = Resolve(call.Arguments[0].Value, bindings);
                    return ResolvedText.Concat(items.SelectMany((item, i) => i == 0 ? new[] { Resolve(item, bindings) } : new[] { separator, Resolve(item, bindings) }));
                case "Format" when call.Arguments.Length >= 2 && call.Arguments[0].Parameter?.Type.SpecialType == SpecialType.System_String
                    && Items(call.Arguments.Skip(1)) is { } items:
                    return Resolve(call.Arguments[0].Value, bindings).TryGetText(out var format)
                        ? CompositeFormat.Fill(format, items.Select(item => Resolve(item, bindings)).ToList())
                        : ResolvedText.Unknown;
            }

            if (call.Instance is null)
                return ResolvedText.Unknown;
            if (KeepsText(call))
                return Resolve(call.Instance, bindings);
            if (!Resolve(call.Instance, bindings).TryGetText(out var text))
                return ResolvedText.Unknown;
            return (call.TargetMethod.Name, call.Arguments.Select(argument => Resolve(argument.Value, bindings).Text).ToArray()) switch
            {
                ("Trim", []) => ResolvedText.Of(text.Trim()),
                ("TrimEnd", [{ Length: 1 } end]) => ResolvedText.Of(text.TrimEnd(end[0])),
                ("TrimStart", [{ Length: 1 } start]) => ResolvedText.Of(text.TrimStart(start[0])),
                ("ToLowerInvariant" or "ToLower", []) => ResolvedText.Of(text.ToLowerInvariant()),
                ("ToUpperInvariant" or "ToUpper", []) => ResolvedText.Of(text.ToUpperInvariant()),
                ("Replace", [{ Length: > 0 } old, { } other]) => ResolvedText.Of(text.Replace(old, other)),
                _ => ResolvedText.Unknown,
            };
        }

        private ResolvedText OfPathCall(IInvocationOperation call, Bindings? bindings)
        {
            switch (call.TargetMethod.Name)
            {
                case "Combine" or "Join" when Items(call.Arguments) is { } items:
                    var texts = items.Select(item => Resolve(item, bindings)).ToList();
                    return UnixPath.Combine(texts, rootedWins: call.TargetMethod.Name == "Combine");
                case "GetFullPath" when call.Arguments is [{ Value: var path }]:
                    return Resolve(path, bindings);
                default:
                    return ResolvedText.Unknown;
            }
        }

        private ResolvedText Concat(Bindings? bindings, params IEnumerable<IOperation> items) => ResolvedText.Concat(items.Select(item => Resolve(item, bindings)));

        /// <summary>The arguments one by one, a params array or collection unpacked; null where a whole sequence comes from elsewhere.</summary>
        private static IReadOnlyList<IOperation>? Items(IEnumerable<IArgumentOperation> arguments)
        {
            var items = new List<IOperation>();
            foreach (var argument in arguments)
            {
                var value = Definitions.Unwrap(argument.Value);
                if (value is IArrayCreationOperation { Initializer: { } initializer })
                    items.AddRange(initializer.ElementValues);
                else if (argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
                    items.Add(argument.Value);
                else if (argument.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.DefaultValue))
                    items.AddRange(value.ChildOperations);
                else
                    return null;
            }

            return items;
        }

        private static bool KeepsText(IInvocationOperation call) =>
            call.TargetMethod is { Name: "ToString", ContainingType.SpecialType: SpecialType.System_String } or { Name: "Normalize" or "Clone", ContainingType.SpecialType: SpecialType.System_String };
    }

    private static ResolvedText OfConstant(object? value, ITypeSymbol? type)
    {
        if (value is null)
            return ResolvedText.Null;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            var member = enumeration.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
            return member is null ? ResolvedText.Unknown : ResolvedText.Of(member.Name);
        }

        return ResolvedText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>The framework's own fields, as they are in a Linux container.</summary>
    private static ResolvedText? OfFrameworkField(IFieldSymbol field) => (field.ContainingType?.Name, field.Name) switch
    {
        ("String", "Empty") => ResolvedText.Of(""),
        ("Path", "DirectorySeparatorChar" or "AltDirectorySeparatorChar") => ResolvedText.Of("/"),
        _ => null,
    };

    private static bool IsFileSystemPath(IPropertySymbol property) => property is { Name: "FullName", ContainingType.Name: "FileSystemInfo" or "FileInfo" or "DirectoryInfo" };
}
