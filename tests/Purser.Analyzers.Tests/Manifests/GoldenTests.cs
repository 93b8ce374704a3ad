using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Manifests;

/// <summary>One whole example of each kind, to be read as a platform engineer would.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void A_web_api_with_everything() => Check("deployment", Project.WebOf("""
        using Purser;
        System.Console.WriteLine();

        [Stateless(Replicas = 3, Memory = "512Mi", PriorityClass = "customer-facing")]
        [Exposed(Host = "orders.example.com", TlsSecretName = "orders-tls", IngressClassName = "nginx")]
        [Exposed(Port = 9000, Protocol = Protocol.Grpc, Host = "grpc.example.com", Gateway = "infra/public")]
        [Autoscaled(Max = 10, MemoryPercent = 80)]
        [Setting("Orders:PageSize", "50")]
        [Setting("Orders:Express", "on")]
        [Secret("ConnectionStrings:Orders")]
        [Secret("Stripe:Key", Name = "stripe", Key = "api-key", Optional = true)]
        [Volume("/invoices", AccessMode = AccessMode.ReadWriteMany, Size = "20Gi", StorageClass = "nfs")]
        [Scratch("/work", SizeLimit = "5Gi")]
        [MountedConfig("/etc/orders", "config/rules.json")]
        [MountedSecret("/etc/tls", "orders-tls")]
        [Probe(ProbeKind.Readiness, "/ready")]
        [Probe(ProbeKind.Liveness, "/live", PeriodSeconds = 20)]
        [Label("team", "orders")]
        [Annotation("example.com/on-call", "orders@example.com")]
        public partial class Program;
        """)
        .WithFile("/app/config/rules.json", "{\n  \"discount\": true\n}\n")
        .With("KubernetesNamespace", "shop")
        .With("KubernetesPartOf", "shop")
        .With("KubernetesImage", "registry.example.com/shop/orders-api:1.4.2"));

    [Fact]
    public void A_store_with_a_disk_for_each_replica() => Check("statefulset", Project.WebOf("""
        using Purser;
        System.Console.WriteLine();

        [Stateful(Replicas = 3, Storage = "20Gi", StorageClass = "fast")]
        [Exposed]
        public partial class Program;
        """) with { AssemblyName = "Events.Store" });

    [Fact]
    public void A_nightly_job() => Check("cronjob", Project.Of("""
        using Purser;

        [BatchJob(Schedule = "0 2 * * *", TimeZone = "Europe/Berlin", ActiveDeadlineSeconds = 3600)]
        [Setting("Etl:Source", "http://events-store")]
        [Secret("Etl:ApiKey")]
        public class NightlyEtl;
        """) with { AssemblyName = "Nightly.Etl" });

    [Fact]
    public void A_training_job_in_shards() => Check("indexed-job", Project.Of("""
        using Purser;

        [BatchJob(Indexed = true, Completions = 8, Parallelism = 4, Gpu = 1, Cpu = "4", Memory = "16Gi")]
        [Volume("/datasets", ExistingClaim = "datasets", AccessMode = AccessMode.ReadOnlyMany, ReadOnly = true)]
        [Scratch("/work", SizeLimit = "50Gi")]
        public class TrainModel;
        """) with { AssemblyName = "Train.Model" });

    [Fact]
    public void An_agent_on_every_node() => Check("daemonset", Project.Of("using Purser; [PerNode] public class LogCollector;") with { AssemblyName = "Logs" });

    private static void Check(string name, Project project) =>
        Golden.Check(name, Rendered.Of(project.With("MSBuildProjectName", project.AssemblyName).With("Version", "1.4.2")));
}
