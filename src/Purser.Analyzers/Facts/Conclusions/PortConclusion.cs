using Purser.Analyzers.Facts.Readers;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Conclusions;

/// <summary>Which ports the program listens on, after the server's own order of precedence: Kestrel's endpoints, <c>app.Run(url)</c>, <c>app.Urls</c>, <c>UseUrls</c>, the key urls, the key http_ports.</summary>
/// <param name="Ports">The ports that are known.</param>
/// <param name="HasUnknown">Whether there are others: then a rule may not say that a port is missing.</param>
internal sealed record PortConclusion(EquatableArray<PortFact> Ports, bool HasUnknown)
{
    private const int ImageDefault = 8080;

    private static readonly Dictionary<string, (string? Value, string File)> None = [];

    /// <summary>What is listened on, in the code and in configuration, after the order of precedence.</summary>
    public EquatableArray<ListenFinding> Heard { get; init; }

    public static PortConclusion Of(WorkloadDeclaration declaration, IReadOnlyList<Finding> findings, AppSettings settings, ProjectOptions options, bool isServer, string environment = AppSettings.Production)
    {
        var files = settings.In(environment);
        var given = Given(declaration, isServer ? files : None);
        var all = findings.OfType<ListenFinding>().SelectMany(finding => PortReader.Completed(finding, key => Said(declaration, key) ?? (files.TryGetValue(key, out var value) ? value.Value : null)))
            .Concat(FromConfiguration(given)).ToArray();
        var own = all.Where(static finding => finding.Source == ListenSource.Own);
        var server = all.Where(static finding => finding.Source != ListenSource.Own).ToArray();
        var strongest = server.Length == 0 ? ListenSource.HttpPorts : server.Min(static finding => finding.Source);
        var heard = server.Where(finding => finding.Source == strongest).Concat(own).ToArray();

        var grpc = findings.OfType<GrpcServiceFinding>().FirstOrDefault();
        var defaults = findings.OfType<EndpointDefaultsFinding>().FirstOrDefault() is { } said ? said.Protocol
            : PortReader.OfProtocols(Value(given, "Kestrel:EndpointDefaults:Protocols")) ?? PortProtocol.Http;
        var ports = heard
            .Where(static finding => finding.Number is not null)
            .GroupBy(static finding => finding.Number!.Value)
            .Select(group => new PortFact(
                group.Key,
                group.First().Protocol ?? defaults,
                group.All(static finding => finding.LocalhostOnly),
                group.First().Origin))
            .ToList();

        if (heard.Length == 0 && Serves(findings, grpc, defaults, options) is { } evidence)
            ports.Add(new(ImageDefault, defaults, false, evidence));
        return new(WithGrpc(ports, grpc).ToEquatableArray(), heard.Any(static finding => finding.Number is null)) { Heard = heard.ToEquatableArray() };
    }

    /// <summary>gRPC is spoken on the ports of HTTP/2; on the only port where none says so.</summary>
    private static IEnumerable<PortFact> WithGrpc(List<PortFact> ports, GrpcServiceFinding? grpc)
    {
        if (grpc is null)
            return ports;
        if (ports.Any(static port => port.Protocol == PortProtocol.Http2))
            return ports.Select(static port => port.Protocol == PortProtocol.Http2 ? port with { Protocol = PortProtocol.Grpc } : port);
        return ports is [{ Protocol: PortProtocol.Http } only] ? [only with { Protocol = PortProtocol.Grpc }] : ports;
    }

    /// <summary>
    /// What shows that the program is a web server though nothing says a port: .NET's images then say 8080.
    /// Null where there is nothing to add to what a web project gets anyway.
    /// </summary>
    private static Origin? Serves(IReadOnlyList<Finding> findings, GrpcServiceFinding? grpc, PortProtocol defaults, ProjectOptions options)
    {
        if (grpc is not null)
            return grpc.Origin;
        if (findings.OfType<EndpointDefaultsFinding>().FirstOrDefault() is { } said)
            return said.Origin;
        if (options.IsWeb)
            return defaults == PortProtocol.Http ? null : new Origin("appsettings.json", "Kestrel:EndpointDefaults:Protocols");
        return findings.FirstOrDefault(static finding => finding is HealthEndpointFinding or RouteFinding { Path: not null })?.Origin;
    }

    /// <summary>What configuration says about the server: the files, which are there for the project's server alone, and over them the environment that [Setting] gives.</summary>
    private static Dictionary<string, (string Value, Origin Origin)> Given(WorkloadDeclaration declaration, IReadOnlyDictionary<string, (string? Value, string File)> files)
    {
        var given = new Dictionary<string, (string Value, Origin Origin)>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in files)
        {
            if (entry.Value.Value is { } value && IsOfServer(entry.Key))
                given[entry.Key] = (value, new Origin(entry.Value.File, entry.Key));
        }

        foreach (var setting in declaration.Of(AttributeNames.Setting))
        {
            if (setting.Text("Key") is { } key && setting.Text("Value") is { } value && IsOfServer(Plain(key)))
                given[Plain(key)] = (value, new Origin(declaration.FileName, $"[Setting(\"{key}\", ...)]"));
        }

        return given;
    }

    /// <summary>What [Setting] says of a key that the code reads its port from.</summary>
    private static string? Said(WorkloadDeclaration declaration, string key) => declaration.Of(AttributeNames.Setting)
        .FirstOrDefault(setting => string.Equals(setting.Text("Key")?.Replace("__", ":"), key, StringComparison.OrdinalIgnoreCase))?.Text("Value");

    /// <summary><c>ASPNETCORE_URLS</c> is the key urls.</summary>
    private static string Plain(string key)
    {
        key = key.Replace("__", ":");
        foreach (var prefix in new[] { "ASPNETCORE_", "DOTNET_" })
        {
            if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return key.Substring(prefix.Length);
        }

        return key;
    }

    private static bool IsOfServer(string key) =>
        key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase) || key.ToLowerInvariant() is "urls" or "http_ports" or "https_ports";

    private static IEnumerable<ListenFinding> FromConfiguration(Dictionary<string, (string Value, Origin Origin)> given)
    {
        const string Endpoints = "Kestrel:Endpoints:";
        foreach (var entry in given.OrderBy(static entry => entry.Key, StringComparer.OrdinalIgnoreCase))
        {
            var (key, (value, origin)) = (entry.Key, entry.Value);
            if (!key.StartsWith(Endpoints, StringComparison.OrdinalIgnoreCase))
            {
                foreach (var finding in PortReader.OfSetting(key, ResolvedText.Of(value)))
                    yield return (ListenFinding)(finding with { Origin = origin });
                continue;
            }

            if (!key.EndsWith(":Url", StringComparison.OrdinalIgnoreCase))
                continue;
            var endpoint = key.Substring(0, key.Length - ":Url".Length);
            var protocol = PortReader.OfProtocols(Value(given, endpoint + ":Protocols"));
            foreach (var finding in PortReader.Url(ResolvedText.Of(value), ListenSource.Kestrel))
                yield return finding with { Protocol = finding.Protocol ?? protocol, Origin = origin };
        }
    }

    private static string? Value(Dictionary<string, (string Value, Origin Origin)> given, string key) => given.TryGetValue(key, out var found) ? found.Value : null;
}
