namespace Purser.Analyzers.Facts.Disk;

/// <summary>The file that a connection string of an embedded database names.</summary>
internal static class ConnectionText
{
    private static readonly string[] FileKeys = ["data source", "datasource", "filename", "fulluri", "uri", "database", "path"];

    /// <param name="flat">The connection string, or a plain path; holes as <see cref="DiskPath.Flat"/> gives them.</param>
    /// <returns>The file; null where it is not known. Nothing is kept where the database is in memory or only read.</returns>
    public static (string? File, bool KeepsNothing) Read(string flat)
    {
        if (IsInMemory(flat))
            return (null, true);
        string? file = null;
        var isPlain = flat.IndexOf('=') < 0 || flat.StartsWith("/", StringComparison.Ordinal);
        foreach (var part in flat.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (isPlain || equals < 0)
            {
                if (isPlain)
                    file ??= part.Trim();
                continue;
            }

            var key = part.Substring(0, equals).Trim().ToLowerInvariant();
            var value = part.Substring(equals + 1).Trim().Trim('"', '\'');
            if (IsInMemory(value)
                || (key == "mode" && (Is(value, "memory") || Is(value, "readonly")))
                || (key is "readonly" or "read only" && Is(value, "true"))
                || (key == "access_mode" && Is(value, "read_only")))
                return (null, true);
            if (FileKeys.Contains(key))
                file ??= value;
        }

        if (file is null)
            return (null, false);
        var query = file.IndexOf('?');
        if (query < 0)
            return (file, false);
        var keepsNothing = file.IndexOf("mode=memory", query, StringComparison.OrdinalIgnoreCase) >= 0
            || file.IndexOf("mode=ro", query, StringComparison.OrdinalIgnoreCase) >= 0
            || file.IndexOf("immutable=1", query, StringComparison.OrdinalIgnoreCase) >= 0;
        return keepsNothing ? (null, true) : (file.Substring(0, query), false);
    }

    private static bool IsInMemory(string value) => value is ":memory:" or ":temp:" || value.StartsWith("file::memory:", StringComparison.OrdinalIgnoreCase);

    private static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}
