using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private static readonly string[] NoCode = ["bin", "obj", "test", "tests", "fuzz", "benchmarks"];

    public static int Run(string[] arguments)
    {
        var folders = arguments[0].Split(',').Select(Path.GetFullPath).ToArray();
        var attribute = Option(arguments, "--attribute") ?? "Purser.Stateless(Replicas = 3)";
        var plain = Program(folders, Option(arguments, "--references"));
        var program = attribute == "none" ? plain : Annotated(plain, Path.GetFullPath(Option(arguments, "--on")!), attribute);
        Console.WriteLine($"{program.SyntaxTrees.Length} files, {program.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count)} lines");

        var wanted = Option(arguments, "--rules")?.Split(',');
        var kinds = RulesOf(typeof(ManifestGenerator).Assembly, id => wanted?.Contains(id) ?? id.StartsWith("PUR2", StringComparison.Ordinal) || id == "PUR5001");
        var all = RulesOf(typeof(ManifestGenerator).Assembly, static _ => true);
        if (Option(arguments, "--findings") is { } file)
            File.WriteAllLines(file, Findings(program, arguments.Contains("--all") ? all : kinds, folders[0]));
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
                var fresh = Fresh(program);
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
                var fresh = Fresh(program);
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
        var found = Analyze(Fresh(program), rules, Failed, withCompiler: false);
        Console.WriteLine($"{found.Length} findings: {string.Join(", ", found.GroupBy(static problem => problem.Id).OrderBy(static group => group.Key).Select(static group => $"{group.Key} {group.Count()}"))}");
        return found
            .OrderBy(static problem => problem.Id, StringComparer.Ordinal)
            .Select(problem => (problem, Place: (problem.AdditionalLocations is [var evidence, ..] ? evidence : problem.Location).GetLineSpan()))
            .Select(entry => $"{entry.problem.Id} {Path.GetRelativePath(folder, entry.Place.Path)}:{entry.Place.StartLinePosition.Line + 1} {entry.problem.GetMessage(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The same trees, with nothing bound.</summary>
    private static CSharpCompilation Fresh(CSharpCompilation program) =>
        CSharpCompilation.Create(program.AssemblyName, program.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)), program.References, program.Options);

    private static CSharpCompilation Program(string[] folders, string? references)
    {
        var trees = folders.SelectMany(folder => Sources.Corpus(folder).Where(tree => !Path.GetRelativePath(folder, tree.FilePath).Split(Path.DirectorySeparatorChar).Any(static part => NoCode.Contains(part, StringComparer.OrdinalIgnoreCase) || part.EndsWith("Tests", StringComparison.Ordinal))));
        if (folders.Any(static folder => HasImplicitUsings(folder)))
            trees = trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest), "/GlobalUsings.g.cs"));
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true);
        var compilation = CSharpCompilation.Create("Program", trees, References(references), options);
        return Generate(compilation);
    }

    /// <summary>What the framework's own generators make, so that partial methods have their other half.</summary>
    private static CSharpCompilation Generate(CSharpCompilation program)
    {
        var loaded = Directory.EnumerateFiles(Packs, "*.dll", SearchOption.AllDirectories)
            .Where(static file => file.Contains($"{Path.DirectorySeparatorChar}cs{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(file) is "System.Text.RegularExpressions.Generator.dll" or "Microsoft.Extensions.Logging.Generators.dll" or "System.Text.Json.SourceGeneration.dll")
            .Select(System.Reflection.Assembly.LoadFrom);
        var generators = loaded.SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => !type.IsAbstract && type.GetConstructor([]) is not null && typeof(IIncrementalGenerator).IsAssignableFrom(type))
            .Select(static type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: (CSharpParseOptions)program.SyntaxTrees[0].Options).RunGeneratorsAndUpdateCompilation(program, out var made, out _);
        return (CSharpCompilation)made;
    }

    private static string Packs => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));

    private static IEnumerable<MetadataReference> References(string? more)
    {
        var packs = new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }
            .Select(static pack => Directory.GetDirectories(Path.Combine(Packs, pack)).Order(StringComparer.Ordinal).Last())
            .SelectMany(static pack => Directory.EnumerateFiles(Path.Combine(pack, "ref"), "*.dll", SearchOption.AllDirectories));
        return packs
            .Concat(more is null ? [] : Directory.EnumerateFiles(more, "*.dll", SearchOption.AllDirectories))
            .Append(typeof(StatelessAttribute).Assembly.Location)
            .DistinctBy(Path.GetFileName)
            .Select(static file => MetadataReference.CreateFromFile(file));
    }

    private static CSharpCompilation Annotated(CSharpCompilation program, string file, string attribute)
    {
        var tree = program.SyntaxTrees.Single(tree => tree.FilePath == file);
        var text = tree.GetText();
        var declared = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(static type => type.Identifier.ValueText == "Program");
        var change = declared is null
            ? new Microsoft.CodeAnalysis.Text.TextChange(new(text.Length, 0), $"\n[{attribute}]\npublic partial class Program;\n")
            : new Microsoft.CodeAnalysis.Text.TextChange(new(declared.SpanStart, 0), $"[{attribute}] ");
        return program.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(change)));
    }

    private static bool HasImplicitUsings(string folder) => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(folder, "Directory.Build.props", SearchOption.AllDirectories))
        .Any(static file => File.ReadAllText(file).Contains("<ImplicitUsings>enable", StringComparison.OrdinalIgnoreCase));

    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Net.Http.Json;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

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
