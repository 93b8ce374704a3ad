using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Tests.Testing;

/// <summary>A project in memory, as a test describes it: sources, additional files, MSBuild properties, references.</summary>
internal sealed record Project
{
    public ImmutableArray<(string Path, string Text)> Sources { get; init; } = [];

    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>MSBuild properties by name, without the <c>build_property.</c> prefix.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text of <c>/app/.editorconfig</c>, read as the compiler reads it; null where there is none.</summary>
    public string? EditorConfig { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = [.. Testing.References.Net];

    public string AssemblyName { get; init; } = "Orders.Api";

    public OutputKind OutputKind { get; init; } = OutputKind.ConsoleApplication;

    public static Project Of(params string[] sources) => new()
    {
        Sources = [.. sources.Select((text, i) => (i == 0 ? "/app/Program.cs" : $"/app/File{i}.cs", text))],
        OutputKind = OutputKind.DynamicallyLinkedLibrary,
    };

    /// <summary>A web project with top-level statements.</summary>
    public static Project WebOf(params string[] sources) => Of(sources) with
    {
        References = [.. Testing.References.Web],
        OutputKind = OutputKind.ConsoleApplication,
        Properties = ImmutableDictionary<string, string>.Empty.Add("UsingMicrosoftNETSdkWeb", "true"),
    };

    public Project With(string property, string value) => this with { Properties = Properties.SetItem(property, value) };

    public Project WithFile(string path, string text) => this with { AdditionalFiles = AdditionalFiles.Add((path, text)) };

    public CSharpCompilation Compile()
    {
        var trees = Sources.Append(("/app/obj/GlobalUsings.g.cs", GlobalUsings))
            .Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Item2, System.Text.Encoding.UTF8), ParseOptions, source.Item1));
        return CSharpCompilation.Create(AssemblyName, trees, References, new CSharpCompilationOptions(OutputKind, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The compilation's own errors, so that a test's typing mistake is not taken for a missing diagnostic.</summary>
    public ImmutableArray<Diagnostic> CompilerErrors() =>
        [.. Compile().GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];

    public async Task<ImmutableArray<Diagnostic>> Analyze(params DiagnosticAnalyzer[] analyzers)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            AnalyzerOptions(),
            onAnalyzerException: (exception, analyzer, _) => { lock (failures) failures.Add($"{analyzer}: {exception}"); },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await Compile().WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    public GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        AdditionalTexts(),
        ParseOptions,
        new Options(Properties),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public AnalyzerOptions AnalyzerOptions() => new(AdditionalTexts(), EditorConfig is null ? new Options(Properties) : new ConfigOptions(EditorConfig, new Values(Properties)));

    private ImmutableArray<AdditionalText> AdditionalTexts() =>
        [.. AdditionalFiles.Select(file => (AdditionalText)new File(file.Path, file.Text))];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
    }

    private sealed class Options(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class ConfigOptions(string text, AnalyzerConfigOptions global) : AnalyzerConfigOptionsProvider
    {
        private readonly AnalyzerConfigSet set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, "/app/.editorconfig") });

        public override AnalyzerConfigOptions GlobalOptions => global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

        private Values Of(string path) => new(set.GetOptionsForSourcePath(path).AnalyzerOptions);
    }

    private sealed class Values(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            // Both MSBuild properties and plain .editorconfig keys can be given by a test.
            var name = key.StartsWith("build_property.", StringComparison.Ordinal) ? key["build_property.".Length..] : key;
            return properties.TryGetValue(name, out value!);
        }
    }
}
