using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>What external-secrets.io turns into a Secret: for each key where its value is in the store.</summary>
internal static class ExternalSecret
{
    public static IEnumerable<(string Name, YamlMap Object)> Of(Workload workload) => workload.SecretStore is not { } store
        ? []
        : workload.Secrets.GroupBy(secret => secret.Secret, StringComparer.Ordinal).Select(secret => (secret.Key, Of(workload, store, secret)));

    private static YamlMap Of(Workload workload, SecretStore store, IGrouping<string, SecretReference> secret) => new()
    {
        ["apiVersion"] = "external-secrets.io/v1",
        ["kind"] = "ExternalSecret",
        ["metadata"] = Metadata.Of(workload, secret.Key),
        ["spec"] = new YamlMap
        {
            ["refreshInterval"] = "1h",
            ["secretStoreRef"] = new YamlMap { ["kind"] = store.Kind, ["name"] = store.Name },
            ["target"] = new YamlMap { ["name"] = secret.Key, ["creationPolicy"] = "Owner" },
            ["data"] = YamlList.Of(secret.GroupBy(reference => reference.Key, StringComparer.Ordinal).Select(key => new YamlMap
            {
                ["secretKey"] = key.Key,
                ["remoteRef"] = new YamlMap { ["key"] = secret.Key, ["property"] = key.Key },
            })),
        },
    };
}
