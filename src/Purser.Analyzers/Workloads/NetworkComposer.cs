using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Workloads;

/// <summary>What a workload is reached by.</summary>
internal sealed record Network(EquatableArray<Port> Ports, Service? Service, EquatableArray<Route> Routes);

/// <summary>Ports, Service and routes of a workload.</summary>
internal static class NetworkComposer
{
    private const int DefaultPort = 8080;

    public static Network Compose(WorkloadDeclaration declaration, string name, ProjectOptions options, CodeFacts facts, WorkloadKind kind)
    {
        var exposed = declaration.Of(AttributeNames.Exposed).ToArray();
        var ports = Listening(facts);
        if (ports.Count == 0 && NeedsDefaultPort(exposed, options, kind))
            ports.Add(new("", DefaultPort, PortProtocol.Http, options.IsWeb ? "the default of a web project" : null));

        // Resolved once, against what the code listens on: an [Exposed] means the same port whatever stands beside it.
        var numbers = exposed.Select(attribute => NumberOf(attribute, ports.ToArray())).ToArray();
        for (var i = 0; i < exposed.Length; i++)
            Expose(ports, numbers[i], ProtocolOf(exposed[i]));
        foreach (var probe in declaration.Of(AttributeNames.Probe))
        {
            if (probe.Number("Port") is { } number && !ports.Any(port => port.Number == number))
                ports.Add(new("", (int)number, probe.Text("Path") is null ? PortProtocol.Tcp : PortProtocol.Http, null));
        }

        var named = Named(ports);
        if (exposed.Length == 0)
            return new(named, null, EquatableArray<Route>.Empty);
        var targets = numbers.Select(number => named.First(port => port.Number == number)).ToArray();
        var service = ServiceOf(name, exposed, targets);
        var routes = exposed.Select((attribute, i) => RouteOf(attribute, targets[i], service, options)).OfType<Route>().Distinct();
        return new(named, service, routes.ToEquatableArray());
    }

    /// <summary>What the code listens on. What only localhost reaches counts where there is nothing else: the warning about it is a rule's.</summary>
    private static List<Port> Listening(CodeFacts facts)
    {
        var reachable = facts.Ports.Where(fact => !fact.LocalhostOnly).ToArray();
        return (reachable.Length > 0 ? reachable : facts.Ports.AsEnumerable())
            .GroupBy(fact => fact.Number)
            .Select(group => new Port("", group.Key, group.First().Protocol, group.First().Origin.ToString()))
            .ToList();
    }

    /// <summary>A web project listens on it unless all that is exposed names its port; elsewhere somebody must have exposed something.</summary>
    private static bool NeedsDefaultPort(DeclaredAttribute[] exposed, ProjectOptions options, WorkloadKind kind) => exposed.Length > 0
        ? exposed.Any(attribute => attribute.Number("Port") is null)
        : options.IsWeb && kind is not (WorkloadKind.Job or WorkloadKind.CronJob);

    /// <summary>The port that an [Exposed] means: its own, else the first that speaks its protocol, else the first.</summary>
    private static int NumberOf(DeclaredAttribute exposed, Port[] ports)
    {
        if (exposed.Number("Port") is { } given)
            return (int)given;
        var speaking = ProtocolOf(exposed) switch
        {
            PortProtocol.Grpc => ports.FirstOrDefault(port => port.Protocol is PortProtocol.Grpc) ?? ports.FirstOrDefault(port => port.Protocol is PortProtocol.Http2),
            PortProtocol.Tcp => ports.FirstOrDefault(port => port.Protocol is PortProtocol.Tcp),
            _ => null,
        };
        return (speaking ?? ports.FirstOrDefault(port => port.Protocol == PortProtocol.Http) ?? ports.FirstOrDefault())?.Number ?? DefaultPort;
    }

