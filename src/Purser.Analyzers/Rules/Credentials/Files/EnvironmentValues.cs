using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>.env: a <c>NAME=value</c> on each line, with comments, <c>export</c> and quotes.</summary>
internal static class EnvironmentValues
{
    public static IEnumerable<FileValue> Read(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (ReadLine(text, start, end) is { } value)
                yield return value;
            start = end + 1;
        }
    }

    private static FileValue? ReadLine(string text, int start, int end)
    {
        (start, end) = Trim(text, start, end);
        if (start >= end || text[start] == '#')
            return null;
        var equals = text.IndexOf('=', start, end - start);
        if (equals <= start)
            return null;
        var name = text.Substring(start, equals - start).Trim();
        if (name.StartsWith("export ", StringComparison.Ordinal))
            name = name.Substring("export ".Length).Trim();
        if (name.Length == 0 || name.Any(char.IsWhiteSpace))
            return null;

        var (from, to) = Trim(text, equals + 1, end);
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
