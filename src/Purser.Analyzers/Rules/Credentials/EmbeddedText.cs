namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// Texts of other languages with names and values in them: <c>{"password":"x"}</c>, <c>&lt;Password&gt;x&lt;/Password&gt;</c>, <c>--password x</c>,
/// <c>CREATE USER app WITH PASSWORD 'x'</c>, <c>X-Api-Key: x</c>. Only what can name a credential is given back.
/// </summary>
internal static class EmbeddedText
{
    private const int Longest = 16 * 1024;

    public static IEnumerable<(string Name, string Value, int Start)> Pairs(string text)
    {
        if (text.Length > Longest)
            return [];
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start == text.Length)
            return [];
        return text[start] switch
        {
            '{' or '[' => OfJson(text),
            '<' => OfXml(text),
            _ when text.IndexOf("PASSWORD", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("IDENTIFIED", StringComparison.OrdinalIgnoreCase) >= 0 => OfSql(text).Concat(OfCommandLine(text)),
            '-' => OfCommandLine(text),
            _ when text.IndexOf(" --", StringComparison.Ordinal) > 0 => OfCommandLine(text),
            _ => OfHeader(text),
        };
    }

    private static IEnumerable<(string, string, int)> OfJson(string text)
    {
        for (var colon = text.IndexOf(':'); colon > 0; colon = text.IndexOf(':', colon + 1))
        {
            int nameEnd = colon - 1, valueStart = colon + 1;
            while (nameEnd > 0 && char.IsWhiteSpace(text[nameEnd]))
                nameEnd--;
            while (valueStart < text.Length && char.IsWhiteSpace(text[valueStart]))
                valueStart++;
            if (nameEnd < 2 || text[nameEnd] is not ('"' or '\'') || valueStart >= text.Length || text[valueStart] != text[nameEnd])
                continue;
            var nameStart = text.LastIndexOf(text[nameEnd], nameEnd - 1);
            var valueEnd = text.IndexOf(text[nameEnd], valueStart + 1);
            if (nameStart >= 0 && valueEnd > valueStart + 1)
                yield return (text.Substring(nameStart + 1, nameEnd - nameStart - 1), text.Substring(valueStart + 1, valueEnd - valueStart - 1), valueStart + 1);
        }
    }

    /// <summary>Elements with text alone.</summary>
    private static IEnumerable<(string, string, int)> OfXml(string text)
    {
        for (var open = text.IndexOf('<'); open >= 0; open = text.IndexOf('<', open + 1))
        {
            var close = text.IndexOf('>', open);
            if (close < 0)
                yield break;
            var end = text.IndexOf('<', close);
            if (end <= close + 1 || end + 1 >= text.Length || text[end + 1] != '/')
                continue;
            var nameEnd = text.IndexOf(' ', open, close - open) is var space and > 0 ? space : close;
            var name = text.Substring(open + 1, nameEnd - open - 1);
            yield return (name.Substring(name.IndexOf(':') + 1), text.Substring(close + 1, end - close - 1), close + 1);
        }
    }

    /// <summary><c>--password x</c>, <c>--password=x</c>, <c>/password:x</c>.</summary>
    private static IEnumerable<(string, string, int)> OfCommandLine(string text)
    {
        var isCommandLine = text[0] is '-' or '/' || text.IndexOf(" -", StringComparison.Ordinal) > 0 || text.IndexOf(" /", StringComparison.Ordinal) > 0;
        for (var i = 0; isCommandLine && i < text.Length; i++)
        {
            if (text[i] is not ('-' or '/') || (i > 0 && text[i - 1] != ' '))
                continue;
            var start = i;
            while (start < text.Length && text[start] is '-' or '/')
                start++;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))
                end++;
            if (end - start < 3 || end >= text.Length - 1 || text[end] is not (' ' or '=' or ':'))
                continue;
            var value = end + 1;
            var quote = text[value] is '"' or '\'' ? text[value] : ' ';
            if (quote != ' ')
                value++;
            var stop = text.IndexOf(quote, value);
            stop = stop < 0 ? text.Length : stop;
            // A word after an option may be prose about it.
            if (stop > value && text[value] is not ('-' or '/' or '<' or '[') && (text[end] == '=' || quote != ' ' || !IsPlainWord(text, value, stop)))
                yield return (text.Substring(start, end - start), text.Substring(value, stop - value), value);
            i = end;
        }
    }

    /// <summary><c>PASSWORD = 'x'</c>, <c>PASSWORD 'x'</c>, <c>IDENTIFIED BY 'x'</c>, where the text is a statement.</summary>
    private static IEnumerable<(string, string, int)> OfSql(string text)
    {
        if (!IsStatement(text))
            yield break;
        foreach (var keyword in new[] { "PASSWORD", "IDENTIFIED BY" })
        {
            for (var at = text.IndexOf(keyword, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(keyword, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var i = at + keyword.Length;
                while (i < text.Length && text[i] is ' ' or '=' or ']' or '`' or '"' or 'N')
                    i++;
                if (i >= text.Length || text[i] != '\'')
                    continue;
                var end = text.IndexOf('\'', i + 1);
                if (end > i + 1)
                    yield return ("password", text.Substring(i + 1, end - i - 1), i + 1);
            }
        }
    }

    private static bool IsStatement(string text)
    {
        foreach (var verb in new[] { "CREATE ", "ALTER ", "SELECT ", "INSERT ", "UPDATE ", "GRANT ", "SET ", "DELETE ", "EXEC ", "IF " })
        {
            if (text.TrimStart().StartsWith(verb, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary><c>X-Api-Key: x</c>, whole.</summary>
    private static IEnumerable<(string, string, int)> OfHeader(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 4 || colon + 2 >= text.Length || text[colon + 1] != ' ' || text.IndexOf('-', 0, colon) < 0 || text.IndexOf(' ') < colon || text.IndexOf(' ', colon + 2) > 0)
            yield break;
        yield return (text.Substring(0, colon), text.Substring(colon + 2), colon + 2);
    }

    private static bool IsPlainWord(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetter(text[i]) && text[i] is not ('.' or ',' or ')'))
                return false;
        }

        return true;
    }
}
