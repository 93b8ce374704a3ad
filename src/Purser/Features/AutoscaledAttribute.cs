using System.Diagnostics;

namespace Purser;

/// <summary>Lets the number of replicas follow the load. Emits a HorizontalPodAutoscaler; the workload then carries no <c>replicas</c>. For [Stateless] and [Stateful].</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class AutoscaledAttribute : Attribute
{
    /// <summary>The fewest replicas, 1 or more. Default: the workload's <c>Replicas</c>, at least 2. Kubernetes: <c>HorizontalPodAutoscaler.spec.minReplicas</c>.</summary>
    public int Min { get; set; }

    /// <summary>The most replicas, at least <see cref="Min"/>. Default: 10. Kubernetes: <c>HorizontalPodAutoscaler.spec.maxReplicas</c>.</summary>
    public int Max { get; set; } = 10;

    /// <summary>The average use of the CPU request to aim at, in percent, 1 or more. Default: 70. Kubernetes: <c>metrics[].resource.target.averageUtilization</c> of cpu.</summary>
    public int CpuPercent { get; set; } = 70;

    /// <summary>The average use of the memory request to aim at, in percent, 1 or more. Default: memory is not looked at. Kubernetes: <c>metrics[].resource.target.averageUtilization</c> of memory.</summary>
    public int MemoryPercent { get; set; }
}
