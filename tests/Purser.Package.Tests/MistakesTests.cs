using System.Text.Json;

namespace Purser.Package.Tests;

/// <summary>The sample of mistakes shows each rule once, as the compiler reports it.</summary>
public sealed class MistakesTests
{
    [Fact]
    public async Task Every_rule_speaks()
    {
        var repository = PackedPurser.Metadata("RepositoryRoot");
        var log = Path.Combine(Directory.CreateTempSubdirectory("mistakes").FullName, "build.sarif");

        // What stops a build is among it.
        (await DotNet.Run(repository, "build", "samples/Mistakes", "--no-incremental", "-p:ShowErrors=true", $"-p:ErrorLog={log}")).Failed();

        using var found = JsonDocument.Parse(await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken));
        var spoken = found.RootElement.GetProperty("runs").EnumerateArray()
            .SelectMany(static run => run.GetProperty("results").EnumerateArray())
            .Select(static result => result.GetProperty("ruleId").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        var rules = Directory.EnumerateFiles(Path.Combine(repository, "build", "docs", "rules"), "PUR*.md").Select(static page => Path.GetFileNameWithoutExtension(page)!).ToArray();
        Assert.NotEmpty(rules);
        Assert.Equal([], rules.Except(spoken, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
