namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// Texts of other languages with names and values in them: <c>{"password":"x"}</c>, <c>&lt;Password&gt;x&lt;/Password&gt;</c>, <c>--password x</c>,
/// <c>CREATE USER app WITH PASSWORD 'x'</c>, <c>X-Api-Key: x</c>. What the names say is for others to judge.
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
            '<' => OfXml(text).Concat(OfXmlAttributes(text)),
            _ when SqlText.IsStatement(text, start) => SqlText.Pairs(text).Concat(CommandText.Pairs(text)),
            '-' => CommandText.Pairs(text),
            _ when text.IndexOf(" -", StringComparison.Ordinal) > 0 || text.IndexOf(" /", StringComparison.Ordinal) > 0 => CommandText.Pairs(text),
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

    /// <summary><c>&lt;add key="SmtpPassword" value="x"/&gt;</c>, <c>&lt;user password="x"/&gt;</c>; what a page shows is no configuration.</summary>
    private static IEnumerable<(string, string, int)> OfXmlAttributes(string text)
    {
        for (var open = text.IndexOf('<'); open >= 0; open = text.IndexOf('<', open + 1))
        {
            var close = text.IndexOf('>', open);
            if (close < 0)
                yield break;
            string? key = null;
            for (var i = text.IndexOf(' ', open, close - open); i > 0 && i < close && !IsOfPage(text, open + 1);)
            {
                var equals = text.IndexOf('=', i, close - i);
                if (equals < 0 || equals + 2 >= close || text[equals + 1] is not ('"' or '\''))
                    break;
                var end = text.IndexOf(text[equals + 1], equals + 2);
                if (end < 0)
                    yield break;
                var name = text.Substring(i, equals - i).Trim();
                var value = text.Substring(equals + 2, end - equals - 2);
                if (name is "key" or "name")
                    key = value;
                else
                    yield return (name is "value" && key is not null ? key : name, value, equals + 2);
                i = end + 1;
            }
        }
    }

    private static bool IsOfPage(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text.Substring(start, end - start).ToLowerInvariant() is "input" or "label" or "a" or "form" or "button" or "meta" or "option" or "select" or "textarea" or "div" or "span" or "img" or "link" or "script" or "td" or "th" or "p" or "i" or "svg" or "path" or "body" or "iframe";
    }

    /// <summary><c>X-Api-Key: x</c>, whole.</summary>
    private static IEnumerable<(string, string, int)> OfHeader(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 4 || colon + 2 >= text.Length || text[colon + 1] != ' ' || text.IndexOf('-', 0, colon) < 0 || text.IndexOf(' ') < colon || text.IndexOf(' ', colon + 2) > 0)
            yield break;
        yield return (text.Substring(0, colon), text.Substring(colon + 2), colon + 2);
    }
}
