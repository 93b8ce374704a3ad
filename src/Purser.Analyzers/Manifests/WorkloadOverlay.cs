using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>What one workload has in an environment other than the base.</summary>
/// <param name="Environment">As .NET calls it: <c>Staging</c>.</param>
/// <param name="Patches">Changes of the base's objects.</param>
/// <param name="Files">Objects that the base does not have.</param>
internal sealed record WorkloadOverlay(string Environment, EquatableArray<OverlayPatch> Patches, EquatableArray<Manifest> Files)
{
    /// <summary>The folder below <c>overlays</c>: <c>staging</c>.</summary>
    public string Folder => ObjectName.Slug(Environment);

    /// <summary>The whole workload is composed for the environment and held against the base: so checksums and a Job's name are right there too.</summary>
    public static EquatableArray<WorkloadOverlay> Of(WorkloadInputs inputs, Workload workload) => ConfigurationComposer.IsInferred(inputs.Options)
        ? inputs.Facts.Overlays.Where(static overlay => ObjectName.Slug(overlay.Environment).Length > 0).Select(overlay => Of(inputs, workload, overlay)).ToEquatableArray()
        : EquatableArray<WorkloadOverlay>.Empty;

    private static WorkloadOverlay Of(WorkloadInputs inputs, Workload workload, Facts.OverlayFact overlay)
    {
        var there = WorkloadComposer.Compose(inputs with { Facts = overlay.Facts, Environment = overlay.Environment });
        var bases = WorkloadManifests.Documents(workload).Where(IsApplied).ToDictionary(static document => document.Path, static document => document.Node);
        var patches = new List<OverlayPatch>();
        var files = new List<Manifest>();
        foreach (var (path, node) in WorkloadManifests.Documents(there).Where(IsApplied))
        {
            if (!bases.TryGetValue(path, out var old))
                files.Add(new(path, YamlText.Write(node, WorkloadManifests.Header(there))));
            else if (ObjectDifference.Of(old, node) is { Count: > 0 } difference)
                patches.Add(new(KindOf(old), NameOf(old), YamlText.Write(difference), Renames: NameOf(old) != NameOf(node)));
            bases.Remove(path);
        }

        patches.AddRange(bases.OrderBy(static document => document.Key, StringComparer.Ordinal).Select(static document => new OverlayPatch(KindOf(document.Value), NameOf(document.Value), null, Renames: false)));
        return new(overlay.Environment, patches.ToEquatableArray(), files.ToEquatableArray());
    }

    private static bool IsApplied((string Path, YamlMap Node) document) => !new Manifest(document.Path, "").IsTemplate;

    private static string KindOf(YamlMap node) => ((YamlScalar)node.Find("kind")!).Value;

    private static string NameOf(YamlMap node) => ((YamlScalar)((YamlMap)node.Find("metadata")!).Find("name")!).Value;
}

/// <summary>A change of one object of the base; null for its removal.</summary>
internal sealed record OverlayPatch(string Kind, string Name, string? Operations, bool Renames);
