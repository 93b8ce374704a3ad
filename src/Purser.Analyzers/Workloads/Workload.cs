namespace Purser.Analyzers.Workloads;

/// <summary>What a workload becomes: Kubernetes' own kinds.</summary>
internal enum WorkloadKind
{
    Deployment,
    StatefulSet,
    DaemonSet,
    Job,
    CronJob,
}

/// <summary>One annotated class, decided in every value: what was declared, what the code says, what is the default. The manifests only spell it out.</summary>
internal sealed record Workload
{
    public required WorkloadKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The project and the class it came from, for the first line of each file.</summary>
    public required string Project { get; init; }

    public required string ClassName { get; init; }

    public string? Namespace { get; init; }

    /// <summary>On every object and pod, the selector's label first.</summary>
    public EquatableArray<Entry> Labels { get; init; }

    /// <summary>On every object and pod.</summary>
    public EquatableArray<Entry> Annotations { get; init; }

    public required string Image { get; init; }

    public EquatableArray<string>? Command { get; init; }

    public EquatableArray<string>? Args { get; init; }

    public required Resources Resources { get; init; }

    /// <summary>User, group and file group of the container.</summary>
    public long User { get; init; }

    public string? PriorityClass { get; init; }

    public GracePeriod? GracePeriod { get; init; }

    /// <summary>How long a pod that is going waits until no proxy sends it requests any more; 0 for none.</summary>
    public int PreStopSeconds { get; init; }

    public int? Replicas { get; init; }

    public Autoscaling? Autoscaling { get; init; }

    public Batch? Batch { get; init; }

    public DiskPerReplica? Disk { get; init; }

    public EquatableArray<Port> Ports { get; init; }

    public Service? Service { get; init; }

    public EquatableArray<Route> Routes { get; init; }

    public Probes Probes { get; init; } = new(null, null, null);

    public EquatableArray<Mount> Mounts { get; init; }

    /// <summary>The claims to emit; one that exists is only mounted.</summary>
    public EquatableArray<Claim> Claims { get; init; }

    /// <summary>The ConfigMap that the app sees as environment variables.</summary>
    public EquatableArray<Entry> Settings { get; init; }

    /// <summary>Settings that the code reads and nobody gives: a hint in the ConfigMap.</summary>
    public EquatableArray<MissingSetting> MissingSettings { get; init; }

    public EquatableArray<SecretReference> Secrets { get; init; }

    /// <summary>Where the values of <see cref="Secrets"/> come from; null for by hand.</summary>
    public SecretStore? SecretStore { get; init; }

    public required ServiceAccount ServiceAccount { get; init; }

    public EquatableArray<ApiRule> ApiRules { get; init; }

    public bool HasNetworkPolicy { get; init; }

    public bool HasDisruptionBudget { get; init; }

    /// <summary>The fewest pods that run at a time.</summary>
    public int LeastReplicas => Autoscaling?.Min ?? Replicas ?? 1;

    /// <summary>A disk that one node holds at a time, under pods that follow each other: a rolling update would wait for ever.</summary>
    public bool SharesOneNodesDisk =>
        Kind == WorkloadKind.Deployment && Mounts.Any(mount => mount is ClaimMount { AccessMode: "ReadWriteOnce" or "ReadWriteOncePod" });
}

/// <summary>A key, its value and where it was read.</summary>
internal sealed record Entry(string Key, string Value, string? Origin = null);

/// <summary>A key that the code reads without a default.</summary>
internal sealed record MissingSetting(string Key, bool IsRequired);

/// <summary>Quantities as Kubernetes writes them.</summary>
internal sealed record Resources(
    string Cpu, string Memory, string? CpuLimit, string MemoryLimit, string EphemeralStorage, string EphemeralStorageLimit, long? Gpu);

/// <summary>How long a pod may take to stop.</summary>
internal sealed record GracePeriod(long Seconds, string? Origin = null);

/// <summary>How the number of replicas follows the load.</summary>
internal sealed record Autoscaling(int Min, int Max, long CpuPercent, long? MemoryPercent);

/// <summary>What a Job and a CronJob add.</summary>
internal sealed record Batch
{
    public string? Schedule { get; init; }

    public string? TimeZone { get; init; }

