namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Texts by their form: paths, addresses, markup, prose, names of things. None of them is a secret.</summary>
internal static class TextForm
{
    /// <summary>A URL, a file or route path, a configuration path, markup, a selector, a command line option, a format, a label.</summary>
    public static bool IsTechnical(string value) =>
        value.IndexOf("://", StringComparison.Ordinal) > 0
        || IsPath(value)
        || IsMarkup(value)
        || IsOption(value)
        || IsTypeOrFile(value)
        || value.EndsWith(":", StringComparison.Ordinal)
        || value.EndsWith("?", StringComparison.Ordinal) && value.IndexOf(' ') > 0
        || value.EndsWith("=", StringComparison.Ordinal) && value.Length < 16 && IsWord(value, 0, value.Length - 1)
        || value.IndexOf('\n') >= 0
        || value.IndexOf('\t') >= 0
        || HasControls(value);

    private static bool IsPath(string value)
    {
        if (value.StartsWith("/", StringComparison.Ordinal))
            return value.IndexOf('/', 1) > 0 || IsWord(value, 1, value.Length);
        if (value.StartsWith("~/", StringComparison.Ordinal) || value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal) || value.StartsWith(@"\\", StringComparison.Ordinal))
            return true;
        if (value.Length > 2 && value[1] == ':' && value[2] is '\\' or '/' && char.IsLetter(value[0]))
            return true;
        // "account/reset/password" and "Section:Password": words between the separators.
        return IsWordsBetween(value, '/', 1) || IsWordsBetween(value, '\\', 1) || IsWordsBetween(value, ':', 1) || (value.IndexOf("__", StringComparison.Ordinal) > 0 && IsWord(value.Replace("__", ""), 0, value.Replace("__", "").Length));
    }

    private static bool IsWordsBetween(string value, char separator, int minimum)
    {
        var count = 0;
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] != separator)
                continue;
            if (i == start && i < value.Length && i > 0)
                return false;
            if (i > start && !IsWord(value, start, i))
                return false;
            if (i < value.Length)
                count++;
            start = i + 1;
        }

        return count >= minimum;
    }

    /// <summary>Letters, with digits only at the end, and the marks that names have.</summary>
    private static bool IsWord(string value, int start, int end)
    {
        if (start >= end)
            return false;
        var digits = false;
        var letters = 0;
        for (var i = start; i < end; i++)
        {
            var c = value[i];
            if (char.IsDigit(c))
            {
                digits = true;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                if (digits)
                    return false;
            }
            else if (c is not ('-' or '_' or '.' or '{' or '}' or '[' or ']' or '*'))
            {
                return false;
            }
        }

        return letters > 0;
    }

    private static bool IsMarkup(string value)
    {
        int open = value.IndexOf('<'), close = value.LastIndexOf('>');
        if (open >= 0 && close > open + 1)
            return true;
        if (value.StartsWith("//", StringComparison.Ordinal) || value.IndexOf("[@", StringComparison.Ordinal) >= 0 || value.StartsWith("(?", StringComparison.Ordinal) || value.StartsWith("^", StringComparison.Ordinal) && value.EndsWith("$", StringComparison.Ordinal))
            return true;
        if (value.IndexOf("[a-z", StringComparison.OrdinalIgnoreCase) >= 0 || value.IndexOf(@"\d", StringComparison.Ordinal) >= 0 || value.IndexOf(@"\w", StringComparison.Ordinal) >= 0 || value.IndexOf("[0-9", StringComparison.Ordinal) >= 0)
            return true;
        // "#password", ".login-form", "input[type=password]".
        return value.Length > 1 && value[0] is '#' or '.' && IsWord(value, 1, value.Length) && value.IndexOf('*') < 0 || (value.IndexOf('[') > 0 && value.EndsWith("]", StringComparison.Ordinal));
    }

    private static bool IsOption(string value) =>
        (value.StartsWith("--", StringComparison.Ordinal) && value.Length > 2 && char.IsLetter(value[2]))
        || (value.Length is > 1 and <= 3 && value[0] is '-' or '/' && char.IsLetter(value[1]) && value.Length <= 3);

    private static readonly string[] Extensions = [".cs", ".json", ".xml", ".txt", ".config", ".html", ".cshtml", ".aspx", ".js", ".css", ".png", ".svg", ".pem", ".pfx", ".p12", ".key", ".cer", ".crt", ".snk", ".dll", ".exe", ".resx", ".yml", ".yaml", ".ini", ".csv", ".dat", ".bin", ".log", ".zip", ".md", ".razor", ".xaml", ".php", ".jsp", ".ico", ".gif", ".jpg", ".pub", ".ppk", ".jks", ".keystore"];

    private static bool IsTypeOrFile(string value)
    {
        foreach (var extension in Extensions)
        {
            if (value.Length > extension.Length && value.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && value.IndexOf(' ') < 0)
                return true;
        }

        // "System.Security.SecureString", "Settings.Db.Password": dotted words; a password with one dot and no digit is rarer than a dotted name.
        return IsDottedName(value);
    }

    private static bool IsDottedName(string value) => value.IndexOf('.') > 0 && !value.EndsWith(".", StringComparison.Ordinal) && IsWordsBetween(value, '.', 1);

    private static bool HasControls(string value)
    {
        foreach (var c in value)
        {
            if (c < ' ' || c == '\u007f')
                return true;
        }

        return false;
    }

    /// <summary>Text for people: words with spaces between.</summary>
    public static bool IsProse(string value)
    {
        if (value.IndexOf(' ') < 0)
            return false;
        int words = 0, plain = 0;
        foreach (var word in value.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            words++;
            if (IsPlainWord(word))
                plain++;
        }

        return words >= 2 && plain >= 0.7 * words || value.StartsWith(" ", StringComparison.Ordinal) || value.EndsWith(" ", StringComparison.Ordinal) || words > 8;
    }

    private static bool IsPlainWord(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('\'' or ',' or '.' or '!' or '?' or ':' or ';' or '-' or '"' or '(' or ')' or '\u2019' or '{' or '}' or '&' or '/'))
                return false;
        }

        return true;
    }

    /// <summary>The name of something: one or more words written as identifiers are, without a digit among them: <c>current_password</c>, <c>DbPassword</c>, <c>API-KEY</c>.</summary>
    public static bool IsName(string value, in ValueShape shape)
    {
        if (shape.Digits > 0 && !OnlyTrailingDigits(value) || shape.Letters == 0)
            return false;
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' ' or ':'))
                return false;
        }

        return true;
    }

    /// <summary><c>dict-Secret-1</c>: names are written in one way; small and capital beginnings and a number together are none.</summary>
    public static bool IsUneven(string value, in ValueShape shape)
    {
        if (shape.Digits == 0 || shape.Marks == 0)
            return false;
        var parts = value.Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.Any(static part => char.IsLower(part[0])) && parts.Any(static part => char.IsUpper(part[0]));
    }

    private static bool OnlyTrailingDigits(string value)
    {
        var i = value.Length;
        while (i > 0 && char.IsDigit(value[i - 1]))
            i--;
        for (var k = 0; k < i; k++)
        {
            if (char.IsDigit(value[k]))
                return false;
        }

        return value.Length - i <= 1 || value.Substring(i) is "64" or "256" or "512" or "128";
    }

    public static bool IsMailAddress(string value)
    {
        var at = value.IndexOf('@');
        return at > 0 && value.LastIndexOf('@') == at && value.IndexOf(' ') < 0 && value.LastIndexOf('.') is var dot && dot > at + 1 && value.Length - dot is >= 3 and <= 5 && IsWord(value, dot + 1, value.Length);
    }

    public static bool IsGuid(string value) => value.Length is 32 or 36 or 38 && Guid.TryParse(value, out _) && value.IndexOf('-') > 0;
}
