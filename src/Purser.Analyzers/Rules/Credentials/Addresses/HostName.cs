namespace Purser.Analyzers.Rules.Credentials.Addresses;

/// <summary>What a host's name says about whether it is another one in each environment.</summary>
internal enum HostKind
{
    /// <summary>No host, a place left to fill, this machine, or a name that is the same everywhere.</summary>
    None,

    /// <summary>One label, as services are called inside of a cluster or a compose file: <c>redis</c>.</summary>
    Label,

    /// <summary>A name that everybody may call; whose it is cannot be told.</summary>
    Public,

    /// <summary>Of one network, one environment or one instance: <c>10.0.3.7</c>, <c>db.prod.internal</c>, <c>orders.database.windows.net</c>.</summary>
    Own,
}

/// <summary>Reads a host's name by itself.</summary>
internal static class HostName
{
    private const int Longest = 253;

    public static HostKind KindOf(string host)
    {
        if (host.Length is 0 or > Longest || !HasOnlyNameCharacters(host))
            return HostKind.None;
        var labels = host.ToLowerInvariant().Split('.');
        if (labels.Any(static label => label.Length is 0 or > 63))
            return HostKind.None;
        if (labels.All(static label => label.All(char.IsDigit)))
            return labels.Length == 4 ? OfNumbers(labels) : HostKind.None;
        if (labels.Length == 1)
            return char.IsLetter(labels[0][0]) && !NotMeant.Contains(labels[0]) ? HostKind.Label : HostKind.None;

        var last = labels[labels.Length - 1];
        if (!last.All(char.IsLetter) || last.Length < 2 || IsReserved(labels))
            return HostKind.None;
        var name = "." + string.Join(".", labels);
        if (SameEverywhere.Any(name.EndsWith))
            return HostKind.None;
        return InternalEnds.Contains(last) || IsInstance(name) || NamesEnvironment(labels) ? HostKind.Own : HostKind.Public;
    }

    private static bool HasOnlyNameCharacters(string host)
    {
        foreach (var c in host)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.'))
                return false;
        }

