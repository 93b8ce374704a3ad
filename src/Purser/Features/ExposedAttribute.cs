using System.Diagnostics;

namespace Purser;

/// <summary>Makes the workload reachable: a Service in the cluster and, with <see cref="Host"/>, a route from outside. Several on one class make one Service with several ports.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class ExposedAttribute : Attribute
{
    /// <summary>The port that the app listens on, 1 to 65535. Default: the port that the code says; 8080 for a web project. Kubernetes: <c>containerPort</c> and <c>Service.spec.ports[].targetPort</c>.</summary>
    public int Port { get; set; }

    /// <summary>The DNS name under which the outside reaches it, such as <c>"orders.example.com"</c> or <c>"*.example.com"</c>. Default: none, reachable in the cluster only. Kubernetes: <c>Ingress.spec.rules[].host</c> or <c>HTTPRoute.spec.hostnames</c>.</summary>
    public string? Host { get; set; }

    /// <summary>The path prefix that is routed here, beginning with a slash. Default: <c>"/"</c>. Kubernetes: <c>Ingress.spec.rules[].http.paths[].path</c> or <c>HTTPRoute.spec.rules[].matches[].path</c>.</summary>
    public string? Path { get; set; } = "/";

    /// <summary>Which API routes from outside. Default: the MSBuild property <c>KubernetesRoute</c>, which is Ingress. Kubernetes: an Ingress, or an HTTPRoute (GRPCRoute for <see cref="Purser.Protocol.Grpc"/>).</summary>
    public RouteKind Via { get; set; }

    /// <summary>How the Service is published. Default: <see cref="ServiceType.ClusterIP"/>. Kubernetes: <c>Service.spec.type</c>.</summary>
    public ServiceType ServiceType { get; set; }

    /// <summary>The name of an existing Secret of type <c>kubernetes.io/tls</c> for <see cref="Host"/>. Default: none. With a Gateway, TLS belongs to the Gateway's listener. Kubernetes: <c>Ingress.spec.tls[].secretName</c>.</summary>
    public string? TlsSecretName { get; set; }

    /// <summary>The name of the IngressClass, such as <c>"nginx"</c>. Default: the cluster's default class. Kubernetes: <c>Ingress.spec.ingressClassName</c>.</summary>
    public string? IngressClassName { get; set; }

    /// <summary>The Gateway that the route attaches to: <c>"name"</c> or <c>"namespace/name"</c>. Default: <c>"gateway"</c>. Kubernetes: <c>HTTPRoute.spec.parentRefs[]</c>.</summary>
    public string? Gateway { get; set; }

    /// <summary>What is spoken on the port. Default: what the code says, else <see cref="Purser.Protocol.Http"/>. Kubernetes: <c>Service.spec.ports[].appProtocol</c> and the port's name.</summary>
    public Protocol Protocol { get; set; }
}
