namespace Purser.Analyzers.Rules.Credentials;

/// <summary>SQL statements: <c>PASSWORD = 'x'</c>, <c>PASSWORD 'x'</c>, <c>IDENTIFIED BY 'x'</c>, and the rows of an <c>INSERT</c>.</summary>
internal static class SqlText
{
    private static readonly string[] Verbs = ["CREATE ", "ALTER ", "SELECT ", "INSERT ", "UPDATE ", "GRANT ", "SET ", "DELETE ", "EXEC ", "IF "];

    public static bool IsStatement(string text, int start)
    {
        foreach (var verb in Verbs)
        {
            if (string.Compare(text, start, verb, 0, verb.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        }

        return false;
    }

    public static IEnumerable<(string Name, string Value, int Start)> Pairs(string text) => Assigned(text).Concat(Inserted(text));

    private static IEnumerable<(string, string, int)> Assigned(string text)
    {
        foreach (var keyword in new[] { "PASSWORD", "PASSWD", "PWD", "IDENTIFIED BY" })
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

    /// <summary>Columns and values side by side, row by row.</summary>
    private static IEnumerable<(string, string, int)> Inserted(string text)
    {
        var insert = text.IndexOf("INSERT ", StringComparison.OrdinalIgnoreCase);
        var values = insert < 0 ? -1 : text.IndexOf("VALUES", insert, StringComparison.OrdinalIgnoreCase);
        var open = values < 0 ? -1 : text.IndexOf('(', insert, values - insert);
        var close = open < 0 ? -1 : text.IndexOf(')', open, values - open);
        if (close < 0)
            yield break;
        var columns = text.Substring(open + 1, close - open - 1).Split(',').Select(static column => column.Trim(' ', '[', ']', '`', '"', '\r', '\n', '\t')).ToArray();
        for (var row = text.IndexOf('(', values); row >= 0; row = text.IndexOf('(', row + 1))
        {
            var column = 0;
            for (var i = row + 1; i < text.Length && text[i] != ')'; i++)
            {
                if (text[i] == ',')
                    column++;
                if (text[i] != '\'')
                    continue;
                var end = text.IndexOf('\'', i + 1);
                if (end < 0)
                    yield break;
                if (column < columns.Length)
                    yield return (columns[column], text.Substring(i + 1, end - i - 1), i + 1);
                row = i = end;
            }
        }
    }
}
