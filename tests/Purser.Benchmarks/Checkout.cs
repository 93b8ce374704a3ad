using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Purser.Benchmarks.Measuring;

namespace Purser.Benchmarks;

/// <summary>A checkout that is made one program, with a workload attribute put on its Program.</summary>
internal static class Checkout
{
    private static readonly string[] NoCode = ["bin", "obj", "test", "tests", "fuzz", "benchmarks"];

    /// <summary><c>folder,folder --on Program.cs [--attribute "Purser.Stateless(Replicas = 3)"] [--references folder]</c></summary>
    public static CSharpCompilation Read(string[] arguments)
    {
        var attribute = Option(arguments, "--attribute") ?? "Purser.Stateless(Replicas = 3)";
        var plain = Program(Folders(arguments), Option(arguments, "--references"));
        var program = attribute == "none" ? plain : Annotated(plain, Path.GetFullPath(Option(arguments, "--on")!), attribute);
        Console.WriteLine($"{program.SyntaxTrees.Length} files, {program.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count)} lines");
        return program;
    }

    public static string[] Folders(string[] arguments) => arguments[0].Split(',').Select(Path.GetFullPath).ToArray();

    /// <summary>The same trees, with nothing bound.</summary>
    public static CSharpCompilation Fresh(CSharpCompilation program) =>
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
}
