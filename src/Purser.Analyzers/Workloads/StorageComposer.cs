namespace Purser.Analyzers.Workloads;

/// <summary>What is mounted where, and the claims behind it.</summary>
internal static class StorageComposer
{
    /// <summary>The volume at /tmp.</summary>
    public const string Temporary = "tmp";

    /// <summary>The disk of a StatefulSet's replica. Part of every claim's name, so never changed.</summary>
    public const string DiskVolume = "data";

    /// <summary>The suffix of the ConfigMap that the settings are in; one that is mounted at /config must have another.</summary>
    public const string Settings = "config";

    private const string MountedFiles = "config-files";

    public static (EquatableArray<Mount> Mounts, EquatableArray<Claim> Claims) Compose(
        WorkloadDeclaration declaration, string workload, WorkloadKind kind, EquatableArray<Entry> files)
    {
        var names = new VolumeNames();
        var mounts = new List<Mount>();
        var claims = new List<Claim>();

        if (kind == WorkloadKind.StatefulSet)
            mounts.Add(new DiskMount(names.Take(DiskVolume), declaration.WorkloadAttribute!.Text("MountPath") ?? "/data"));
        foreach (var volume in ByPath(AttributeNames.Volume))
            Add(volume);
        foreach (var scratch in ByPath(AttributeNames.Scratch))
            mounts.Add(new ScratchMount(names.Of(Path(scratch)), Path(scratch), scratch.Text("SizeLimit") ?? "1Gi", scratch.Flag("InMemory") ?? false));
        foreach (var config in ByPath(AttributeNames.MountedConfig))
            mounts.Add(Config(config));
        foreach (var secret in ByPath(AttributeNames.MountedSecret))
            mounts.Add(new SecretMount(names.Of(Path(secret)), Path(secret), secret.Text("SecretName") ?? ""));
        if (!mounts.Any(mount => UnixFolder.Normal(mount.Path) == "/tmp"))
            mounts.Add(new ScratchMount(names.Take(Temporary), "/tmp", "512Mi", InMemory: false));
        return (mounts.ToEquatableArray(), claims.ToEquatableArray());

        IEnumerable<DeclaredAttribute> ByPath(string attribute) => declaration.Of(attribute).OrderBy(Path, StringComparer.Ordinal);

        void Add(DeclaredAttribute volume)
        {
            var name = names.Of(Path(volume));
            var mode = volume.Text("AccessMode") ?? "ReadWriteOnce";
            var claim = volume.Text("ExistingClaim") ?? ObjectName.Of(workload, name);
            mounts.Add(new ClaimMount(name, Path(volume), volume.Flag("ReadOnly") ?? false, claim, mode));
            if (volume.Text("ExistingClaim") is null)
                claims.Add(new Claim(claim, volume.Text("Size") ?? "1Gi", volume.Text("StorageClass"), mode, volume.Text("VolumeName")));
        }

        ConfigMount Config(DeclaredAttribute config)
        {
            var name = names.Of(Path(config));
            var mounted = (config.Texts("Files") ?? EquatableArray<string>.Empty)
                .SelectMany(path => files.Where(file => file.Key == path).Take(1))
                .Select(file => file with { Key = FileName(file.Key) })
                .GroupBy(file => file.Key, StringComparer.Ordinal)
                .Select(group => group.First())
                .OrderBy(file => file.Key, StringComparer.Ordinal);
            return new(name, Path(config), ObjectName.Of(workload, name == Settings ? MountedFiles : name), mounted.ToEquatableArray());
        }
    }

    public static DiskPerReplica Disk(DeclaredAttribute main) => new(
        main.Text("Storage") ?? "1Gi",
        main.Text("StorageClass"),
        main.Text("AccessMode") ?? "ReadWriteOnce",
        main.Flag("KeepStorage") ?? true);

    private static string Path(DeclaredAttribute attribute) => attribute.Text("MountPath") ?? "/";

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Names of volumes by their path, so that a new attribute renames none: <c>/var/cache</c> -> <c>var-cache</c>.</summary>
    private sealed class VolumeNames
    {
        private readonly HashSet<string> taken = new(StringComparer.Ordinal) { DiskVolume, Temporary, MountedFiles };

        public string Take(string name)
        {
            taken.Add(name);
            return name;
        }

        public string Of(string path)
        {
            var slug = ObjectName.Slug(path);
            var name = ObjectName.Fit(slug.Length == 0 ? "root" : slug, 40);
            return taken.Add(name) ? name : Take(ObjectName.Fit($"{name}-{Fingerprint.Short(path)}", 50));
        }
    }
}
