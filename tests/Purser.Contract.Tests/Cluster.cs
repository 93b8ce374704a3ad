using System.Collections.Immutable;
using k8s;
using k8s.Models;
using Purser.Analyzers.Tests.Testing;
using YamlDotNet.Serialization;

namespace Purser.Contract.Tests;

/// <summary>A project's manifests as Kubernetes reads them.</summary>
internal sealed class Cluster
{
    /// <summary>Kinds of other projects, which Kubernetes' models do not know.</summary>
    public static readonly string[] ForeignKinds = ["HTTPRoute", "GRPCRoute", "ExternalSecret", "Kustomization"];

    public ImmutableSortedDictionary<string, string> Files { get; }

    public IReadOnlyList<(string Path, IKubernetesObject<V1ObjectMeta> Object)> Objects { get; }

    /// <summary>The foreign ones as plain maps.</summary>
    public IReadOnlyList<(string Path, Dictionary<object, object> Map)> Foreign { get; }

    public IReadOnlyList<Pod> Pods { get; }

    private Cluster(ImmutableSortedDictionary<string, string> files)
    {
        Files = files;
        var foreign = files.Where(file => ForeignKinds.Contains(KindOf(file.Value))).ToArray();
        Foreign = [.. foreign.Select(file => (file.Key, new Deserializer().Deserialize<Dictionary<object, object>>(file.Value)))];
        Objects = [.. files.Except(foreign).Select(file => (file.Key, (IKubernetesObject<V1ObjectMeta>)Assert.Single(KubernetesYaml.LoadAllFromString(file.Value, null, true))))];
        Pods = [.. Objects.Select(item => Pod.Of(item.Object)).OfType<Pod>()];
    }

    private static readonly Dictionary<string, Cluster> Known = [];

    /// <summary>The cluster of a project in <see cref="Declarations"/>; each is made once.</summary>
    public static Cluster Named(string name)
    {
        lock (Known)
            return Known.TryGetValue(name, out var known) ? known : Known[name] = new Cluster(Rendered.Of(Declarations.All[name]));
    }

    public static Cluster Of(Project project) => new(Rendered.Of(project));

    public static Cluster Of(ImmutableSortedDictionary<string, string> files) => new(files);

    public IEnumerable<T> All<T>() where T : IKubernetesObject<V1ObjectMeta> => Objects.Select(item => item.Object).OfType<T>();

    public IEnumerable<Dictionary<object, object>> AllForeign(string kind) => Foreign.Select(item => item.Map).Where(map => (string)map["kind"] == kind);

    public static string KindOf(string yaml) => yaml.Split('\n').First(line => line.StartsWith("kind: ", StringComparison.Ordinal))["kind: ".Length..];
}

/// <summary>A pod template and the object that it is part of.</summary>
internal sealed record Pod(IKubernetesObject<V1ObjectMeta> Owner, V1PodTemplateSpec Template, V1LabelSelector? Selector)
{
    public V1PodSpec Spec => Template.Spec;

    public V1Container Container => Assert.Single(Spec.Containers);

    public int Replicas { get; init; } = 1;

    public bool IsBatch => Owner is V1Job or V1CronJob;

    public static Pod? Of(IKubernetesObject<V1ObjectMeta> owner) => owner switch
    {
        V1Deployment it => new(it, it.Spec.Template, it.Spec.Selector) { Replicas = it.Spec.Replicas ?? 2 },
        V1StatefulSet it => new(it, it.Spec.Template, it.Spec.Selector) { Replicas = it.Spec.Replicas ?? 2 },
        V1DaemonSet it => new(it, it.Spec.Template, it.Spec.Selector),
        V1Job it => new(it, it.Spec.Template, it.Spec.Selector),
        V1CronJob it => new(it, it.Spec.JobTemplate.Spec.Template, it.Spec.JobTemplate.Spec.Selector),
        _ => null,
    };

    public bool IsSelectedBy(IDictionary<string, string>? labels) =>
        labels is { Count: > 0 } && labels.All(label => Template.Metadata.Labels.TryGetValue(label.Key, out var value) && value == label.Value);
}
