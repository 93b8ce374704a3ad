using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Manifests;

/// <summary>A workload's files; none where its declaration is wrong.</summary>
internal sealed record RenderedWorkload(string Name, string ClassName, string Project, EquatableArray<Manifest> Manifests)
{
    public static RenderedWorkload Of(WorkloadInputs inputs)
    {
        var declaration = inputs.Declaration;
        var name = WorkloadName.Of(declaration);
        if (!inputs.Options.Enabled || !DeclarationRules.IsSound(declaration, inputs.Options, inputs.Files))
            return new(name, declaration.ClassName, "", EquatableArray<Manifest>.Empty);
        var workload = WorkloadComposer.Compose(inputs);
        return new(name, declaration.ClassName, workload.Project, WorkloadManifests.Render(workload))
        {
            Objects = WorkloadManifests.ObjectsOf(workload),
            Overlays = WorkloadOverlay.Of(inputs, workload),
        };
    }

    /// <summary>What it puts into the cluster, by kind and name.</summary>
    public EquatableArray<(string Kind, string Name)> Objects { get; init; }

    /// <summary>What it has in other environments than Production.</summary>
    public EquatableArray<WorkloadOverlay> Overlays { get; init; }
}

/// <summary>All files of the project's workloads, in an order that does not depend on the order of the sources.</summary>
internal sealed record WorkloadSet(string Project, EquatableArray<Manifest> Manifests)
{
    public EquatableArray<WorkloadOverlay> Overlays { get; init; }

    /// <summary>Two workloads with one name, or with objects of one kind and name, are an error of both (PUR1004), and neither is written.</summary>
    public static WorkloadSet Of(IEnumerable<RenderedWorkload> workloads)
    {
        var sound = workloads
            .Where(workload => workload.Manifests.Count > 0)
            .Distinct()
            .ToArray();
        var shared = new HashSet<(string, string)>(sound.SelectMany(workload => workload.Objects.Append(("workload", workload.Name))).GroupBy(item => item).Where(item => item.Count() > 1).Select(item => item.Key));
        sound = [.. sound.Where(workload => !workload.Objects.Append(("workload", workload.Name)).Any(shared.Contains))];
        return new(
            sound.FirstOrDefault()?.Project ?? "",
            sound.SelectMany(workload => workload.Manifests).OrderBy(manifest => manifest.Path, StringComparer.Ordinal).ToEquatableArray())
        {
            Overlays = sound.OrderBy(workload => workload.Name, StringComparer.Ordinal).SelectMany(workload => workload.Overlays).ToEquatableArray(),
        };
    }
}
