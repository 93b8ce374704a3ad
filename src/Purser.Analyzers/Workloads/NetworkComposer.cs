using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Workloads;

/// <summary>Ports, Service and routes of a workload.</summary>
internal static class NetworkComposer
{
    private const int DefaultPort = 8080;

    /// <summary>The container's ports: what the code listens on, then what is exposed or probed beyond that; 8080 for a web project that says nothing.</summary>
    public static EquatableArray<Port> Ports(WorkloadDeclaration declaration, ProjectOptions options, CodeFacts facts, WorkloadKind kind)
    {
        var ports = new List<Port>();
        foreach (var fact in facts.Ports.Where(fact => !fact.LocalhostOnly))
        {
            if (!ports.Any(port => port.Number == fact.Number))
                ports.Add(new("", fact.Number, fact.Protocol, fact.Origin.ToString()));
        }

        if (ports.Count == 0 && options.IsWeb && kind is not (WorkloadKind.Job or WorkloadKind.CronJob) && !declaration.Of(AttributeNames.Exposed).Any(exposed => exposed.Number("Port") is not null))
            ports.Add(new("", DefaultPort, PortProtocol.Http, "the default of a web project"));

        foreach (var exposed in declaration.Of(AttributeNames.Exposed))
        {
            var number = NumberOf(exposed, ports);
            var index = ports.FindIndex(port => port.Number == number);
            var given = ProtocolOf(exposed);
            if (index < 0)
                ports.Add(new("", number, given ?? PortProtocol.Http, null));
            else if (given is { } protocol && !(protocol == PortProtocol.Http && ports[index].Protocol == PortProtocol.Https))
                ports[index] = ports[index] with { Protocol = protocol };
        }

        foreach (var probe in declaration.Of(AttributeNames.Probe))
        {
            if (probe.Number("Port") is { } number && !ports.Any(port => port.Number == number))
                ports.Add(new("", (int)number, probe.Text("Path") is null ? PortProtocol.Tcp : PortProtocol.Http, null));
        }

        return Named(ports);
    }

    public static Service? Service(WorkloadDeclaration declaration, string name, EquatableArray<Port> ports)
    {
        var exposed = declaration.Of(AttributeNames.Exposed).ToArray();
        if (exposed.Length == 0)
            return null;

        var chosen = exposed.Select(attribute => Find(attribute, ports)).Distinct().ToArray();
        var first = Array.FindIndex(chosen, port => port.Protocol is not PortProtocol.Tcp);
        var servicePorts = chosen.Select((port, i) => new ServicePort(port.Name, ServiceNumber(port, isFirst: i == first, chosen), AppProtocol(port.Protocol)));
        var type = exposed.Max(attribute => attribute.Text("ServiceType") switch { "LoadBalancer" => 2, "NodePort" => 1, _ => 0 });
        return new(name, type switch { 2 => "LoadBalancer", 1 => "NodePort", _ => "ClusterIP" }, servicePorts.ToEquatableArray());
    }

    public static EquatableArray<Route> Routes(WorkloadDeclaration declaration, ProjectOptions options, EquatableArray<Port> ports, Service service)
    {
        var routes = new List<Route>();
        foreach (var exposed in declaration.Of(AttributeNames.Exposed))
        {
            var port = Find(exposed, ports);
            if (exposed.Text("Host") is not { } host || port.Protocol == PortProtocol.Tcp)
                continue;
            var target = service.Ports.First(candidate => candidate.Name == port.Name);
            var path = exposed.Text("Path") ?? "/";
            var gateway = (exposed.Text("Gateway") ?? "gateway").Split('/');
            routes.Add(IsGateway(exposed, options)
                ? new GatewayRule(host, path, target, gateway.Length > 1 ? gateway[0] : null, gateway[gateway.Length - 1], port.Protocol == PortProtocol.Grpc)
                : new IngressRule(host, path, target, exposed.Text("IngressClassName"), exposed.Text("TlsSecretName")));
        }

        return routes.Distinct().ToEquatableArray();
    }

    /// <summary>What was said, else what only one of the two understands, else the project's choice.</summary>
    private static bool IsGateway(DeclaredAttribute exposed, ProjectOptions options) => exposed.Text("Via") switch
    {
        "Gateway" => true,
        "Ingress" => false,
        _ when exposed.Text("Gateway") is not null => true,
        _ when exposed.Text("IngressClassName") is not null => false,
        _ => string.Equals(options.Route, "Gateway", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>The port that an [Exposed] means: its own, else the first that speaks its protocol, else the first.</summary>
    private static int NumberOf(DeclaredAttribute exposed, IReadOnlyList<Port> ports)
    {
        if (exposed.Number("Port") is { } given)
            return (int)given;
        var protocol = ProtocolOf(exposed);
        var speaking = protocol is { } wanted ? ports.FirstOrDefault(port => port.Protocol == wanted) : null;
        return (speaking ?? ports.FirstOrDefault(port => port.Protocol == PortProtocol.Http) ?? ports.FirstOrDefault())?.Number ?? DefaultPort;
    }

    private static Port Find(DeclaredAttribute exposed, EquatableArray<Port> ports)
    {
        var number = NumberOf(exposed, ports);
        return ports.First(port => port.Number == number);
    }

    private static PortProtocol? ProtocolOf(DeclaredAttribute exposed) => exposed.Text("Protocol") switch
    {
        "Grpc" => PortProtocol.Grpc,
        "Tcp" => PortProtocol.Tcp,
        "Http" => PortProtocol.Http,
        _ => null,
    };

    /// <summary>Callers write <c>http://orders-api</c>: the first port is 80 (443 with TLS), the others keep their number.</summary>
    private static int ServiceNumber(Port port, bool isFirst, IReadOnlyList<Port> all)
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
