using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>Lets in what is exposed and nothing else. What goes out is open: only the people of the cluster know where it may go.</summary>
internal static class NetworkPolicy
{
    public static YamlMap? Of(Workload workload) => !workload.HasNetworkPolicy ? null : new()
    {
        ["apiVersion"] = "networking.k8s.io/v1",
        ["kind"] = "NetworkPolicy",
        ["metadata"] = Metadata.Of(workload, workload.Name),
        ["spec"] = new YamlMap
        {
            ["podSelector"] = Metadata.Selector(workload),
            ["policyTypes"] = new YamlList { "Ingress", "Egress" },
            ["ingress"] = workload.Service is not { } service
                ? new YamlList().From("nothing is exposed")
                : new YamlList { new YamlMap { ["ports"] = YamlList.Of(service.Ports.Select(Port)) } },
            ["egress"] = new YamlList { new YamlMap() }.From("everything; an overlay can narrow it"),
        },
    };

    private static YamlMap Port(ServicePort port) => new() { ["port"] = port.Name, ["protocol"] = "TCP" };
}
