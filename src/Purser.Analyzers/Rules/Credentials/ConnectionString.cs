namespace Purser.Analyzers.Rules.Credentials;

/// <summary>One <c>key=value</c> of a connection string; where its value stands in the text.</summary>
internal readonly record struct ConnectionPair(string Key, string Value, int Start, int Length);

/// <summary>Reads <c>key=value;key="va;lue"</c> by ADO.NET's rules of quoting, holes kept, and Redis' <c>host:port,password=x</c>.</summary>
internal static class ConnectionString
{
    /// <summary>Stands where an interpolation's or concatenation's unknown part was.</summary>
    public const char Hole = '\uFFFC';

    private static readonly HashSet<string> SecretKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "pwd", "userpassword", "accountkey", "sharedaccesskey", "sharedaccesssignature", "proxypassword", "sslpassword", "sslkeypassword",
        "apikey", "passwd", "pass", "secret", "clientsecret", "accesskey", "secretkey", "authtoken", "accesstoken", "trustedpassword", "certificatepassword", "passphrase", "encryptpassword",
    };

    /// <summary>Keys that make a text a connection string.</summary>
    private static readonly HashSet<string> KnownKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "server", "datasource", "addr", "address", "networkaddress", "host", "hostname", "initialcatalog", "database", "dbname", "db", "userid", "uid", "user", "username", "userid", "port",
        "provider", "driver", "dsn", "integratedsecurity", "trustedconnection", "encrypt", "trustservercertificate", "multipleactiveresultsets", "pooling", "persistsecurityinfo",
        "connecttimeout", "connectiontimeout", "applicationname", "attachdbfilename", "defaultendpointsprotocol", "accountname", "endpointsuffix", "blobendpoint", "endpoint", "accountendpoint",
        "sharedaccesskeyname", "entitypath", "virtualhost", "vhost", "sslmode", "charset", "initialcatalog", "minpoolsize", "maxpoolsize", "authentication", "timeout", "commandtimeout",
        "failoverpartner", "workstationid", "packetsize", "metadata", "providerconnectionstring", "abortconnect", "allowadmin", "ssl", "connectretry", "defaultdatabase", "queuename", "sharedaccesskeyname",
        "usessl", "persist", "unicode", "searchpath", "region", "serviceurl", "amqp", "heartbeat", "filename", "version", "hostnames", "domain", "url", "dialect", "mode", "cache", "iothubname", "deviceid",
        "tablename", "role", "account", "schema", "warehouse", "dbq", "clientid", "tenantid",
    };

    /// <summary>Pairs in order; false where the text does not have that shape.</summary>
    public static bool TryParse(string text, out List<ConnectionPair> pairs)
    {
        pairs = new List<ConnectionPair>();
        if (text.IndexOf('=') <= 0 || text.Length > 4096)
            return false;
        var separator = text.IndexOf(';') >= 0 ? ';' : text.IndexOf(',') >= 0 ? ',' : ';';
        var i = 0;
        while (i < text.Length)
        {
            while (i < text.Length && (text[i] == separator || char.IsWhiteSpace(text[i])))
                i++;
            var keyStart = i;
            while (i < text.Length && text[i] != '=' && text[i] != separator)
                i++;
            if (i >= text.Length || text[i] == separator)
            {
                // Redis starts with hosts that have no key; elsewhere an end without "=" is no pair.
                if (separator == ',' && i > keyStart)
                    continue;
                if (i < text.Length)
                    continue;
                break;
            }

            var key = text.Substring(keyStart, i - keyStart).Trim();
            i++;
            var (start, length, next) = ReadValue(text, i, separator);
            i = next;
            if (IsKey(key))
                pairs.Add(new ConnectionPair(Normalize(key), text.Substring(start, length), start, length));
        }

        return pairs.Count > 0;
    }

    /// <summary>The pair that holds a secret; null where the text is no connection string, or has none.</summary>
    public static ConnectionPair? SecretOf(string text, bool isConnectionSink)
    {
        if (!TryParse(text, out var pairs))
            return null;
        var known = 0;
        ConnectionPair? secret = null, user = null;
        foreach (var pair in pairs)
        {
            if (pair.Key is "userid" or "uid" or "user" or "username")
                user = pair;
            if (IsSecretKey(pair.Key))
            {
                if (secret is null or { Value.Length: 0 })
                    secret = pair;
            }
            else if (KnownKeys.Contains(pair.Key))
            {
                known++;
            }
        }

        var isRedis = text.IndexOf(';') < 0 && text.IndexOf(',') > 0;
        if (known == 0 && !isConnectionSink && !(isRedis && LooksLikeHost(text)))
            return null;
        return secret is { } found && user is { } named && NotASecret.IsExampleLogin(named.Value, found.Value) ? null : secret;
    }

    /// <summary><c>Password</c>, and <c>Jet OLEDB:Database Password</c>.</summary>
    private static bool IsSecretKey(string key) =>
        SecretKeys.Contains(key) || key.EndsWith("password", StringComparison.Ordinal) || key.EndsWith("accesskey", StringComparison.Ordinal);

    /// <summary>The server of a connection string without a credential; null where there is none.</summary>
    public static ConnectionPair? HostOf(string text)
    {
        if (!TryParse(text, out var pairs) || pairs.Count < 2)
            return null;
        var known = 0;
        ConnectionPair? host = null;
        foreach (var pair in pairs)
        {
            if (pair.Key is "server" or "datasource" or "host" or "hostname" or "addr" or "address" or "endpoint" or "accountendpoint" or "networkaddress" or "serviceurl")
                host ??= pair;
            if (KnownKeys.Contains(pair.Key) || IsSecretKey(pair.Key))
                known++;
        }

        return known >= 2 ? host : null;
    }

    private static bool LooksLikeHost(string text)
    {
        var end = text.IndexOf(',');
        var host = text.Substring(0, end);
        return host.IndexOf('=') < 0 && host.IndexOf(' ') < 0 && (host.IndexOf(':') > 0 || host.IndexOf('.') > 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.IndexOf("redis", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static (int Start, int Length, int Next) ReadValue(string text, int i, char separator)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        if (i < text.Length && text[i] is '"' or '\'' && text.IndexOf(text[i], i + 1) > i)
        {
            var quote = text[i];
            var end = i + 1;
            while (end < text.Length && (text[end] != quote || (end + 1 < text.Length && text[end + 1] == quote && ++end > 0)))
                end++;
            var next = text.IndexOf(separator, Math.Min(end, text.Length - 1));
            return (i + 1, Math.Min(end, text.Length) - i - 1, next < 0 ? text.Length : next);
        }

        if (i < text.Length && text[i] == '{' && text.IndexOf('}', i) is var brace and > 0 && NeedsBraces(text, i + 1, brace))
        {
            var next = text.IndexOf(separator, brace);
            return (i + 1, brace - i - 1, next < 0 ? text.Length : next);
        }

        var stop = text.IndexOf(separator, i);
        if (stop < 0)
            stop = text.Length;
        var last = stop;
        while (last > i && (char.IsWhiteSpace(text[last - 1]) || (stop == text.Length && text[last - 1] is '"' or '\'')))
            last--;
        return (i, last - i, stop);
    }

    /// <summary>ODBC quotes with braces; <c>{password}</c> and <c>{0}</c> are holes of a template.</summary>
    private static bool NeedsBraces(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('_' or ' ' or '.' or ':' or '-'))
                return true;
        }

        return false;
    }

    private static bool IsKey(string key)
    {
        if (key.Length is 0 or > 40)
            return false;
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '_' or '-' or '.' or ':'))
                return false;
        }

        return true;
    }

    private static string Normalize(string key) => key.Replace(" ", "").Replace("_", "").Replace("-", "").ToLowerInvariant();
}
