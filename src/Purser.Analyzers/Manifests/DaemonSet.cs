using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class DaemonSet
{
    public static YamlMap Of(Workload workload) => new()
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "DaemonSet",
        ["metadata"] = Metadata.Of(workload, workload.Name),
        ["spec"] = new YamlMap
        {
            ["selector"] = Metadata.Selector(workload),
            ["updateStrategy"] = new YamlMap
            {
                ["type"] = "RollingUpdate",
                ["rollingUpdate"] = new YamlMap { ["maxUnavailable"] = 1 },
            },
            ["template"] = PodTemplate.Of(workload),
        },
    };
}
