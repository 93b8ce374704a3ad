namespace Purser;

/// <summary>Who may mount a volume, and how. Kubernetes: <c>PersistentVolumeClaim.spec.accessModes</c>.</summary>
public enum AccessMode
{
    /// <summary>Read and write by the pods of one node.</summary>
    ReadWriteOnce,

    /// <summary>Read by any number of nodes.</summary>
    ReadOnlyMany,

    /// <summary>Read and write by any number of nodes; needs a storage class for shared file systems.</summary>
    ReadWriteMany,

    /// <summary>Read and write by a single pod.</summary>
    ReadWriteOncePod,
}
