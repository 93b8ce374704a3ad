namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// Values that are no secrets whatever they are called: placeholders, templates, references, paths, names, prose.
/// Each test is anchored to the whole value: a real password may well contain "test" or "admin".
/// </summary>
internal static class NotASecret
{
    /// <summary>A place left to fill, or a reference to where the secret is.</summary>
    /// <param name="isInvented">Of a key that the author thinks of: "MyEncryptionKey" then is the key, and stands for none.</param>
    public static bool IsPlaceholder(string value, bool isInvented = false)
    {
        if (string.IsNullOrWhiteSpace(value))
            return true;
        var text = value.Trim();
        return IsBracketed(text) || IsMasked(text) || IsPlaceholderPhrase(text, isInvented) || IsReference(text);
    }

    /// <summary><c>user:password</c> and the like: each only says what belongs there.</summary>
    public static bool IsExampleLogin(string user, string password) =>
        user.Trim().ToLowerInvariant() is "user" or "username" or "userid" or "user_id" or "uid" or "usr" or "myuser" or "myusername" or "yourusername" or "login" or "u" or "name"
        && password.Trim().ToLowerInvariant() is "password" or "pass" or "passwd" or "pwd" or "secret" or "p" or "pw" or "mypassword" or "mypass" or "yourpassword";

