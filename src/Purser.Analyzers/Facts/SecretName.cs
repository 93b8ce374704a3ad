using System.Text.RegularExpressions;

namespace Purser.Analyzers.Facts;

/// <summary>Whether a configuration key's name, or a default that somebody wrote for it, says that it is a secret.</summary>
internal static class SecretName
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "secret", "token", "credential", "credentials", "apikey", "accesskey", "secretkey", "privatekey",
        "connectionstring", "clientsecret", "accesstoken", "authtoken", "pat", "sas",
    };

    /// <summary>What makes a <c>Key</c> a secret: <c>SigningKey</c>, but no <c>PartitionKey</c>.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "api", "access", "account", "private", "secret", "signing", "encryption", "shared", "master", "license", "subscription", "storage", "security", "jwt", "auth", "function", "admin",
    };

    /// <summary>Words behind a secret one that leave it one: <c>PasswordValue</c>, but no <c>PasswordLength</c>.</summary>
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal) { "value", "base64", "primary", "secondary", "1", "2" };

    private static readonly Regex Credential = new(
        @"(?:password|pwd|accountkey|sharedaccesskey|sharedsecret|accesskey|secret|apikey|api_key|token)\s*=\s*[^;\s]|://[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromMilliseconds(100));

    public static bool IsSecret(string key)
    {
        var segments = key.Split(':');
        if (segments.Length > 1 && segments.Take(segments.Length - 1).Any(static segment => segment.ToLowerInvariant() is "connectionstrings" or "secrets" or "passwords"))
            return true;
        var words = WordsOf(segments[segments.Length - 1]);
        while (words.Count > 1 && Neutral.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        if (words.Count == 0)
            return false;

        var last = words[words.Count - 1];
        var before = words.Count > 1 ? words[words.Count - 2] : segments.Length > 1 ? WordsOf(segments[segments.Length - 2]).LastOrDefault() ?? "" : "";
        return Words.Contains(last)
            || (words.Count > 1 && before == "connection" && last == "string")
            || (last == "key" && Keys.Contains(before));
    }

    /// <summary>A default with a credential in it may never be written, whatever its key is called.</summary>
    public static bool HoldsCredential(string? value)
    {
        try
        {
            return value is { Length: > 0 and < 8192 } && Credential.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary><c>ApiKey</c>, <c>API_KEY</c> and <c>api-key</c> are <c>api key</c>.</summary>
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length
                || !char.IsLetterOrDigit(name[i])
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]));
            if (!ends)
                continue;
            var word = name.Substring(start, i - start).Trim('_', '-', '.', ' ').ToLowerInvariant();
            if (word.Length > 0)
                words.Add(word);
            start = i;
        }

        return words;
    }
}
