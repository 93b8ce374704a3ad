using System.Diagnostics;

namespace Purser;

/// <summary>Says how Kubernetes asks the app for its health, in place of what the code says. One for each kind.</summary>
/// <param name="kind">Which question the probe answers.</param>
/// <param name="path">The path of an HTTP GET that answers 200 to 399, beginning with a slash. Without it: a gRPC health check on a gRPC port, else a TCP connect. Kubernetes: <c>httpGet.path</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class ProbeAttribute(ProbeKind kind, string? path = null) : Attribute
{
    /// <summary>Which question the probe answers.</summary>
    public ProbeKind Kind { get; } = kind;

    /// <summary>The path of the HTTP GET.</summary>
    public string? Path { get; } = path;

    /// <summary>The port, 1 to 65535. Default: the workload's first port. Kubernetes: <c>httpGet.port</c>, <c>grpc.port</c> or <c>tcpSocket.port</c>.</summary>
    public int Port { get; set; }

    /// <summary>The time between two probes, in seconds, 1 or more. Default: 10 (5 for startup). Kubernetes: <c>periodSeconds</c>.</summary>
    public int PeriodSeconds { get; set; }

    /// <summary>The time for an answer, in seconds, 1 or more. Default: 3. Kubernetes: <c>timeoutSeconds</c>.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>How many probes in a row must fail, 1 or more. Default: 3 (30 for startup). Kubernetes: <c>failureThreshold</c>.</summary>
    public int FailureThreshold { get; set; }

    /// <summary>The time before the first probe, in seconds, 0 or more. Default: 0. Kubernetes: <c>initialDelaySeconds</c>.</summary>
    public int InitialDelaySeconds { get; set; }
}
