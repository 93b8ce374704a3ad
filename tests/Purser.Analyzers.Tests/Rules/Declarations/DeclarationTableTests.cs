using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Declarations;

public sealed class DeclarationTableTests
{
    /// <summary>They compare the workloads of a project, and the table is one project.</summary>
    private static readonly string[] AcrossWorkloads = ["PUR1004", "PUR1016"];

    private static readonly Lazy<Task<(string[][] Rows, ImmutableArray<Diagnostic>[] Found)>> Wrong = new(async () =>
    {
        var rows = Rows(WrongDeclarations.Table).Select(row => row.Split(" => ")).ToArray();
        return (rows, await Analyze([.. rows.Select(row => row[0][8..])]));
    });

    [Fact]
    public async Task Each_wrong_declaration_is_found_by_its_rule_alone()
    {
        var (rows, found) = await Wrong.Value;

        var missed = rows.Select((row, i) => (Row: row[0], Ids: found[i].Select(d => d.Id).Distinct().ToArray()))
            .Where(row => row.Ids is not [var id] || id != row.Row[..7])
            .Select(row => $"{row.Row}: {string.Join(", ", row.Ids)}");

        AssertNone(missed);
        Assert.True(rows.Length >= 200);
    }

    [Fact]
    public async Task No_right_declaration_is_found()
    {
        var rows = Rows(RightDeclarations.Table);
        var found = await Analyze(rows);

        AssertNone(rows.SelectMany((row, i) => found[i].Select(d => $"{row}: {d.GetMessage()}")));
        Assert.True(rows.Length >= 200);
    }

    [Fact]
    public async Task The_value_that_the_light_bulb_writes_is_the_one_that_was_meant()
    {
        var (rows, found) = await Wrong.Value;

        var differing = rows.Select((row, i) => (Row: row[0], Expected: row.ElementAtOrDefault(1), Actual: Written(found[i].FirstOrDefault())))
            .Where(row => row.Expected is not null && row.Expected != row.Actual)
            .Select(row => $"{row.Row}: {row.Actual} in the place of {row.Expected}");

        AssertNone(differing);
    }

    [Fact]
    public async Task Every_message_has_one_voice()
    {
        var (_, found) = await Wrong.Value;
        var messages = found.SelectMany(row => row).Select(d => $"{d.Id} {d.GetMessage()}").Distinct().Order(StringComparer.Ordinal).ToArray();

        // PURSER_MESSAGES=<file> writes them side by side, to be read.
        if (Environment.GetEnvironmentVariable("PURSER_MESSAGES") is { Length: > 0 } path)
            File.WriteAllLines(path, messages);

        Assert.All(messages, message =>
        {
            Assert.Contains("; ", message);
            Assert.False(message.EndsWith('.'), message);
            Assert.DoesNotContain("\n", message);
        });
    }

    /// <summary>All of them in full, which the assertions of collections cut.</summary>
    private static void AssertNone(IEnumerable<string> rows)
    {
        var all = string.Join("\n", rows);
        Assert.True(all.Length == 0, all);
    }

    private static string? Written(Diagnostic? diagnostic) => diagnostic is null
        ? null
        : Fix.FromProperties(diagnostic.Properties).FirstOrDefault()?.Edits.FirstOrDefault(edit => edit.Kind is EditKind.Text or EditKind.Number)?.Value;

    internal static string[] Rows(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each declaration on a class of its own, all in one project; the findings in the order of the declarations.</summary>
    private static async Task<ImmutableArray<Diagnostic>[]> Analyze(string[] declarations)
    {
        var classes = declarations.Select((declaration, i) => $"{declaration} public class C{i:000};");
        var project = Testing.Project.Of("using Purser;\n" + string.Join("\n", classes))
            .WithFile("/app/config/app.json", "{}").WithFile("/app/other/app.json", "{}").WithFile("/app/other/rules.txt", "x").With("ProjectDir", "/app");
        Assert.Empty(project.CompilerErrors());

        var found = await project.Analyze(new DeclarationAnalyzer());
        var byClass = found.Where(d => !AcrossWorkloads.Contains(d.Id))
            .ToLookup(d => d.Location.SourceTree!.GetRoot().FindNode(d.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>()!.Identifier.Text);
        return [.. declarations.Select((_, i) => byClass[$"C{i:000}"].ToImmutableArray())];
    }
}
