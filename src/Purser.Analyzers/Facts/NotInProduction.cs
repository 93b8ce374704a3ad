using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Facts;

/// <summary>Classes that the deployed program never runs: tests, and what a design-time tool creates.</summary>
internal static class NotInProduction
{
    public static bool Contains(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.AllInterfaces.Any(static candidate => candidate.Name == "IDesignTimeDbContextFactory")
                || type.GetMembers().Any(static member => member is IMethodSymbol && member.GetAttributes().Any(static attribute =>
                    attribute.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestMethodAttribute" or "BenchmarkAttribute")))
                return true;
        }

        return false;
    }
}
