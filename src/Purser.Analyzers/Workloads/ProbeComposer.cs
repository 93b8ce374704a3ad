using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Workloads;

/// <summary>How the kubelet asks for health: [Probe], else the endpoints that the code maps, else whether the port answers.</summary>
internal static class ProbeComposer
{
    public static Probes Compose(WorkloadDeclaration declaration, CodeFacts facts, WorkloadKind kind, EquatableArray<Port> ports)
    {
        var main = Main(ports);
        var inferred = kind is WorkloadKind.Job or WorkloadKind.CronJob || main is null ? new Probes(null, null, null) : Infer(facts, ports, main);
        return new(
            Given(declaration, "Startup", ports, main) ?? inferred.Startup,
            Given(declaration, "Liveness", ports, main) ?? inferred.Liveness,
            Given(declaration, "Readiness", ports, main) ?? inferred.Readiness);
    }

    /// <summary>
    /// Liveness never asks what readiness asks: a dependency that is down must take the pod out of the Service, not restart it.
    /// Where the code has one endpoint only, it is for readiness, and liveness looks whether the port answers. A gRPC program whose code
    /// does not map the health service would answer every gRPC probe with UNIMPLEMENTED and never be ready.
    /// </summary>
    private static Probes Infer(CodeFacts facts, EquatableArray<Port> ports, Port main)
    {
        var readiness = Of(HealthKind.Readiness);
        var liveness = Of(HealthKind.Liveness);
        if (liveness is not null && liveness.Path == readiness?.Path)
            liveness = null;
        var startup = Of(HealthKind.Startup) ?? liveness;

        return new(
            FromFact(startup, HealthKind.Startup) ?? Answers(HealthKind.Startup),
            FromFact(liveness, HealthKind.Liveness) ?? Answers(HealthKind.Liveness),
            FromFact(readiness, HealthKind.Readiness) ?? (main.Protocol == PortProtocol.Grpc && !facts.MapsGrpc ? Grpc(main) : Answers(HealthKind.Readiness)));

        Probe Answers(HealthKind kind) => Tcp(main, kind) with { Origin = "no endpoint of its own in the code: whether the port answers" };

        HealthFact? Of(HealthKind wanted) => facts.Health.FirstOrDefault(fact => fact.Kind == wanted);

        Probe? FromFact(HealthFact? fact, HealthKind kind)
        {
            if (fact is null)
                return null;
            if (fact.Path is null)
                return Grpc(ports.FirstOrDefault(port => port.Protocol is PortProtocol.Grpc or PortProtocol.Http2) ?? main, kind) with { Origin = fact.Origin.ToString() };
            return Http(fact.Path, ports.FirstOrDefault(port => port.Number == fact.Port) ?? main, kind) with { Origin = fact.Origin.ToString() };
        }
    }

    private static Probe? Given(WorkloadDeclaration declaration, string kindName, EquatableArray<Port> ports, Port? main)
    {
        if (declaration.Of(AttributeNames.Probe).FirstOrDefault(attribute => attribute.Text("Kind") == kindName) is not { } given)
            return null;
        var port = given.Number("Port") is { } number ? ports.First(candidate => candidate.Number == number) : main;
        if (port is null)
            return null;

        var kind = kindName switch { "Startup" => HealthKind.Startup, "Liveness" => HealthKind.Liveness, _ => HealthKind.Readiness };
        var probe = given.Text("Path") is { } path ? Http(path, port, kind)
            : port.Protocol == PortProtocol.Grpc ? Grpc(port, kind)
            : Tcp(port, kind);
        return probe with
        {
            Period = given.Number("PeriodSeconds") ?? probe.Period,
            Timeout = given.Number("TimeoutSeconds") ?? probe.Timeout,
            FailureThreshold = given.Number("FailureThreshold") ?? probe.FailureThreshold,
            InitialDelay = given.Number("InitialDelaySeconds") ?? probe.InitialDelay,
        };
    }

    /// <summary>HTTP/1.1 before everything else, because the kubelet speaks it.</summary>
    private static Port? Main(EquatableArray<Port> ports) =>
        ports.FirstOrDefault(port => port.Protocol == PortProtocol.Http)
        ?? ports.FirstOrDefault(port => port.Protocol == PortProtocol.Https)
        ?? ports.FirstOrDefault(port => port.Protocol == PortProtocol.Grpc)
        ?? ports.FirstOrDefault();

    private static Probe Http(string path, Port port, HealthKind kind) =>
        New(ProbeAction.Http, kind, port, byName: true) with { Path = path, IsHttps = port.Protocol == PortProtocol.Https };

    private static Probe Grpc(Port port, HealthKind kind = HealthKind.Readiness) => New(ProbeAction.Grpc, kind, port, byName: false);

    /// <summary>Liveness names the port by number, readiness by name: checkers that compare the two see that both were meant.</summary>
    private static Probe Tcp(Port port, HealthKind kind) => New(ProbeAction.Tcp, kind, port, byName: kind != HealthKind.Liveness);

    /// <summary>Startup gets 150 seconds.</summary>
    private static Probe New(ProbeAction action, HealthKind kind, Port port, bool byName) => new(
        action,
        null,
        port.Number,
        byName ? port.Name : null,
        Period: kind == HealthKind.Startup ? 5 : 10,
        Timeout: 3,
        FailureThreshold: kind == HealthKind.Startup ? 30 : 3,
        InitialDelay: 0,
        Origin: null);
}
