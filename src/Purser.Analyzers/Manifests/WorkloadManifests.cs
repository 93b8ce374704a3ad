using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>All files of one workload.</summary>
internal static class WorkloadManifests
{
    public static EquatableArray<Manifest> Render(Workload workload)
    {
        var header = Header(workload);
        return Documents(workload).Select(document => new Manifest(document.Path, YamlText.Write(document.Node, header))).ToEquatableArray();
    }

    /// <summary>The first line of each file.</summary>
    public static string Header(Workload workload) => $"{workload.Project}: written by Purser from class {workload.ClassName}; your edits belong in a kustomize overlay";

    /// <summary>Each file's path and content.</summary>
    public static IEnumerable<(string Path, YamlMap Node)> Documents(Workload workload)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, name, node) in Objects(workload))
            yield return ($"{(kinds.Add(kind) ? workload.Name : FileStem.Of(name, workload.Name))}.{kind}.yaml", node);
    }

    /// <summary>The objects that would be applied, by kind and name: a cluster has each once.</summary>
    public static EquatableArray<(string Kind, string Name)> ObjectsOf(Workload workload) =>
        Objects(workload).Where(item => item.Kind != "secret.template").Select(item => (item.Kind, item.Name)).ToEquatableArray();

    /// <summary>File kind, name and content; the first of a kind takes the workload's name as its file's.</summary>
    private static IEnumerable<(string Kind, string Name, YamlMap Node)> Objects(Workload workload)
    {
        foreach (var (kind, name, node) in Candidates(workload))
        {
            if (node is not null)
                yield return (kind, name, node);
        }
    }

    private static IEnumerable<(string Kind, string Name, YamlMap? Node)> Candidates(Workload workload)
    {
        yield return (workload.Kind.ToString().ToLowerInvariant(), workload.Name, Main(workload));
        yield return ("service", workload.Name, Service.Of(workload));
        yield return ("service", HeadlessService.NameOf(workload), HeadlessService.Of(workload));
        foreach (var (name, node) in Ingress.Of(workload))
            yield return ("ingress", name, node);
        foreach (var (kind, name, node) in GatewayRoute.Of(workload))
            yield return (kind.ToLowerInvariant(), name, node);
        foreach (var claim in workload.Claims)
            yield return ("persistentvolumeclaim", claim.Name, PersistentVolumeClaim.Of(workload, claim));
        foreach (var (name, node) in ConfigMap.Of(workload))
            yield return ("configmap", name, node);
        foreach (var (name, node) in Secret.TemplatesOf(workload))
            yield return ("secret.template", name, node);
        foreach (var (name, node) in ExternalSecret.Of(workload))
            yield return ("externalsecret", name, node);
        yield return ("horizontalpodautoscaler", workload.Name, HorizontalPodAutoscaler.Of(workload));
        yield return ("poddisruptionbudget", workload.Name, PodDisruptionBudget.Of(workload));
        yield return ("networkpolicy", workload.Name, NetworkPolicy.Of(workload));
        yield return ("serviceaccount", workload.Name, ServiceAccount.Of(workload));
        foreach (var (kind, name, node) in Role.Of(workload))
            yield return (kind.ToLowerInvariant(), name, node);
    }

    private static YamlMap Main(Workload workload) => workload.Kind switch
    {
        WorkloadKind.StatefulSet => StatefulSet.Of(workload),
        WorkloadKind.DaemonSet => DaemonSet.Of(workload),
        WorkloadKind.CronJob => CronJob.Of(workload),
        WorkloadKind.Job => Job.Of(workload),
        _ => Deployment.Of(workload),
    };
}
