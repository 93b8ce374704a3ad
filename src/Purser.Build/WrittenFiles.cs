using System.Security.Cryptography;
using System.Text;

namespace Purser.Build;

/// <summary>The list in obj: which files Purser wrote, and what was in them, so that a file that somebody made since is told apart.</summary>
internal sealed class WrittenFiles
{
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);

    /// <summary>Files that may have been written, their content unknown: their first line tells whose they are.</summary>
    public static WrittenFiles Of(params string[] paths)
    {
        var written = new WrittenFiles();
        written.Paths.AddRange(paths);
        return written;
    }

    /// <summary>The full paths, in the order they were written.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>Whether the file's content is what Purser wrote.</summary>
    public bool IsUntouched(string path, byte[] content) => hashes.TryGetValue(path, out var hash) && hash == Hash(content);

    public bool Contains(string path) => hashes.ContainsKey(path);

    public static WrittenFiles Read(string listFile)
    {
        var written = new WrittenFiles();
        if (!File.Exists(listFile))
            return written;
        foreach (var line in File.ReadAllLines(listFile))
        {
            var space = line.IndexOf(' ');
            if (space <= 0 || space == line.Length - 1)
                continue;
            var path = line.Substring(space + 1);
            if (!written.hashes.ContainsKey(path))
                written.Paths.Add(path);
            written.hashes[path] = line.Substring(0, space);
        }

        return written;
    }

    public static void Write(string listFile, string root, IReadOnlyCollection<Manifest> manifests)
    {
        if (manifests.Count == 0)
        {
            File.Delete(listFile);
            return;
        }

        var lines = new StringBuilder();
        foreach (var manifest in manifests)
            lines.Append(Hash(manifest.Content)).Append(' ').Append(ManifestFolder.PathOf(root, manifest.Path)).Append('\n');
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(listFile))!);
        if (!File.Exists(listFile) || File.ReadAllText(listFile) != lines.ToString())
            File.WriteAllText(listFile, lines.ToString());
    }

    private static string Hash(byte[] content)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(content)).Replace("-", "").ToLowerInvariant();
    }
}
