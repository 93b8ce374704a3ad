using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>Names of objects: DNS labels and subdomains as Kubernetes' apimachinery takes them.</summary>
internal static class DnsName
{
    public const int MaxLabel = 63;
    public const int MaxSubdomain = 253;

    /// <summary>RFC 1123: lower-case letters, digits and hyphens, a letter or digit at both ends, at most 63.</summary>
    public static bool IsLabel(string text) => text.Length is > 0 and <= MaxLabel && IsLabelOfAnyLength(text, 0, text.Length);

    /// <summary>RFC 1035: a label that begins with a letter.</summary>
    public static bool IsServiceLabel(string text) => IsLabel(text) && IsLower(text[0]);

    /// <summary>Labels with dots between them, at most 253 in all.</summary>
    public static bool IsSubdomain(string text)
    {
        if (text.Length is 0 or > MaxSubdomain)
            return false;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '.')
                continue;
            if (!IsLabelOfAnyLength(text, start, i))
                return false;
            start = i + 1;
        }

        return true;
    }

    /// <summary>The nearest label, cut to a length with a hash of the whole; empty where nothing is left.</summary>
    public static string NearestLabel(string text, int limit, bool letterFirst)
    {
        var slug = ObjectName.Slug(WorkloadName.KebabCase(text));
        if (letterFirst && slug.Length > 0 && !IsLower(slug[0]))
            slug = "app-" + slug;
        return ObjectName.Fit(slug, limit);
    }

    /// <summary>The nearest subdomain: dots stay between labels.</summary>
    public static string NearestSubdomain(string text)
    {
        var labels = text.Split('.').Select(label => NearestLabel(label, MaxLabel, letterFirst: false)).Where(label => label.Length > 0);
        return ObjectName.Fit(string.Join(".", labels), MaxSubdomain);
    }

    private static bool IsLabelOfAnyLength(string text, int start, int end)
    {
        if (start >= end || text[start] == '-' || text[end - 1] == '-')
            return false;
        for (var i = start; i < end; i++)
            if (!IsLower(text[i]) && !IsDigit(text[i]) && text[i] != '-')
                return false;
        return true;
    }

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
