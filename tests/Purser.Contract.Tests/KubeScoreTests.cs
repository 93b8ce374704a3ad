using k8s.Models;

namespace Purser.Contract.Tests;

/// <summary>
/// kube-score's default checks, by its names, on the default output of each kind. Two are decided otherwise and argued in build/docs/policy.md:
/// no CPU limit (its own flag --ignore-container-cpu-limit), and no probes where a program has no port.
/// </summary>
public sealed class KubeScoreTests
{
    private static readonly Dictionary<string, Action<Cluster, Pod>> PodChecks = new()
    {
        ["container-resources"] = (_, pod) =>
        {
            Assert.All(new[] { "cpu", "memory" }, resource => Assert.Contains(resource, pod.Container.Resources.Requests.Keys));
            Assert.Contains("memory", pod.Container.Resources.Limits.Keys);
        },
        ["container-ephemeral-storage-request-and-limit"] = (_, pod) =>
        {
            Assert.Contains("ephemeral-storage", pod.Container.Resources.Requests.Keys);
            Assert.Contains("ephemeral-storage", pod.Container.Resources.Limits.Keys);
        },
        ["container-image-tag"] = (_, pod) => Assert.Matches(":(?!latest$)[^/:]+$", pod.Container.Image),
        ["container-image-pull-policy"] = (_, pod) => Assert.Equal("Always", pod.Container.ImagePullPolicy),
        ["container-ports-check"] = (_, pod) => Assert.All(pod.Container.Ports ?? [], port => Assert.True(port.ContainerPort > 0 && port.Name.Length > 0)),
        ["environment-variable-key-duplication"] = (_, pod) => Assert.Equal((pod.Container.Env ?? []).Count, (pod.Container.Env ?? []).Select(variable => variable.Name).Distinct().Count()),
        ["pod-networkpolicy"] = (cluster, pod) =>
        {
            var policies = cluster.All<V1NetworkPolicy>().Where(policy => pod.IsSelectedBy(policy.Spec.PodSelector.MatchLabels)).SelectMany(policy => policy.Spec.PolicyTypes).ToArray();
            Assert.Contains("Ingress", policies);
            Assert.Contains("Egress", policies);
        },
        ["pod-probes"] = (cluster, pod) =>
        {
            if (cluster.All<V1Service>().Any(service => service.Spec.ClusterIP != "None" && pod.IsSelectedBy(service.Spec.Selector)))
                Assert.True(pod.Container.ReadinessProbe is not null && pod.Container.LivenessProbe is not null);
        },
        ["pod-probes-identical"] = (_, pod) =>
        {
            if (pod.Container is { ReadinessProbe: { } readiness, LivenessProbe: { } liveness })
                Assert.NotEqual(Handler(readiness), Handler(liveness));
        },
        ["container-security-context-user-group-id"] = (_, pod) => Assert.True(pod.Spec.SecurityContext is { RunAsUser: >= 10000, RunAsGroup: >= 10000 }),
        ["container-security-context-privileged"] = (_, pod) => Assert.True(pod.Container.SecurityContext.Privileged is not true),
        ["container-security-context-readonlyrootfilesystem"] = (_, pod) => Assert.True(pod.Container.SecurityContext.ReadOnlyRootFilesystem),
        ["container-seccomp-profile"] = (_, pod) => Assert.Equal("RuntimeDefault", pod.Spec.SecurityContext.SeccompProfile.Type),
        ["deployment-strategy"] = (_, pod) => Assert.True(pod.Owner is not V1Deployment { Spec.Strategy.Type: not "RollingUpdate" }),
        ["deployment-replicas"] = (_, pod) => Assert.True(pod.Owner is not V1Deployment { Spec.Replicas: < 2 }),
        ["deployment-has-poddisruptionbudget"] = (cluster, pod) => Assert.True(pod.Owner is not (V1Deployment or V1StatefulSet) || pod.Replicas < 2 || HasBudget(cluster, pod)),
        ["deployment-has-host-podantiaffinity"] = (_, pod) =>
        {
            if (pod.Owner is V1Deployment or V1StatefulSet && pod.Replicas > 1)
                Assert.Contains(pod.Spec.Affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution, term =>
                    term.PodAffinityTerm.TopologyKey == "kubernetes.io/hostname" && pod.IsSelectedBy(term.PodAffinityTerm.LabelSelector.MatchLabels));
        },
        ["statefulset-has-servicename"] = (cluster, pod) =>
        {
            if (pod.Owner is V1StatefulSet set)
                Assert.Contains(cluster.All<V1Service>(), service => service.Metadata.Name == set.Spec.ServiceName && service.Spec.ClusterIP == "None" && pod.IsSelectedBy(service.Spec.Selector));
        },
        ["pod-selector-labels-match-template-metadata-labels"] = (_, pod) => Assert.True(pod.Selector is null || pod.IsSelectedBy(pod.Selector.MatchLabels)),
        ["pod-topology-spread-constraints"] = (_, pod) => Assert.All(pod.Spec.TopologySpreadConstraints ?? [], constraint =>
            Assert.True(constraint is { MaxSkew: > 0, TopologyKey.Length: > 0, WhenUnsatisfiable: "ScheduleAnyway" or "DoNotSchedule" } && pod.IsSelectedBy(constraint.LabelSelector.MatchLabels))),
        ["cronjob-has-deadline"] = (_, pod) => Assert.True(pod.Owner is not V1CronJob { Spec.StartingDeadlineSeconds: null }),
        ["cronjob-restartpolicy"] = (_, pod) => Assert.True(pod.Owner is not V1CronJob || pod.Spec.RestartPolicy is "Never" or "OnFailure"),
    };

