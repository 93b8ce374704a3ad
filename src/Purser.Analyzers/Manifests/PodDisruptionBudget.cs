using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>One replica may go at a time when nodes are drained. A single replica has no budget: it would hold up the drain for ever.</summary>
internal static class PodDisruptionBudget
{
    public static YamlMap? Of(Workload workload) => !IsNeeded(workload) ? null : new()
    {
        ["apiVersion"] = "policy/v1",
        ["kind"] = "PodDisruptionBudget",
        ["metadata"] = Metadata.Of(workload, workload.Name),
        ["spec"] = new YamlMap
        {
            ["maxUnavailable"] = workload.SharesOneNodesDisk
                ? YamlScalar.Of("100%", "the replicas share a ReadWriteOnce volume and can only move to another node together")
                : 1,
            // A pod that never gets ready must not hold up a drain.
            ["unhealthyPodEvictionPolicy"] = "AlwaysAllow",
            ["selector"] = Metadata.Selector(workload),
        },
    };

    private static bool IsNeeded(Workload workload) => workload.HasDisruptionBudget
        && workload.Kind is WorkloadKind.Deployment or WorkloadKind.StatefulSet
        && (workload.LeastReplicas > 1 || workload.Autoscaling is { Max: > 1 });
}
