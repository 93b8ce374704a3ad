namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>The path of an Ingress rule (pathType Prefix) or of an HTTPRoute (PathPrefix).</summary>
internal static class RoutePath
{
    private const int MaxLength = 1024;

    private static readonly string[] Sequences = ["//", "/./", "/../", "%2f", "%2F"];

    /// <summary>What is wrong with it; null where both kinds of route take it.</summary>
    public static string? Wrong(string path)
    {
        if (path.Length == 0 || path[0] != '/')
            return "it does not begin with a slash";
        if (Sequences.FirstOrDefault(path.Contains) is { } sequence)
            return $"'{sequence}' is not accepted in it";
        if (path.EndsWith("/..", StringComparison.Ordinal) || path.EndsWith("/.", StringComparison.Ordinal))
            return "it ends with a dot segment";
        if (path.Length > MaxLength)
            return $"it is longer than {MaxLength} characters";
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && Uri.IsHexDigit(path[i + 1]) && Uri.IsHexDigit(path[i + 2]))
                i += 2;
            else if (!IsPathCharacter(path[i]))
                return $"{Characters.Show(path[i])} is not accepted in it";
        }

        return null;
    }

    /// <summary>With one slash in front and none twice, without a star at the end; null where that is none either.</summary>
    public static string? Nearest(string path)
    {
        var nearest = "/" + string.Join("/", path.Trim().Replace('\\', '/').Split(['/'], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment is not ("." or "*" or "**")));
        if (path.TrimEnd().EndsWith("/", StringComparison.Ordinal) && nearest.Length > 1)
            nearest += "/";
        return nearest != path && !path.Contains("..") && !path.Contains("://") && Wrong(nearest) is null ? nearest : null;
    }

    private static bool IsPathCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "/-._~!$&'()*+,;=:@".IndexOf(c) >= 0;
}
