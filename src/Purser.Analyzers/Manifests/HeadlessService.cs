using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The governing Service of a StatefulSet, which gives each replica a stable name.</summary>
internal static class HeadlessService
{
    public static string NameOf(Workload workload) => ObjectName.Of(workload.Name, "headless");

    public static YamlMap? Of(Workload workload) => workload.Kind != WorkloadKind.StatefulSet ? null : new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Service",
        ["metadata"] = Metadata.Of(workload, NameOf(workload)),
        ["spec"] = new YamlMap
        {
            ["type"] = "ClusterIP",
            ["clusterIP"] = "None",
            // Replicas that form a cluster find each other before they are ready.
            ["publishNotReadyAddresses"] = true,
            ["selector"] = Metadata.SelectorLabels(workload),
            ["ports"] = YamlList.Of(workload.Ports.Select(Port)).OrNull(),
        },
    };

    private static YamlMap Port(Port port) => new()
    {
        ["name"] = port.Name,
        ["port"] = port.Number,
        ["targetPort"] = port.Name,
        ["protocol"] = "TCP",
    };
}
