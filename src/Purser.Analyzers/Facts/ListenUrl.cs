using System.Globalization;

namespace Purser.Analyzers.Facts;

/// <summary>A URL to listen on as Kestrel reads it, with hosts that no Uri accepts: <c>http://*:5000</c>, <c>https://+</c>.</summary>
internal sealed record ListenUrl(int Port, bool IsHttps, bool LocalhostOnly)
{
    public static ListenUrl? Parse(string url)
    {
        url = url.Trim();
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return null;
        var isHttps = string.Equals(url.Substring(0, scheme), "https", StringComparison.OrdinalIgnoreCase);
        if (!isHttps && !string.Equals(url.Substring(0, scheme), "http", StringComparison.OrdinalIgnoreCase))
            return null;

        var authority = url.Substring(scheme + 3);
        if (authority.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) || authority.StartsWith("pipe:", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = authority.IndexOf('/');
        if (end >= 0)
            authority = authority.Substring(0, end);

        var host = authority;
        var port = isHttps ? 443 : 80;
        var colon = authority.LastIndexOf(':');
        if (colon >= 0 && authority.IndexOf(']', colon) < 0)
        {
            host = authority.Substring(0, colon);
            if (!int.TryParse(authority.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
                return null;
        }

        var isLocal = host is "127.0.0.1" or "[::1]" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);
        return port is > 0 and < 65536 ? new(port, isHttps, isLocal) : null;
    }
}
