using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The list of all that <c>kubectl apply -k</c> applies.</summary>
internal static class Kustomization
{
    public const string FileName = "kustomization.yaml";

    public static Manifest Of(string project, string? space, IEnumerable<string> files) => new(FileName, YamlText.Write(
        new YamlMap
        {
            ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
            ["kind"] = "Kustomization",
            ["namespace"] = space,
            ["resources"] = YamlList.Of(files.OrderBy(file => file, StringComparer.Ordinal)),
        },
        $"{project}: written by Purser; your edits belong in a kustomize overlay"));
}
