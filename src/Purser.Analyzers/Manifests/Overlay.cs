using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>
/// A kustomize overlay for each <c>appsettings.Environment.json</c>: <c>kubectl apply -k overlays/staging</c>. It holds what differs and nothing else.
/// Kustomize takes no base above an overlay, so the base is there a second time, beside the overlays.
/// </summary>
internal static class Overlay
{
    private const string Root = "overlays";

    /// <summary>No environment's folder has an underscore.</summary>
    private const string Base = "_base";

    public static IEnumerable<Manifest> Of(WorkloadSet set, ProjectOptions options)
    {
        if (set.Overlays.Count == 0)
            yield break;
        var applied = set.Manifests.Where(static manifest => !manifest.IsTemplate).ToArray();
        foreach (var manifest in applied)
            yield return manifest with { Path = $"{Root}/{Base}/{manifest.Path}" };
        yield return In(Base, Kustomization.Of(set.Project, options.Namespace, applied.Select(static manifest => manifest.Path)));

        foreach (var environment in set.Overlays.GroupBy(static overlay => overlay.Folder).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            // Two names that give one folder are one too many: the first counts.
            var name = environment.Select(static overlay => overlay.Environment).OrderBy(static name => name, StringComparer.Ordinal).First();
            var overlays = environment.Where(overlay => overlay.Environment == name).ToArray();
            var files = overlays.SelectMany(static overlay => overlay.Files).ToArray();
            foreach (var file in files)
                yield return In(environment.Key, file);
            yield return In(environment.Key, Kustomize(set.Project, options.Namespace, name, files, overlays.SelectMany(static overlay => overlay.Patches)));
        }
    }

    private static Manifest In(string folder, Manifest manifest) => manifest with { Path = $"{Root}/{folder}/{manifest.Path}" };

    private static Manifest Kustomize(string project, string? space, string environment, IEnumerable<Manifest> files, IEnumerable<OverlayPatch> patches) => new(Kustomization.FileName, YamlText.Write(
        new YamlMap
        {
            ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
            ["kind"] = "Kustomization",
            ["namespace"] = space,
            ["resources"] = YamlList.Of(new[] { $"../{Base}" }.Concat(files.Select(static file => file.Path).OrderBy(static path => path, StringComparer.Ordinal))),
            ["patches"] = YamlList.Of(patches.Select(Patch)).OrNull(),
        },
        $"{project}: written by Purser from appsettings.{environment}.json; holds what differs from Production, your edits belong in a kustomize overlay"));

    private static YamlMap Patch(OverlayPatch patch) => new()
    {
        ["target"] = new YamlMap { ["kind"] = patch.Kind, ["name"] = patch.Name },
        ["options"] = patch.Renames ? new YamlMap { ["allowNameChange"] = true } : null,
        ["patch"] = patch.Operations?.TrimEnd('\n') ?? $"$patch: delete\nkind: {patch.Kind}\nmetadata:\n  name: {patch.Name}",
    };
}
