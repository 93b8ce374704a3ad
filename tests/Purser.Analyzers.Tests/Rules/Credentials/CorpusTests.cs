using System.Text.RegularExpressions;

namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>
/// Scores the rules over labelled code: a line with a credential in it ends in <c>//!</c> and the ids of the rules that may say so; every other line is clean.
/// A token of a vendor's format is written as its pattern, <c>«ghp_&lt;a:36&gt;»</c>, and made up here, so that no file holds one.
/// </summary>
public sealed partial class CorpusTests(ITestOutputHelper output)
{
    private const double PrecisionAtLeast = 0.97, RecallAtLeast = 0.89;

    [Fact]
    public async Task Credentials_are_found_and_nothing_else()
    {
        var lines = (await Task.WhenAll(Files().Select(Judge))).SelectMany(static file => file).ToArray();

        Assert.True(lines.Length > 500, "the corpus is embedded in the tests");
        output.WriteLine(Score("all", lines));
        foreach (var rule in new[] { "PUR3001", "PUR3002", "PUR3003", "PUR3004" })
            output.WriteLine(Score(rule, [.. lines.Where(line => line.Labels.Contains(rule) || line.Found.Contains(rule))]));
        foreach (var line in lines.Where(static line => !line.IsRight))
            output.WriteLine($"{(line.Labels.Length > 0 ? "missed" : "false")} {line.File}({line.Number}): {string.Join(',', line.Found)} {line.Text.Trim()}");

        var (precision, recall) = Rates(lines);
        Assert.True(precision >= PrecisionAtLeast && recall >= RecallAtLeast, Score("all", lines));
    }

    private static async Task<Line[]> Judge((string Name, string Text) file)
    {
        var diagnostics = await Code.Diagnostics(file.Text);
        var found = diagnostics.ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line, static diagnostic => diagnostic.Id);
        return [.. file.Text.Split('\n').Select((text, i) => new Line(file.Name, i + 1, text, LabelsOf(text), [.. found[i].Distinct()])).Where(static line => line.Text.Contains('"'))];
    }

    private static string Score(string name, IReadOnlyCollection<Line> lines)
    {
        var (precision, recall) = Rates(lines);
        return $"{name}: {lines.Count} lines with text, {lines.Count(static line => line.Labels.Length > 0)} labelled; precision {precision:F3}, recall {recall:F3}";
    }

    private static (double Precision, double Recall) Rates(IReadOnlyCollection<Line> lines)
    {
        double found = lines.Count(static line => line.Found.Length > 0), labelled = lines.Count(static line => line.Labels.Length > 0);
        double both = lines.Count(static line => line.Found.Length > 0 && line.Labels.Length > 0);
        return (found == 0 ? 1 : both / found, labelled == 0 ? 1 : both / labelled);
    }

    private static string[] LabelsOf(string line) =>
        line.LastIndexOf("//!", StringComparison.Ordinal) is var at and >= 0 ? line[(at + 3)..].Split(',', StringSplitOptions.TrimEntries) : [];

    private static IEnumerable<(string Name, string Text)> Files()
    {
        var assembly = typeof(CorpusTests).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith("Corpus/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var random = new Random(11);
            yield return (name, Token().Replace(reader.ReadToEnd(), match => MadeUp(match.Groups[1].Value, random)));
        }
    }

    private static string MadeUp(string pattern, Random random) => pattern == "jwt"
        ? "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI4ODEyMzQ1Njc4IiwibmFtZSI6Ikphc29uIFcifQ." + MadeUp("<a:43>", random)
        : Run().Replace(pattern, run => new string([.. Enumerable.Range(0, int.Parse(run.Groups[2].ValueSpan)).Select(_ => AlphabetOf(run.Groups[1].ValueSpan[0]) is var alphabet ? alphabet[random.Next(alphabet.Length)] : ' ')]));

    private static string AlphabetOf(char kind) => kind switch
    {
        'd' => "0123456789",
        'h' => "0123456789abcdef",
        'l' => "0123456789abcdefghijklmnopqrstuvwxyz",
        'u' => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        _ => "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    };

    [GeneratedRegex("«([^»]*)»")]
    private static partial Regex Token();

    [GeneratedRegex("<(.):([0-9]+)>")]
    private static partial Regex Run();

    private sealed record Line(string File, int Number, string Text, string[] Labels, string[] Found)
    {
        public bool IsRight => Labels.Length > 0 == Found.Length > 0;
    }
}
