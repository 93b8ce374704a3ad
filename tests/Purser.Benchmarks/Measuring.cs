using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Purser.Benchmarks;

/// <summary>What the runs over a checkout share.</summary>
internal static class Measuring
{
    /// <summary>The analyzers of an assembly that report one of the wanted rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> RulesOf(Assembly assembly, Func<string, bool> isWanted) =>
    [
        .. assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => isWanted(rule.Id))),
    ];

    public static string? Option(string[] arguments, string name) => Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
