using System.Text;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.CodeFixes.Credentials;

/// <summary>Names for what moves out of the code: <c>smtpPassword</c> is <c>Smtp:Password</c> in configuration and <c>SMTP_PASSWORD</c> in the environment.</summary>
internal static class ConfigurationKeyName
{
    /// <summary>The last words of a name that say what the value is; the words before them are the section.</summary>
    private static readonly Dictionary<string, string> Leaves = new(StringComparer.Ordinal)
    {
        ["password"] = "Password", ["passwd"] = "Password", ["pwd"] = "Password", ["pass"] = "Password", ["passphrase"] = "Passphrase", ["passcode"] = "Passcode", ["pin"] = "Pin",
        ["secret"] = "Secret", ["clientsecret"] = "ClientSecret", ["appsecret"] = "AppSecret", ["token"] = "Token", ["accesstoken"] = "AccessToken", ["authtoken"] = "AuthToken",
        ["apitoken"] = "ApiToken", ["refreshtoken"] = "RefreshToken", ["bearertoken"] = "BearerToken", ["sastoken"] = "SasToken", ["key"] = "Key", ["apikey"] = "ApiKey", ["accesskey"] = "AccessKey",
        ["secretkey"] = "SecretKey", ["accountkey"] = "AccountKey", ["privatekey"] = "PrivateKey", ["signingkey"] = "SigningKey", ["encryptionkey"] = "EncryptionKey", ["authkey"] = "AuthKey",
        ["credential"] = "Credential", ["credentials"] = "Credentials", ["authorization"] = "Authorization", ["salt"] = "Salt", ["iv"] = "IV",
        ["url"] = "Url", ["uri"] = "Url", ["host"] = "Host", ["hostname"] = "Host", ["server"] = "Server", ["endpoint"] = "Endpoint", ["address"] = "Address", ["broker"] = "Broker", ["brokers"] = "Brokers",
    };

    /// <summary>Words that stand before a leaf and belong to it: <c>api key</c>, <c>client secret</c>.</summary>
    private static readonly HashSet<string> LeafPrefixes = new(StringComparer.Ordinal)
    {
        "api", "access", "account", "private", "signing", "encryption", "auth", "client", "secret", "shared", "bearer", "refresh", "sas", "service", "base", "bootstrap", "app", "authorization", "connection", "pass", "public",
    };

    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "my", "the", "default", "const", "value", "val", "str", "string", "text", "literal", "get", "set", "s", "m", "k", "new", "fallback", "raw", "plain", "hardcoded", "x", "dev", "prod", "test", "local",
    };

    private static readonly HashSet<string> TypeEndings = new(StringComparer.Ordinal)
    {
        "options", "settings", "setting", "config", "configuration", "service", "services", "client", "controller", "factory", "provider", "repository", "repo", "handler", "helper", "manager", "credential",
        "credentials", "context", "connection", "builder", "extensions", "constants", "consts", "store", "base", "module", "startup", "program", "api", "app", "worker", "web", "host", "sender", "publisher",
        "consumer", "gateway", "adapter", "initializer", "installer", "secrets", "data",
    };

    private static readonly HashSet<string> ConnectionWords = new(StringComparer.Ordinal)
    {
        "connection", "connections", "string", "strings", "conn", "connectionstring", "connstring", "connstr", "str", "cs", "constr", "db", "database", "url", "uri",
    };

    /// <summary>The key as configuration writes it; names that are keys already stay.</summary>
    /// <param name="name">What the value is given to, or the key it is given under.</param>
    /// <param name="holders">Types around it, the nearest first: the section, where the name has none.</param>
    /// <param name="defaultLeaf">What the value is, where the name does not say.</param>
    public static string Of(string? name, IEnumerable<string> holders, string defaultLeaf)
    {
        if (name is not null && IsKey(name))
            return name;
        var words = WithoutNoise(IdentifierWords.Split(name ?? ""));
        var at = LeafStart(words);
        var leaf = at < words.Count ? LeafOf(words.Skip(at).ToList()) : defaultLeaf;
        var section = Pascal(words.Take(at));
        if (section.Length == 0)
            section = Section(holders) ?? "App";
        return $"{section}:{leaf}";
    }

    /// <summary>The name of a connection string: <c>ordersConnectionString</c> is <c>Orders</c>.</summary>
    public static string OfConnectionString(string? name, IEnumerable<string> holders)
    {
        const string prefix = "ConnectionStrings:";
        if (name is not null && IsKey(name))
            return name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name.Substring(prefix.Length) : name;
        var words = WithoutNoise(IdentifierWords.Split(name ?? ""));
        while (words.Count > 0 && ConnectionWords.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return words.Count > 0 ? Pascal(words) : Section(holders) ?? "Default";
    }

    /// <summary><c>Smtp:ApiKey</c> is <c>SMTP_API_KEY</c>.</summary>
    public static string Variable(string key) => string.Join("_", key.Split([':', '.'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(IdentifierWords.Split)).ToUpperInvariant();

    /// <summary>A section of its own for a type: <c>SmtpOptions</c> is <c>Smtp</c>; null where nothing is left of it.</summary>
    public static string? SectionOfType(string type)
    {
        var words = IdentifierWords.Split(type);
        if (words.Count > 1 && words[0] == "i" && type.Length > 1 && char.IsUpper(type[1]))
            words.RemoveAt(0);
        while (words.Count > 0 && TypeEndings.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? null : Pascal(words);
    }

    /// <summary>Whether a text is written as a key of configuration: words with colons between.</summary>
    public static bool IsKey(string text) => text.IndexOf(':') > 0 && text[text.Length - 1] != ':' && text.All(static c => char.IsLetterOrDigit(c) || c is ':' or '_' or '-' or '.');

    private static string? Section(IEnumerable<string> holders) => holders.Select(SectionOfType).FirstOrDefault(static section => section is not null);

    private static List<string> WithoutNoise(List<string> words)
    {
        while (words.Count > 1 && (Noise.Contains(words[0]) || char.IsDigit(words[0][0])))
            words.RemoveAt(0);
        while (words.Count > 1 && (Noise.Contains(words[words.Count - 1]) || char.IsDigit(words[words.Count - 1][0])))
            words.RemoveAt(words.Count - 1);
        if (words.Count == 1 && Noise.Contains(words[0]))
            words.Clear();
        return words;
    }

    private static int LeafStart(List<string> words)
    {
        if (words.Count == 0 || !Leaves.ContainsKey(words[words.Count - 1]) && !(words.Count > 1 && words[words.Count - 2] == "pass" && words[words.Count - 1] is "word" or "phrase" or "code"))
            return words.Count;
        var at = words.Count - 1;
        if (words[at] is "word" or "phrase" or "code")
            return at - 1;
        while (at > 0 && Leaves[words[words.Count - 1]] != "Password" && LeafPrefixes.Contains(words[at - 1]))
            at--;
        return at;
    }

    private static string LeafOf(List<string> words) =>
        words is ["pass", "word"] ? "Password" : Pascal(words.Take(words.Count - 1)) + (Leaves.TryGetValue(words[words.Count - 1], out var leaf) ? leaf : Pascal(words.Skip(words.Count - 1)));

    private static string Pascal(IEnumerable<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
            text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return text.ToString();
    }
}
