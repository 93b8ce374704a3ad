using System.Diagnostics;

namespace Purser;

/// <summary>An app that keeps nothing on its own disk and may run in several interchangeable copies: a web API, a worker on a queue. Emits a Deployment; with 2 or more replicas also a PodDisruptionBudget and a topology spread.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class StatelessAttribute : WorkloadAttribute
{
    /// <summary>How many copies run, 0 or more. Default: 2, so that one may go at any time. Left out of the manifest with [Autoscaled]. Kubernetes: <c>Deployment.spec.replicas</c>.</summary>
    public int Replicas { get; set; } = 2;
}
