using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Purser.Analyzers;

namespace Purser.Benchmarks;

/// <summary>1,000 annotated classes among 2,000 ordinary files: the first run, and the run after an edit elsewhere. The floor is a generator that finds the attributes and makes nothing of them.</summary>
public class GeneratorBenchmarks
{
    private const int OrdinaryFiles = 2000;

    private ImmutableArray<SyntaxTree> _trees;
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _purser = null!;
    private GeneratorDriver _floor = null!;
    private int _revision;

    [Params(1, 100, 1000)]
    public int Workloads { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _trees = Sources.Trees(Workloads, OrdinaryFiles);
        _compilation = Sources.Compilation(_trees);
        _purser = Driver(new ManifestGenerator()).RunGenerators(_compilation);
        _floor = Driver(new Floor()).RunGenerators(_compilation);
    }

    /// <summary>A compilation that nobody has bound yet, as after each key stroke.</summary>
    [IterationSetup]
    public void Edit()
    {
        _compilation = Sources.Compilation(_trees);
        _edited = _compilation.ReplaceSyntaxTree(_trees[^1], Sources.Ordinary(OrdinaryFiles - 1, ++_revision));
    }

    [Benchmark]
    public object Cold() => Driver(new ManifestGenerator()).RunGenerators(_compilation);

    [Benchmark]
    public object ColdFloor() => Driver(new Floor()).RunGenerators(_compilation);

    [Benchmark]
    public object EditElsewhere() => _purser.RunGenerators(_edited);

    [Benchmark(Baseline = true)]
    public object EditElsewhereFloor() => _floor.RunGenerators(_edited);

    internal static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Latest));

    internal sealed class Floor : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            foreach (var name in (string[])["Stateless", "Stateful", "BatchJob", "PerNode"])
            {
                var found = context.SyntaxProvider.ForAttributeWithMetadataName($"Purser.{name}Attribute", static (_, _) => true, static (match, _) => match.TargetSymbol.Name);
                context.RegisterImplementationSourceOutput(found.Collect(), static (_, _) => { });
            }
        }
    }
}
