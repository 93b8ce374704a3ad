namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Command lines: <c>--password x</c>, <c>/password:x</c>, and the short options of the programs that people script: <c>sqlcmd -P x</c>, <c>curl -u bob:x</c>.</summary>
internal static class CommandText
{
    /// <summary>The option that takes a password, by program; an asterisk where the value stands at the option itself, a colon where a user comes before it.</summary>
    private static readonly Dictionary<string, string> Programs = """
        sqlcmd=-P osql=-P isql=-P bcp=-P zip=-P unzip=-P mysql=-p* mysqldump=-p* mysqladmin=-p* mysqlimport=-p* mariadb=-p* 7z=-p* 7za=-p* unrar=-p* curl=-u: sshpass=-p
        redis-cli=-a mongo=-p mongosh=-p mongodump=-p mongorestore=-p mongoimport=-p mongoexport=-p ldapsearch=-w ldapadd=-w ldapmodify=-w plink=-pw pscp=-pw psftp=-pw
        docker=-p podman=-p helm=-p az=-p oc=-p cf=-p
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Programs whose option means something else in their other commands.</summary>
    private static readonly HashSet<string> LoggingIn = new(["docker", "podman", "helm", "az", "oc", "cf"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<(string Name, string Value, int Start)> Pairs(string text) => Long(text).Concat(Short(text));

    private static IEnumerable<(string, string, int)> Long(string text)
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
            var (value, stop) = ValueAt(text, end + 1);
            // A word after an option may be prose about it.
            if (stop > value && text[value] is not ('-' or '/' or '<' or '[') && (text[end] == '=' || text[value - 1] is '"' or '\'' || !IsPlainWord(text, value, stop)))
                yield return (text.Substring(start, end - start), text.Substring(value, stop - value), value);
            i = end;
        }
    }

    private static IEnumerable<(string, string, int)> Short(string text)
    {
        string? option = null;
        for (var start = 0; start < text.Length; start++)
        {
            var end = text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            if (option is null)
            {
                var program = ProgramOf(text, start, end);
                // docker run -p publishes a port.
                if (Programs.TryGetValue(program, out option) && LoggingIn.Contains(program) && text.IndexOf(" login ", end, StringComparison.Ordinal) < 0)
                    option = null;
            }
            else if (end > start && text[start] == '-' && Argument(text, start, end, option) is { } argument)
            {
                yield return ("password", text.Substring(argument.Start, argument.End - argument.Start), argument.Start);
                yield break;
            }

            start = end;
        }
    }

    private static (int Start, int End)? Argument(string text, int start, int end, string option)
    {
        var name = option.TrimEnd('*', ':');
        if (string.CompareOrdinal(text, start, name, 0, name.Length) != 0)
            return null;
        if (option.EndsWith("*", StringComparison.Ordinal))
            return end - start > name.Length + 2 ? (start + name.Length, end) : null;
        if (end - start != name.Length || end + 1 >= text.Length)
            return null;
        var (value, stop) = ValueAt(text, end + 1);
        if (!option.EndsWith(":", StringComparison.Ordinal))
            return stop > value ? (value, stop) : null;
        var colon = text.IndexOf(':', value, stop - value);
        return colon > value && colon + 1 < stop && !NotASecret.IsExampleLogin(text.Substring(value, colon - value), text.Substring(colon + 1, stop - colon - 1)) ? (colon + 1, stop) : null;
    }

    private static (int Start, int End) ValueAt(string text, int start)
    {
        var quote = text[start] is '"' or '\'' ? text[start] : ' ';
        if (quote != ' ')
            start++;
        var stop = start < text.Length ? text.IndexOf(quote, start) : -1;
        return (start, stop < 0 ? text.Length : stop);
    }

    /// <summary>Without its folder and <c>.exe</c>.</summary>
    private static string ProgramOf(string text, int start, int end)
    {
        if (end <= start)
            return "";
        var name = text.Substring(start, end - start).Trim('"', '\'');
        name = name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
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
