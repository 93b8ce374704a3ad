using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>Pod Security "restricted", and a read-only root on top.</summary>
internal static class SecurityContext
{
    public static YamlMap OfPod(Workload workload)
    {
        var ownsFiles = workload.Mounts.Any(mount => mount is ClaimMount or DiskMount);
        return new()
        {
            ["runAsNonRoot"] = true,
            ["runAsUser"] = workload.User,
            ["runAsGroup"] = workload.User,
            ["fsGroup"] = ownsFiles ? workload.User : (long?)null,
            ["fsGroupChangePolicy"] = ownsFiles ? "OnRootMismatch" : null,
            ["seccompProfile"] = new YamlMap { ["type"] = "RuntimeDefault" },
        };
    }

    public static YamlMap OfContainer() => new()
    {
        ["allowPrivilegeEscalation"] = false,
        ["capabilities"] = new YamlMap { ["drop"] = new YamlList { "ALL" } },
        ["readOnlyRootFilesystem"] = true,
    };
}
