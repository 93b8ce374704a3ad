using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Workloads;

/// <summary>All that decides about a workload.</summary>
/// <param name="Declaration">What the attributes say.</param>
/// <param name="Options">What MSBuild says.</param>
/// <param name="Facts">What the code says.</param>
/// <param name="Files">The project's files that [MountedConfig] asks for, by the path in the attribute.</param>
internal sealed record WorkloadInputs(WorkloadDeclaration Declaration, ProjectOptions Options, CodeFacts Facts, EquatableArray<Entry> Files)
{
    /// <summary>The environment that the app is told; null for the base, where it is Production without a word.</summary>
    public string? Environment { get; init; }
}

/// <summary>Decides every value of a workload: what an attribute says, else what the code says, else the default.</summary>
internal static class WorkloadComposer
{
    private const long DefaultUser = 10001;
    private const int DefaultPreStopSeconds = 5;

    public static Workload Compose(WorkloadInputs inputs)
    {
        var (declaration, options, facts, files) = inputs;
        var main = declaration.WorkloadAttribute ?? throw new ArgumentException("No workload.", nameof(inputs));
        var name = WorkloadName.Of(declaration);
        var kind = KindOf(main);
        var network = NetworkComposer.Compose(declaration, name, options, facts, kind);
        var storage = StorageComposer.Compose(declaration, name, kind, files);
        var configuration = ConfigurationComposer.Compose(declaration, name, options, facts, inputs.Environment);
        var preStop = network.Service is not null && kind is not (WorkloadKind.Job or WorkloadKind.CronJob) ? DefaultPreStopSeconds : 0;
        var grace = GracePeriod(main, facts, preStop);
        var scaling = Autoscaling(declaration, main, kind);
        return new Workload
        {
            Kind = kind,
            Name = name,
            Project = options.ProjectName is { Length: > 0 } project ? project : declaration.AssemblyName,
            ClassName = declaration.ClassName,
            Namespace = options.Namespace,
            Labels = Labels(declaration, name, options),
            Annotations = Distinct(declaration.Of(AttributeNames.Annotation)),
            Image = main.Text("Image") ?? options.Image ?? $"{name}:{Tag(options.Version)}",
            Command = NotEmpty(main.Texts("Command")),
            Args = NotEmpty(main.Texts("Args")),
            Resources = Resources(main, storage.Mounts),
            User = long.TryParse(options.RunAsUser, out var user) && user > 0 ? user : DefaultUser,
            PriorityClass = main.Text("PriorityClass"),
            GracePeriod = grace,
            PreStopSeconds = PreStop(preStop > 0, grace?.Seconds ?? 30),
            Replicas = Replicas(main, kind, scaling),
            Autoscaling = scaling,
            Batch = kind is WorkloadKind.Job or WorkloadKind.CronJob ? Batch(main) : null,
            Disk = kind == WorkloadKind.StatefulSet ? StorageComposer.Disk(main) : null,
            Ports = network.Ports,
            Service = network.Service,
            Routes = network.Routes,
            Probes = ProbeComposer.Compose(declaration, facts, kind, network.Ports),
            Mounts = storage.Mounts,
            Claims = storage.Claims,
            Settings = configuration.Settings,
            MissingSettings = configuration.Missing,
            Secrets = configuration.Secrets,
            SecretStore = ConfigurationComposer.Store(options),
            ServiceAccount = main.Text("ServiceAccount") is { } account ? new(account, Exists: true) : new(name, Exists: false),
            ApiRules = ApiRules(facts),
            HasNetworkPolicy = options.NetworkPolicy,
            HasDisruptionBudget = options.DisruptionBudget,
        };
    }

    /// <summary>A version may have a '+', which no tag has.</summary>
    private static string Tag(string? version) =>
        ObjectName.LabelValue(version ?? "") is { Length: > 0 } accepted ? accepted : "1.0.0";

    private static WorkloadKind KindOf(DeclaredAttribute main) => main.Name switch
    {
        AttributeNames.Stateful => WorkloadKind.StatefulSet,
        AttributeNames.PerNode => WorkloadKind.DaemonSet,
        AttributeNames.BatchJob => main.Text("Schedule") is null ? WorkloadKind.Job : WorkloadKind.CronJob,
        _ => WorkloadKind.Deployment,
    };

    /// <summary>The selector's label is the workload's name and nobody can change it; the rest is for people.</summary>
    private static EquatableArray<Entry> Labels(WorkloadDeclaration declaration, string name, ProjectOptions options)
    {
        var labels = new List<Entry> { new("app.kubernetes.io/name", name) };
        Add("app.kubernetes.io/part-of", options.PartOf ?? options.System ?? options.ProjectName);
        Add("app.kubernetes.io/version", options.Version);
        Add("app.kubernetes.io/managed-by", "purser");
        foreach (var own in Distinct(declaration.Of(AttributeNames.Label)))
        {
            var index = labels.FindIndex(label => label.Key == own.Key);
            if (index < 0)
                labels.Add(own);
            else if (index > 0)
                labels[index] = own;
        }

        return labels.ToEquatableArray();

        void Add(string key, string? value)
        {
            if (value is not null && ObjectName.LabelValue(value) is { Length: > 0 } accepted)
                labels.Add(new(key, accepted));
        }
    }