    private static readonly Dictionary<string, Action<Cluster>> ClusterChecks = new()
    {
        ["ingress-targets-service"] = cluster => Assert.All(
            cluster.All<V1Ingress>().SelectMany(ingress => ingress.Spec.Rules).SelectMany(rule => rule.Http.Paths),
            path => Assert.Contains(cluster.All<V1Service>(), service => service.Metadata.Name == path.Backend.Service.Name && service.Spec.Ports.Any(port => port.Name == path.Backend.Service.Port.Name))),
        ["poddisruptionbudget-has-policy"] = cluster => Assert.All(cluster.All<V1PodDisruptionBudget>(), budget => Assert.True(budget.Spec.MaxUnavailable is not null || budget.Spec.MinAvailable is not null)),
        ["networkpolicy-targets-pod"] = cluster => Assert.All(cluster.All<V1NetworkPolicy>(), policy => Assert.Contains(cluster.Pods, pod => pod.IsSelectedBy(policy.Spec.PodSelector.MatchLabels))),
        ["service-targets-pod"] = cluster => Assert.All(cluster.All<V1Service>(), service => Assert.Contains(cluster.Pods, pod => pod.IsSelectedBy(service.Spec.Selector))),
        ["service-type"] = cluster => Assert.All(cluster.All<V1Service>(), service => Assert.NotEqual("NodePort", service.Spec.Type)),
        ["stable-version"] = cluster => Assert.All(cluster.Objects, item => Assert.Matches("^([a-z0-9.]+/)?v[0-9]+$", item.Object.ApiVersion)),
        ["label-values"] = cluster => Assert.All(cluster.Objects.SelectMany(item => item.Object.Metadata.Labels.Values), value => Assert.Matches("^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", value)),
        ["horizontalpodautoscaler-has-target"] = cluster => Assert.All(cluster.All<V2HorizontalPodAutoscaler>(), scaler => Assert.Contains(cluster.Pods, pod => pod.Owner.Kind == scaler.Spec.ScaleTargetRef.Kind && pod.Owner.Metadata.Name == scaler.Spec.ScaleTargetRef.Name)),
        ["horizontalpodautoscaler-replicas"] = cluster => Assert.All(cluster.All<V2HorizontalPodAutoscaler>(), scaler => Assert.True(scaler.Spec.MinReplicas >= 2)),
        ["deployment-targeted-by-hpa-does-not-have-replicas-configured"] = cluster => Assert.All(cluster.All<V2HorizontalPodAutoscaler>(), scaler =>
            Assert.DoesNotContain(cluster.All<V1Deployment>(), deployment => deployment.Metadata.Name == scaler.Spec.ScaleTargetRef.Name && deployment.Spec.Replicas is not null)),
    };

    public static IEnumerable<TheoryDataRow<string, string>> OnPods => from check in PodChecks.Keys from name in Declarations.Defaults select new TheoryDataRow<string, string>(check, name);

    public static IEnumerable<TheoryDataRow<string, string>> OnClusters => from check in ClusterChecks.Keys from name in Declarations.Defaults select new TheoryDataRow<string, string>(check, name);

    [Theory]
    [MemberData(nameof(OnPods))]
    public void A_pod_of_each_kind_is_clean(string check, string name)
    {
        var cluster = Cluster.Named(name);
        PodChecks[check](cluster, Assert.Single(cluster.Pods));
    }

    [Theory]
    [MemberData(nameof(OnClusters))]
    public void The_objects_of_each_kind_are_clean(string check, string name) => ClusterChecks[check](Cluster.Named(name));

    /// <summary>What kube-score compares: the handler, without its timing.</summary>
    private static string Handler(V1Probe probe) =>
        $"{probe.HttpGet?.Path} {probe.HttpGet?.Port?.Value} {probe.TcpSocket?.Port?.Value} {probe.Grpc?.Port}";

    private static bool HasBudget(Cluster cluster, Pod pod) => cluster.All<V1PodDisruptionBudget>().Any(budget => pod.IsSelectedBy(budget.Spec.Selector.MatchLabels));
}
