using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>The workload classes of a compilation.</summary>
internal static class WorkloadTypes
{
    /// <summary>In the order of their names. Attributes are bound only where the source has some.</summary>
    public static ImmutableArray<INamedTypeSymbol> Of(Compilation compilation) =>
        Types(compilation.Assembly.GlobalNamespace).Where(IsWorkload).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ToImmutableArray();

    private static bool IsWorkload(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
        && type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { AttributeLists.Count: > 0 })
        && type.GetAttributes().Any(attribute => WorkloadReader.NameOf(attribute) is { } name && AttributeNames.IsWorkload(name));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var nested in Types(inner))
                    yield return nested;
        }
    }
}
