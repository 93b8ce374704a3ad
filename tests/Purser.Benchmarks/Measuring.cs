using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>Seconds of the clock, of the processors, and allocated megabytes.</summary>
    public static (double Clock, double Cpu, double Megabytes) Take(Action work)
    {
        GC.Collect();
        var (bytes, before) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        var watch = Stopwatch.StartNew();
        work();
        var clock = watch.Elapsed.TotalSeconds;
        return (clock, (Environment.CpuUsage.TotalTime - before).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6);
    }

    /// <summary>As the compiler runs them; with its own diagnostics where a run is compared with one of the compiler alone.</summary>
    public static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> rules, Action<Exception, DiagnosticAnalyzer> failed, bool withCompiler, ImmutableArray<AdditionalText> files = default)
    {
        var run = compilation.WithAnalyzers(rules, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files.IsDefault ? [] : files), (exception, analyzer, _) => failed(exception, analyzer), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return (withCompiler ? run.GetAllDiagnosticsAsync() : run.GetAnalyzerDiagnosticsAsync()).GetAwaiter().GetResult();
    }

    public static string? Option(string[] arguments, string name) => Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
