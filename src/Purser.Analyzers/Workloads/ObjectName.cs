using System.Text;

namespace Purser.Analyzers.Workloads;

/// <summary>Names derived from a workload's, within Kubernetes' limits.</summary>
internal static class ObjectName
{
    /// <summary>The most that a DNS label holds: Services, labels, volumes.</summary>
    public const int Label = 63;

    public static string Of(string workload, string suffix, int limit = Label) => Fit(workload + "-" + suffix, limit);

    /// <summary>The name itself, or its beginning with a hash of the whole where it is too long.</summary>
    public static string Fit(string name, int limit) =>
        name.Length <= limit ? name : name.Substring(0, limit - 9).TrimEnd('-', '.') + "-" + Fingerprint.Short(name);

    /// <summary>A DNS label of any text: <c>/var/Lib/x_y</c> -> <c>var-lib-x-y</c>; empty where nothing is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                slug.Append(c);
            else if (c is >= 'A' and <= 'Z')
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[slug.Length - 1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>A label value of any text: what is not accepted becomes a hyphen.</summary>
    public static string LabelValue(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var c in text)
            value.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' ? c : '-');
        return Fit(value.ToString().Trim('-', '_', '.'), Label);
    }
}
