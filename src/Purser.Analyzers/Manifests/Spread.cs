using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>Where the replicas of a workload land: apart from each other, unless they share the disk of one node.</summary>
internal static class Spread
{
    public static YamlMap Affinity(Workload workload)
    {
        var term = new YamlList
        {
            new YamlMap
            {
                ["weight"] = 100,
                ["podAffinityTerm"] = new YamlMap
                {
                    ["labelSelector"] = Metadata.Selector(workload),
                    ["topologyKey"] = "kubernetes.io/hostname",
                },
            },
        };
        var preferred = new YamlMap { ["preferredDuringSchedulingIgnoredDuringExecution"] = term };
        return workload.SharesOneNodesDisk
            ? new() { ["podAffinity"] = preferred.From("the replicas share a ReadWriteOnce volume, which one node holds at a time") }
            : new() { ["podAntiAffinity"] = preferred };
    }

    /// <summary>Over the zones, and no pod waits for a place because of it.</summary>
    public static YamlList? Constraints(Workload workload) => workload.SharesOneNodesDisk ? null : new()
    {
        new YamlMap
        {
            ["maxSkew"] = 1,
            ["topologyKey"] = "topology.kubernetes.io/zone",
            ["whenUnsatisfiable"] = "ScheduleAnyway",
            ["labelSelector"] = Metadata.Selector(workload),
        },
    };
}
