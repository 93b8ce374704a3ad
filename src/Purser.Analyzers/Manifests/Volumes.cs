using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class Volumes
{
    /// <summary>The volumes of the pod; a StatefulSet's disk comes from its template.</summary>
    public static YamlList Of(Workload workload) => YamlList.Of(workload.Mounts.Where(mount => mount is not DiskMount).Select(Volume));

    public static YamlList MountsOf(Workload workload) => YamlList.Of(workload.Mounts.Select(mount => new YamlMap
    {
        ["name"] = mount.Volume,
        ["mountPath"] = mount.Path,
        ["readOnly"] = mount.ReadOnly ? true : (bool?)null,
    }));

    private static YamlNode? Volume(Mount mount) => new YamlMap
    {
        ["name"] = mount.Volume,
        ["emptyDir"] = mount is not ScratchMount scratch ? null : new YamlMap
        {
            ["medium"] = scratch.InMemory ? "Memory" : null,
            ["sizeLimit"] = scratch.SizeLimit,
        },
        ["persistentVolumeClaim"] = mount is not ClaimMount claim ? null : new YamlMap
        {
            ["claimName"] = claim.Claim,
            ["readOnly"] = claim.ReadOnly ? true : (bool?)null,
        },
        ["configMap"] = mount is not ConfigMount config ? null : new YamlMap { ["name"] = config.ConfigMap },
        ["secret"] = mount is not SecretMount secret ? null : new YamlMap { ["secretName"] = secret.Secret },
    };
}
