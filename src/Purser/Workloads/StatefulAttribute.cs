using System.Diagnostics;

namespace Purser;

/// <summary>An app that keeps data on a disk of its own: a store, a log, an index. Emits a StatefulSet with one PersistentVolumeClaim per replica and the headless Service that gives each replica a stable name.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class StatefulAttribute : WorkloadAttribute
{
    /// <summary>How many copies run, each with its own disk, 0 or more. Default: 1. Kubernetes: <c>StatefulSet.spec.replicas</c>.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>The size of each replica's disk: a quantity of bytes, such as <c>"20Gi"</c>. Default: <c>"1Gi"</c>. Kubernetes: <c>volumeClaimTemplates[].spec.resources.requests.storage</c>.</summary>
    public string? Storage { get; set; } = "1Gi";

    /// <summary>Where the disk is mounted: an absolute path without <c>:</c> or <c>..</c>. Default: <c>"/data"</c>. Kubernetes: <c>volumeMounts[].mountPath</c>.</summary>
    public string? MountPath { get; set; } = "/data";

    /// <summary>The name of the StorageClass. Default: the cluster's default class. Kubernetes: <c>volumeClaimTemplates[].spec.storageClassName</c>.</summary>
    public string? StorageClass { get; set; }

    /// <summary>Who may mount the disk. Default: <see cref="AccessMode.ReadWriteOnce"/>. Kubernetes: <c>volumeClaimTemplates[].spec.accessModes</c>.</summary>
    public AccessMode AccessMode { get; set; } = AccessMode.ReadWriteOnce;

    /// <summary>Whether the disks outlive the StatefulSet and a scale-down. Default: <c>true</c> (Retain); <c>false</c> deletes them. Kubernetes: <c>persistentVolumeClaimRetentionPolicy</c>.</summary>
    public bool KeepStorage { get; set; } = true;
}
