namespace Purser.Analyzers.Tests.Testing;

/// <summary>Whether a few lines stand in a document, however deep.</summary>
internal static class YamlAssert
{
    public static void Contains(string lines, string yaml)
    {
        if (!IsIn(lines, yaml))
            Assert.Fail($"Not found:\n{lines}\n\nin:\n{yaml}");
    }

    public static void DoesNotContain(string lines, string yaml)
    {
        if (IsIn(lines, yaml))
            Assert.Fail($"Found:\n{lines}\n\nin:\n{yaml}");
    }

    private static bool IsIn(string lines, string yaml)
    {
        var wanted = lines.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var all = yaml.Split('\n');
        for (var start = 0; start + wanted.Length <= all.Length; start++)
        {
            var indent = all[start].Length - all[start].TrimStart(' ').Length - (wanted[0].Length - wanted[0].TrimStart(' ').Length);
            if (indent < 0)
                continue;
            var isItem = all[start].AsSpan(indent).StartsWith("- ") && !wanted[0].StartsWith("- ", StringComparison.Ordinal);
            if (isItem)
                indent += 2;
            if (wanted.Select((line, i) => Unindented(all[start + i], indent) == line).All(same => same))
                return true;
        }

        return false;

        static string Unindented(string line, int indent) => line.Length >= indent ? line[indent..] : line;
    }
}
