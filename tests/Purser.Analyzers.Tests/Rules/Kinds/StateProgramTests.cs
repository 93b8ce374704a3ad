using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>Whole programs against all rules about state: what must be said is said, and nothing else.</summary>
public sealed class StateProgramTests
{
    public static TheoryData<string> Broken => [.. StatefulPrograms.All.Select(static program => program.Name)];

    public static TheoryData<string> Sound => [.. SoundPrograms.All.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task It_is_said(string name)
    {
        var (_, expected, source) = StatefulPrograms.All.Single(program => program.Name == name);
        Assert.Equal(expected, await Found(source));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Nothing_is_said(string name) => Assert.Equal("", await Found(SoundPrograms.All.Single(program => program.Name == name).Source));

    private static async Task<string> Found(string source)
    {
        var project = StateProgram.Of(source, Packages.Sqlite, Packages.EntityFramework, Packages.LiteDb, Packages.RocksDb, Packages.Serilog, Packages.StackExchangeRedis);
        return string.Join(" ", (await StateProgram.Analyze(project)).Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
