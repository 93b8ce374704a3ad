namespace Purser.Build;

/// <summary>Keeps every path inside the folder, whatever the assembly says.</summary>
internal static class SafePath
{
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"];

    public static void Check(string root, string relative)
    {
        var segments = relative.Split('/');
        if (relative.Length == 0 || segments.Any(segment => !IsPlain(segment)))
            throw new ManifestException(Codes.UnsafePath, root, $"'{relative}' is not a path inside '{root}'; nothing was written");

        // A link below the folder could lead out of it.
        var path = root.TrimEnd(System.IO.Path.DirectorySeparatorChar);
        foreach (var segment in segments)
        {
            path = System.IO.Path.Combine(path, segment);
            if ((File.Exists(path) || Directory.Exists(path)) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
                throw new ManifestException(Codes.UnsafePath, path, $"'{path}' is a link; Purser writes no manifest through a link, remove it or set KubernetesManifestsPath");
        }
    }

    private static bool IsPlain(string segment) =>
        segment.Length is > 0 and <= 255
        && segment is not ("." or "..")
        && segment.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_' or '.')
        && segment[segment.Length - 1] != '.'
        && !Devices.Contains(segment.Split('.')[0].ToLowerInvariant());
}
