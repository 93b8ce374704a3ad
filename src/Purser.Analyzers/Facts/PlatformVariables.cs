namespace Purser.Analyzers.Facts;

/// <summary>Environment variables that the container, the runtime or Kubernetes gives: reading one asks nothing of the user.</summary>
internal static class PlatformVariables
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "HOSTNAME", "USER", "USERNAME", "USERPROFILE", "COMPUTERNAME", "PWD", "SHELL", "LANG", "TZ", "TERM", "TMPDIR", "TMP", "TEMP", "OS", "CI",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "JOB_COMPLETION_INDEX", "POD_NAME", "POD_NAMESPACE", "POD_IP", "NODE_NAME", "NODE_IP", "NVIDIA_VISIBLE_DEVICES",
    };

    private static readonly string[] Prefixes = ["DOTNET_", "ASPNETCORE_", "COMPlus_", "CORECLR_", "KUBERNETES_", "XDG_", "LC_", "NUGET_", "MSBUILD"];

    public static bool Contains(string name) =>
        Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
