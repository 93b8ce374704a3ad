using System.Text;
using Microsoft.Build.Framework;

namespace Purser.Build;

/// <summary>Writes the one kustomization of a system: it lists the folders of the projects that have manifests now.</summary>
public sealed class WriteSystem : Microsoft.Build.Utilities.Task
{
    private const string FileName = "kustomization.yaml";

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
            var folder = new ManifestFolder(Folder, System, WrittenFiles.Of(global::System.IO.Path.Combine(global::System.IO.Path.GetFullPath(Folder), FileName)));
            var plan = folder.Plan(Kustomization(folder.Root));
            if (Check && plan.Changed > 0)
            {
                Log.LogError("Purser", Codes.OutOfDate, null, folder.Root + FileName, 0, 0, 0, 0, "'{0}' is not what the projects say; build without KubernetesManifestsCheck and commit the result", folder.Root + FileName);
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

    private List<Manifest> Kustomization(string root)
    {
        var projects = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, FileName, SearchOption.AllDirectories)
                .Select(file => global::System.IO.Path.GetDirectoryName(file)!.Substring(root.Length - 1).Trim('/', '\\').Replace('\\', '/'))
                .Where(project => project.Length > 0 && project.Split('/').Length <= 2 && !project.Contains("overlays"))
                .OrderBy(project => project, StringComparer.Ordinal)
                .ToList()
            : [];
        if (projects.Count == 0)
            return [];
        var text = new StringBuilder()
            .Append("# ").Append(System).Append(": written by Purser; lists the projects of the system, your edits belong in a kustomize overlay\n")
            .Append("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:");
        foreach (var project in projects)
            text.Append("\n  - ").Append(project);
        return [Manifest.Of(FileName, text.Append('\n').ToString())];
    }
}
