using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>Names, labels and annotations: the same on every object.</summary>
internal static class Metadata
{
    /// <summary>The metadata of an object in the workload's namespace.</summary>
    public static YamlMap Of(Workload workload, string name) => new()
    {
        ["name"] = name,
        ["namespace"] = workload.Namespace,
        ["labels"] = Map(workload.Labels),
        ["annotations"] = Map(workload.Annotations).OrNull(),
    };

    /// <summary>The metadata of an object that belongs to no namespace.</summary>
    public static YamlMap OfCluster(Workload workload, string name) => new()
    {
        ["name"] = name,
        ["labels"] = Map(workload.Labels),
        ["annotations"] = Map(workload.Annotations).OrNull(),
    };

    /// <summary>What selects the pods. It can never be changed once it is released, so nothing that may change is in it.</summary>
    public static YamlMap Selector(Workload workload) => new() { ["matchLabels"] = SelectorLabels(workload) };

    public static YamlMap SelectorLabels(Workload workload) => new() { ["app.kubernetes.io/name"] = workload.Name };

    public static YamlMap Map(EquatableArray<Entry> entries)
    {
        var map = new YamlMap();
        foreach (var entry in entries)
            map[entry.Key] = YamlScalar.Of(entry.Value, entry.Origin);
        return map;
    }
}