    public string ConcurrencyPolicy { get; init; } = "Forbid";

    public long StartingDeadlineSeconds { get; init; }

    public bool Suspend { get; init; }

    public long Parallelism { get; init; }

    public long Completions { get; init; }

    public bool Indexed { get; init; }

    public long BackoffLimit { get; init; }

    public long? ActiveDeadlineSeconds { get; init; }

    public long TtlSecondsAfterFinished { get; init; }
}

/// <summary>The disk that each replica of a StatefulSet has of its own.</summary>
internal sealed record DiskPerReplica(string Size, string? StorageClass, string AccessMode, bool Keep);

/// <summary>A port of the container.</summary>
internal sealed record Port(string Name, int Number, Facts.PortProtocol Protocol, string? Origin);

/// <summary>The Service of an exposed workload.</summary>
internal sealed record Service(string Name, string Type, EquatableArray<ServicePort> Ports);

/// <summary>A port of the Service; its name is the container port's.</summary>
internal sealed record ServicePort(string Name, int Number, string? AppProtocol);

/// <summary>A way in from outside: host and path to a port of the Service.</summary>
internal abstract record Route(string Host, string Path, ServicePort Port);

/// <summary>A rule of an Ingress.</summary>
internal sealed record IngressRule(string Host, string Path, ServicePort Port, string? ClassName, string? TlsSecretName) : Route(Host, Path, Port);

/// <summary>A rule of an HTTPRoute or a GRPCRoute.</summary>
internal sealed record GatewayRule(string Host, string Path, ServicePort Port, string? GatewayNamespace, string Gateway, bool Grpc) : Route(Host, Path, Port);

/// <summary>The three questions that the kubelet asks.</summary>
internal sealed record Probes(Probe? Startup, Probe? Liveness, Probe? Readiness);

/// <summary>How it asks: an HTTP GET of <paramref name="Path"/>, else a gRPC health check or a TCP connect.</summary>
internal sealed record Probe(ProbeAction Action, string? Path, int Port, string? PortName, long Period, long Timeout, long FailureThreshold, long InitialDelay, string? Origin)
{
    public bool IsHttps { get; init; }
}

internal enum ProbeAction
{
    Http,
    Grpc,
    Tcp,
}

/// <summary>A volume and where it is mounted.</summary>
internal abstract record Mount(string Volume, string Path, bool ReadOnly);

/// <summary>An empty folder that lives as long as the pod.</summary>
internal sealed record ScratchMount(string Volume, string Path, string SizeLimit, bool InMemory) : Mount(Volume, Path, ReadOnly: false);

/// <summary>A PersistentVolumeClaim.</summary>
internal sealed record ClaimMount(string Volume, string Path, bool ReadOnly, string Claim, string AccessMode) : Mount(Volume, Path, ReadOnly);

/// <summary>The disk of a StatefulSet's replica, which its template makes.</summary>
internal sealed record DiskMount(string Volume, string Path) : Mount(Volume, Path, ReadOnly: false);

/// <summary>Files of the project.</summary>
internal sealed record ConfigMount(string Volume, string Path, string ConfigMap, EquatableArray<Entry> Files) : Mount(Volume, Path, ReadOnly: true);

/// <summary>A Secret that exists.</summary>
internal sealed record SecretMount(string Volume, string Path, string Secret) : Mount(Volume, Path, ReadOnly: true);

/// <summary>A PersistentVolumeClaim to emit.</summary>
internal sealed record Claim(string Name, string Size, string? StorageClass, string AccessMode, string? VolumeName);

/// <summary>An environment variable whose value is in a Secret.</summary>
internal sealed record SecretReference(string Variable, string Secret, string Key, bool Optional, string? Origin);

/// <summary>The store of external-secrets.io that holds the values.</summary>
internal sealed record SecretStore(string Kind, string Name);

/// <param name="Name">The account that the pods run as.</param>
/// <param name="Exists">Whether somebody else makes it.</param>
internal sealed record ServiceAccount(string Name, bool Exists);

/// <summary>What the program may ask of the Kubernetes API about one resource.</summary>
internal sealed record ApiRule(string Group, string Resource, EquatableArray<string> Verbs, bool ClusterScoped, string Origin);
