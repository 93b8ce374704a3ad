using System.Diagnostics;

namespace Purser;

/// <summary>Mounts a PersistentVolumeClaim, which the pods of the workload share. For a disk per replica use [Stateful].</summary>
/// <param name="mountPath">Where it is mounted: an absolute path without <c>:</c> or <c>..</c>. Kubernetes: <c>volumeMounts[].mountPath</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class VolumeAttribute(string mountPath) : Attribute
{
    /// <summary>Where it is mounted.</summary>
    public string MountPath { get; } = mountPath;

    /// <summary>The size: a quantity of bytes, such as <c>"20Gi"</c>. Default: <c>"1Gi"</c>. Kubernetes: <c>PersistentVolumeClaim.spec.resources.requests.storage</c>.</summary>
    public string? Size { get; set; } = "1Gi";

    /// <summary>The name of the StorageClass. Default: the cluster's default class. Kubernetes: <c>PersistentVolumeClaim.spec.storageClassName</c>.</summary>
    public string? StorageClass { get; set; }

    /// <summary>Who may mount it. Default: <see cref="AccessMode.ReadWriteOnce"/>; several replicas on several nodes need <see cref="AccessMode.ReadWriteMany"/>. Kubernetes: <c>PersistentVolumeClaim.spec.accessModes</c>.</summary>
    public AccessMode AccessMode { get; set; } = AccessMode.ReadWriteOnce;

    /// <summary>The name of a PersistentVolumeClaim that exists; then none is emitted. Default: none. Kubernetes: <c>volumes[].persistentVolumeClaim.claimName</c>.</summary>
    public string? ExistingClaim { get; set; }

    /// <summary>The name of the PersistentVolume to bind. Default: the cluster provides one. Kubernetes: <c>PersistentVolumeClaim.spec.volumeName</c>.</summary>
    public string? VolumeName { get; set; }

    /// <summary>Whether it is mounted read-only. Default: <c>false</c>. Kubernetes: <c>volumeMounts[].readOnly</c>.</summary>
    public bool ReadOnly { get; set; }
}
