using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>A template that lists the keys of a Secret, for a person to fill in. Not part of the kustomization: it would overwrite the values with nothing.</summary>
internal static class Secret
{
    public static IEnumerable<(string Name, YamlMap Object)> TemplatesOf(Workload workload) => workload.SecretStore is not null
        ? []
        : workload.Secrets.GroupBy(secret => secret.Secret, StringComparer.Ordinal).Select(secret => (secret.Key, Of(workload, secret)));

    private static YamlMap Of(Workload workload, IGrouping<string, SecretReference> secret)
    {
        var keys = new YamlMap();
        foreach (var key in secret.GroupBy(reference => reference.Key, StringComparer.Ordinal))
            keys[key.Key] = YamlScalar.Of("", key.First().Origin);
        return new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Secret",
            ["metadata"] = Metadata.Of(workload, secret.Key),
            ["type"] = "Opaque",
            ["stringData"] = keys.From("a template: put the values into a copy of this file that is not committed, and apply that"),
        };
    }
}
