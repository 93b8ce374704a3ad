using System.Composition;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Declarations;

namespace Purser.Analyzers.Tests.Rules;

/// <summary>Every rule has a page, a row in the index, a release line and a link; they are made of the descriptors, or say the same.</summary>
public sealed class DocumentationTests
{
    private static readonly string Folder = Path.Combine(References.RepositoryRoot, "build", "docs", "rules");

    private static readonly SortedDictionary<string, DiagnosticDescriptor> Rules = new(
        typeof(PurserAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!).SupportedDiagnostics)
            .DistinctBy(rule => rule.Id)
            .ToDictionary(rule => rule.Id),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Fixed = new(
        typeof(DeclarationFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)) && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type, nonPublic: true)!).FixableDiagnosticIds),
        StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_descriptor_says(string id)
    {
        var rule = Rules[id];
        var path = Path.Combine(Folder, id + ".md");
        Assert.True(File.Exists(path), $"{path} is missing: what the rule says, why in Kubernetes' terms, wrong, right, how to suppress");
        var lines = File.ReadAllLines(path);

        Assert.Equal($"# {id}: {rule.Title}", lines[0]);
        Assert.Equal("| Category | Severity | Code fix |", lines[2]);
        Assert.Equal($"| {rule.Category} | {Severity(rule)} | {HasFix(id)} |", lines[4]);
        foreach (var heading in new[] { "## What it says", "## Why it matters in Kubernetes", "## Wrong", "## Right", "## How to suppress" })
            Assert.Contains(heading, lines);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_descriptor_is_of_its_family_and_links_to_its_page(string id)
    {
        var rule = Rules[id];
        Assert.Equal(Descriptors.Category(id), rule.Category);
        Assert.Equal($"{Descriptors.HelpBase}{id}.md", rule.HelpLinkUri);
        Assert.NotEmpty(rule.Description.ToString());
        Assert.True(rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_notes_have_the_rule(string id)
    {
        var rule = Rules[id];
        var lines = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadAllLines(Path.Combine(References.RepositoryRoot, "src", "Purser.Analyzers", $"AnalyzerReleases.{kind}.md")));
        Assert.Equal($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", Assert.Single(lines, line => line.StartsWith(id + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_index_has_every_rule()
    {
        var path = Path.Combine(Folder, "README.md");
        if (Environment.GetEnvironmentVariable("PURSER_ACCEPT") == "1")
            File.WriteAllText(path, Index());

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == Index(),
            "build/docs/rules/README.md is not what the descriptors say. This writes it:\n    PURSER_ACCEPT=1 dotnet test tests/Purser.Analyzers.Tests --filter FullyQualifiedName~DocumentationTests");
    }

    [Fact]
    public void Every_page_is_the_page_of_a_rule() =>
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Except(Rules.Keys).Except(["README"]));

    private static string Index()
    {
        var index = new StringBuilder("# Rules\n\nEvery rule of Purser, with its page. Made of the rules themselves; `dotnet_diagnostic.<id>.severity` in `.editorconfig` changes a severity.\n");
        foreach (var family in Rules.Values.GroupBy(rule => rule.Category))
        {
            index.Append($"\n## {family.Key["Purser.".Length..]}\n\n| Rule | Severity | Title | Code fix |\n|---|---|---|---|\n");
            foreach (var rule in family)
                index.Append($"| [{rule.Id}]({rule.Id}.md) | {Severity(rule)} | {rule.Title} | {HasFix(rule.Id)} |\n");
        }

        return index.ToString();
    }

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    private static string HasFix(string id) => Fixed.Contains(id) ? "yes" : "no";
}
