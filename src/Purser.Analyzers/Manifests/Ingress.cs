using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The way in from outside by an ingress controller: one object for each class of controller.</summary>
internal static class Ingress
{
    public static IEnumerable<(string Name, YamlMap Object)> Of(Workload workload)
    {
        var byClass = workload.Routes.OfType<IngressRule>().GroupBy(rule => rule.ClassName).ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < byClass.Length; i++)
        {
            var name = i == 0 ? workload.Name : ObjectName.Of(workload.Name, byClass[i].Key ?? "default");
            if (!taken.Add(name))
                name = ObjectName.Of(workload.Name, Fingerprint.Short(byClass[i].Key ?? ""));
            yield return (name, Of(workload, name, byClass[i].Key, byClass[i].ToArray()));
        }
    }

    private static YamlMap Of(Workload workload, string name, string? className, IReadOnlyCollection<IngressRule> rules) => new()
    {
        ["apiVersion"] = "networking.k8s.io/v1",
        ["kind"] = "Ingress",
        ["metadata"] = Metadata.Of(workload, name),
        ["spec"] = new YamlMap
        {
            ["ingressClassName"] = className,
            ["tls"] = YamlList.Of(rules.Where(rule => rule.TlsSecretName is not null).GroupBy(rule => rule.TlsSecretName!).Select(Tls)).OrNull(),
            ["rules"] = YamlList.Of(rules.GroupBy(rule => rule.Host).Select(host => Rule(workload, host))),
        },
    };

    private static YamlMap Tls(IGrouping<string, IngressRule> secret) => new()
    {
        ["hosts"] = YamlList.Of(secret.Select(rule => rule.Host).Distinct()),
        ["secretName"] = secret.Key,
    };

    private static YamlMap Rule(Workload workload, IGrouping<string, IngressRule> host) => new()
    {
        ["host"] = host.Key,
        ["http"] = new YamlMap
        {
            ["paths"] = YamlList.Of(host.GroupBy(rule => rule.Path).Select(path => new YamlMap
            {
                ["path"] = path.Key,
                ["pathType"] = "Prefix",
                ["backend"] = new YamlMap
                {
                    ["service"] = new YamlMap
                    {
                        ["name"] = workload.Service!.Name,
                        ["port"] = new YamlMap { ["name"] = path.First().Port.Name },
                    },
                },
            })),
        },
    };
}
