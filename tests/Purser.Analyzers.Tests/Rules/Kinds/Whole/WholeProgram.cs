using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules;
using Purser.Analyzers.Tests.Rules.Kinds.Lifetime;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>A program in one of the styles that people use, and what all the rules about kinds and their disk say of it.</summary>
/// <param name="Name">What the program is.</param>
/// <param name="Expected">The ids, in order, parted by spaces; empty for a program that is as it should be.</param>
/// <param name="Source">The program.</param>
internal sealed record WholeProgram(string Name, string Expected, string Source)
{
    private const string Packages = """
        global using System.Net.Http.Json;
        namespace CsvHelper { public class CsvWriter(System.IO.TextWriter writer, System.Globalization.CultureInfo culture) : System.IDisposable { public void WriteRecords<T>(System.Collections.Generic.IEnumerable<T> rows) => writer.Write(culture); public void Dispose() { } } }
        namespace System.CommandLine
        {
            public class Option<T>(string name) { public string Name => name; }
            public class RootCommand(string text) : System.Collections.IEnumerable
            {
                public string Text => text;
                public void Add(object option) { }
                public System.Collections.IEnumerator GetEnumerator() => throw new System.NotImplementedException();
            }
            public static class Handler
            {
                public static void SetHandler<A, B>(this RootCommand command, System.Func<A, B, System.Threading.Tasks.Task> handler, Option<A> a, Option<B> b) { }
                public static System.Threading.Tasks.Task<int> InvokeAsync(this RootCommand command, string[] args) => System.Threading.Tasks.Task.FromResult(0);
            }
        }
        namespace Azure.Storage.Blobs
        {
            public class BlobContainerClient(string connection, string name)
            {
                public BlobClient GetBlobClient(string blob) => new(connection + name + blob);
                public System.Threading.Tasks.Task UploadBlobAsync(string blob, System.IO.Stream content) => System.Threading.Tasks.Task.CompletedTask;
            }
            public class BlobClient(string uri)
            {
                public string Uri => uri;
                public System.Threading.Tasks.Task DownloadToAsync(string path) => System.Threading.Tasks.Task.CompletedTask;
                public System.Threading.Tasks.Task UploadAsync(string path, bool overwrite) => System.Threading.Tasks.Task.CompletedTask;
            }
        }
        """;

    private static readonly string[] Families = ["PUR20", "PUR5001"];

    /// <summary>The program's appsettings.json.</summary>
    public string? Settings { get; init; }

    public async Task<string> Found()
    {
        var project = FactsOf.Web(Source, Packages, Kinds.Packages.Sqlite, Kinds.Packages.EntityFramework, Kinds.Packages.LiteDb, Kinds.Packages.Serilog, Kinds.Packages.StackExchangeRedis);
        project = project with { References = [.. project.References, Libraries.Reference] };
        if (Settings is not null)
            project = project.WithFile("/app/appsettings.json", Settings);
        Assert.Equal("", string.Join("\n", project.CompilerErrors().Select(static error => error.ToString())));
        var found = await project.Analyze([.. Rules()]);
        return string.Join(" ", found.Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DiagnosticAnalyzer> Rules() => typeof(PurserAnalyzer).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)
        .Where(static analyzer => analyzer.SupportedDiagnostics.Any(static rule => Families.Any(family => rule.Id.StartsWith(family, StringComparison.Ordinal))));
}
