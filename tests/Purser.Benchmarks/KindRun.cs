using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers;
using static Purser.Benchmarks.Measuring;

namespace Purser.Benchmarks;

/// <summary>
/// The rules about kinds over a checkout that is made one program, with an attribute put on its Program:
/// <c>kinds folder,folder --on Program.cs [--attribute "Purser.Stateless(Replicas = 3)"] [--references folder] [--findings file] [--rules PUR2001,PUR2002] [--each] [--runs 5]</c>.
/// </summary>
internal static class KindRun
{
    public static int Run(string[] arguments)
    {
        var program = Checkout.Read(arguments);

        var wanted = Option(arguments, "--rules")?.Split(',');
        var kinds = RulesOf(typeof(ManifestGenerator).Assembly, id => wanted?.Contains(id) ?? id.StartsWith("PUR2", StringComparison.Ordinal) || id == "PUR5001");
        var all = RulesOf(typeof(ManifestGenerator).Assembly, static _ => true);
        if (Option(arguments, "--findings") is { } file)
            File.WriteAllLines(file, Findings(program, arguments.Contains("--all") ? all : kinds, Checkout.Folders(arguments)[0]));
        var runs = int.Parse(Option(arguments, "--runs") ?? "0", CultureInfo.InvariantCulture);
        if (arguments.Contains("--each"))
            Each(program, Path.GetFullPath(Option(arguments, "--on")!), kinds, Math.Max(runs, 1));
        else if (runs > 0)
            Compare(program, kinds, all, runs);
        return 0;
    }

    private static void Compare(CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> kinds, ImmutableArray<DiagnosticAnalyzer> all, int runs)
    {
        var sides = new List<(string Name, ImmutableArray<DiagnosticAnalyzer> Rules, List<(double Clock, double Cpu, double Megabytes)> Runs)>
        {
            ("compile", [], []), ("nothing", [new Silent()], []), ("PUR2xxx+5001", kinds, []), ("all of Purser", all, []),
        };
        // In turns, so that what else the machine does meets all of them; the first turn warms up.
        for (var turn = 0; turn <= runs; turn++)
        {
            foreach (var (_, rules, measured) in sides)
            {
                var fresh = Checkout.Fresh(program);
                var taken = Take(rules.IsEmpty ? () => Compile(fresh) : () => Analyze(fresh, rules, Failed, withCompiler: true));
                if (turn > 0)
                    measured.Add(taken);
            }
        }

        var (compile, nothing) = (sides[0].Runs, sides[1].Runs);
        foreach (var (name, _, measured) in sides)
        {
            var clock = Median(measured.Zip(nothing, static (run, floor) => run.Clock - floor.Clock));
            var cpu = Median(measured.Zip(nothing, static (run, floor) => run.Cpu - floor.Cpu));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-14} {Median(measured.Select(static run => run.Clock)),7:0.00} s {Median(measured.Select(static run => run.Cpu)),7:0.00} s CPU {Median(measured.Select(static run => run.Megabytes)),7:0} MB   over nothing: {clock,6:0.00} s {cpu,6:0.00} s CPU, {cpu / Median(compile.Select(static run => run.Cpu)) * 100:0.0} % of compiling"));
        }
    }

    /// <summary>What the rules do of their own, one by one and together, as an editor asks them about the file of the workload.</summary>
    private static void Each(CSharpCompilation program, string file, ImmutableArray<DiagnosticAnalyzer> rules, int runs)
    {
        foreach (var side in rules.Select(static rule => ImmutableArray.Create(rule)).Prepend(rules).Prepend([new Silent()]))
        {
            var measured = Enumerable.Range(0, runs).Select(_ =>
            {
                var fresh = Checkout.Fresh(program);
                var model = fresh.GetSemanticModel(fresh.SyntaxTrees.Single(tree => tree.FilePath == file));
                return Take(() => fresh.WithAnalyzers(side).GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult());
            }).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(side.Length == 1 ? side[0].GetType().Name : "together"),-30} {Median(measured.Select(static run => run.Cpu)),7:0.00} s CPU {Median(measured.Select(static run => run.Megabytes)),7:0} MB"));
        }
    }

    /// <summary>As the compiler does: bodies are bound once, on the way to the assembly.</summary>
    private static void Compile(CSharpCompilation program)
    {
        using var assembly = new MemoryStream();
        if (!program.Emit(assembly).Success)
            program.GetDiagnostics();
    }

    private static void Failed(Exception exception, DiagnosticAnalyzer analyzer) => Console.WriteLine($"{analyzer}: {exception}");

    private static IEnumerable<string> Findings(CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> rules, string folder)
    {
        var found = Analyze(Checkout.Fresh(program), rules, Failed, withCompiler: false);
        Console.WriteLine($"{found.Length} findings: {string.Join(", ", found.GroupBy(static problem => problem.Id).OrderBy(static group => group.Key).Select(static group => $"{group.Key} {group.Count()}"))}");
        return found
            .OrderBy(static problem => problem.Id, StringComparer.Ordinal)
            .Select(problem => (problem, Place: (problem.AdditionalLocations is [var evidence, ..] ? evidence : problem.Location).GetLineSpan()))
            .Select(entry => $"{entry.problem.Id} {Path.GetRelativePath(folder, entry.Place.Path)}:{entry.Place.StartLinePosition.Line + 1} {entry.problem.GetMessage(CultureInfo.InvariantCulture)}");
    }

    /// <summary>What any analyzer costs.</summary>
    private sealed class Silent : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("SILENT", "Nothing", "Nothing", "Measure", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
        }
    }
}
