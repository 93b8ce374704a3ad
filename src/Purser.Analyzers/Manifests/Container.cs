using Purser.Analyzers.Facts;
using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>The container: image, ports, environment, resources, probes, mounts.</summary>
internal static class Container
{
    public static YamlMap Of(Workload workload) => new()
    {
        ["name"] = workload.Name,
        ["image"] = workload.Image,
        ["imagePullPolicy"] = "Always",
        ["command"] = Strings(workload.Command),
        ["args"] = Strings(workload.Args),
        ["ports"] = YamlList.Of(workload.Ports.Select(Port)).OrNull(),
        ["envFrom"] = !ConfigMap.HasSettings(workload) ? null : new YamlList
        {
            new YamlMap { ["configMapRef"] = new YamlMap { ["name"] = ConfigMap.SettingsName(workload) } },
        },
        ["env"] = YamlList.Of(workload.Secrets.Select(Secret)).OrNull(),
        ["resources"] = Resources(workload.Resources),
        ["startupProbe"] = Probes.Of(workload.Probes.Startup),
        ["livenessProbe"] = Probes.Of(workload.Probes.Liveness),
        ["readinessProbe"] = Probes.Of(workload.Probes.Readiness),
        ["lifecycle"] = workload.PreStopSeconds == 0 ? null : PreStop(workload.PreStopSeconds),
        ["securityContext"] = SecurityContext.OfContainer(),
        ["volumeMounts"] = Volumes.MountsOf(workload).OrNull(),
    };

    private static YamlMap Port(Port port) => new()
    {
        ["name"] = port.Name,
        ["containerPort"] = YamlScalar.Of(port.Number, port.Origin),
        ["protocol"] = "TCP",
    };

    private static YamlMap Secret(SecretReference secret) => new()
    {
        ["name"] = YamlScalar.Of(secret.Variable, secret.Origin),
        ["valueFrom"] = new YamlMap
        {
            ["secretKeyRef"] = new YamlMap
            {
                ["name"] = secret.Secret,
                ["key"] = secret.Key,
                ["optional"] = secret.Optional ? true : (bool?)null,
            },
        },
    };

    private static YamlMap Resources(Resources resources) => new()
    {
        ["requests"] = new YamlMap
        {
            ["cpu"] = resources.Cpu,
            ["memory"] = resources.Memory,
            ["ephemeral-storage"] = resources.EphemeralStorage,
            ["nvidia.com/gpu"] = Count(resources.Gpu),
        },
        ["limits"] = new YamlMap
        {
            ["cpu"] = resources.CpuLimit,
            ["memory"] = resources.MemoryLimit,
            ["ephemeral-storage"] = resources.EphemeralStorageLimit,
            ["nvidia.com/gpu"] = Count(resources.Gpu),
        },
    };

    /// <summary>A pod that goes stays reachable until every proxy has heard of it.</summary>
    private static YamlNode PreStop(int seconds) =>
        new YamlMap { ["preStop"] = new YamlMap { ["sleep"] = new YamlMap { ["seconds"] = seconds } } }
            .From("the pod answers on until no proxy sends it requests any more");

    private static YamlNode? Count(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static YamlList? Strings(EquatableArray<string>? items) => items is { } texts ? YamlList.Of(texts) : null;
}
