using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The settings as environment variables, and each mounted folder of files.</summary>
internal static class ConfigMap
{
    public const string ChecksumAnnotation = "checksum/config";

    /// <summary>Also where a key that the app cannot do without is still to be given: an overlay then only fills it in.</summary>
    public static bool HasSettings(Workload workload) => workload.Settings.Count > 0 || workload.MissingSettings.Any(missing => missing.IsRequired);

    public static string SettingsName(Workload workload) => ObjectName.Of(workload.Name, StorageComposer.Settings);

    public static IEnumerable<(string Name, YamlMap Object)> Of(Workload workload)
    {
        if (HasSettings(workload))
            yield return (SettingsName(workload), Of(workload, SettingsName(workload), Data(workload)));
        foreach (var mount in workload.Mounts.OfType<ConfigMount>())
            yield return (mount.ConfigMap, Of(workload, mount.ConfigMap, Metadata.Map(mount.Files)));
    }

    /// <summary>A hash of all that the pods read at their start; null where there is nothing.</summary>
    public static string? Checksum(Workload workload)
    {
        var all = workload.Settings.Concat(workload.Mounts.OfType<ConfigMount>().SelectMany(mount =>
            mount.Files.Select(file => file with { Key = mount.Path + "/" + file.Key }))).ToArray();
        return all.Length == 0 ? null : Fingerprint.Of(string.Concat(all.Select(entry => $"{entry.Key.Length}:{entry.Key}={entry.Value.Length}:{entry.Value}\n")));
    }

    private static YamlMap Of(Workload workload, string name, YamlMap data) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ConfigMap",
        ["metadata"] = Metadata.Of(workload, name),
        ["data"] = data,
    };

    /// <summary>Above the values, what else the code reads: it has no default, so a person must decide.</summary>
    private static YamlMap Data(Workload workload)
    {
        var data = Metadata.Map(workload.Settings);
        if (workload.MissingSettings.Count > 0)
            data.From("read without a default, give them by [Setting] or an overlay: " + string.Join(", ", workload.MissingSettings.Select(missing => missing.Key)));
        return data;
    }
}
