using System.Text;

namespace Purser.Build;

/// <summary>The folder of manifests on disk. Only what Purser wrote is replaced or removed.</summary>
internal sealed class ManifestFolder(string folder, string project, WrittenFiles known)
{
    private const string Marker = ": written by Purser";

    public string Root { get; } = System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;

    public string PathOf(Manifest manifest) => PathOf(Root, manifest.Path);

    public static string PathOf(string root, string relative) => root + relative.Replace('/', System.IO.Path.DirectorySeparatorChar);

    public WritePlan Plan(IReadOnlyCollection<Manifest> manifests)
    {
        var writes = new List<(string, byte[])>();
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var manifest in manifests)
        {
            SafePath.Check(Root, manifest.Path);
            var path = PathOf(manifest);
            if (!wanted.Add(path))
                throw new ManifestException(Codes.UnsafePath, path, $"'{manifest.Path}' is written twice by {project}: give one of the two workloads another Name");
            if (NeedsWriting(path, manifest.Content))
                writes.Add((path, manifest.Content));
        }

        var removals = known.Paths.Where(path => !wanted.Contains(path) && File.Exists(path) && IsOurs(path, File.ReadAllBytes(path))).ToList();
        return new WritePlan(writes, removals);
    }

    public void Carry(WritePlan plan)
    {
        foreach (var (path, content) in plan.Writes)
            WriteWhole(path, content);
        foreach (var path in plan.Removals)
        {
            File.Delete(path);
            RemoveEmptyFolders(System.IO.Path.GetDirectoryName(path)!);
        }
    }

    private bool NeedsWriting(string path, byte[] content)
    {
        if (Directory.Exists(path))
            throw new ManifestException(Codes.ForeignFile, path, $"'{path}' is a folder, and Purser has a manifest of that name to write; move the folder away or set KubernetesManifestsPath");
        if (!File.Exists(path))
            return true;
        var there = File.ReadAllBytes(path);
        if (there.AsSpan().SequenceEqual(content))
            return false;
        if (IsOurs(path, there))
            return true;
        throw Foreign(path, there);
    }

    /// <summary>Written by Purser for this project: its first line says so, or it is byte for byte what the list remembers.</summary>
    private bool IsOurs(string path, byte[] content) => known.IsUntouched(path, content) || Writer(content) == project;

    private ManifestException Foreign(string path, byte[] content) => Writer(content) is { } other
        ? new ManifestException(Codes.TwoProjects, path, $"'{path}' belongs to the project {other}, and {project} would write it too; give each project a folder of its own by KubernetesManifestsPath, or set KubernetesSystem")
        : new ManifestException(Codes.ForeignFile, path, $"'{path}' was not written by Purser and is left as it is; move it away, or set KubernetesManifestsPath to another folder");

    /// <summary>The project that the first line names: <c># Orders.Api: written by Purser ...</c></summary>
    private static string? Writer(byte[] content)
    {
        var end = Array.IndexOf(content, (byte)'\n');
        var line = Encoding.UTF8.GetString(content, 0, end < 0 ? content.Length : end);
        var marker = line.IndexOf(Marker, StringComparison.Ordinal);
        return marker > 2 && line.StartsWith("# ", StringComparison.Ordinal) ? line.Substring(2, marker - 2) : null;
    }

    /// <summary>Beside its place first, then moved: nobody ever reads half a file.</summary>
    private static void WriteWhole(string path, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var temporary = path + ".purser-tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            if (File.Exists(path))
                File.Replace(temporary, path, null);
            else
                File.Move(temporary, path);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    /// <summary>Up to the folder of the manifests, and that one too when it is empty.</summary>
    private void RemoveEmptyFolders(string path)
    {
        while ((path + System.IO.Path.DirectorySeparatorChar).StartsWith(Root, StringComparison.Ordinal)
            && Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
            path = System.IO.Path.GetDirectoryName(path)!;
        }
    }
}
