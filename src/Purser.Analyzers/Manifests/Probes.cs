using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class Probes
{
    public static YamlNode? Of(Probe? probe) => probe is null ? null : new YamlMap
    {
        ["httpGet"] = probe.Action != ProbeAction.Http ? null : new YamlMap
        {
            ["path"] = probe.Path,
            ["port"] = Port(probe),
            ["scheme"] = probe.IsHttps ? "HTTPS" : null,
        },
        ["grpc"] = probe.Action != ProbeAction.Grpc ? null : new YamlMap { ["port"] = probe.Port },
        ["tcpSocket"] = probe.Action != ProbeAction.Tcp ? null : new YamlMap { ["port"] = Port(probe) },
        ["initialDelaySeconds"] = probe.InitialDelay > 0 ? probe.InitialDelay : (long?)null,
        ["periodSeconds"] = probe.Period,
        ["timeoutSeconds"] = probe.Timeout,
        ["failureThreshold"] = probe.FailureThreshold,
    }.From(probe.Origin);

    private static YamlNode? Port(Probe probe) => YamlScalar.Of(probe.PortName) ?? YamlScalar.Of(probe.Port);
}
