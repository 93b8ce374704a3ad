using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers;

namespace Purser.Benchmarks;

/// <summary>What all rules cost in a code base that uses none of Purser's attributes, on top of binding it. <c>PURSER_CORPUS</c> names a checkout; without it, 2,000 made-up files.</summary>
public class RuleBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(ManifestGenerator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private ImmutableArray<SyntaxTree> _trees;
    private CSharpCompilation _compilation = null!;

    [GlobalSetup]
    public void Prepare() =>
        _trees = Environment.GetEnvironmentVariable("PURSER_CORPUS") is { Length: > 0 } folder ? Sources.Corpus(folder) : Sources.Trees(0, 2000);

    [IterationSetup]
    public void Unbind() => _compilation = Sources.Compilation(_trees, withPurser: false);

    [Benchmark(Baseline = true)]
    public object BindAlone() => _compilation.GetDiagnostics();

    /// <summary>One rule that does nothing: the price of running analyzers at all.</summary>
    [Benchmark]
    public object BindAndAnEmptyRule() => Run([new Empty()]);

    [Benchmark]
    public object BindAndAllRules() => Run(Rules);

    private ImmutableArray<Diagnostic> Run(ImmutableArray<DiagnosticAnalyzer> rules) => _compilation
        .WithAnalyzers(rules, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
        .GetAllDiagnosticsAsync().GetAwaiter().GetResult();

    private sealed class Empty : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("EMPTY", "Empty", "Empty", "Empty", DiagnosticSeverity.Info, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(static _ => { });
        }
    }
}