    /// <summary><c>&lt;password&gt;</c>, <c>{0}</c>, <c>${PW}</c>, <c>%PW%</c>, <c>#{Pw}#</c>, <c>[pw]</c>, <c>__PW__</c>, <c>$(Pw)</c>, <c>@pw</c>, <c>:pw</c>, <c>$PW</c>.</summary>
    private static bool IsBracketed(string text)
    {
        char first = text[0], last = text[text.Length - 1];
        if (text.Length == 1)
            return !char.IsLetterOrDigit(first);
        if (IsPair(first, last) && (text.Length < 40 || text.IndexOf(' ') >= 0 || first is '<' or '{'))
            return true;
        if (text.Length >= 5 && text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal))
            return true;
        if (text.StartsWith("${", StringComparison.Ordinal) || text.StartsWith("$(", StringComparison.Ordinal) || text.StartsWith("#{", StringComparison.Ordinal) || text.StartsWith("{{", StringComparison.Ordinal))
            return true;
        if (HasNamedHole(text))
            return true;
        // SQL parameters and shell variables.
        return first is '@' or ':' or '$' && text.Length > 1 && (char.IsLetter(text[1]) || text[1] == '_') && IsIdentifier(text, 1) && !HasDigitInside(text);
    }

    /// <summary><c>iOS={your ios secret}</c>, <c>{0}-{1}</c>: braces around a name or a number.</summary>
    private static bool HasNamedHole(string text)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = open + 1;
            while (close < text.Length && (char.IsLetterOrDigit(text[close]) || text[close] is '_' or ' ' or '.' or ':'))
                close++;
            // "{0}" and "{key2}" are holes; "{7Kq}" is a part of a password.
            if (close > open + 1 && close < text.Length && text[close] == '}' && (close == open + 2 || !char.IsDigit(text[open + 1])))
                return true;
        }

        return false;
    }

    /// <summary><c>$key2</c>, <c>$DB_PASSWORD/x</c>: a shell's variable, alone or with more after it.</summary>
    public static bool StartsWithVariable(string text)
    {
        if (text.Length < 3 || text[0] != '$' || !char.IsLetter(text[1]))
            return false;
        var end = 1;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '_'))
            end++;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        return end == text.Length || text[end] is '/' or '.' or ':' or '-' or ')' or '$';
    }

    private static bool IsPair(char first, char last) =>
        (first, last) is ('<', '>') or ('{', '}') or ('[', ']') or ('(', ')') or ('%', '%') or ('#', '#') or ('«', '»') or ('\u2039', '\u203A');

    /// <summary>Nothing but one or two different characters, or an ellipsis: <c>xxxx</c>, <c>****</c>, <c>...</c>, <c>--</c>, <c>0000-0000</c>.</summary>
    private static bool IsMasked(string text)
    {
        if (text == "..." || text == "…" || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("…", StringComparison.Ordinal))
            return true;
        char repeated = '\0';
        var repeats = 0;
        foreach (var c in text)
        {
            if (c is '-' or '_' or ' ' or '.' or ':' or '/' or '=')
                continue;
            if (repeated == '\0')
                repeated = c;
            if (char.ToLowerInvariant(c) != char.ToLowerInvariant(repeated))
                return IsMostlyMasked(text);
            repeats++;
        }

        return repeats == 0 || !char.IsLetterOrDigit(repeated) || (repeats >= 3 && repeated is 'x' or 'X' or '0' or 'y' or 'Y' or 'z' or 'Z');
    }

    /// <summary><c>sk-xxxxxxxxxxxx</c>, <c>abc****</c>: six or more of one mask character in a row.</summary>
    private static bool IsMostlyMasked(string text)
    {
        var run = 1;
        for (var i = 1; i < text.Length; i++)
        {
            run = text[i] == text[i - 1] ? run + 1 : 1;
            if ((text[i] is 'x' or 'X' && run >= 5) || (text[i] is '*' or '.' or '•' or '#' && run >= 4))
                return true;
        }

        return false;
    }

    private static bool IsPlaceholderPhrase(string text, bool isInvented)
    {
        var words = IdentifierWords.Split(text);
        if (words.Count == 0)
            return true;
        // A digit or a mark among the letters makes it a real value: "Your_password123", "ChangeMe!1".
        if (HasDigitInside(text) && !PlaceholderNumbered(words))
            return false;
        if (!IsPhrase(text))
            return false;
        var joined = string.Concat(words);
        if (Tokens.Contains(joined))
            return true;
        var first = words[0];
        if (words.Count > 1 && (Openers.Contains(first) || (!isInvented && first is "my" or "the" or "some" or "a" or "an" && words.Count <= 4 && EndsInCredentialWord(words))))
            return true;
        if (first.StartsWith("your", StringComparison.Ordinal) && first.Length > 4)
            return true;
        var last = words[words.Count - 1];
        return words.Count > 1 && (last is "here" or "placeholder" or "todo" || words.Contains("placeholder") || words.Contains("your") || words.Contains("redacted") || (words.Contains("goes") && last == "here"));
    }

    private static bool PlaceholderNumbered(List<string> words) =>
        words.Count > 2 && (words[0] is "your" or "insert" or "replace" or "enter") && char.IsDigit(words[words.Count - 1][0]) && words[words.Count - 1].Length == 1;

    private static bool EndsInCredentialWord(List<string> words) =>
        CredentialName.Of(string.Join("-", words)).Strength != NameStrength.None && words.Count > 1 && words[0] != "some";

    private static bool IsReference(string text) =>
        StartsWithAny(text, "op://", "vault:", "@Microsoft.KeyVault(", "arn:aws:", "ENC[", "secretref:", "keyvault:", "awssm://", "gcpsm://", "ref+", "env:", "file:", "Ag0", "urn:", "data:image", "data:text", "data:font")
        || StartsWithAny(text, "sha256-", "sha384-", "sha512-", "$2a$", "$2b$", "$2y$", "$argon2", "$6$", "$5$", "pbkdf2", "{SHA", "{SSHA", "sha256:", "sha1:", "md5:")
        || IsCipherText(text);

    /// <summary><c>2.aXY=|ZGF0YQ==|bWFj</c>, <c>7.aXYzZGF0YQ==</c>: a version, then base64, in parts or with its padding.</summary>
    private static bool IsCipherText(string text) =>
        text.Length > 8 && char.IsDigit(text[0]) && text[1] == '.' && (text.IndexOf('|') > 4 || (text[text.Length - 1] == '=' && text.Skip(2).All(static c => char.IsLetterOrDigit(c) || c is '+' or '/' or '=')));

    private static bool StartsWithAny(string text, params string[] starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsPhrase(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or ' ' or '.' or '\'' or ',' or ':' or '!' or '*' or '/'))
                return false;
        }

        return true;
    }

    private static bool IsIdentifier(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('_' or '-' or '.'))
                return false;
        }

        return true;
    }

    private static bool HasDigitInside(string text)
    {
        foreach (var c in text)
        {
            if (char.IsDigit(c))
                return true;
        }

        return false;
    }

    private static readonly HashSet<string> Tokens = new("""
        changethis change todo tbd tba fixme none null nil undefined empty blank default redacted removed hidden masked filtered protected example sample placeholder dummy fake na
        unknown unused unset notset notused notavailable notapplicable notprovided notspecified notconfigured replace replaceme replacethis insert missing invalid optional required string value text true false yes no
        on off any all other custom auto automatic automatically manual basic bearer digest negotiate anonymous integrated windows ntlm kerberos password0 supersecretplaceholder somevalue
        somesecret sometoken somekey mysecretvalue yourkey yoursecret yourtoken yourpassword setme fillme fillin secretgoeshere xxx xyz0 here enabled disabled encrypted plain plaintext
        environment env variable secrets0 user users username login logon email mail name id key keys token tokens hash
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> Openers = new("your insert replace enter put add set fill provide specify type paste change update please use input choose confirm forgot reset invalid wrong incorrect missing"
        .Split(' '), StringComparer.Ordinal);
}
