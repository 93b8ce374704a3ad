using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers;
using static Purser.Benchmarks.Measuring;

namespace Purser.Benchmarks;

/// <summary>
/// The credential rules over a checkout: <c>analyze folder [--findings file] [--runs 5]</c>.
/// Writes what was found as <c>file:line:id:message</c>, and compares time and allocated bytes with the two credential rules of SonarAnalyzer.CSharp in the same run.
/// </summary>
internal static class CredentialRun
{
    private static readonly string[] PeerRules = ["S2068", "S6418"];

    private static readonly string Peer = typeof(CredentialRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "PeerAnalyzer").Value!;

    public static int Run(string[] arguments)
    {
        var folder = Path.GetFullPath(arguments[0]);
        var trees = Sources.Corpus(folder);
        Console.WriteLine($"{trees.Length} files, {trees.Sum(tree => tree.GetText().Lines.Count)} lines");
        var ours = RulesOf(typeof(ManifestGenerator).Assembly, id => id.StartsWith("PUR3", StringComparison.Ordinal));
        if (Option(arguments, "--findings") is { } file)
            File.WriteAllLines(file, Findings(trees, ours, folder));

        var runs = int.Parse(Option(arguments, "--runs") ?? "0", CultureInfo.InvariantCulture);
        if (runs == 0)
            return 0;
        var sides = new List<(string Name, ImmutableArray<DiagnosticAnalyzer> Rules, List<(double Clock, double Cpu, double Megabytes)> Runs)> { ("bind alone", [], []), ("PUR3xxx", ours, []) };
        sides.Add((string.Join("+", PeerRules), RulesOf(Assembly.LoadFrom(Peer), PeerRules.Contains), []));

        // In turns, so that what else the machine does meets all of them; the first turn warms up.
        for (var turn = 0; turn <= runs; turn++)
        {
            foreach (var side in sides)
            {
                var compilation = Compilation(trees, side.Rules);
                var taken = Take(() => _ = side.Rules.IsEmpty
                    ? compilation.GetDiagnostics()
                    : Analyze(compilation, side.Rules, (exception, analyzer) => Console.WriteLine($"{analyzer}: {exception}"), withCompiler: true));
                if (turn > 0)
                    side.Runs.Add(taken);
            }
        }

        var floor = sides[0];
        foreach (var side in sides)
        {
            double seconds = Of(side, run => run.Clock), processor = Of(side, run => run.Cpu), megabytes = Of(side, run => run.Megabytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{side.Name,-16} {seconds,7:0.00} s {processor,7:0.00} s of processors {megabytes,8:0} MB   over bind alone: {seconds - Of(floor, run => run.Clock),6:0.00} s {processor - Of(floor, run => run.Cpu),6:0.00} s {megabytes - Of(floor, run => run.Megabytes),6:0} MB"));
        }

        static double Of((string, ImmutableArray<DiagnosticAnalyzer>, List<(double Clock, double Cpu, double Megabytes)> Runs) side, Func<(double Clock, double Cpu, double Megabytes), double> figure) => Median(side.Runs.Select(figure));

        return 0;
    }

    private static IEnumerable<string> Findings(ImmutableArray<SyntaxTree> trees, ImmutableArray<DiagnosticAnalyzer> rules, string folder)
    {
        var failures = 0;
        var found = Analyze(Compilation(trees, rules), rules, (exception, analyzer) =>
        {
            if (Interlocked.Increment(ref failures) < 5)
                Console.WriteLine($"{analyzer}: {exception}");
        }, withCompiler: false, Files(folder));
        Console.WriteLine($"{found.Length} findings, {failures} exceptions: {string.Join(", ", found.GroupBy(d => d.Id).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}");
        return found
            .Select(diagnostic => (Place: diagnostic.Location.GetLineSpan(), Text: $"{diagnostic.Id}:{diagnostic.Severity}:{diagnostic.GetMessage(CultureInfo.InvariantCulture)}"))
            .OrderBy(found => found.Place.Path, StringComparer.Ordinal).ThenBy(found => found.Place.StartLinePosition)
            .Select(found => $"{Path.GetRelativePath(folder, found.Place.Path)}:{found.Place.StartLinePosition.Line + 1}:{found.Text}");
    }

    /// <summary>What a project would give the compiler beside its code; each rule takes the files that it knows.</summary>
    private static ImmutableArray<AdditionalText> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Configuration.Contains(Path.GetExtension(path).ToLowerInvariant()) && !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/.git/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new TextFile(path)),
    ];

    private static readonly HashSet<string> Configuration = new([".json", ".config", ".xml", ".yml", ".yaml", ".env", ".ini", ".toml", ".properties", ".runsettings"], StringComparer.Ordinal);

    private sealed class TextFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), System.Text.Encoding.UTF8);
    }

    /// <summary>Rules that are off by default are switched on.</summary>
    private static CSharpCompilation Compilation(ImmutableArray<SyntaxTree> trees, ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var compilation = Sources.Compilation(trees, withPurser: false);
        return rules.IsEmpty ? compilation : compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            rules.SelectMany(rule => rule.SupportedDiagnostics).Where(rule => !rule.IsEnabledByDefault).DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, _ => ReportDiagnostic.Warn)));
    }
}