    private static EquatableArray<Entry> Distinct(IEnumerable<DeclaredAttribute> attributes) => attributes
        .Where(attribute => attribute.Text("Key") is not null)
        .GroupBy(attribute => attribute.Text("Key")!, StringComparer.Ordinal)
        .Select(group => new Entry(group.Key, group.Last().Text("Value") ?? ""))
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .ToEquatableArray();

    private static Resources Resources(DeclaredAttribute main, EquatableArray<Mount> mounts)
    {
        var memory = main.Text("Memory") ?? "256Mi";
        return new(
            main.Text("Cpu") ?? "100m",
            memory,
            main.Text("CpuLimit"),
            main.Text("MemoryLimit") ?? memory,
            EphemeralStorage.Request,
            EphemeralStorage.Limit(mounts),
            main.Number("Gpu") is > 0 and var gpu ? gpu : null);
    }

    /// <summary>The host's own timeout, and on top of it the time before the signal and a little to spare.</summary>
    private static GracePeriod? GracePeriod(DeclaredAttribute main, CodeFacts facts, int preStop)
    {
        if (main.Number("TerminationGracePeriodSeconds") is { } given)
            return new(given);
        return facts.Shutdown is { Seconds: > 0 } shutdown ? new(EnoughFor(shutdown, preStop), shutdown.Origin.ToString()) : null;
    }

    /// <summary>The seconds that a pod needs to stop in order.</summary>
    public static long EnoughFor(ShutdownFact shutdown, int preStop) => Math.Max(30, shutdown.Seconds + preStop + 5L);

    /// <summary>How long a workload that is exposed waits before the signal, where its grace period has room for it.</summary>
    public static int PreStop(bool isExposed, long grace) => isExposed && grace >= 2 * DefaultPreStopSeconds ? DefaultPreStopSeconds : 0;

    private static Autoscaling? Autoscaling(WorkloadDeclaration declaration, DeclaredAttribute main, WorkloadKind kind)
    {
        if (kind is not (WorkloadKind.Deployment or WorkloadKind.StatefulSet) || declaration.Of(AttributeNames.Autoscaled).FirstOrDefault() is not { } scaled)
            return null;
        var min = scaled.Number("Min") ?? Math.Max(2, main.Number("Replicas") ?? 2);
        return new((int)min, (int)Math.Max(min, scaled.Number("Max") ?? 10), scaled.Number("CpuPercent") ?? 70, scaled.Number("MemoryPercent"));
    }

    private static int? Replicas(DeclaredAttribute main, WorkloadKind kind, Autoscaling? scaling) => kind switch
    {
        _ when scaling is not null => null,
        WorkloadKind.Deployment => (int)(main.Number("Replicas") ?? 2),
        WorkloadKind.StatefulSet => (int)(main.Number("Replicas") ?? 1),
        _ => null,
    };

    private static Batch Batch(DeclaredAttribute main) => new()
    {
        Schedule = main.Text("Schedule"),
        TimeZone = main.Text("TimeZone"),
        ConcurrencyPolicy = main.Text("ConcurrencyPolicy") ?? "Forbid",
        StartingDeadlineSeconds = main.Number("StartingDeadlineSeconds") ?? 300,
        Suspend = main.Flag("Suspend") ?? false,
        Parallelism = main.Number("Parallelism") ?? 1,
        Completions = main.Number("Completions") ?? 1,
        Indexed = main.Flag("Indexed") ?? false,
        BackoffLimit = main.Number("BackoffLimit") ?? 3,
        ActiveDeadlineSeconds = main.Number("ActiveDeadlineSeconds"),
        TtlSecondsAfterFinished = main.Number("TtlSecondsAfterFinished") ?? 86400,
    };

    private static EquatableArray<ApiRule> ApiRules(CodeFacts facts) => facts.ApiAccess
        .GroupBy(access => (access.ClusterScoped, access.ApiGroup, access.Resource))
        .OrderBy(group => group.Key.ApiGroup, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Resource, StringComparer.Ordinal)
        .Select(group => new ApiRule(
            group.Key.ApiGroup,
            group.Key.Resource,
            group.Select(access => access.Verb).Distinct().OrderBy(verb => verb, StringComparer.Ordinal).ToEquatableArray(),
            group.Key.ClusterScoped,
            string.Join("; ", group.Select(access => access.Origin.ToString()).Distinct().OrderBy(origin => origin, StringComparer.Ordinal))))
        .ToEquatableArray();

    private static EquatableArray<string>? NotEmpty(EquatableArray<string>? items) => items is { Count: > 0 } ? items : null;
}
