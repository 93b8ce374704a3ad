using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>Where a volume is mounted in the container.</summary>
internal static class MountPath
{
    private const int MaxLength = 4096;

    /// <summary>What is wrong with it; null where it is accepted.</summary>
    public static string? Wrong(string path)
    {
        if (path.Length == 0)
            return "it is empty";
        if (path[0] != '/')
            return "it is not absolute";
        if (path.IndexOf(':') >= 0)
            return "':' is not accepted in it";
        if (path.IndexOf('\\') >= 0)
            return "a container's paths have '/' and no '\\'";
        if (path.Split('/').Contains(".."))
            return "'..' is not accepted in it";
        if (path.Any(char.IsControl) || !Characters.IsText(path))
            return "a control character is not accepted in it";
        if (path.Length > MaxLength)
            return $"it is longer than {MaxLength} characters";
        return UnixFolder.Normal(path) switch
        {
            "/" => "it would hide the whole image",
            "/proc" or "/sys" or "/dev" => "the kernel's own folder is there",
            _ => null,
        };
    }

    /// <summary>Absolute, slashes for backslashes; null where that is none either.</summary>
    public static string? Nearest(string path)
    {
        var nearest = UnixFolder.Normal(path.Trim().Replace('\\', '/'));
        return nearest != path && nearest.IndexOf('~') != 1 && Wrong(nearest) is null ? nearest : null;
    }
}