    private static void Expose(List<Port> ports, int number, PortProtocol? given)
    {
        var index = ports.FindIndex(port => port.Number == number);
        if (index < 0)
            ports.Add(new("", number, given ?? PortProtocol.Http, null));
        else if (given is PortProtocol.Grpc or PortProtocol.Tcp || (given == PortProtocol.Http && ports[index].Protocol != PortProtocol.Https))
            ports[index] = ports[index] with { Protocol = given.Value };
    }

    private static Service ServiceOf(string name, DeclaredAttribute[] exposed, Port[] targets)
    {
        var chosen = targets.Distinct().ToArray();
        var first = Array.FindIndex(chosen, port => port.Protocol is not PortProtocol.Tcp);
        var ports = chosen.Select((port, i) => new ServicePort(port.Name, ServiceNumber(port, isFirst: i == first, chosen), AppProtocol(port.Protocol)));
        var types = exposed.Select(attribute => attribute.Text("ServiceType")).ToArray();
        return new(name, types.Contains("LoadBalancer") ? "LoadBalancer" : types.Contains("NodePort") ? "NodePort" : "ClusterIP", ports.ToEquatableArray());
    }

    private static Route? RouteOf(DeclaredAttribute exposed, Port port, Service service, ProjectOptions options)
    {
        if (exposed.Text("Host") is not { } host || port.Protocol == PortProtocol.Tcp)
            return null;
        var target = service.Ports.First(candidate => candidate.Name == port.Name);
        var path = exposed.Text("Path") ?? "/";
        if (!IsGateway(exposed, options))
            return new IngressRule(host, path, target, exposed.Text("IngressClassName"), exposed.Text("TlsSecretName"));
        var gateway = (exposed.Text("Gateway") ?? "gateway").Split('/');
        return new GatewayRule(host, path, target, gateway.Length > 1 ? gateway[0] : null, gateway[gateway.Length - 1], port.Protocol == PortProtocol.Grpc);
    }

    /// <summary>What was said, else what only one of the two understands, else the project's choice.</summary>
    public static bool IsGateway(DeclaredAttribute exposed, ProjectOptions options) => exposed.Text("Via") switch
    {
        "Gateway" => true,
        "Ingress" => false,
        _ when exposed.Text("Gateway") is not null => true,
        _ when exposed.Text("IngressClassName") is not null => false,
        _ => string.Equals(options.Route, "Gateway", StringComparison.OrdinalIgnoreCase),
    };

    private static PortProtocol? ProtocolOf(DeclaredAttribute exposed) => exposed.Text("Protocol") switch
    {
        "Grpc" => PortProtocol.Grpc,
        "Tcp" => PortProtocol.Tcp,
        "Http" => PortProtocol.Http,
        _ => null,
    };

    /// <summary>Callers write <c>http://orders-api</c>: the first port is 80 (443 with TLS), the others keep their number.</summary>
    private static int ServiceNumber(Port port, bool isFirst, Port[] all)
    {
        var usual = port.Protocol == PortProtocol.Https ? 443 : 80;
        return isFirst && !all.Any(other => other != port && other.Number == usual) ? usual : port.Number;
    }

    private static string? AppProtocol(PortProtocol protocol) => protocol is PortProtocol.Grpc or PortProtocol.Http2 ? "kubernetes.io/h2c" : null;

    /// <summary>The first port of a protocol has its name, the others a number behind it: at most 11 characters of the 15 that are accepted.</summary>
    private static EquatableArray<Port> Named(List<Port> ports)
    {
        var taken = new HashSet<PortProtocol>();
        return ports.Select(port => port with { Name = NameOf(port.Protocol) + (taken.Add(port.Protocol) ? "" : "-" + port.Number) }).ToEquatableArray();
    }

    private static string NameOf(PortProtocol protocol) => protocol switch
    {
        PortProtocol.Https => "https",
        PortProtocol.Http2 => "http2",
        PortProtocol.Grpc => "grpc",
        PortProtocol.Tcp => "tcp",
        _ => "http",
    };
}
