using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Workloads;

/// <summary>The files that [MountedConfig] asks for, found among the project's additional files.</summary>
internal static class ProjectFiles
{
    public static EquatableArray<Entry> Of(WorkloadDeclaration declaration, string? projectDirectory, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var wanted = declaration.Of(AttributeNames.MountedConfig).SelectMany(mounted => mounted.Texts("Files") ?? EquatableArray<string>.Empty).Distinct().ToArray();
        if (wanted.Length == 0)
            return EquatableArray<Entry>.Empty;

        return wanted
            .Select(path => (Path: path, File: Find(path, projectDirectory, files)))
            .Where(found => found.File is not null)
            .Select(found => new Entry(found.Path, Text(found.File!, cancellation)))
            .ToEquatableArray();
    }

    /// <summary>The file of the project; where its folder is not known, the one nearest to the root whose path ends so.</summary>
    private static AdditionalText? Find(string path, string? projectDirectory, ImmutableArray<AdditionalText> files)
    {
        var relative = Normal(path);
        var exact = projectDirectory is null ? null : Normal(projectDirectory + "/" + path);
        return files.FirstOrDefault(file => Normal(file.Path) is var full && (full == exact || full == relative))
            ?? files
                .Where(file => Normal(file.Path).EndsWith("/" + relative, StringComparison.Ordinal))
                .OrderBy(file => file.Path.Length)
                .ThenBy(file => file.Path, StringComparer.Ordinal)
                .FirstOrDefault();
    }

    /// <summary>With one kind of line end, so that a checkout on Windows gives the same manifest.</summary>
    private static string Text(AdditionalText file, CancellationToken cancellation) =>
        (file.GetText(cancellation)?.ToString() ?? "").Replace("\r\n", "\n");

    /// <summary>Forward slashes, and no <c>.</c> or <c>..</c> that can be resolved.</summary>
    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
