using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class StatefulSet
{
    public static YamlMap Of(Workload workload) => new()
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "StatefulSet",
        ["metadata"] = Metadata.Of(workload, workload.Name),
        ["spec"] = new YamlMap
        {
            ["serviceName"] = HeadlessService.NameOf(workload),
            ["replicas"] = workload.Replicas,
            ["selector"] = Metadata.Selector(workload),
            ["updateStrategy"] = new YamlMap { ["type"] = "RollingUpdate" },
            ["persistentVolumeClaimRetentionPolicy"] = Retention(workload.Disk!.Keep ? "Retain" : "Delete"),
            ["template"] = PodTemplate.Of(workload),
            ["volumeClaimTemplates"] = new YamlList { ClaimTemplate(workload.Disk) },
        },
    };

    private static YamlMap Retention(string policy) => new() { ["whenDeleted"] = policy, ["whenScaled"] = policy };

    /// <summary>Nobody can change it once it is released, so it carries no label of a version or of the user's.</summary>
    private static YamlMap ClaimTemplate(DiskPerReplica disk) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "PersistentVolumeClaim",
        ["metadata"] = new YamlMap { ["name"] = StorageComposer.DiskVolume },
        ["spec"] = PersistentVolumeClaim.Spec(disk.AccessMode, disk.Size, disk.StorageClass, volumeName: null),
    };
}
