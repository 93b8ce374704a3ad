namespace Purser.Analyzers.Rules.Credentials.Addresses;

/// <summary>
/// Reads a text that is the address of a database, a broker or a service of one environment, and nothing else: a URL, <c>host:port</c>, a connection string without a credential.
/// Knows nothing of C#. What everybody may call, as an API's public address, is none: whether it differs by environment cannot be told.
/// </summary>
internal static class ServiceAddress
{
    public const string RuleId = "PUR3006";

    private const int Longest = 512;

    /// <param name="name">What the text is given to; null where it has no name.</param>
    /// <param name="isHost">The place takes the name of a host.</param>
    public static Finding? Of(string? name, string text, bool isHost = false)
    {
        if (text.Length is < 3 or > Longest)
            return null;
        if (text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && IsScheme(text, scheme))
            return OfUrl(text, scheme, name);
        if (text.IndexOf('=') > 0 && OfConnectionString(text) is { } connection)
            return connection;
        if (text.IndexOf(' ') >= 0)
            return null;
        if (text.IndexOf(':') > 0)
            return OfHostAndPort(text, isHost || NamesHost(name));
        return OfHost(text, name, isHost);
    }

    private static Finding? OfUrl(string text, int schemeEnd, string? name)
    {
        var scheme = text.Substring(0, schemeEnd).ToLowerInvariant();
        scheme = scheme.Substring(scheme.LastIndexOf(':') + 1);
        var (start, end) = Authority(text, schemeEnd + 3);
        var hostEnd = start;
        while (hostEnd < end && text[hostEnd] is not (':' or ','))
            hostEnd++;
        var kind = HostName.KindOf(text.Substring(start, hostEnd - start));
        if (kind == HostKind.None)
            return null;
        if (Schemes.TryGetValue(scheme, out var what))
            return Found(what, start, hostEnd);
        if (scheme is not ("http" or "https" or "tcp" or "ws" or "wss" or "net.tcp" or "grpc" or "grpcs" or "udp" or "ftp" or "sftp" or "smtp" or "smtps" or "net.msmq") || IsDocument(text, end))
            return null;
        var hasPort = hostEnd < end && text[hostEnd] == ':' && PortAt(text, hostEnd + 1, end) > 0;
        return kind switch
        {
            HostKind.Own => Found("service", start, hostEnd),
            // A name without a port is the one of a Kubernetes Service, and the same in each namespace.
            HostKind.Label => hasPort ? Found("service", start, hostEnd) : null,
            _ => hasPort && char.IsDigit(text[hostEnd - 1]) && NamesHost(name) ? Found("service", start, hostEnd) : null,
        };
    }

