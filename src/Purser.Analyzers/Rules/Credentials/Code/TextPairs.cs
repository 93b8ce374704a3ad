namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>A name and its value within a text that is no connection string: arguments of a program, a form's body.</summary>
internal static class TextPairs
{
    public static (string Name, string Value, int Start)? Of(LiteralText text, CredentialOptions options)
    {
        var whole = text.Whole;
        for (var at = whole.IndexOf('='); at > 0; at = whole.IndexOf('=', at + 1))
        {
            if (Read(text, at, options) is { } pair)
                return pair;
        }

        // --password x
        for (var at = whole.IndexOf("--", StringComparison.Ordinal); at >= 0; at = whole.IndexOf("--", at + 2, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < whole.Length && (char.IsLetterOrDigit(whole[end]) || whole[end] == '-'))
                end++;
            if (end < whole.Length && whole[end] == ' ' && end > at + 2 && (at == 0 || whole[at - 1] is ' ' or '"') && Read(text, end, options) is { } pair)
                return pair;
        }

        return null;
    }

    private static (string Name, string Value, int Start)? Read(LiteralText text, int separator, CredentialOptions options)
    {
        var whole = text.Whole;
        var nameEnd = separator;
        while (nameEnd > 0 && whole[nameEnd - 1] == ' ')
            nameEnd--;
        var nameStart = nameEnd;
        while (nameStart > 0 && (char.IsLetterOrDigit(whole[nameStart - 1]) || whole[nameStart - 1] is '_' or '-'))
            nameStart--;
        // In base64 letters stand before an "=" too.
        if (nameStart == nameEnd || nameEnd - nameStart > 40 || (nameStart > 0 && whole[nameStart - 1] is '/' or '+'))
            return null;
        var start = separator + 1;
        while (start < whole.Length && whole[start] is ' ' or '"' or '\'')
            start++;
        var end = start;
        while (end < whole.Length && whole[end] is not (' ' or ';' or '&' or ',' or '"' or '\'' or '\n' or '\r' or ')' or '>'))
            end++;
        if (end - start < 3 || whole[start] is '<' or '{' or '[' or '$' or '%' || !text.Has(start, end - start))
            return null;
        // A word after an option may be prose about it.
        if (separator == nameEnd && whole[separator] == ' ' && whole.Skip(start).Take(end - start).All(char.IsLetter))
            return null;
        var name = whole.Substring(nameStart, nameEnd - nameStart).TrimStart('-');
        return name.Length > 0 && options.StrengthOf(name) == NameStrength.Strong ? (name, whole.Substring(start, end - start), start) : null;
    }
}
