namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>Keys and values of labels and annotations.</summary>
internal static class QualifiedName
{
    public const int MaxName = 63;

    /// <summary>All annotations of one object, keys and values, in bytes.</summary>
    public const int MaxAnnotations = 256 * 1024;

    /// <summary>A name of at most 63 characters, with an optional DNS prefix: <c>example.com/team</c>.</summary>
    public static bool IsKey(string key)
    {
        var parts = key.Split('/');
        return parts.Length switch
        {
            1 => IsName(parts[0]),
            2 => DnsName.IsSubdomain(parts[0]) && IsName(parts[1]),
            _ => false,
        };
    }

    /// <summary>As a label's key, but the prefix may be in upper case.</summary>
    public static bool IsAnnotationKey(string key) => IsKey(key.ToLowerInvariant());

    public static bool IsLabelValue(string value) => value.Length == 0 || IsName(value);

    private static bool IsName(string text)
    {
        if (text.Length is 0 or > MaxName || !IsAlphanumeric(text[0]) || !IsAlphanumeric(text[text.Length - 1]))
            return false;
        foreach (var c in text)
            if (!IsAlphanumeric(c) && c is not ('-' or '_' or '.'))
                return false;
        return true;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
