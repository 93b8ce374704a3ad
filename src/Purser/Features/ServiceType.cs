namespace Purser;

/// <summary>How a Service is published. Kubernetes: <c>Service.spec.type</c>.</summary>
public enum ServiceType
{
    /// <summary>Inside the cluster only.</summary>
    ClusterIP,

    /// <summary>On a port of every node.</summary>
    NodePort,

    /// <summary>By a load balancer of the cloud.</summary>
    LoadBalancer,
}
