namespace Purser.Analyzers.Facts;

/// <summary>The name of a method of KubernetesClient taken apart: <c>ListNamespacedPodAsync</c> is list of pods.</summary>
internal sealed record KubernetesMethod(string Verb, string Resource, string? Subresource, bool ClusterScoped)
{
    private static readonly (string Prefix, string Verb)[] Verbs =
    [
        ("WatchList", "watch"), ("Watch", "watch"), ("List", "list"), ("DeleteCollection", "deletecollection"), ("Delete", "delete"),
        ("Read", "get"), ("Get", "get"), ("Create", "create"), ("Replace", "update"), ("Patch", "patch"),
        ("ConnectGet", "get"), ("ConnectPost", "create"), ("ConnectPut", "update"), ("ConnectDelete", "delete"), ("ConnectPatch", "patch"),
    ];

    private static readonly string[] Suffixes = ["WithHttpMessagesAsync", "Async", "WithHttpMessages"];

    private static readonly string[] Subresources =
        ["Status", "Scale", "Log", "Exec", "Attach", "Portforward", "ProxyWithPath", "Proxy", "Eviction", "Ephemeralcontainers", "Resize", "Approval", "Finalize", "Token", "Binding"];

    /// <summary>Kinds that only sound like a resource and a part of it.</summary>
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "ComponentStatus", "RoleBinding", "ClusterRoleBinding", "Binding", "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicyBinding" };

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["Core"] = "", ["Apps"] = "apps", ["Batch"] = "batch", ["Autoscaling"] = "autoscaling", ["Policy"] = "policy",
        ["Networking"] = "networking.k8s.io", ["RbacAuthorization"] = "rbac.authorization.k8s.io", ["Storage"] = "storage.k8s.io",
        ["Coordination"] = "coordination.k8s.io", ["Discovery"] = "discovery.k8s.io", ["Events"] = "events.k8s.io",
        ["Apiextensions"] = "apiextensions.k8s.io", ["Apiregistration"] = "apiregistration.k8s.io", ["Authentication"] = "authentication.k8s.io",
        ["Authorization"] = "authorization.k8s.io", ["Certificates"] = "certificates.k8s.io", ["Scheduling"] = "scheduling.k8s.io",
        ["Node"] = "node.k8s.io", ["Admissionregistration"] = "admissionregistration.k8s.io", ["FlowcontrolApiserver"] = "flowcontrol.apiserver.k8s.io",
        ["Resource"] = "resource.k8s.io", ["Storagemigration"] = "storagemigration.k8s.io", ["InternalApiserver"] = "internal.apiserver.k8s.io",
    };

    /// <summary><c>AppsV1</c> -> <c>apps</c>; null where it is none of Kubernetes' own groups.</summary>
    public static string? GroupOf(string operations)
    {
        var v = operations.LastIndexOf('V');
        return v > 0 && v + 1 < operations.Length && char.IsDigit(operations[v + 1]) && Groups.TryGetValue(operations.Substring(0, v), out var group) ? group : null;
    }

    public static string? VerbOf(string name) => Verbs.FirstOrDefault(verb => name.StartsWith(verb.Prefix, StringComparison.Ordinal)).Verb;

    public static KubernetesMethod? Parse(string name)
    {
        if (Array.Find(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } ending)
            name = name.Substring(0, name.Length - ending.Length);
        var (prefix, verb) = Verbs.FirstOrDefault(candidate => name.StartsWith(candidate.Prefix, StringComparison.Ordinal));
        if (prefix is null)
            return null;

        var kind = name.Substring(prefix.Length);
        var isNamespaced = kind.StartsWith("Namespaced", StringComparison.Ordinal);
        if (isNamespaced)
            kind = kind.Substring("Namespaced".Length);
        else if (kind.StartsWith("Cluster", StringComparison.Ordinal) && kind.StartsWith("ClusterCustomObject", StringComparison.Ordinal))
            kind = kind.Substring("Cluster".Length);
        if (kind.EndsWith("ForAllNamespaces", StringComparison.Ordinal))
            kind = kind.Substring(0, kind.Length - "ForAllNamespaces".Length);

        string? part = null;
        if (!Whole.Contains(kind))
        {
            part = Array.Find(Subresources, candidate => kind.Length > candidate.Length && kind.EndsWith(candidate, StringComparison.Ordinal));
            if (part is not null)
                kind = kind.Substring(0, kind.Length - part.Length);
        }

        if (kind.Length == 0 || kind is "APIResources" or "APIGroup" or "APIVersions")
            return null;
        var subresource = part is "ProxyWithPath" ? "proxy" : part?.ToLowerInvariant();
        var plural = Plural(kind.ToLowerInvariant());
        return new(verb, subresource is null ? plural : $"{plural}/{subresource}", subresource, ClusterScoped: !isNamespaced);
    }

    private static string Plural(string kind)
    {
        if (kind is "endpoints")
            return kind;
        if (kind.EndsWith("s", StringComparison.Ordinal))
            return kind + "es";
        return kind.EndsWith("y", StringComparison.Ordinal) && kind is not "gateway" ? kind.Substring(0, kind.Length - 1) + "ies" : kind + "s";
    }
}
