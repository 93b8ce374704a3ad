using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Manifests;

public sealed class NetworkTests
{
    [Fact]
    public void The_first_http_port_of_a_service_is_80() => YamlAssert.Contains(
        """
        ports:
          - name: http
            port: 80
            targetPort: http
            protocol: TCP
        """,
        Rendered.Of("using Purser; [Stateless] [Exposed(Port = 5000)] public class Api;")["api.service.yaml"]);

    [Fact]
    public void Several_exposed_ports_make_one_service_with_a_name_for_each()
    {
        var files = Web("[Stateless] [Exposed] [Exposed(Port = 9090)] [Exposed(Port = 65535)] [Exposed(Port = 5001, Protocol = Protocol.Grpc)] [Exposed(Port = 6379, Protocol = Protocol.Tcp)] [Exposed(Port = 8080, Path = \"/again\")]");
        YamlAssert.Contains(
            """
            ports:
              - name: http
                port: 80
                targetPort: http
                protocol: TCP
              - name: http-9090
                port: 9090
                targetPort: http-9090
                protocol: TCP
              - name: http-65535
                port: 65535
                targetPort: http-65535
                protocol: TCP
              - name: grpc
                port: 5001
                targetPort: grpc
                protocol: TCP
                appProtocol: kubernetes.io/h2c
              - name: tcp
                port: 6379
                targetPort: tcp
                protocol: TCP
            """,
            files["orders-api.service.yaml"]);
        Assert.Single(files.Keys, path => path.EndsWith(".service.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_port_80_of_the_containers_own_keeps_its_number()
    {
        var service = Web("[Stateless] [Exposed] [Exposed(Port = 80)]")["orders-api.service.yaml"];
        YamlAssert.Contains("- name: http\n  port: 8080\n  targetPort: http", service);
        YamlAssert.Contains("- name: http-80\n  port: 80\n  targetPort: http-80", service);
    }

    [Fact]
    public void An_exposed_without_a_port_means_8080_whatever_stands_beside_it()
    {
        foreach (var attributes in new[] { "[Exposed(Host = \"a.example.com\")] [Exposed(Port = 9000, Protocol = Protocol.Tcp)]", "[Exposed(Port = 9000, Protocol = Protocol.Tcp)] [Exposed(Host = \"a.example.com\")]" })
            YamlAssert.Contains("- name: http\n  port: 80\n  targetPort: http", Web("[Stateless] " + attributes)["orders-api.service.yaml"]);
    }

    [Theory]
    [InlineData("[Exposed]", "ClusterIP")]
    [InlineData("[Exposed(ServiceType = ServiceType.NodePort)]", "NodePort")]
    [InlineData("[Exposed] [Exposed(Port = 9090, ServiceType = ServiceType.LoadBalancer)] [Exposed(Port = 9091, ServiceType = ServiceType.NodePort)]", "LoadBalancer")]
    public void A_service_is_published_as_widely_as_any_of_its_ports(string attributes, string type) =>
        YamlAssert.Contains($"type: {type}", Web("[Stateless] " + attributes)["orders-api.service.yaml"]);

    [Fact]
    public void Without_a_host_there_is_no_route() =>
        Assert.DoesNotContain(Web("[Stateless] [Exposed(Path = \"/a\")]").Keys, path => path.Contains("ingress", StringComparison.Ordinal) || path.Contains("route", StringComparison.Ordinal));

    [Fact]
    public void Hosts_and_paths_meet_in_one_ingress() => YamlAssert.Contains(
        """
        spec:
          ingressClassName: nginx
          tls:
            - hosts:
                - a.example.com
                - b.example.com
              secretName: both-tls
          rules:
            - host: a.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: orders-api
                        port:
                          name: http
                  - path: /admin
                    pathType: Prefix
                    backend:
                      service:
                        name: orders-api
                        port:
                          name: http-9090
            - host: b.example.com
        """,
        Web("""
            [Stateless]
            [Exposed(Host = "a.example.com", TlsSecretName = "both-tls", IngressClassName = "nginx")]
            [Exposed(Host = "b.example.com", TlsSecretName = "both-tls", IngressClassName = "nginx")]
            [Exposed(Host = "a.example.com", TlsSecretName = "both-tls", IngressClassName = "nginx", Path = "/admin", Port = 9090)]
            """)["orders-api.ingress.yaml"]);

    [Fact]
    public void Each_ingress_class_has_its_own_ingress()
    {
        var files = Web("[Stateless] [Exposed(Host = \"a.example.com\", IngressClassName = \"public\")] [Exposed(Host = \"b.internal\", IngressClassName = \"internal\")]");
        YamlAssert.Contains("ingressClassName: public", files["orders-api.ingress.yaml"]);
        YamlAssert.Contains("ingressClassName: internal", files["orders-api-internal.ingress.yaml"]);
    }

    [Fact]
    public void A_gateway_gets_an_HTTPRoute_for_the_hosts_with_the_same_paths() => YamlAssert.Contains(
        """
        spec:
          parentRefs:
            - name: public
              namespace: infra
          hostnames:
            - a.example.com
            - b.example.com
          rules:
            - matches:
                - path:
                    type: PathPrefix
                    value: /api
              backendRefs:
                - name: orders-api
                  port: 80
        """,
        Web("[Stateless] [Exposed(Host = \"a.example.com\", Path = \"/api\", Gateway = \"infra/public\")] [Exposed(Host = \"b.example.com\", Path = \"/api\", Gateway = \"infra/public\")]")["orders-api.httproute.yaml"]);

    [Fact]
    public void Grpc_behind_a_gateway_is_a_GRPCRoute()
    {
        var files = Web("[Stateless] [Exposed(Host = \"a.example.com\", Protocol = Protocol.Grpc, Via = RouteKind.Gateway)]");
        YamlAssert.Contains("rules:\n  - backendRefs:\n      - name: orders-api\n        port: 80", files["orders-api.grpcroute.yaml"]);
        YamlAssert.Contains("parentRefs:\n  - name: gateway\n", files["orders-api.grpcroute.yaml"]);
    }

    [Theory]
    [InlineData("", "Ingress", "ingress")]
    [InlineData("", "Gateway", "httproute")]
    [InlineData(", Via = RouteKind.Gateway", "Ingress", "httproute")]
    [InlineData(", Via = RouteKind.Ingress", "Gateway", "ingress")]
    [InlineData(", Gateway = \"infra/public\"", "Ingress", "httproute")]
    [InlineData(", IngressClassName = \"nginx\"", "Gateway", "ingress")]
    public void The_attribute_decides_about_the_route_before_the_project(string argument, string project, string kind) =>
        Assert.Single(Rendered.Of(WebProject($"[Stateless] [Exposed(Host = \"a.example.com\"{argument})]").With("KubernetesRoute", project)).Keys,
            path => path == $"orders-api.{kind}.yaml");

    [Fact]
    public void A_tcp_port_is_not_routed() =>
        Assert.DoesNotContain("orders-api.ingress.yaml", Web("[Stateless] [Exposed(Port = 6379, Protocol = Protocol.Tcp, Host = \"a.example.com\")]").Keys);

    [Fact]
    public void Only_what_is_exposed_is_admitted()
    {
        YamlAssert.Contains("ingress:\n  - ports:\n      - port: http\n        protocol: TCP\n# everything; an overlay can narrow it\negress:\n  - {}", Web("[Stateless] [Exposed]")["orders-api.networkpolicy.yaml"]);
        YamlAssert.Contains("# nothing is exposed\ningress: []", Web("[Stateless]")["orders-api.networkpolicy.yaml"]);
        Assert.DoesNotContain("orders-api.networkpolicy.yaml", Rendered.Of(WebProject("[Stateless]").With("KubernetesNetworkPolicy", "false")).Keys);
    }

    [Fact]
    public void A_store_that_is_exposed_has_both_services()
    {
        var files = Web("[Stateful] [Exposed]");
        YamlAssert.Contains("serviceName: orders-api-headless", files["orders-api.statefulset.yaml"]);
        YamlAssert.Contains("clusterIP: None", files["orders-api-headless.service.yaml"]);
        YamlAssert.DoesNotContain("clusterIP: None", files["orders-api.service.yaml"]);
    }

    [Fact]
    public void The_governing_service_keeps_its_name_when_the_store_is_exposed_later()
    {
        YamlAssert.Contains("serviceName: orders-api-headless", Web("[Stateful]")["orders-api.statefulset.yaml"]);
        YamlAssert.Contains("name: orders-api-headless", Web("[Stateful]")["orders-api.service.yaml"]);
    }

    [Fact]
    public void An_exposed_pod_answers_on_while_proxies_forget_it()
    {
        YamlAssert.Contains("preStop:\n  sleep:\n    seconds: 5", Web("[Stateless] [Exposed]")["orders-api.deployment.yaml"]);
        Assert.DoesNotContain("preStop", Web("[Stateless]")["orders-api.deployment.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("preStop", Web("[Stateless(TerminationGracePeriodSeconds = 3)] [Exposed]")["orders-api.deployment.yaml"], StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Web(string attributes) => Rendered.Of(WebProject(attributes));

    private static Project WebProject(string attributes) => Project.WebOf($"using Purser;\nSystem.Console.WriteLine();\n{attributes}\npublic partial class Program;");
}
