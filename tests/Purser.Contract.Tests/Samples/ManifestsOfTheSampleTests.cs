using k8s.Models;

namespace Purser.Contract.Tests.Samples;

public sealed class ManifestsOfTheSampleTests
{
    [Theory]
    [InlineData("Orders.Api", "ConfigMap Deployment HorizontalPodAutoscaler Ingress Kustomization NetworkPolicy PodDisruptionBudget Service ServiceAccount")]
    [InlineData("Events.Store", "ConfigMap HTTPRoute Kustomization NetworkPolicy Service Service ServiceAccount StatefulSet")]
    [InlineData("Nightly.Etl", "ConfigMap CronJob Kustomization NetworkPolicy PersistentVolumeClaim ServiceAccount")]
    [InlineData("Train.Model", "ConfigMap Job Kustomization NetworkPolicy PersistentVolumeClaim ServiceAccount")]
    public void Each_project_deploys_these_kinds_and_Kubernetes_reads_them_strictly(string project, string kinds)
    {
        var cluster = DataPlatform.Deployed(project);
        Assert.Equal(kinds, string.Join(' ', cluster.Files.Values.Select(Cluster.KindOf).Order(StringComparer.Ordinal)));
        Assert.Equal(cluster.Files.Count, cluster.Objects.Count + cluster.Foreign.Count);
        Assert.All(cluster.AllForeign("HTTPRoute"), GatewayApi.AssertRoute);
    }

    [Fact]
    public void The_connection_string_comes_from_a_Secret_that_is_not_deployed()
    {
        var orders = DataPlatform.Deployed("Orders.Api");
        var variable = orders.Pods.Single().Container.Env.Single(variable => variable.Name == "ConnectionStrings__Orders");
        Assert.Null(variable.Value);
        Assert.Equal(("orders-api-secrets", "ConnectionStrings__Orders"), (variable.ValueFrom.SecretKeyRef.Name, variable.ValueFrom.SecretKeyRef.Key));
        Assert.Empty(orders.All<V1Secret>());
    }

    [Fact]
    public void The_settings_are_those_that_the_programs_read()
    {
        Assert.Equal(["Orders__Currency", "Orders__PageSize"], Settings("Orders.Api"));
        Assert.Equal(["Store__MaxPage", "Store__Path"], Settings("Events.Store"));
        Assert.Equal(["Etl__EventType", "Etl__OutputFolder", "Etl__PageSize", "Etl__Source"], Settings("Nightly.Etl"));
        Assert.Equal(
            ["Training__CheckpointFolder", "Training__Epochs", "Training__ExamplesPerShard", "Training__LearningRate", "Training__Seed"],
            Settings("Train.Model"));

        static IEnumerable<string> Settings(string project) => DataPlatform.Deployed(project).All<V1ConfigMap>().Single().Data.Keys.Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_probes_ask_what_the_programs_map()
    {
        foreach (var project in (string[])["Orders.Api", "Events.Store"])
        {
            var container = DataPlatform.Deployed(project).Pods.Single().Container;
            Assert.Equal(("/health/live", "/health/ready"), (container.LivenessProbe.HttpGet.Path, container.ReadinessProbe.HttpGet.Path));
        }
    }

    [Fact]
    public void The_store_is_governed_by_a_headless_service_that_exists()
    {
        var store = DataPlatform.Deployed("Events.Store");
        var headless = store.All<V1Service>().Single(service => service.Metadata.Name == store.All<V1StatefulSet>().Single().Spec.ServiceName);
        Assert.Equal("None", headless.Spec.ClusterIP);
    }

    [Fact]
    public void The_training_job_runs_one_pod_for_each_shard_on_a_GPU()
    {
        var job = DataPlatform.Deployed("Train.Model").All<V1Job>().Single().Spec;
        Assert.Equal(("Indexed", 4, 2), (job.CompletionMode, job.Completions, job.Parallelism));
        Assert.Equal("1", job.Template.Spec.Containers.Single().Resources.Limits["nvidia.com/gpu"].ToString());
    }
}
