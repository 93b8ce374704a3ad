using System.Text.Json;

namespace Purser.Package.Tests;

/// <summary>The sample of mistakes shows each rule once, as the compiler reports it to a user of the package.</summary>
[Collection(nameof(PackedPurser))]
public sealed class MistakesTests(PackedPurser package)
{
    [Fact]
    public async Task Every_rule_speaks()
    {
        var repository = PackedPurser.Metadata("RepositoryRoot");
        // A copy with the package: in its place the sample builds Purser's own projects, which others compile against meanwhile.
        var mistakes = UserProject.CopyOfSample(package, repository, "Mistakes");

        // What stops a build is among it.
        (await mistakes.Build("-p:ShowErrors=true", "-p:ErrorLog=build.sarif")).Failed();

        using var found = JsonDocument.Parse(mistakes.Read("build.sarif"));
        var spoken = found.RootElement.GetProperty("runs").EnumerateArray()
            .SelectMany(static run => run.GetProperty("results").EnumerateArray())
            .Select(static result => result.GetProperty("ruleId").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        var rules = Directory.EnumerateFiles(Path.Combine(repository, "build", "docs", "rules"), "PUR*.md").Select(static page => Path.GetFileNameWithoutExtension(page)!).ToArray();
        Assert.NotEmpty(rules);
        Assert.Equal([], rules.Except(spoken, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
