using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Purser.Build;

/// <summary>Writes the manifests that the compiler put into an assembly: what changed, and nothing else.</summary>
public sealed class WriteManifests : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly; empty to take back all that was written (<c>dotnet clean</c>, <c>PurserEnabled=false</c>).</summary>
    public string? Assembly { get; set; }

    /// <summary>The folder that the manifests go to.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The list of what was written, kept in obj.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    /// <summary>The project, by the name that the manifests' first line gives.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Whether to compare only: a difference is an error, nothing is written.</summary>
    public bool Check { get; set; }

    /// <summary>The image whose digest is known, and the digest (<c>sha256:...</c>); both or none.</summary>
    public string? Image { get; set; }

    /// <inheritdoc cref="Image"/>
    public string? Digest { get; set; }

    /// <summary>What stands in the folder now.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            using var one = FolderLock.Take(Folder);
            return Write();
        }
        catch (ManifestException problem)
        {
            Log.LogError("Purser", problem.Code, null, problem.File, 0, 0, 0, 0, "{0}", problem.Message);
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogError("Purser", Codes.CannotWrite, null, Folder, 0, 0, 0, 0, "The manifests cannot be written to '{0}': {1}", Folder, problem.Message);
            return false;
        }
    }

    private bool Write()
    {
        var known = WrittenFiles.Read(ListFile);
        var manifests = string.IsNullOrEmpty(Assembly) ? [] : AssemblyManifests.Read(Assembly!);
        if (!string.IsNullOrEmpty(Image) && !string.IsNullOrEmpty(Digest))
            manifests = manifests.Select(manifest => manifest.Pin(Image!, Digest!)).ToList();
        var folder = new ManifestFolder(Folder, Project, known);
        var plan = folder.Plan(manifests);

        if (Check)
            return Report(plan);

        folder.Carry(plan);
        WrittenFiles.Write(ListFile, folder.Root, manifests);
        Files = manifests.Select(manifest => (ITaskItem)new TaskItem(folder.PathOf(manifest))).ToArray();
        if (manifests.Count > 0)
            Log.LogMessage(MessageImportance.High, "Purser -> {0} ({1}, {2} changed)", folder.Root, Count(manifests.Count), plan.Changed);
        else if (plan.Changed > 0)
            Log.LogMessage(MessageImportance.High, "Purser -> {0} (no manifests, {1} removed)", folder.Root, plan.Changed);
        return true;
    }

    private bool Report(WritePlan plan)
    {
        foreach (var write in plan.Writes)
            Log.LogError("Purser", Codes.OutOfDate, null, write.Path, 0, 0, 0, 0, "'{0}' is not what the code says; build without KubernetesManifestsCheck and commit the result", write.Path);
        foreach (var path in plan.Removals)
            Log.LogError("Purser", Codes.OutOfDate, null, path, 0, 0, 0, 0, "'{0}' is no longer written; build without KubernetesManifestsCheck and commit the result", path);
        return plan.Changed == 0;
    }

    private static string Count(int manifests) => manifests == 1 ? "1 manifest" : manifests + " manifests";
}
