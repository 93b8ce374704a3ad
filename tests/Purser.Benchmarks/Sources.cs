using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Benchmarks;

/// <summary>Programs of any size, made up but of the shape that real ones have.</summary>
internal static class Sources
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    /// <summary>What this process itself runs on.</summary>
    public static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static readonly ImmutableArray<MetadataReference> WithPurser = [.. Framework, MetadataReference.CreateFromFile(typeof(StatelessAttribute).Assembly.Location)];

    /// <summary>A library of annotated classes, each in a file of its own, among ordinary files. Never bound before.</summary>
    public static CSharpCompilation Compilation(ImmutableArray<SyntaxTree> trees, bool withPurser = true) => CSharpCompilation.Create(
        "Platform", trees, withPurser ? WithPurser : Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static ImmutableArray<SyntaxTree> Trees(int workloads, int ordinary) =>
        [.. Enumerable.Range(0, workloads).Select(Workload), .. Enumerable.Range(0, ordinary).Select(i => Ordinary(i, 0))];

    /// <summary>The C# files below a folder: <c>PURSER_CORPUS</c>, a checkout of any large code base.</summary>
    public static ImmutableArray<SyntaxTree> Corpus(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), Encoding.UTF8), Options, file)),
    ];

    /// <param name="revision">Another number is another text: an edit.</param>
    public static SyntaxTree Ordinary(int i, int revision) => Parse($"/app/Domain/Customer{i}.cs", $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Platform.Domain;

        [Serializable]
        public sealed class Customer{{i}}
        {
            private readonly Dictionary<string, decimal> _balances = new();

            public Customer{{i}}(string name, string region) => (Name, Region) = (name, region);

            public string Name { get; }

            public string Region { get; }

            public string DisplayName => $"{Name} ({Region})";

            public decimal Total => _balances.Values.Sum();

            public void Book(string account, decimal amount)
            {
                if (string.IsNullOrWhiteSpace(account))
                    throw new ArgumentException("An account needs a name.", nameof(account));
                _balances[account] = _balances.TryGetValue(account, out var balance) ? balance + amount : amount;
            }

            public IEnumerable<string> Overdrawn()
            {
                foreach (var pair in _balances)
                {
                    if (pair.Value < 0)
                        yield return $"{pair.Key}: {pair.Value} of revision {{revision}}";
                }
            }

            public override string ToString() => string.Join(", ", _balances.Select(pair => pair.Key + "=" + pair.Value));
            {{(i % 10 == 0 ? Lookalike : "")}}
        }
        """);

    /// <summary>Ordinary code that reads like what Purser looks for, in one file of ten.</summary>
    private const string Lookalike = """

            public static string Parse(IDictionary<string, string> fields, Func<Type, string> configure) =>
                fields["name"] + fields["region"] + Get<string>(fields) + typeof(string).GetProperty("Length")?.GetValue("x", null) + configure(typeof(int));

            private static T? Get<T>(IDictionary<string, string> fields) => fields.Values.OfType<T>().FirstOrDefault();
        """;

    private static SyntaxTree Workload(int i) => Parse($"/app/Workloads/Worker{i}.cs", (i % 4) switch
    {
        0 => $$"""
            using Purser;

            namespace Platform.Workloads;

            [Stateless(Replicas = 3, Cpu = "250m")]
            [Exposed(Port = 8080, Host = "w{{i}}.example.com")]
            [Setting("Worker:PageSize", "50")]
            [Secret("ConnectionStrings:Orders")]
            [Autoscaled(Max = 10)]
            public partial class Worker{{i}};
            """,
        1 => $$"""
            using Purser;

            namespace Platform.Workloads;

            [Stateful(Storage = "10Gi", Memory = "512Mi")]
            [Exposed(Port = 9000)]
            public partial class Worker{{i}};
            """,
        2 => $$"""
            using Purser;

            namespace Platform.Workloads;

            [BatchJob(Schedule = "15 2 * * *")]
            [Volume("/exports", Size = "5Gi")]
            [Setting("Etl:Folder", "/exports")]
            public partial class Worker{{i}};
            """,
        _ => $$"""
            using Purser;

            namespace Platform.Workloads;

            [BatchJob(Indexed = true, Completions = 4, Parallelism = 2, Gpu = 1)]
            [Scratch("/work", SizeLimit = "2Gi")]
            public partial class Worker{{i}};
            """,
    });

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Options, path);
}
