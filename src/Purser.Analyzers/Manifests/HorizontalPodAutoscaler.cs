using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class HorizontalPodAutoscaler
{
    public static YamlMap? Of(Workload workload) => workload.Autoscaling is not { } scaling ? null : new()
    {
        ["apiVersion"] = "autoscaling/v2",
        ["kind"] = "HorizontalPodAutoscaler",
        ["metadata"] = Metadata.Of(workload, workload.Name),
        ["spec"] = new YamlMap
        {
            ["scaleTargetRef"] = new YamlMap
            {
                ["apiVersion"] = "apps/v1",
                ["kind"] = workload.Kind.ToString(),
                ["name"] = workload.Name,
            },
            ["minReplicas"] = scaling.Min,
            ["maxReplicas"] = scaling.Max,
            ["metrics"] = new YamlList
            {
                Metric("cpu", scaling.CpuPercent),
                scaling.MemoryPercent is { } memory ? Metric("memory", memory) : null,
            },
        },
    };

    private static YamlMap Metric(string resource, long percent) => new()
    {
        ["type"] = "Resource",
        ["resource"] = new YamlMap
        {
            ["name"] = resource,
            ["target"] = new YamlMap { ["type"] = "Utilization", ["averageUtilization"] = percent },
        },
    };
}
