namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Reads <c>scheme://user:password@host</c> and secrets in query strings, wherever in a text they stand.</summary>
internal static class UrlCredential
{
    private static readonly HashSet<string> SecretParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "api_key", "apikey", "api-key", "access_token", "accesstoken", "auth_token", "authtoken", "token", "key", "secret", "client_secret", "password", "passwd", "pwd", "pass", "appid", "app_key", "appkey",
        "subscription-key", "code", "sig", "signature", "x-api-key", "authkey", "auth", "sharedkey",
    };

    /// <summary>The password of a URL's user information.</summary>
    public static (int Start, int Length)? PasswordOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        while (scheme > 0)
        {
            if (char.IsLetterOrDigit(text[scheme - 1]) && UserInformation(text, scheme + 3) is { } found)
                return found;
            scheme = text.IndexOf("://", scheme + 3, StringComparison.Ordinal);
        }

        return JdbcPassword(text);
    }

    private static (int Start, int Length)? UserInformation(string text, int start)
    {
        int colon = -1, at = -1;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '/' or '?' or '#' or ' ' or '"' or '\n' or '\\')
                break;
            if (c == ':' && colon < 0)
                colon = i;
            if (c == '@')
                at = i;
        }

        if (colon > 0 && at > colon && NotASecret.IsExampleLogin(text.Substring(start, colon - start), text.Substring(colon + 1, at - colon - 1)))
            return null;
        if (at < 0 || colon < 0 || colon > at || at + 1 >= text.Length || (!char.IsLetterOrDigit(text[at + 1]) && text[at + 1] is not ('[' or ConnectionString.Hole or '{' or '%' or '$')))
            return null;
        return (colon + 1, at - colon - 1);
    }

    /// <summary><c>jdbc:oracle:thin:user/password@host</c>.</summary>
    private static (int Start, int Length)? JdbcPassword(string text)
    {
        const string prefix = "jdbc:oracle:";
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        var slash = text.IndexOf('/', prefix.Length);
        var at = text.IndexOf('@', prefix.Length);
        return slash > 0 && at > slash + 1 ? (slash + 1, at - slash - 1) : null;
    }

    /// <summary>A secret given as a query parameter.</summary>
    public static (string Name, int Start, int Length)? ParameterOf(string text)
    {
        var i = text.IndexOf('?');
        if (i < 0)
            return text.IndexOf('&') > 0 && text.IndexOf('=') > 0 && text.IndexOf(' ') < 0 ? ParameterAfter(text, -1) : null;
        if (text.IndexOf("://", StringComparison.Ordinal) < 0 && i > 0 && text[0] != '/' && text.IndexOf(' ') >= 0)
            return null;
        return ParameterAfter(text, i);
    }

    private static (string Name, int Start, int Length)? ParameterAfter(string text, int i)
    {
        while (i < text.Length)
        {
            var nameStart = i + 1;
            var equals = text.IndexOf('=', nameStart);
            if (equals < 0)
                return null;
            var end = equals + 1;
            while (end < text.Length && text[end] is not ('&' or ';' or '#' or ' ' or '"' or '\''))
                end++;
            var name = text.Substring(nameStart, equals - nameStart);
            if (SecretParameters.Contains(name) && end > equals + 1)
                return (name, equals + 1, end - equals - 1);
            if (end >= text.Length || text[end] is not ('&' or ';'))
                return null;
            i = end;
        }

        return null;
    }
}
