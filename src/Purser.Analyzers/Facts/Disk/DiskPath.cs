namespace Purser.Analyzers.Facts.Disk;

/// <summary>A path as a pod sees it, as far as it is known.</summary>
/// <param name="Shown">As the code gives it, what is not known as <c>...</c>: <c>data/orders.db</c>.</param>
/// <param name="Absolute">From the root, up to the first part that is not known: <c>/app/data/orders.db</c>.</param>
/// <param name="Folder">The folder that would have to be a volume: <c>/app/data</c>.</param>
internal sealed record DiskPath(string Shown, string Absolute, string Folder)
{
    /// <summary>Where .NET's container images, and the SDK that builds them, put the program; also its working directory.</summary>
    public const string ContentRoot = "/app";

    private const char Hole = '\uFFFC';

    /// <summary>Whether the path is below the program's own folder, which is part of the image.</summary>
    public bool IsInContentRoot => IsUnder(Absolute, ContentRoot);

    /// <summary>The whole text, holes as a character of their own that <see cref="Of(string, bool)"/> understands.</summary>
    public static string? Flat(ResolvedText text) => text.IsNull || text.IsUnknown ? null : string.Concat(text.Parts.Select(static part => part.Text ?? Hole.ToString()));

    public static DiskPath? Of(ResolvedText text, bool isFolder) => Flat(text) is { } flat ? Of(flat, isFolder) : null;

    /// <summary>Null where not even the beginning is known.</summary>
    public static DiskPath? Of(string flat, bool isFolder)
    {
        flat = flat.Trim();
        if (flat.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            flat = flat.Substring(5) is var rest && rest.StartsWith("///", StringComparison.Ordinal) ? rest.Substring(2) : rest;
        if (flat.Length == 0 || flat[0] == Hole || flat.StartsWith("~", StringComparison.Ordinal) || (flat.Length > 1 && flat[0] == '/' && flat[1] == Hole))
            return null;

        var path = flat.Replace('\\', '/');
        var shown = path.StartsWith(ContentRoot + "/", StringComparison.Ordinal) ? path.Substring(ContentRoot.Length + 1) : path;
        if (shown.StartsWith("./", StringComparison.Ordinal))
            shown = shown.Substring(2);
        if (path[0] != '/')
            path = $"{ContentRoot}/{path}";

        var hole = path.IndexOf(Hole);
        var isOpen = hole >= 0;
        var segments = Segments(isOpen ? path.Substring(0, hole) : path);
        var wholeName = !isOpen || path[hole - 1] == '/' ? segments.Count : segments.Count - 1;
        // A folder that begins with a hole is below the one before it; of a file the last name goes.
        var inFolder = isOpen || isFolder ? wholeName : Math.Max(0, segments.Count - 1);
        return new(
            shown.Length == 0 ? "." : Abbreviated(shown),
            "/" + string.Join("/", segments),
            "/" + string.Join("/", segments.Take(inFolder)));
    }

    /// <summary>Whether a path is a folder or lies in it.</summary>
    public static bool IsUnder(string path, string folder)
    {
        folder = folder.TrimEnd('/');
        return path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
    }

    private static List<string> Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0 || segment == ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
        }

        return segments;
    }

    private static string Abbreviated(string shown)
    {
        shown = shown.Replace(Hole.ToString(), "...");
        return shown.Length <= 80 ? shown : "..." + shown.Substring(shown.Length - 77);
    }
}
