using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The way in from outside by a Gateway: an HTTPRoute, or a GRPCRoute, for each Gateway and set of hosts with the same paths.</summary>
internal static class GatewayRoute
{
    /// <summary>The most hosts, and the most rules, that one object takes.</summary>
    private const int Most = 16;

    public static IEnumerable<(string Kind, string Name, YamlMap Object)> Of(Workload workload)
    {
        var taken = new HashSet<(string Kind, string Name)>();
        var byHost = workload.Routes.OfType<GatewayRule>().GroupBy(rule => (rule.Grpc, rule.GatewayNamespace, rule.Gateway, rule.Host)).ToArray();
        var bySameRules = byHost.GroupBy(host => (host.Key.Grpc, host.Key.GatewayNamespace, host.Key.Gateway, Rules: string.Join(" ", host.Select(rule => $"{rule.Path} {rule.Port.Number}"))));
        foreach (var route in bySameRules)
        {
            var kind = route.Key.Grpc ? "GRPCRoute" : "HTTPRoute";
            foreach (var hosts in Chunks(route.Select(host => host.Key.Host).ToArray()))
                foreach (var rules in Chunks(route.First().ToArray()))
                {
                    var name = new[] { workload.Name, ObjectName.Of(workload.Name, ObjectName.Slug(hosts[0])), ObjectName.Of(workload.Name, Fingerprint.Short($"{route.Key} {hosts[0]} {rules[0].Path}")) }
                        .First(candidate => taken.Add((kind, candidate)));
                    yield return (kind, name, Of(workload, kind, name, hosts, rules));
                }
        }
    }

    private static IEnumerable<T[]> Chunks<T>(T[] items)
    {
        for (var start = 0; start < items.Length; start += Most)
            yield return [.. items.Skip(start).Take(Most)];
    }

    private static YamlMap Of(Workload workload, string kind, string name, IEnumerable<string> hosts, IReadOnlyList<GatewayRule> rules) => new()
    {
        ["apiVersion"] = "gateway.networking.k8s.io/v1",
        ["kind"] = kind,
        ["metadata"] = Metadata.Of(workload, name),
        ["spec"] = new YamlMap
        {
            ["parentRefs"] = new YamlList
            {
                new YamlMap { ["name"] = rules[0].Gateway, ["namespace"] = rules[0].GatewayNamespace },
            },
            ["hostnames"] = YamlList.Of(hosts),
            ["rules"] = YamlList.Of(rules.Select(rule => Rule(workload, rule))),
        },
    };

    /// <summary>gRPC is matched by service and method, which a path prefix cannot name.</summary>
    private static YamlMap Rule(Workload workload, GatewayRule rule) => new()
    {
        ["matches"] = rule.Grpc ? null : new YamlList
        {
            new YamlMap { ["path"] = new YamlMap { ["type"] = "PathPrefix", ["value"] = rule.Path } },
        },
        ["backendRefs"] = new YamlList
        {
            new YamlMap { ["name"] = workload.Service!.Name, ["port"] = rule.Port.Number },
        },
    };
}
