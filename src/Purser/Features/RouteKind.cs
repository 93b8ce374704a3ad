namespace Purser;

/// <summary>Which Kubernetes API routes traffic from outside to the workload.</summary>
public enum RouteKind
{
    /// <summary>An Ingress of networking.k8s.io/v1.</summary>
    Ingress,

    /// <summary>An HTTPRoute or GRPCRoute of gateway.networking.k8s.io/v1.</summary>
    Gateway,
}
