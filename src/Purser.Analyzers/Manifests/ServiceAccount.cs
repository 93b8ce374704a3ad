using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>An account of the workload's own. Its token is mounted by the pod that needs it, never by default.</summary>
internal static class ServiceAccount
{
    public static YamlMap? Of(Workload workload) => workload.ServiceAccount.Exists ? null : new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ServiceAccount",
        ["metadata"] = Metadata.Of(workload, workload.ServiceAccount.Name),
        ["automountServiceAccountToken"] = false,
    };
}
