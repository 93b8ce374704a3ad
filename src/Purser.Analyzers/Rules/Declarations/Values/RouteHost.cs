using System.Globalization;

namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>The host of an Ingress rule or of an HTTPRoute: a DNS name, the first label of which may be a star.</summary>
internal static class RouteHost
{
    /// <summary>What is wrong with it; null where both kinds of route take it.</summary>
    public static string? Wrong(string host)
    {
        if (host.Length == 0)
            return "it is empty";
        if (IsAddress(host))
            return "an IP address is no name";
        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host.Substring(2) : host;
        if (name.IndexOf('*') >= 0)
            return "a star stands for the whole first label only";
        if (host.Length > DnsName.MaxSubdomain)
            return $"it is longer than {DnsName.MaxSubdomain} characters";
        if (name.Any(char.IsUpper))
            return "upper case is not accepted";
        if (!DnsName.IsSubdomain(name))
            return "labels are letters, digits and hyphens, a letter or digit at both ends";
        return name.Split('.').Any(label => label.Length > DnsName.MaxLabel) ? $"no DNS server takes a label of more than {DnsName.MaxLabel} characters" : null;
    }

    /// <summary>Without scheme, port, path and closing dot, in lower case, umlauts as DNS writes them; null where that is none either.</summary>
    public static string? Nearest(string host)
    {
        var name = host.Trim();
        var scheme = name.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            name = name.Substring(scheme + 3);
        var end = name.IndexOfAny(['/', '?', '#']);
        if (end >= 0)
            name = name.Substring(0, end);
        var port = name.LastIndexOf(':');
        if (port >= 0 && name.Substring(port + 1).All(char.IsDigit))
            name = name.Substring(0, port);
        name = Ascii(name.ToLowerInvariant().TrimEnd('.').TrimStart('.').Replace('_', '-'));
        return name != host && Wrong(name) is null ? name : null;
    }

    private static string Ascii(string name)
    {
        if (name.All(c => c < 128))
            return name;
        try
        {
            return new IdnMapping().GetAscii(name);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    private static bool IsAddress(string host) =>
        host.IndexOf(':') >= 0 && host.All(c => Uri.IsHexDigit(c) || c is ':' or '.')
        || (host.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is > 0 and <= 3 && part.All(c => c is >= '0' and <= '9') && int.Parse(part, CultureInfo.InvariantCulture) <= 255));
}
