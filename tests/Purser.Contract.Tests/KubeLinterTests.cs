using System.Globalization;
using k8s.Models;

namespace Purser.Contract.Tests;

/// <summary>kube-linter's default checks, by its names, on the default output of each kind.</summary>
public sealed class KubeLinterTests
{
    private static readonly Dictionary<string, Action<Cluster, Pod>> Checks = new()
    {
        ["dangling-service"] = (cluster, pod) => Assert.All(cluster.All<V1Service>(), service => Assert.True(pod.IsSelectedBy(service.Spec.Selector))),
        ["deprecated-service-account-field"] = (cluster, _) => Assert.DoesNotContain(cluster.Files.Values, yaml => yaml.Contains("serviceAccount:", StringComparison.Ordinal)),
        ["docker-sock"] = (_, pod) => Assert.DoesNotContain(pod.Spec.Volumes ?? [], volume => volume.HostPath is not null),
        ["drop-net-raw-capability"] = (_, pod) => Assert.Contains(pod.Container.SecurityContext.Capabilities.Drop, capability => capability is "NET_RAW" or "ALL"),
        ["duplicate-env-var"] = (_, pod) => Assert.Equal((pod.Container.Env ?? []).Count, (pod.Container.Env ?? []).Select(variable => variable.Name).Distinct().Count()),
        ["env-var-secret"] = (_, pod) => Assert.All(pod.Container.Env ?? [], variable => Assert.Null(variable.Value)),
        ["host-ipc, host-network, host-pid"] = (_, pod) => Assert.True(pod.Spec.HostIPC is not true && pod.Spec.HostNetwork is not true && pod.Spec.HostPID is not true),
        ["invalid-target-ports"] = (cluster, pod) => Assert.All(cluster.All<V1Service>().SelectMany(service => service.Spec.Ports ?? []), port => Assert.Contains(pod.Container.Ports, candidate => candidate.Name == port.TargetPort.Value)),
        ["job-ttl-seconds-after-finished"] = (_, pod) =>
        {
            Assert.True(pod.Owner is not V1Job { Spec.TtlSecondsAfterFinished: null });
            Assert.True(pod.Owner is not V1CronJob { Spec.JobTemplate.Spec.TtlSecondsAfterFinished: not null });
        },
        ["latest-tag"] = (_, pod) => Assert.Matches(":(?!latest$)[^/:]+$", pod.Container.Image),
        ["liveness-port"] = (_, pod) => AssertPort(pod, pod.Container.LivenessProbe),
        ["readiness-port"] = (_, pod) => AssertPort(pod, pod.Container.ReadinessProbe),
        ["startup-port"] = (_, pod) => AssertPort(pod, pod.Container.StartupProbe),
        ["mismatching-selector"] = (_, pod) => Assert.True(pod.Selector is null || pod.IsSelectedBy(pod.Selector.MatchLabels)),
        ["no-anti-affinity"] = (_, pod) =>
        {
            if (pod.Owner is V1Deployment or V1StatefulSet && pod.Replicas > 1)
                Assert.Contains(pod.Spec.Affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution, term => pod.IsSelectedBy(term.PodAffinityTerm.LabelSelector.MatchLabels));
        },
        ["no-extensions-v1beta"] = (cluster, _) => Assert.DoesNotContain(cluster.Objects, item => item.Object.ApiVersion.Contains("beta", StringComparison.Ordinal)),
        ["no-read-only-root-fs"] = (_, pod) => Assert.True(pod.Container.SecurityContext.ReadOnlyRootFilesystem),
        ["non-existent-service-account"] = (cluster, pod) => Assert.Contains(cluster.All<V1ServiceAccount>(), account => account.Metadata.Name == pod.Spec.ServiceAccountName),
        ["pdb-max-unavailable"] = (cluster, _) => Assert.All(cluster.All<V1PodDisruptionBudget>(), budget => Assert.NotEqual("0", budget.Spec.MaxUnavailable?.Value)),
        ["pdb-min-available"] = (cluster, _) => Assert.All(cluster.All<V1PodDisruptionBudget>(), budget => Assert.Null(budget.Spec.MinAvailable)),
        ["pdb-unhealthy-pod-eviction-policy"] = (cluster, _) => Assert.All(cluster.All<V1PodDisruptionBudget>(), budget => Assert.Equal("AlwaysAllow", budget.Spec.UnhealthyPodEvictionPolicy)),
        ["privilege-escalation-container"] = (_, pod) => Assert.False(pod.Container.SecurityContext.AllowPrivilegeEscalation),
        ["privileged-container"] = (_, pod) => Assert.True(pod.Container.SecurityContext.Privileged is not true),
        ["run-as-non-root"] = (_, pod) => Assert.True(pod.Spec.SecurityContext.RunAsNonRoot),
        ["sensitive-host-mounts"] = (_, pod) => Assert.DoesNotContain(pod.Spec.Volumes ?? [], volume => volume.HostPath is not null),
        ["ssh-port"] = (_, pod) => Assert.DoesNotContain(pod.Container.Ports ?? [], port => port.ContainerPort == 22),
        ["unsafe-sysctls"] = (_, pod) => Assert.Null(pod.Spec.SecurityContext.Sysctls),
        ["unset-cpu-requirements"] = (_, pod) => Assert.Contains("cpu", pod.Container.Resources.Requests.Keys),
        ["unset-memory-requirements"] = (_, pod) =>
        {
            Assert.Contains("memory", pod.Container.Resources.Requests.Keys);
            Assert.Contains("memory", pod.Container.Resources.Limits.Keys);
        },
        ["dangling-horizontalpodautoscaler"] = (cluster, pod) => Assert.All(cluster.All<V2HorizontalPodAutoscaler>(), scaler => Assert.Equal(pod.Owner.Metadata.Name, scaler.Spec.ScaleTargetRef.Name)),
        ["dangling-networkpolicy"] = (cluster, pod) => Assert.All(cluster.All<V1NetworkPolicy>(), policy => Assert.True(pod.IsSelectedBy(policy.Spec.PodSelector.MatchLabels))),
        ["non-isolated-pod"] = (cluster, pod) => Assert.Contains(cluster.All<V1NetworkPolicy>(), policy => pod.IsSelectedBy(policy.Spec.PodSelector.MatchLabels)),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Cases => from check in Checks.Keys from name in Declarations.Defaults select new TheoryDataRow<string, string>(check, name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_kind_is_clean(string check, string name)
    {
        var cluster = Cluster.Named(name);
        Checks[check](cluster, Assert.Single(cluster.Pods));
    }

    private static void AssertPort(Pod pod, V1Probe? probe)
    {
        if ((probe?.HttpGet?.Port ?? probe?.TcpSocket?.Port)?.Value is { } asked)
            Assert.Contains(pod.Container.Ports, port => port.Name == asked || port.ContainerPort.ToString(CultureInfo.InvariantCulture) == asked);
        if (probe?.Grpc is { } grpc)
            Assert.Contains(pod.Container.Ports, port => port.ContainerPort == grpc.Port);
    }
}
