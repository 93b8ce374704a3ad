using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>One thing that one call says. Findings of the whole program together become the facts of a workload.</summary>
internal abstract record Finding
{
    /// <summary>The class that the call stands in, with its namespace: <c>Orders.Program</c>.</summary>
    public string Owner { get; init; } = "";

    public Origin Origin { get; init; } = new("", "");
}

/// <summary>A port that is listened on.</summary>
/// <param name="Source">How it was said; the server takes the strongest way and forgets the weaker.</param>
/// <param name="Number">Null where it is said but cannot be known.</param>
/// <param name="Protocol">Null where the call does not say it: the endpoint defaults do.</param>
internal sealed record ListenFinding(ListenSource Source, int? Number, PortProtocol? Protocol, bool LocalhostOnly) : Finding
{
    /// <summary>The port, or the URLs, that configuration completes; null where the code says all.</summary>
    public string? Configured { get; init; }
}

/// <summary>From strong to weak.</summary>
internal enum ListenSource
{
    /// <summary>Another server than Kestrel, beside it.</summary>
    Own,

    /// <summary>An endpoint of Kestrel, in code or in configuration: beats every URL.</summary>
    Kestrel,

    /// <summary><c>app.Run(url)</c>.</summary>
    Run,

    /// <summary><c>app.Urls.Add(url)</c>.</summary>
    Urls,

    /// <summary><c>UseUrls(url)</c>.</summary>
    UseUrls,

    /// <summary>The configuration key <c>urls</c>.</summary>
    Setting,

    /// <summary>The configuration key <c>http_ports</c>.</summary>
    HttpPorts,
}

/// <summary>What all endpoints of Kestrel speak that do not say it themselves.</summary>
internal sealed record EndpointDefaultsFinding(PortProtocol Protocol) : Finding;

/// <summary>A gRPC service is mapped.</summary>
internal sealed record GrpcServiceFinding : Finding;

/// <summary>A path that answers a GET; null where it cannot be known, or where something maps paths of its own (controllers).</summary>
internal sealed record RouteFinding(string? Path) : Finding;

/// <summary>A health endpoint.</summary>
/// <param name="Path">Null where it cannot be known, and for the gRPC health service.</param>
/// <param name="Port">The port that it is bound to; null for any.</param>
internal sealed record HealthEndpointFinding(string? Path, HealthSelection Selection, int? Port, bool IsGrpc = false) : Finding
{
    public HealthGuard Guard { get; init; }

    /// <summary>Whether it is an ordinary route that is called like a health endpoint.</summary>
    public bool IsRoute { get; init; }
}

/// <summary>Whether an endpoint wants to know who asks. The kubelet does not say it.</summary>
internal enum HealthGuard
{
    /// <summary>Whatever the app's fallback policy says.</summary>
    Fallback,

    /// <summary><c>AllowAnonymous</c>, or middleware, which no policy reaches.</summary>
    Open,

    /// <summary><c>RequireAuthorization</c>.</summary>
    Closed,
}

/// <summary>The app's endpoints want to know who asks unless they say otherwise.</summary>
internal sealed record FallbackPolicyFinding : Finding;

/// <summary>Which checks an endpoint runs.</summary>
internal sealed record HealthSelection(HealthSelectionKind Kind, EquatableArray<string> Names)
{
    public static readonly HealthSelection All = new(HealthSelectionKind.All, EquatableArray<string>.Empty);
    public static readonly HealthSelection None = new(HealthSelectionKind.None, EquatableArray<string>.Empty);
    public static readonly HealthSelection Unknown = new(HealthSelectionKind.Unknown, EquatableArray<string>.Empty);
}

internal enum HealthSelectionKind
{
    All,
    None,

    /// <summary>Those with one of the tags.</summary>
    Tagged,

    /// <summary>Those without any of the tags.</summary>
    NotTagged,

    /// <summary>Those with one of the names.</summary>
    Named,

    /// <summary>No checks: the endpoint is code of its own that asks nobody else.</summary>
    Own,
    Unknown,
}

/// <summary>A health check that is registered.</summary>
/// <param name="AsksDependency">Whether it fails when something else than this process is down.</param>
internal sealed record HealthCheckFinding(string? Name, EquatableArray<string> Tags, bool AsksDependency) : Finding;

/// <summary>A configuration key that is read.</summary>
/// <param name="Default">The code's own default.</param>
/// <param name="CanBeSecret">Whether its type can hold a secret: a number cannot.</param>
/// <param name="IsCollection">Whether it is a list or a map, whose defaults the binder would append a second time.</param>
internal sealed record KeyFinding(string Key, string? Default, bool CanBeSecret, bool IsRequired, bool IsCollection) : Finding
{
    /// <summary>Whether it is read as an environment variable, by its whole name.</summary>
    public bool IsVariable { get; init; }
}

/// <summary>Environment variables become configuration.</summary>
/// <param name="Prefix">What their names begin with: <c>ORDERS_</c>; empty for all of them, as the host does by itself.</param>
internal sealed record EnvironmentFinding(string Prefix) : Finding;

/// <summary>The host's shutdown timeout.</summary>
internal sealed record ShutdownFinding(int Seconds) : Finding;

/// <summary>A call of the Kubernetes API; null where it cannot be known what it asks for.</summary>
internal sealed record ApiFinding(ApiCall? Call) : Finding;

/// <summary>What RBAC must grant for a call.</summary>
internal sealed record ApiCall(string Group, string Resource, string Verb, bool ClusterScoped);
