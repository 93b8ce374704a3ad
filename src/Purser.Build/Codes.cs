namespace Purser.Build;

/// <summary>The ids of the build's own errors.</summary>
internal static class Codes
{
    /// <summary>The folder or a file in it cannot be written.</summary>
    public const string CannotWrite = "PURB001";

    /// <summary>A file that Purser did not write is in the way.</summary>
    public const string ForeignFile = "PURB002";

    /// <summary>Two projects write one file.</summary>
    public const string TwoProjects = "PURB003";

    /// <summary>KubernetesManifestsCheck found a difference.</summary>
    public const string OutOfDate = "PURB004";

    /// <summary>A path that leaves the folder.</summary>
    public const string UnsafePath = "PURB005";
}
