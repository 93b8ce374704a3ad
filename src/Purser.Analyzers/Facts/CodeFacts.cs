using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>What the code itself says about a workload. <see cref="None"/> where nothing is known.</summary>
internal sealed record CodeFacts
{
    public static readonly CodeFacts None = new();

    /// <summary>The ports that the program listens on.</summary>
    public EquatableArray<PortFact> Ports { get; init; }

    /// <summary>The health endpoints that the program maps.</summary>
    public EquatableArray<HealthFact> Health { get; init; }

    /// <summary>The configuration keys that the program reads.</summary>
    public EquatableArray<ConfigurationFact> Configuration { get; init; }

    /// <summary>How long the host waits for its services to stop.</summary>
    public ShutdownFact? Shutdown { get; init; }

    /// <summary>What the program asks of the Kubernetes API.</summary>
    public EquatableArray<ApiAccessFact> ApiAccess { get; init; }

    /// <summary>Calls of the Kubernetes API that cannot be resolved: somebody must add what they need.</summary>
    public EquatableArray<Origin> UnresolvedApiCalls { get; init; }

    /// <summary>Whether a gRPC service is mapped, and so known whether it has gRPC's health service beside it.</summary>
    public bool MapsGrpc { get; init; }

    /// <summary>What the code says in other environments than Production, where the project has a file for them.</summary>
    public EquatableArray<OverlayFact> Overlays { get; init; }
}

/// <summary>An environment of the app that is not Production, and what the code says there.</summary>
/// <param name="Environment">As .NET calls it: <c>Staging</c>.</param>
internal sealed record OverlayFact(string Environment, CodeFacts Facts);

/// <summary>Where a fact was read, for the comment in the YAML: <c>Program.cs</c> and <c>MapHealthChecks("/healthz")</c>. No line number, which would churn.</summary>
internal sealed record Origin(string FileName, string Call)
{
    public override string ToString() => $"from {FileName}: {Call}";
}

/// <summary>A port that the program listens on.</summary>
internal sealed record PortFact(int Number, PortProtocol Protocol, bool LocalhostOnly, Origin Origin);

internal enum PortProtocol
{
    Http,
    Https,
    Http2,
    Grpc,
    Tcp,
}

/// <summary>A health endpoint. <paramref name="Path"/> is null for the gRPC health service; <paramref name="Port"/> where it is not the program's first.</summary>
internal sealed record HealthFact(HealthKind Kind, string? Path, Origin Origin, int? Port = null);

internal enum HealthKind
{
    Liveness,
    Readiness,
    Startup,
}

/// <summary>A configuration key that the program reads.</summary>
/// <param name="Key">With colons: <c>Orders:PageSize</c>.</param>
/// <param name="Default">What runs in Production where nothing is given; null where the app has no default.</param>
/// <param name="IsSecret">Whether it belongs into a Secret.</param>
/// <param name="IsRequired">Whether the app fails without it.</param>
internal sealed record ConfigurationFact(string Key, string? Default, bool IsSecret, bool IsRequired, Origin Origin);

/// <summary>The host's shutdown timeout.</summary>
internal sealed record ShutdownFact(int Seconds, Origin Origin);

/// <summary>One kind of call to the Kubernetes API: verb and resource as RBAC names them.</summary>
internal sealed record ApiAccessFact(string ApiGroup, string Resource, string Verb, bool ClusterScoped, Origin Origin);
