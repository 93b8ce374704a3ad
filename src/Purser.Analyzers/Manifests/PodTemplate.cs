using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The pod that every kind of workload runs.</summary>
internal static class PodTemplate
{
    /// <param name="workload">The workload.</param>
    /// <param name="restartPolicy">Null for the kinds that only know Always.</param>
    public static YamlMap Of(Workload workload, string? restartPolicy = null)
    {
        var spread = workload.LeastReplicas > 1 || workload.Autoscaling is { Max: > 1 };
        return new()
        {
            ["metadata"] = new YamlMap
            {
                ["labels"] = Metadata.Map(workload.Labels),
                ["annotations"] = Annotations(workload).OrNull(),
            },
            ["spec"] = new YamlMap
            {
                ["serviceAccountName"] = workload.ServiceAccount.Name,
                ["automountServiceAccountToken"] = workload.ApiRules.Count > 0,
                ["enableServiceLinks"] = false,
                ["priorityClassName"] = workload.PriorityClass,
                ["restartPolicy"] = restartPolicy,
                ["terminationGracePeriodSeconds"] = YamlScalar.Of(workload.GracePeriod?.Seconds, workload.GracePeriod?.Origin),
                ["securityContext"] = SecurityContext.OfPod(workload),
                ["affinity"] = spread ? Spread.Affinity(workload) : null,
                ["topologySpreadConstraints"] = spread ? Spread.Constraints(workload) : null,
                ["containers"] = new YamlList { Container.Of(workload) },
                ["volumes"] = Volumes.Of(workload).OrNull(),
            },
        };
    }

    /// <summary>The user's own, and a checksum that rolls the pods when a ConfigMap changes.</summary>
    private static YamlMap Annotations(Workload workload)
    {
        var annotations = Metadata.Map(workload.Annotations);
        if (ConfigMap.Checksum(workload) is { } checksum && !workload.Annotations.Any(annotation => annotation.Key == ConfigMap.ChecksumAnnotation))
            annotations[ConfigMap.ChecksumAnnotation] = checksum;
        return annotations;
    }
}
