namespace Purser;

/// <summary>What every workload has in common: its name, its image and what it may use of a node.</summary>
/// <remarks>Use one of <see cref="StatelessAttribute"/>, <see cref="StatefulAttribute"/>, <see cref="BatchJobAttribute"/> or <see cref="PerNodeAttribute"/>; exactly one on a class.</remarks>
public abstract class WorkloadAttribute : Attribute
{
    private protected WorkloadAttribute() { }

    /// <summary>The workload's name: a DNS-1123 label of at most 63 characters (52 for [Stateful] and a scheduled [BatchJob]). Default: the class's name in kebab-case (<c>NightlyEtl</c> -> <c>nightly-etl</c>); for <c>Program</c> the assembly's. Kubernetes: <c>metadata.name</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The container image, such as <c>registry.example.com/orders-api:1.4.2</c>. Default: the image that <c>dotnet publish -t:PublishContainer</c> makes of the project. Kubernetes: <c>containers[].image</c>.</summary>
    public string? Image { get; set; }

    /// <summary>The executable and its first arguments, one string each. Default: the image's entry point. Kubernetes: <c>containers[].command</c>.</summary>
    public string[]? Command { get; set; }

    /// <summary>The arguments, one string each. Default: the image's own. Kubernetes: <c>containers[].args</c>.</summary>
    public string[]? Args { get; set; }

    /// <summary>The CPU that a pod asks for: a quantity of cores, such as <c>"250m"</c> (a quarter of a core) or <c>"2"</c>. Default: <c>"100m"</c>. Kubernetes: <c>resources.requests.cpu</c>.</summary>
    public string? Cpu { get; set; } = "100m";

    /// <summary>The memory that a pod asks for and is held to: a quantity of bytes, such as <c>"512Mi"</c> or <c>"2Gi"</c>. Default: <c>"256Mi"</c>. Kubernetes: <c>resources.requests.memory</c>, and <c>resources.limits.memory</c> unless <see cref="MemoryLimit"/> is given.</summary>
    public string? Memory { get; set; } = "256Mi";

    /// <summary>The CPU that a pod is held to: a quantity of cores, at least <see cref="Cpu"/>. Default: no limit, because throttling hurts more than it protects. Kubernetes: <c>resources.limits.cpu</c>.</summary>
    public string? CpuLimit { get; set; }

    /// <summary>The memory that a pod is held to: a quantity of bytes, at least <see cref="Memory"/>. Default: <see cref="Memory"/>. Kubernetes: <c>resources.limits.memory</c>.</summary>
    public string? MemoryLimit { get; set; }

    /// <summary>The number of whole NVIDIA GPUs for each pod, 1 or more. Default: none. Kubernetes: <c>resources.limits["nvidia.com/gpu"]</c>, and the request, which must be the same.</summary>
    public int Gpu { get; set; }

    /// <summary>The name of an existing ServiceAccount. Default: Purser makes one of the workload's name. Kubernetes: <c>serviceAccountName</c>.</summary>
    public string? ServiceAccount { get; set; }

    /// <summary>How long a pod may take to stop before it is killed, in seconds, 0 or more. Default: what the code's own shutdown timeout asks for, else Kubernetes' 30. Kubernetes: <c>terminationGracePeriodSeconds</c>.</summary>
    public long TerminationGracePeriodSeconds { get; set; } = 30;

    /// <summary>The name of an existing PriorityClass. Default: none. Kubernetes: <c>priorityClassName</c>.</summary>
    public string? PriorityClass { get; set; }
}
