using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>A name and its value on each line: .env, .properties, .ini, .toml.</summary>
internal static class LineValues
{
    /// <summary><c>NAME=value</c>, with comments, <c>export</c> and quotes.</summary>
    public static IEnumerable<FileValue> ReadEnvironment(string text) => Read(text, "=", "#");

    /// <summary><c>name = value</c> and <c>name: value</c>, under the <c>[section]</c> that they stand in.</summary>
    public static IEnumerable<FileValue> ReadSections(string text) => Read(text, "=:", "#;!");

    private static IEnumerable<FileValue> Read(string text, string separators, string comments)
    {
        var section = "";
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (SectionOf(text, start, end) is { } entered)
                section = entered.Length > 0 ? entered + ":" : "";
            else if (ReadLine(text, start, end, separators, comments) is { } value)
                yield return value with { Key = section + value.Key };
            start = end + 1;
        }
    }

    /// <summary><c>[smtp]</c>, <c>[[servers]]</c>.</summary>
    private static string? SectionOf(string text, int start, int end)
    {
        (start, end) = Trim(text, start, end);
        return start < end && text[start] == '[' && text[end - 1] == ']' ? text.Substring(start, end - start).Trim('[', ']', ' ', '"').Replace('.', ':') : null;
    }

    private static FileValue? ReadLine(string text, int start, int end, string separators, string comments)
    {
        (start, end) = Trim(text, start, end);
        if (start >= end || comments.IndexOf(text[start]) >= 0)
            return null;
        var separator = text.IndexOfAny(separators.ToCharArray(), start, end - start);
        if (separator <= start)
            return null;
        var name = text.Substring(start, separator - start).Trim();
        if (name.StartsWith("export ", StringComparison.Ordinal))
            name = name.Substring("export ".Length).Trim();
        name = name.Trim('"', '\'');
        if (name.Length == 0 || name.Any(char.IsWhiteSpace))
            return null;

        var (from, to) = Trim(text, separator + 1, end);
        if (from >= to)
            return null;
        if (text[from] is '"' or '\'')
        {
            var quote = text.IndexOf(text[from], from + 1, to - from - 1);
            return quote < 0 ? null : new(name, text.Substring(from + 1, quote - from - 1), TextSpan.FromBounds(from, quote + 1));
        }

        var comment = text.IndexOf(" #", from, to - from, StringComparison.Ordinal);
        if (comment > from)
            (from, to) = Trim(text, from, comment);
        return new(name, text.Substring(from, to - from), TextSpan.FromBounds(from, to));
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }
}
