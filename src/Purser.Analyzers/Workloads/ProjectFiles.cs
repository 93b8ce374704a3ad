using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Workloads;

/// <summary>The files that [MountedConfig] asks for, found among the project's additional files.</summary>
internal static class ProjectFiles
{
    public static EquatableArray<Entry> Of(WorkloadDeclaration declaration, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var wanted = declaration.Of(AttributeNames.MountedConfig).SelectMany(mounted => mounted.Texts("Files") ?? EquatableArray<string>.Empty).Distinct().ToArray();
        if (wanted.Length == 0)
            return EquatableArray<Entry>.Empty;

        return wanted
            .Select(path => (Path: path, File: Find(path, files)))
            .Where(found => found.File is not null)
            .Select(found => new Entry(found.Path, Text(found.File!, cancellation)))
            .ToEquatableArray();
    }

    /// <summary>The file whose path ends so; of several the one in the folder nearest to the root, which is the project's.</summary>
    private static AdditionalText? Find(string path, ImmutableArray<AdditionalText> files)
    {
        var relative = Normal(path);
        while (relative.StartsWith("./", StringComparison.Ordinal))
            relative = relative.Substring(2);
        var end = "/" + relative;
        return files
            .Where(file => Normal(file.Path) is var full && (full == relative || full.EndsWith(end, StringComparison.Ordinal)))
            .OrderBy(file => file.Path.Length)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>With one kind of line end, so that a checkout on Windows gives the same manifest.</summary>
    private static string Text(AdditionalText file, CancellationToken cancellation) =>
        (file.GetText(cancellation)?.ToString() ?? "").Replace("\r\n", "\n");

    private static string Normal(string path) => path.Replace('\\', '/');
}
