using System.Diagnostics;

namespace Purser;

/// <summary>Mounts an empty, writable folder that lives as long as the pod. The root file system is read-only; <c>/tmp</c> is always writable.</summary>
/// <param name="mountPath">Where it is mounted: an absolute path without <c>:</c> or <c>..</c>. Kubernetes: <c>volumeMounts[].mountPath</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class ScratchAttribute(string mountPath) : Attribute
{
    /// <summary>Where it is mounted.</summary>
    public string MountPath { get; } = mountPath;

    /// <summary>The most it may hold: a quantity of bytes, such as <c>"5Gi"</c>; the pod is evicted when it holds more. Default: <c>"1Gi"</c>. Kubernetes: <c>volumes[].emptyDir.sizeLimit</c>.</summary>
    public string? SizeLimit { get; set; } = "1Gi";

    /// <summary>Whether it lies in memory, where it counts against the memory limit. Default: <c>false</c>. Kubernetes: <c>volumes[].emptyDir.medium: Memory</c>.</summary>
    public bool InMemory { get; set; }
}