        return true;
    }

    /// <summary>Private ranges are of one network; loopback, broadcast and the ranges for documentation are of none.</summary>
    private static HostKind OfNumbers(string[] labels)
    {
        var numbers = new int[4];
        for (var i = 0; i < 4; i++)
        {
            if (labels[i].Length > 3 || (numbers[i] = int.Parse(labels[i], System.Globalization.CultureInfo.InvariantCulture)) > 255)
                return HostKind.None;
        }

        return (numbers[0], numbers[1], numbers[2]) switch
        {
            // 10.0.2.2 is how the Android emulator calls the machine that it runs on.
            (10, 0, 2) when numbers[3] == 2 => HostKind.None,
            (0 or 127 or >= 224, _, _) or (169, 254, _) or (192, 0, 2) or (198, 51, 100) or (203, 0, 113) => HostKind.None,
            _ when IsPlain(numbers) => HostKind.None,
            (10, _, _) or (172, >= 16 and <= 31, _) or (192, 168, _) or (100, >= 64 and <= 127, _) => HostKind.Own,
            _ => HostKind.Public,
        };
    }

    /// <summary><c>1.2.3.4</c>, <c>8.8.8.8</c>: made up, or everybody's.</summary>
    private static bool IsPlain(int[] numbers) =>
        (numbers[0] == numbers[1] && numbers[1] == numbers[2]) || (numbers[1] == numbers[0] + 1 && numbers[2] == numbers[1] + 1) || (numbers[0] is 8 or 1 or 9 && numbers[1] == numbers[0]);

    /// <summary>Names that are reserved for this machine and for documentation.</summary>
    private static bool IsReserved(string[] labels) =>
        labels[labels.Length - 1] is "localhost" or "localdomain" or "example" or "test" or "invalid"
        || labels[labels.Length - 2] is "example" or "contoso" or "fabrikam" or "tempuri" or "northwind" or "yourdomain" or "mydomain" or "yourcompany" or "mycompany" or "domain" or "company" or "acme" or "w3" or "xmlsoap"
        || labels[0].StartsWith("my-", StringComparison.Ordinal) || labels[0] is "mynamespace" or "myaccount" or "mystorage" or "mystorageaccount" or "myserver" or "myvault" or "mykeyvault" or "myhost" or "mycluster" or "mydb" or "mydatabase" or "myresource" or "myapp" or "myservice" or "namespace" or "account" or "accountname" or "servername"
        || labels.Any(static label => label.StartsWith("your", StringComparison.Ordinal) && label.Length > 4 || label.StartsWith("example", StringComparison.Ordinal));

    /// <summary>An instance of a cloud's service: the first part was chosen by whoever made it.</summary>
    private static bool IsInstance(string name)
    {
        foreach (var end in InstanceEnds)
        {
            if (name.Length > end.Length + 1 && name.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary><c>api.prod.shop.com</c>, <c>orders-staging.shop.com</c>.</summary>
    private static bool NamesEnvironment(string[] labels)
    {
        for (var i = 0; i < labels.Length - 2; i++)
        {
            if (labels[i].Split('-', '_').Any(static word => word is "prod" or "production" or "prd" or "staging" or "stage" or "stg" or "preprod" or "uat" or "qa"))
                return true;
        }

        return false;
    }

    private static readonly HashSet<string> InternalEnds = new("internal local lan corp intranet svc consul private priv cluster intern".Split(' '), StringComparer.Ordinal);

    private static readonly string[] SameEverywhere = [".kubernetes.default.svc", ".kubernetes.default.svc.cluster.local", ".metadata.google.internal", ".kubernetes.default"];

    private static readonly string[] InstanceEnds =
    [
        ".database.windows.net", ".database.azure.com", ".documents.azure.com", ".redis.cache.windows.net", ".redis.azure.net", ".servicebus.windows.net", ".search.windows.net", ".vault.azure.net", ".openai.azure.com",
        ".queue.core.windows.net", ".table.core.windows.net", ".blob.core.windows.net", ".file.core.windows.net", ".dfs.core.windows.net", ".azure-api.net", ".azurewebsites.net", ".azurecontainerapps.io", ".azconfig.io",
        ".cognitiveservices.azure.com", ".eventgrid.azure.net", ".azure-devices.net", ".service.signalr.net", ".cosmos.azure.com", ".kusto.windows.net",
        ".rds.amazonaws.com", ".cache.amazonaws.com", ".es.amazonaws.com", ".docdb.amazonaws.com", ".neptune.amazonaws.com", ".redshift.amazonaws.com", ".elb.amazonaws.com", ".mq.amazonaws.com", ".kafka.amazonaws.com", ".memorydb.amazonaws.com",
        ".mongodb.net", ".cloudamqp.com", ".confluent.cloud", ".aivencloud.com", ".redislabs.com", ".redis-cloud.com", ".upstash.io", ".cockroachlabs.cloud", ".snowflakecomputing.com", ".azuredatabricks.net", ".neon.tech", ".elastic-cloud.com", ".es.io", ".hivemq.cloud",
        ".ondigitalocean.com", ".run.app",
    ];

    /// <summary>One label that stands for any host, or for this machine.</summary>
    private static readonly HashSet<string> NotMeant = new("""
        localhost host hostname server servername myserver myhost mysite address domain foo bar baz qux example test tests dummy fake mock unused unknown ignored invalid none null nowhere base root any
        anyhost unknownhost remotehost somehost someserver www unix pipe schemas domainname ip ipaddress url uri endpoint name string value default http https site abc xyz asdf hello machine device computer self here this local
        changeme replaceme placeholder todo tbd xxx xxxx undefined empty
        server1 server2 host1 host2 a b c d e x y z
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
