using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Workloads;

/// <summary>Reads an annotated class into a <see cref="WorkloadDeclaration"/>. Generator and rules share it, so they never disagree about what an attribute says.</summary>
internal static class WorkloadReader
{
    public static WorkloadDeclaration Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var attributes = AttributesOf(type);
        var declared = ImmutableArray.CreateBuilder<DeclaredAttribute>(attributes.Length);
        foreach (var attribute in attributes)
            declared.Add(ReadAttribute(declared.Count, attribute));

        var entryPoint = compilation.GetEntryPoint(cancellation);
        return new WorkloadDeclaration(
            type.ToDisplayString(ClassNameFormat),
            type.Name,
            type.ContainingAssembly?.Name ?? compilation.AssemblyName ?? "",
            FileName(attributes, type),
            entryPoint is not null && SymbolEqualityComparer.Default.Equals(entryPoint.ContainingType, type),
            declared.ToImmutable());
    }

    /// <summary>Purser's attributes on a class, in an order that does not depend on the order of the files.</summary>
    public static ImmutableArray<AttributeData> AttributesOf(INamedTypeSymbol type)
    {
        var all = type.GetAttributes();
        var ours = all.Where(IsOurs).ToImmutableArray();
        if (ours.Length < 2 || ours.All(a => a.ApplicationSyntaxReference?.SyntaxTree == ours[0].ApplicationSyntaxReference?.SyntaxTree))
            return ours;
        return ours
            .OrderBy(a => a.ApplicationSyntaxReference?.SyntaxTree.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(a => a.ApplicationSyntaxReference?.Span.Start ?? 0)
            .ToImmutableArray();
    }

    /// <summary>The name without the suffix, <c>Stateless</c>; null where the attribute is not Purser's.</summary>
    public static string? NameOf(AttributeData attribute)
    {
        var type = attribute.AttributeClass;
        if (type?.ContainingNamespace is not { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true })
            return null;
        return type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : null;
    }

    private static bool IsOurs(AttributeData attribute) => NameOf(attribute) is not null;

    private static DeclaredAttribute ReadAttribute(int index, AttributeData attribute)
    {
        var arguments = ImmutableArray.CreateBuilder<DeclaredArgument>();
        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (var i = 0; i < parameters.Length && i < attribute.ConstructorArguments.Length; i++)
            Add(PropertyName(parameters[i].Name), attribute.ConstructorArguments[i]);
        foreach (var argument in attribute.NamedArguments)
            Add(argument.Key, argument.Value);
        return new DeclaredAttribute(index, NameOf(attribute)!, arguments.ToImmutable());

        void Add(string name, TypedConstant constant)
        {
            if (ReadValue(constant) is { } value)
                arguments.Add(new DeclaredArgument(name, value));
        }
    }

    /// <summary>Null for what does not compile: the compiler has said so already.</summary>
    private static DeclaredValue? ReadValue(TypedConstant constant)
    {
        switch (constant.Kind)
        {
            case TypedConstantKind.Array:
                return constant.IsNull
                    ? new DeclaredValue()
                    : new DeclaredValue(Texts: constant.Values.Select(item => item.Value as string ?? "").ToEquatableArray());
            case TypedConstantKind.Enum:
                var member = constant.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, constant.Value));
                return new DeclaredValue(Text: member?.Name ?? Convert.ToString(constant.Value, System.Globalization.CultureInfo.InvariantCulture));
            case TypedConstantKind.Primitive:
                return constant.Value switch
                {
                    string text => new DeclaredValue(Text: text),
                    int number => new DeclaredValue(Number: number),
                    long number => new DeclaredValue(Number: number),
                    bool flag => new DeclaredValue(Flag: flag),
                    null => new DeclaredValue(),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>The property that a constructor's parameter sets.</summary>
    public static string PropertyName(string parameter) =>
        parameter.Length == 0 ? parameter : char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    private static string FileName(ImmutableArray<AttributeData> attributes, INamedTypeSymbol type)
    {
        var path = attributes.FirstOrDefault(a => NameOf(a) is { } name && AttributeNames.IsWorkload(name))?.ApplicationSyntaxReference?.SyntaxTree.FilePath
            ?? type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath
            ?? "";
        return path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
    }

    private static readonly SymbolDisplayFormat ClassNameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted);
}
