using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>What the program may ask of the Kubernetes API: a Role in its namespace, a ClusterRole for what belongs to the cluster, and their bindings.</summary>
internal static class Role
{
    public static IEnumerable<(string Kind, string Name, YamlMap Object)> Of(Workload workload)
    {
        var inNamespace = workload.ApiRules.Where(rule => !rule.ClusterScoped).ToArray();
        if (inNamespace.Length > 0)
        {
            yield return ("Role", workload.Name, Rules(workload, "Role", Metadata.Of(workload, workload.Name), inNamespace));
            yield return ("RoleBinding", workload.Name, Binding(workload, "RoleBinding", "Role", workload.Name, Metadata.Of(workload, workload.Name)));
        }

        var inCluster = workload.ApiRules.Where(rule => rule.ClusterScoped).ToArray();
        if (inCluster.Length > 0)
        {
            // The names of two namespaces' workloads must not meet in the cluster.
            var name = workload.Namespace is { } space ? $"{space}-{workload.Name}" : workload.Name;
            yield return ("ClusterRole", name, Rules(workload, "ClusterRole", Metadata.OfCluster(workload, name), inCluster));
            yield return ("ClusterRoleBinding", name, Binding(workload, "ClusterRoleBinding", "ClusterRole", name, Metadata.OfCluster(workload, name)));
        }
    }

    private static YamlMap Rules(Workload workload, string kind, YamlMap metadata, IEnumerable<ApiRule> rules) => new()
    {
        ["apiVersion"] = "rbac.authorization.k8s.io/v1",
        ["kind"] = kind,
        ["metadata"] = metadata,
        ["rules"] = YamlList.Of(rules.Select(rule => new YamlMap
        {
            ["apiGroups"] = new YamlList { rule.Group },
            ["resources"] = new YamlList { rule.Resource },
            ["verbs"] = YamlList.Of(rule.Verbs),
        }.From(rule.Origin))),
    };

    /// <summary>A subject needs its namespace; kustomize sets it where an overlay does.</summary>
    private static YamlMap Binding(Workload workload, string kind, string roleKind, string role, YamlMap metadata) => new()
    {
        ["apiVersion"] = "rbac.authorization.k8s.io/v1",
        ["kind"] = kind,
        ["metadata"] = metadata,
        ["roleRef"] = new YamlMap { ["apiGroup"] = "rbac.authorization.k8s.io", ["kind"] = roleKind, ["name"] = role },
        ["subjects"] = new YamlList
        {
            new YamlMap
            {
                ["kind"] = "ServiceAccount",
                ["name"] = workload.ServiceAccount.Name,
                ["namespace"] = workload.Namespace ?? (kind == "ClusterRoleBinding" ? "default" : null),
            },
        },
    };
}