    /// <summary>Where the host and port stand, without a user's name before them.</summary>
    private static (int Start, int End) Authority(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not ('/' or '?' or '#' or ' ' or '"' or '\\' or ';'))
            end++;
        var at = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
        return (at + 1 > start ? at + 1 : start, end);
    }

    /// <summary>A page or a download is a link for people: <c>http://wiki.shop.local/setup.html</c>.</summary>
    private static bool IsDocument(string text, int pathStart)
    {
        var end = text.IndexOf('?', pathStart) is > 0 and var query ? query : text.Length;
        var dot = text.LastIndexOf('.', end - 1, end - pathStart);
        return dot > 0 && text.IndexOf('/', dot) < 0 && DocumentEnds.Contains(text.Substring(dot + 1, end - dot - 1).ToLowerInvariant());
    }

    private static Finding? OfConnectionString(string text)
    {
        if (ConnectionString.HostOf(text) is not { Length: > 0 } pair || pair.Value.IndexOf(ConnectionString.Hole) >= 0)
            return null;
        var host = pair.Value;
        if (host.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme)
            return OfUrl(host, scheme, "endpoint") is { } found ? found with { Start = pair.Start + found.Start } : null;
        var start = host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        var end = host.IndexOfAny([',', ':', '\\', '/'], start);
        if (end < 0)
            end = host.Length;
        // "Data Source=orders.db" is a file.
        if (IsFile(host) || HostName.KindOf(host.Substring(start, end - start)) == HostKind.None)
            return null;
        return Found("database", pair.Start + start, pair.Start + end);
    }

    private static bool IsFile(string source)
    {
        var dot = source.LastIndexOf('.');
        return source.IndexOf('|') >= 0 || (dot > 0 && FileEnds.Contains(source.Substring(dot + 1).ToLowerInvariant()))
            || source.IndexOf('/') >= 0 || (source.Length > 2 && source[1] == ':') || source.StartsWith(@"\\", StringComparison.Ordinal) || source[0] is '.' or '(' or '@' or '~';
    }

    /// <summary><c>redis:6379</c>, <c>kafka-1.shop.internal:9092,kafka-2.shop.internal:9092</c>, <c>cache:6379,abortConnect=false</c>.</summary>
    private static Finding? OfHostAndPort(string text, bool isHost)
    {
        var colon = text.IndexOf(':');
        var end = text.IndexOf(',', colon);
        if (PortAt(text, colon + 1, end < 0 ? text.Length : end) is not (> 0 and var port))
            return null;
        for (var next = end; next >= 0; next = text.IndexOf(',', next + 1))
        {
            if (text.IndexOf(':', next + 1) < 0 && text.IndexOf('=', next + 1) < 0)
                return null;
        }

        var kind = HostName.KindOf(text.Substring(0, colon));
        if (kind == HostKind.None || !char.IsLetterOrDigit(text[0]) || HasCapital(text, colon))
            return null;
        if (Ports.TryGetValue(port, out var what))
            return Found(what, 0, colon);
        return kind == HostKind.Own || (isHost && port >= 80) ? Found("service", 0, colon) : null;
    }

    private static Finding? OfHost(string text, string? name, bool isHost)
    {
        if (!isHost && (text.IndexOf('.') < 0 || !NamesHost(name)))
            return null;
        var kind = HostName.KindOf(text);
        if (kind == HostKind.None || HasCapital(text, text.Length))
            return null;
        return isHost || kind == HostKind.Own ? Found("service", 0, text.Length) : null;
    }

    /// <summary>Hosts are written small; a dotted name with capitals is one of a type or a key.</summary>
    private static bool HasCapital(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (char.IsUpper(text[i]))
                return true;
        }

        return false;
    }

    /// <summary>Two to five digits and nothing else.</summary>
    private static int PortAt(string text, int start, int end)
    {
        var port = 0;
        if (end - start is < 2 or > 5)
            return -1;
        for (var i = start; i < end; i++)
        {
            if (!char.IsDigit(text[i]))
                return -1;
            port = (port * 10) + (text[i] - '0');
        }

        return port <= 65535 ? port : -1;
    }

    private static bool IsScheme(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('+' or '.' or '-' or ':'))
                return false;
        }

        return char.IsLetter(text[0]);
    }

    /// <summary><c>SmtpHost</c>, <c>BrokerUrl</c>, <c>bootstrapServers</c>: the name is of a place to connect to.</summary>
    private static bool NamesHost(string? name)
    {
        if (name is null)
            return false;
        var words = IdentifierWords.Split(name);
        return words.Count > 0 && words[words.Count - 1] is "host" or "hosts" or "hostname" or "server" or "servers" or "broker" or "brokers" or "endpoint" or "endpoints" or "address" or "addresses" or "uri" or "url" or "source" or "authority" or "nodes" or "node"
            || (words.Count > 1 && words[words.Count - 1] == "name" && words[words.Count - 2] is "host" or "server");
    }

    private static Finding Found(string what, int start, int end) => new(RuleId, CredentialKind.Address, Confidence.Medium, "address of a " + what, start, end - start);

    private static readonly Dictionary<string, string> Schemes = Table("""
        database postgres postgresql mysql mariadb mssql sqlserver oracle mongodb mongodb+srv redis rediss cassandra couchbase couchbases clickhouse neo4j neo4j+s bolt influxdb memcached etcd
        broker amqp amqps kafka nats mqtt mqtts stomp activemq rabbitmq pulsar pulsar+ssl sb
        service ldap ldaps
        """).ToDictionary(static pair => pair.Key, static pair => pair.What, StringComparer.Ordinal);

    /// <summary>Ports that belong to one kind of server.</summary>
    private static readonly Dictionary<int, string> Ports = Table("""
        database 1433 1521 3306 5432 5984 6379 6380 7000 7687 8086 8123 9042 9200 9300 11211 26379 27017 28015 50000
        broker 1883 4222 5671 5672 6650 8883 9092 9093 9094 61616
        service 2181 2379 8200 8500
        """).ToDictionary(static pair => int.Parse(pair.Key, System.Globalization.CultureInfo.InvariantCulture), static pair => pair.What);

    private static readonly HashSet<string> DocumentEnds = new("html htm pdf md txt png jpg jpeg gif svg ico zip gz tar exe msi nupkg css js xsd dtd xml wsdl rss json yml yaml".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> FileEnds = new("db db3 sqlite sqlite3 mdb accdb mdf sdf xls xlsx csv dat dbf fdb litedb txt json xml s3db bak".Split(' '), StringComparer.Ordinal);

    private static IEnumerable<(string Key, string What)> Table(string rows) => rows
        .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static row => row.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(static cells => cells.Skip(1).Select(key => (key, cells[0])));
}
