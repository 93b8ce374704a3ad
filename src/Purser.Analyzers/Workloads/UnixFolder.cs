namespace Purser.Analyzers.Workloads;

/// <summary>Folders of a container.</summary>
internal static class UnixFolder
{
    /// <summary>Without slashes at the end or twice, and without dots: two that mean one folder are equal.</summary>
    public static string Normal(string path) => "/" + string.Join("/", path.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != "."));
}
