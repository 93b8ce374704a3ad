using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class Deployment
{
    public static YamlMap Of(Workload workload) => new()
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "Deployment",
        ["metadata"] = Metadata.Of(workload, workload.Name),
        ["spec"] = new YamlMap
        {
            ["replicas"] = workload.Replicas,
            ["selector"] = Metadata.Selector(workload),
            ["strategy"] = Strategy(workload),
            ["template"] = PodTemplate.Of(workload),
        },
    };

    /// <summary>New pods before old ones go, except where the new ones would wait for the disk that the old ones hold.</summary>
    private static YamlNode Strategy(Workload workload) => workload.SharesOneNodesDisk
        ? new YamlMap { ["type"] = "Recreate" }.From("a new pod on another node would wait for ever for the ReadWriteOnce volume of the old one")
        : new YamlMap
        {
            ["type"] = "RollingUpdate",
            ["rollingUpdate"] = new YamlMap { ["maxSurge"] = "25%", ["maxUnavailable"] = 0 },
        };
}
