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
            ["ingress"] = workload.Service is not { } service ? new YamlList() : new YamlList
            {
                new YamlMap { ["ports"] = YamlList.Of(service.Ports.Select(port => new YamlMap { ["port"] = port.Name, ["protocol"] = "TCP" })) },
            },
            ["egress"] = new YamlList { new YamlMap() },
        },
    };
}
