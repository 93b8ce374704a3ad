using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Manifests;

public sealed class ScalingTests
{
    [Fact]
    public void Replicas_keep_apart_and_may_go_one_at_a_time()
    {
        var files = Rendered.Of("using Purser; [Stateless] public class Api;");
        YamlAssert.Contains("replicas: 2", files["api.deployment.yaml"]);
        YamlAssert.Contains("podAntiAffinity:\n  preferredDuringSchedulingIgnoredDuringExecution:\n    - weight: 100", files["api.deployment.yaml"]);
        YamlAssert.Contains("topologySpreadConstraints:\n  - maxSkew: 1\n    topologyKey: topology.kubernetes.io/zone\n    whenUnsatisfiable: ScheduleAnyway", files["api.deployment.yaml"]);
        YamlAssert.Contains("spec:\n  maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow", files["api.poddisruptionbudget.yaml"]);
    }

    [Theory]
    [InlineData("[Stateless(Replicas = 1)] public class Api;")]
    [InlineData("[Stateless(Replicas = 0)] public class Api;")]
    [InlineData("[Stateful] public class Api;")]
    [InlineData("[PerNode] public class Api;")]
    [InlineData("[BatchJob(Parallelism = 5)] public class Api;")]
    public void A_single_pod_has_no_budget_that_would_hold_up_a_drain(string source)
    {
        var files = Rendered.Of("using Purser;\n" + source);
        Assert.DoesNotContain("api.poddisruptionbudget.yaml", files.Keys);
        Assert.DoesNotContain(files.Values, yaml => yaml.Contains("topologySpreadConstraints", StringComparison.Ordinal));
    }

    [Fact]
    public void An_autoscaled_workload_carries_no_replicas()
    {
        var files = Rendered.Of("using Purser; [Stateless(Replicas = 3)] [Autoscaled(Max = 9, CpuPercent = 60, MemoryPercent = 80)] public class Api;");
        Assert.DoesNotContain("  replicas:", files["api.deployment.yaml"], StringComparison.Ordinal);
        YamlAssert.Contains(
            """
            spec:
              scaleTargetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: api
              minReplicas: 3
              maxReplicas: 9
              metrics:
                - type: Resource
                  resource:
                    name: cpu
                    target:
                      type: Utilization
                      averageUtilization: 60
                - type: Resource
                  resource:
                    name: memory
                    target:
                      type: Utilization
                      averageUtilization: 80
            """,
            files["api.horizontalpodautoscaler.yaml"]);
        Assert.Contains("api.poddisruptionbudget.yaml", files.Keys);
    }

    [Theory]
    [InlineData("[Stateless] [Autoscaled]", "minReplicas: 2\n  maxReplicas: 10", "deployment")]
    [InlineData("[Stateless(Replicas = 1)] [Autoscaled]", "minReplicas: 2\n  maxReplicas: 10", "deployment")]
    [InlineData("[Stateless(Replicas = 20)] [Autoscaled(Max = 20)]", "minReplicas: 20\n  maxReplicas: 20", "deployment")]
    [InlineData("[Stateless] [Autoscaled(Min = 1, Max = 3)]", "minReplicas: 1\n  maxReplicas: 3", "deployment")]
    [InlineData("[Stateful] [Autoscaled(Max = 5)]", "minReplicas: 2\n  maxReplicas: 5", "statefulset")]
    public void At_least_two_replicas_unless_it_was_said_otherwise(string attributes, string expected, string kind)
    {
        var files = Rendered.Of($"using Purser; {attributes} public class Api;");
        Assert.Contains(expected, files["api.horizontalpodautoscaler.yaml"], StringComparison.Ordinal);
        Assert.Contains($"api.{kind}.yaml", files.Keys);
    }

    [Theory]
    [InlineData("[BatchJob] [Autoscaled]")]
    [InlineData("[PerNode] [Autoscaled]")]
    public void What_has_no_replicas_is_not_scaled(string attributes) =>
        Assert.DoesNotContain("api.horizontalpodautoscaler.yaml", Rendered.Of($"using Purser; {attributes} public class Api;").Keys);

    [Fact]
    public void The_project_can_do_without_budgets() =>
        Assert.DoesNotContain("api.poddisruptionbudget.yaml", Rendered.Of(Project.Of("using Purser; [Stateless] public class Api;").With("KubernetesDisruptionBudget", "false")).Keys);
}
