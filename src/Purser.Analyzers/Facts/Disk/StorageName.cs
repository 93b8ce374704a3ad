namespace Purser.Analyzers.Facts.Disk;

/// <summary>What the name of a file says about what is in it.</summary>
internal static class StorageName
{
    /// <summary>Logs, copies of what can be had again, marks for a probe: nothing that a request needs, even where the program reads it.</summary>
    private static readonly HashSet<string> ByTheWay = new(StringComparer.OrdinalIgnoreCase)
    {
        "log", "logs", "logging", "trace", "traces", "diagnostics", "debug", "dump", "dumps", "crash", "profile", "profiles",
        "cache", "caches", "cached", "tmp", "temp", "scratch", "spool", "lock", "locks", "health", "healthy", "ready", "alive", "heartbeat", "liveness",
        "thumbnail", "thumbnails", "thumbs", "preview", "previews", "metrics", "stats",
    };

    /// <summary>What somebody takes away, and so state only where the program reads it again.</summary>
    private static readonly HashSet<string> Output = new(StringComparer.OrdinalIgnoreCase)
    {
        "report", "reports", "export", "exports", "out", "output", "outputs", "result", "results", "generated", "render", "rendered", "work", "working", "run",
    };

    private static readonly string[] Extensions = [".log", ".trace", ".nettrace", ".dmp", ".pid", ".lock", ".tmp", ".out", ".prom"];

    /// <summary><c>/var/log/shop/carts.log</c>.</summary>
    public static bool IsByTheWay(DiskPath path) =>
        Array.Exists(Extensions, extension => path.Shown.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) || Words(path).Any(ByTheWay.Contains);

    /// <summary><c>reports/2024.csv</c>.</summary>
    public static bool IsOutput(DiskPath path) => Words(path).Any(Output.Contains);

    private static string[] Words(DiskPath path) => path.Shown.Split('/', '.', '-', '_');
}
