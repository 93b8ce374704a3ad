using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Manifests;

/// <summary>A workload's files; none where its declaration is wrong.</summary>
internal sealed record RenderedWorkload(string Name, string ClassName, string Project, EquatableArray<Manifest> Manifests)
{
    public static RenderedWorkload Of(WorkloadInputs inputs)
    {
        var declaration = inputs.Declaration;
        var name = WorkloadName.Of(declaration);
        if (!inputs.Options.Enabled || !IsSound(declaration, name))
            return new(name, declaration.ClassName, "", EquatableArray<Manifest>.Empty);
        var workload = WorkloadComposer.Compose(inputs);
        return new(name, declaration.ClassName, workload.Project, WorkloadManifests.Render(workload));
    }

    /// <summary>One workload attribute, and a name that is fit to be a file's.</summary>
    private static bool IsSound(WorkloadDeclaration declaration, string name) =>
        declaration.Attributes.Count(attribute => AttributeNames.IsWorkload(attribute.Name)) == 1
        && name.Length is > 0 and <= ObjectName.Label
        && ObjectName.Slug(name) == name;
}

/// <summary>All files of the project's workloads, in an order that does not depend on the order of the sources.</summary>
internal sealed record WorkloadSet(string Project, EquatableArray<Manifest> Manifests)
{
    /// <summary>Two workloads with one name are an error of both (PUR1004), and neither is written.</summary>
    public static WorkloadSet Of(IEnumerable<RenderedWorkload> workloads)
    {
        var sound = workloads
            .Where(workload => workload.Manifests.Count > 0)
            .Distinct()
            .GroupBy(workload => workload.Name, StringComparer.Ordinal)
            .Where(named => named.Count() == 1)
            .Select(named => named.Single())
            .ToArray();
        return new(
            sound.FirstOrDefault()?.Project ?? "",
            sound.SelectMany(workload => workload.Manifests).OrderBy(manifest => manifest.Path, StringComparer.Ordinal).ToEquatableArray());
    }
}
