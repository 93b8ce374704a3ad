namespace Purser;

/// <summary>Which question a probe answers.</summary>
public enum ProbeKind
{
    /// <summary>Must the container be restarted? Kubernetes: <c>livenessProbe</c>.</summary>
    Liveness,

    /// <summary>May the pod get requests? Kubernetes: <c>readinessProbe</c>.</summary>
    Readiness,

    /// <summary>Has the container started? The others wait for it. Kubernetes: <c>startupProbe</c>.</summary>
    Startup,
}
