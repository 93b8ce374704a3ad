using k8s.Models;

namespace Purser.Contract.Tests;

/// <summary>What an API server demands, beyond what the models' types demand.</summary>
public sealed class ReadBackTests
{
    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_document_is_read_strictly_by_Kubernetes_own_models(string name)
    {
        var cluster = Cluster.Named(name);
        Assert.NotEmpty(cluster.Objects);
        Assert.Equal(cluster.Files.Count, cluster.Objects.Count + cluster.Foreign.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Required_fields_are_there(string name)
    {
        foreach (var (path, item) in Cluster.Named(name).Objects)
        {
            Assert.False(string.IsNullOrEmpty(item.ApiVersion), path);
            Assert.False(string.IsNullOrEmpty(item.Kind), path);
            Assert.False(string.IsNullOrEmpty(item.Metadata?.Name), path);
            switch (item)
            {
                case V1Deployment it:
                    Assert.NotNull(it.Spec.Selector.MatchLabels);
                    break;
                case V1StatefulSet it:
                    Assert.NotNull(it.Spec.Selector.MatchLabels);
                    Assert.NotEmpty(it.Spec.ServiceName);
                    Assert.All(it.Spec.VolumeClaimTemplates, AssertClaim);
                    break;
                case V1DaemonSet it:
                    Assert.NotNull(it.Spec.Selector.MatchLabels);
                    break;
                case V1CronJob it:
                    Assert.NotEmpty(it.Spec.Schedule);
                    Assert.NotNull(it.Spec.JobTemplate.Spec.Template);
                    break;
                case V1Service it:
                    Assert.True(it.Spec.ClusterIP == "None" || it.Spec.Ports is { Count: > 0 });
                    Assert.All(it.Spec.Ports ?? [], port => Assert.InRange(port.Port, 1, 65535));
                    break;
                case V1Ingress it:
                    Assert.NotEmpty(it.Spec.Rules);
                    foreach (var path2 in it.Spec.Rules.SelectMany(rule => rule.Http.Paths))
                    {
                        Assert.Equal("Prefix", path2.PathType);
                        Assert.StartsWith("/", path2.Path, StringComparison.Ordinal);
                        Assert.NotEmpty(path2.Backend.Service.Port.Name);
                    }

                    break;
                case V1PersistentVolumeClaim it:
                    AssertClaim(it);
                    break;
                case V2HorizontalPodAutoscaler it:
                    Assert.NotEmpty(it.Spec.Metrics);
                    Assert.All(it.Spec.Metrics, metric => Assert.InRange(metric.Resource.Target.AverageUtilization!.Value, 1, 100000));
                    Assert.True(it.Spec.MinReplicas <= it.Spec.MaxReplicas);
                    break;
                case V1PodDisruptionBudget it:
                    Assert.NotEmpty(it.Spec.Selector.MatchLabels);
                    Assert.True(it.Spec.MaxUnavailable is not null ^ it.Spec.MinAvailable is not null);
                    break;
                case V1NetworkPolicy it:
                    Assert.NotEmpty(it.Spec.PodSelector.MatchLabels);
                    Assert.NotEmpty(it.Spec.PolicyTypes);
                    break;
                case V1Role it:
                    Assert.All(it.Rules, AssertRule);
                    break;
                case V1ClusterRole it:
                    Assert.All(it.Rules, AssertRule);
                    break;
                case V1Job or V1ConfigMap or V1Secret or V1ServiceAccount or V1RoleBinding or V1ClusterRoleBinding:
                    break;
                default:
                    Assert.Fail($"Nobody checks {item.Kind} in {path}");
                    break;
            }
        }

        static void AssertClaim(V1PersistentVolumeClaim claim)
        {
            Assert.NotEmpty(claim.Spec.AccessModes);
            Assert.True(claim.Spec.Resources.Requests["storage"].ToDecimal() > 0);
        }

        static void AssertRule(V1PolicyRule rule)
        {
            Assert.NotEmpty(rule.ApiGroups);
            Assert.NotEmpty(rule.Resources);
            Assert.NotEmpty(rule.Verbs);
            Assert.DoesNotContain("*", rule.Verbs);
            Assert.DoesNotContain("*", rule.Resources);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pods_have_what_their_kind_requires(string name)
    {
        foreach (var pod in Cluster.Named(name).Pods)
        {
            Assert.False(string.IsNullOrEmpty(pod.Container.Name));
            Assert.False(string.IsNullOrEmpty(pod.Container.Image));
            if (pod.IsBatch)
                Assert.Contains(pod.Spec.RestartPolicy, new[] { "Never", "OnFailure" });
            else
                Assert.Contains(pod.Spec.RestartPolicy, new[] { null, "Always" });
            Assert.All(pod.Container.Ports ?? [], port => Assert.InRange(port.ContainerPort, 1, 65535));
            var ports = (pod.Container.Ports ?? []).ToArray();
            Assert.Equal(ports.Length, ports.Select(port => port.Name).Distinct().Count());
            Assert.Equal(ports.Length, ports.Select(port => (port.ContainerPort, port.Protocol)).Distinct().Count());
            var sleep = pod.Container.Lifecycle?.PreStop?.Sleep?.Seconds ?? 0;
            Assert.True(sleep <= (pod.Spec.TerminationGracePeriodSeconds ?? 30));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Batch_jobs_are_what_the_API_server_accepts(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var job in cluster.All<V1Job>().Select(job => job.Spec).Concat(cluster.All<V1CronJob>().Select(cron => cron.Spec.JobTemplate.Spec)))
        {
            Assert.Contains(job.CompletionMode, new[] { "Indexed", "NonIndexed" });
            Assert.True(job.Completions >= 1 && job.Parallelism >= 0 && job.BackoffLimit >= 0);
            if (job.PodFailurePolicy is { } policy)
            {
                // A pod failure policy is refused with any other restart policy.
                Assert.Equal("Never", job.Template.Spec.RestartPolicy);
                Assert.All(policy.Rules, rule => Assert.Equal("Ignore", rule.Action));
            }
        }

        Assert.All(cluster.All<V1CronJob>(), cron => Assert.Null(cron.Spec.JobTemplate.Spec.TtlSecondsAfterFinished));
        Assert.All(cluster.All<V1Job>(), job => Assert.NotNull(job.Spec.TtlSecondsAfterFinished));
    }
}
