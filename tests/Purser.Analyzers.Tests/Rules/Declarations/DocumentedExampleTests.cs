using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Declarations;

/// <summary>The examples of the pages are what the rules say they are.</summary>
public sealed class DocumentedExampleTests
{
    public static TheoryData<string> Ids => [.. new DeclarationAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Where(id => id.StartsWith("PUR1", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_has_the_diagnostic_alone_and_the_right_one_has_none(string id)
    {
        var page = File.ReadAllText(Path.Combine(References.RepositoryRoot, "build", "docs", "rules", id + ".md"));

        Assert.Equal([id], (await Analyze(Example(page, "Wrong"))).Distinct());
        Assert.Empty(await Analyze(Example(page, "Right")));
    }

    private static async Task<IEnumerable<string>> Analyze(string source)
    {
        var project = Testing.Project.Of("using Purser;\n" + source);
        Assert.Empty(project.CompilerErrors());
        return (await project.Analyze(new DeclarationAnalyzer())).Select(diagnostic => diagnostic.Id);
    }

    private static string Example(string page, string heading) =>
        page.Split($"## {heading}\n\n```csharp\n")[1].Split("\n```")[0];
}
