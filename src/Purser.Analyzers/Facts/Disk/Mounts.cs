using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>What a path is to a pod.</summary>
internal enum DiskPlace
{
    /// <summary>The image's own file system, which nobody may write.</summary>
    ReadOnlyRoot,

    /// <summary>A volume that may only be read: configuration, a Secret, <c>ReadOnly = true</c>.</summary>
    ReadOnlyVolume,

    /// <summary>Memory or an empty folder that lives as long as the pod.</summary>
    Temporary,

    /// <summary>A disk that outlives the pod.</summary>
    Volume,
}

/// <summary>Where a workload may write.</summary>
internal sealed class Mounts
{
    private readonly List<(string Path, DiskPlace Place)> mounts = [];

    public Mounts(WorkloadDeclaration declaration)
    {
        if (declaration.WorkloadAttribute is { Name: AttributeNames.Stateful } stateful)
            mounts.Add((stateful.Text("MountPath") ?? "/data", DiskPlace.Volume));
        foreach (var attribute in declaration.Attributes)
        {
            if (attribute.Text("MountPath") is not { Length: > 1 } path)
                continue;
            DiskPlace? place = attribute.Name switch
            {
                AttributeNames.Volume => attribute.Flag("ReadOnly") == true ? DiskPlace.ReadOnlyVolume : DiskPlace.Volume,
                AttributeNames.Scratch => DiskPlace.Temporary,
                AttributeNames.MountedConfig or AttributeNames.MountedSecret => DiskPlace.ReadOnlyVolume,
                _ => null,
            };
            if (place is { } known)
                mounts.Add((path, known));
        }

        mounts.Add(("/tmp", DiskPlace.Temporary));
        // Linux's own: devices, and shared memory.
        mounts.Add(("/dev", DiskPlace.Temporary));
        mounts.Add(("/proc", DiskPlace.Temporary));
    }

    /// <summary>Whether there is a disk that outlives the pod.</summary>
    public bool HasVolume => mounts.Any(static mount => mount.Place == DiskPlace.Volume);

    /// <summary>The deepest mount around the path decides.</summary>
    public DiskPlace PlaceOf(DiskPath path) =>
        mounts.Where(mount => DiskPath.IsUnder(path.Absolute, mount.Path) || (path.IsInContentRoot && IsAnotherContentRoot(path, mount.Path)))
            .OrderByDescending(static mount => mount.Path.Length)
            .Select(static mount => (DiskPlace?)mount.Place)
            .FirstOrDefault() ?? DiskPlace.ReadOnlyRoot;

    /// <summary>An image may put the program elsewhere: <c>data/orders.db</c> is below <c>/srv/shop/data</c> for somebody who mounts that.</summary>
    private static bool IsAnotherContentRoot(DiskPath path, string mount)
    {
        var inProgram = path.Absolute.Substring(DiskPath.ContentRoot.Length).TrimStart('/');
        var first = inProgram.Split('/')[0];
        return first.Length > 0 && inProgram.Length > first.Length && mount.IndexOf('/', 1) > 0 && mount.TrimEnd('/').EndsWith("/" + first, StringComparison.Ordinal);
    }
}
