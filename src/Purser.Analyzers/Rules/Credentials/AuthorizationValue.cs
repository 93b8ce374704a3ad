using System.Text;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Reads <c>Basic dXNlcjpwYXNz</c>, <c>Bearer abc...</c>, JSON Web Tokens and PEM blocks.</summary>
internal static class AuthorizationValue
{
    /// <summary>Where the credential of a Basic, Bearer or Token header value stands.</summary>
    public static (string Scheme, int Start, int Length)? Of(string value)
    {
        var space = value.IndexOf(' ');
        if (space <= 0)
            return null;
        var colon = value.IndexOf(':');
        if (colon > 0 && colon + 1 == space && value.StartsWith("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            var rest = Of(value.Substring(space + 1));
            return rest is { } inner ? (inner.Scheme, inner.Start + space + 1, inner.Length) : null;
        }

        var scheme = value.Substring(0, space).ToLowerInvariant();
        var text = value.Substring(space + 1).Trim();
        var start = value.IndexOf(text, space, StringComparison.Ordinal);
        return scheme switch
        {
            "basic" when IsBasic(text) => ("Basic", start, text.Length),
            "bearer" or "token" or "apikey" or "bot" or "ghostkey" when text.Length >= 16 && text.IndexOf(' ') < 0 && new ValueShape(text).LooksRandom(text, 16) => ("Bearer", start, text.Length),
            "sharedaccesssignature" when text.IndexOf("sig=", StringComparison.Ordinal) >= 0 => ("SharedAccessSignature", start, text.Length),
            _ => null,
        };
    }

    /// <summary>Base64 of <c>user:password</c>, both there.</summary>
    public static bool IsBasic(string text)
    {
        if (text.Length < 8 || text.Length > 512 || text.IndexOf(' ') >= 0)
            return false;
        if (Decode(text) is { } decoded)
        {
            var colon = decoded.IndexOf(':');
            return colon > 0 && colon < decoded.Length - 1;
        }

        return false;
    }

    /// <summary>Three segments of which the first decodes to JSON with an <c>alg</c>; or at least three long ones that start as JSON does.</summary>
    public static (int Start, int Length)? JsonWebToken(string value)
    {
        var start = value.IndexOf("eyJ", StringComparison.Ordinal);
        if (start < 0 || (start > 0 && char.IsLetterOrDigit(value[start - 1])))
            return null;
        int end = start, dots = 0;
        while (end < value.Length && (char.IsLetterOrDigit(value[end]) || value[end] is '-' or '_' or '.' or '=' or '+' or '/'))
        {
            if (value[end] == '.')
                dots++;
            end++;
        }

        if (dots is < 2 or > 4 || end - start < 60)
            return null;
        var segments = value.Substring(start, end - start).Split('.');
        if (segments[0].Length < 12 || segments[1].Length < 4 && dots == 2 || segments[2].Length < 16)
            return null;
        var header = Decode(segments[0]);
        var isJwt = header is not null ? header.IndexOf("\"alg\"", StringComparison.Ordinal) >= 0 || header.StartsWith("{\"", StringComparison.Ordinal) : segments[1].StartsWith("eyJ", StringComparison.Ordinal);
        return isJwt ? (start, end - start) : null;
    }

    /// <summary>A private key as PEM, as .NET's XML, as a JSON Web Key or as a PuTTY file; with a body, since the header alone is a constant of a parser.</summary>
    public static bool IsPrivateKey(string value)
    {
        if (value.Length < 100)
            return false;
        var at = value.IndexOf("PRIVATE KEY", StringComparison.Ordinal);
        if (at < 0 || value.IndexOf("-----BEGIN", StringComparison.Ordinal) is < 0)
            return IsXmlKey(value) || IsJsonKey(value) || value.StartsWith("PuTTY-User-Key-File-", StringComparison.Ordinal);
        var body = 0;
        for (var i = value.IndexOf("-----", at, StringComparison.Ordinal) + 5; i < value.Length && i >= 5; i++)
        {
            var c = value[i];
            if (c == '-' && i + 4 < value.Length && value[i + 1] == '-' && value[i + 2] == '-')
                break;
            if (char.IsLetterOrDigit(c) || c is '+' or '/' or '=')
                body++;
        }

        return body >= 40;
    }

    private static bool IsXmlKey(string value) =>
        value.IndexOf("<RSAKeyValue>", StringComparison.Ordinal) >= 0 && value.IndexOf("<D>", StringComparison.Ordinal) is var d and > 0 && value.IndexOf("</D>", StringComparison.Ordinal) > d + 60;

    private static bool IsJsonKey(string value) =>
        value.IndexOf("\"kty\"", StringComparison.Ordinal) >= 0 && value.IndexOf("\"d\":", StringComparison.Ordinal) is var d and > 0 && value.Length > d + 40
        && value.IndexOf('"', d + 4) is var open and > 0 && value.IndexOf('"', open + 1) > open + 30;

    public static string? Decode(string text)
    {
        var base64 = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        foreach (var c in base64)
        {
            if (!(c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/'))
                return null;
        }

        if (base64.Length % 4 == 1)
            return null;
        try
        {
            var decoded = Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
            foreach (var c in decoded)
            {
                if (c is '\uFFFD' or < '\t')
                    return null;
            }

            return decoded;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
