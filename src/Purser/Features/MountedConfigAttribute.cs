using System.Diagnostics;

namespace Purser;

/// <summary>Mounts text files of the project as a ConfigMap, read-only.</summary>
/// <param name="mountPath">The folder in the container: an absolute path without <c>:</c> or <c>..</c>. Kubernetes: <c>volumeMounts[].mountPath</c>.</param>
/// <param name="files">The files, relative to the project, such as <c>"config/app.json"</c>. Each appears under its own name. Kubernetes: <c>ConfigMap.data</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class MountedConfigAttribute(string mountPath, params string[] files) : Attribute
{
    /// <summary>The folder in the container.</summary>
    public string MountPath { get; } = mountPath;

    /// <summary>The files, relative to the project.</summary>
    public string[] Files { get; } = files;
}
