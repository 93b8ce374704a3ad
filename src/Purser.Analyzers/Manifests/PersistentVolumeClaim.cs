using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class PersistentVolumeClaim
{
    public static YamlMap Of(Workload workload, Claim claim) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "PersistentVolumeClaim",
        ["metadata"] = Metadata.Of(workload, claim.Name),
        ["spec"] = Spec(claim.AccessMode, claim.Size, claim.StorageClass, claim.VolumeName),
    };

    public static YamlMap Spec(string accessMode, string size, string? storageClass, string? volumeName) => new()
    {
        ["accessModes"] = new YamlList { accessMode },
        ["storageClassName"] = storageClass,
        ["volumeName"] = volumeName,
        ["resources"] = new YamlMap { ["requests"] = new YamlMap { ["storage"] = size } },
    };
}
