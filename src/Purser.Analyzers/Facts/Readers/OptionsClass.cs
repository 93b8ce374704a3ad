using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>The keys of an options class, property by property, as the configuration binder sees it.</summary>
internal static class OptionsClass
{
    private const int MaxDepth = 6;
    private const int MaxKeys = 256;

    public static IEnumerable<KeyFinding> Keys(INamedTypeSymbol type, string path, Scope scope) =>
        IsLeaf(type)
            ? path.Length == 0 ? [] : [new KeyFinding(path, null, CanBeSecret(type), IsRequired: false, IsCollection: false)]
            : Keys(type, path, scope, 0, path.Length == 0 ? [] : [path]).Take(MaxKeys);

    public static bool CanBeSecret(ITypeSymbol type) => Underlying(type) is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { Name: "Uri" };

    /// <summary>A default as configuration would give it; null where it is not known, or where it is empty and so none.</summary>
    public static string? DefaultText(IOperation value, Scope scope)
    {
        var followed = scope.Follow(value);
        if (followed.Type is { Name: "TimeSpan", ContainingNamespace.Name: "System" } && Durations.Resolve(followed, scope) is { } time)
            return time.ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        var text = scope.Text(value);
        return text switch
        {
            null or "" => null,
            "True" => "true",
            "False" => "false",
            _ => text,
        };
    }

    private static IEnumerable<KeyFinding> Keys(INamedTypeSymbol type, string path, Scope scope, int depth, string[] seen)
    {
        foreach (var property in Properties(type))
        {
            var key = path.Length == 0 ? property.Name : $"{path}:{NameOf(property)}";
            var isRequired = property.IsRequired || property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "RequiredAttribute") || IsPositional(property, scope);
            if (IsLeaf(property.Type))
                yield return new KeyFinding(key, Initializer(property, scope), CanBeSecret(property.Type), isRequired, IsCollection: false);
            else if (IsCollection(property.Type))
                yield return new KeyFinding(key, null, CanBeSecret: true, isRequired, IsCollection: true);
            else if (depth < MaxDepth && Underlying(property.Type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } nested && !Calls.IsIn(nested, "System") && !seen.Contains(nested.ToDisplayString()))
                foreach (var inner in Keys(nested, key, scope, depth + 1, [.. seen, nested.ToDisplayString()]))
                    yield return inner;
        }
    }

    /// <summary>What the binder sets: public, not static, with a setter or a constructor parameter; a nested object without one it fills.</summary>
    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null }
                    && (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || (property.SetMethod is null && !IsLeaf(property.Type) && property.DeclaringSyntaxReferences.Length > 0))
                    && names.Add(property.Name))
                    yield return property;
            }
        }
    }

    /// <summary>A record's own parameter without a default: the binder throws where nothing gives it.</summary>
    private static bool IsPositional(IPropertySymbol property, Scope scope) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancellation) is ParameterSyntax { Default: null } && property.NullableAnnotation != NullableAnnotation.Annotated;

    private static string NameOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "ConfigurationKeyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string
        ?? property.Name;

    private static string? Initializer(IPropertySymbol property, Scope scope)
    {
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancellation) switch
        {
            PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        };
        var operation = syntax is null ? null : Models.For(syntax.SyntaxTree, scope.Model)?.GetOperation(syntax, scope.Cancellation);
        return operation is null ? null : DefaultText(operation, scope);
    }

    /// <summary>What one value of configuration becomes: a text, a number, an enum, anything that is converted from text.</summary>
    private static bool IsLeaf(ITypeSymbol type)
    {
        type = Underlying(type);
        return type.TypeKind == TypeKind.Enum
            || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_Object or SpecialType.System_DateTime
            || type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Guid" or "Uri" or "Version" }
            || type is { Name: "IPAddress" or "CultureInfo" };
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol || type.AllInterfaces.Any(static candidate => candidate.Name == "IEnumerable") || type is { Name: "IEnumerable" };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
}
