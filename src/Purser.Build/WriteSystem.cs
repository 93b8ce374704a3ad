using System.Text;
using Microsoft.Build.Framework;

namespace Purser.Build;

/// <summary>Writes the kustomizations of a system: one lists the folders of the projects that have manifests now, and one for each environment the projects' overlays.</summary>
public sealed class WriteSystem : Microsoft.Build.Utilities.Task
{
    private const string FileName = "kustomization.yaml";
    private const string Overlays = "overlays";

    /// <summary>The folder that holds a folder for each project.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The system's name.</summary>
    [Required]
    public string System { get; set; } = "";

    /// <summary>Whether to compare only.</summary>
    public bool Check { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            // The projects of a parallel build end up here one after the other; the last one sees all.
            using var one = FolderLock.Take(Folder);
            var root = global::System.IO.Path.GetFullPath(Folder);
            var folder = new ManifestFolder(Folder, System, WrittenFiles.Of([.. Existing(root)]));
            var plan = folder.Plan(Kustomizations(folder.Root));
            if (Check && plan.Changed > 0)
            {
                foreach (var path in plan.Writes.Select(write => write.Path).Concat(plan.Removals))
                    Log.LogError("Purser", Codes.OutOfDate, null, path, 0, 0, 0, 0, "'{0}' is not what the projects say; build without KubernetesManifestsCheck and commit the result", path);
                return false;
            }

            if (!Check)
                folder.Carry(plan);
            return true;
        }
        catch (ManifestException problem)
        {
            Log.LogError("Purser", problem.Code, null, problem.File, 0, 0, 0, 0, "{0}", problem.Message);
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.LogError("Purser", Codes.CannotWrite, null, Folder, 0, 0, 0, 0, "The system's kustomization cannot be written to '{0}': {1}", Folder, problem.Message);
            return false;
        }
    }

    /// <summary>What may be there from an earlier build; the first line tells whether it is.</summary>
    private static IEnumerable<string> Existing(string root)
    {
        yield return global::System.IO.Path.Combine(root, FileName);
        var overlays = global::System.IO.Path.Combine(root, Overlays);
        if (!Directory.Exists(overlays))
            yield break;
        foreach (var environment in Directory.EnumerateDirectories(overlays))
            yield return global::System.IO.Path.Combine(environment, FileName);
    }

    /// <summary>All projects; and for each environment that one of them knows, those that know it by their overlay and the others as they are.</summary>
    private List<Manifest> Kustomizations(string root)
    {
        var folders = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, FileName, SearchOption.AllDirectories)
                .Select(file => global::System.IO.Path.GetDirectoryName(file)!.Substring(root.Length - 1).Trim('/', '\\').Replace('\\', '/'))
                .Where(folder => folder.Length > 0)
                .OrderBy(folder => folder, StringComparer.Ordinal)
                .ToList()
            : [];
        var projects = folders.Where(folder => folder.Split('/').Length <= 2 && !folder.Split('/').Contains(Overlays)).ToList();
        if (projects.Count == 0)
            return [];

        var environments = folders.Where(folder => projects.Any(project => folder.StartsWith($"{project}/{Overlays}/", StringComparison.Ordinal)))
            .Select(folder => folder.Substring(folder.LastIndexOf('/') + 1))
            .Where(environment => environment[0] != '_')
            .Distinct();
        return
        [
            Kustomization(FileName, "lists the projects of the system", projects),
            .. environments.Select(environment => Kustomization(
                $"{Overlays}/{environment}/{FileName}",
                $"lists the projects of the system as they are in '{environment}'",
                projects.Select(project => $"{project}/{Overlays}/{environment}").Select((overlay, i) => "../../" + (folders.Contains(overlay) ? overlay : projects[i])))),
        ];
    }

    private Manifest Kustomization(string path, string what, IEnumerable<string> resources)
    {
        var text = new StringBuilder()
            .Append("# ").Append(System).Append(": written by Purser; ").Append(what).Append(", your edits belong in a kustomize overlay\n")
            .Append("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:");
        foreach (var resource in resources)
            text.Append("\n  - ").Append(resource);
        return Manifest.Of(path, text.Append('\n').ToString());
    }
}
