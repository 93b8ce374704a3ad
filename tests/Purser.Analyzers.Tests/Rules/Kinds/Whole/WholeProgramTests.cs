namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>Whole programs against all rules about kinds at once: what must be said is said, and nothing else.</summary>
public sealed class WholeProgramTests
{
    private static readonly WholeProgram[] Programs = [.. ServicePrograms.All, .. JobPrograms.All, .. MemoryPrograms.All, .. TaskPrograms.All, .. CleanPrograms.All];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_rules_together(string name)
    {
        var program = Programs.Single(program => program.Name == name);
        Assert.Equal(program.Expected, await program.Found());
    }
}
