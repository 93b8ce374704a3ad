using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The Service of an exposed workload.</summary>
internal static class Service
{
    public static YamlMap? Of(Workload workload) => workload.Service is not { } service ? null : new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Service",
        ["metadata"] = Metadata.Of(workload, service.Name),
        ["spec"] = new YamlMap
        {
            ["type"] = service.Type,
            ["selector"] = Metadata.SelectorLabels(workload),
            ["ports"] = YamlList.Of(service.Ports.Select(Port)),
        },
    };

    private static YamlMap Port(ServicePort port) => new()
    {
        ["name"] = port.Name,
        ["port"] = port.Number,
        ["targetPort"] = port.Name,
        ["protocol"] = "TCP",
        ["appProtocol"] = port.AppProtocol,
    };
}
