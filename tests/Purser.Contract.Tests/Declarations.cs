using Purser.Analyzers.Tests.Testing;

namespace Purser.Contract.Tests;

/// <summary>Projects as varied as users write them; every test of the contract goes over all of them.</summary>
internal static class Declarations
{
    /// <summary>The default output of each kind, which policy checkers see.</summary>
    public static readonly string[] Defaults = ["default stateless", "default autoscaled", "default stateful", "stateful store", "cron job", "job", "per node", "stateless worker"];

    public static readonly IReadOnlyDictionary<string, Project> All = new Dictionary<string, Project>
    {
        ["web api"] = Web("""
            [Stateless(Replicas = 3)]
            [Exposed(Host = "orders.example.com")]
            """),
        ["default stateless"] = Web("[Stateless] [Exposed(Host = \"orders.example.com\")] [Setting(\"A:B\", \"c\")] [Secret(\"D\")]"),
        ["default autoscaled"] = Web("[Stateless] [Exposed] [Autoscaled]"),
        ["default stateful"] = Web("[Stateful(Replicas = 3)] [Exposed]"),
        ["stateless worker"] = Plain("[Stateless] public class Worker;"),
        ["everything on a deployment"] = Web("""
            [Stateless(Cpu = "250m", CpuLimit = "2", Memory = "1Gi", MemoryLimit = "2Gi", PriorityClass = "high", TerminationGracePeriodSeconds = 45, Args = new[] { "--mode", "on" })]
            [Exposed(Host = "orders.example.com", TlsSecretName = "orders-tls", IngressClassName = "nginx")]
            [Exposed(Host = "orders.example.com", Path = "/admin", Port = 9090, TlsSecretName = "orders-tls", IngressClassName = "nginx")]
            [Exposed(Port = 9000, Protocol = Protocol.Grpc, Host = "grpc.example.com", Gateway = "infra/public")]
            [Exposed(Port = 6000, Protocol = Protocol.Tcp)]
            [Autoscaled(Max = 10, MemoryPercent = 80)]
            [Setting("Orders:PageSize", "50")]
            [Setting("Orders:Feature", "on")]
            [Secret("ConnectionStrings:Orders")]
            [Secret("Stripe:Key", Name = "stripe", Key = "api-key", Optional = true)]
            [Scratch("/work", SizeLimit = "5Gi")]
            [Scratch("/shm", InMemory = true, SizeLimit = "64Mi")]
            [Volume("/cache", AccessMode = AccessMode.ReadWriteMany, Size = "20Gi", StorageClass = "nfs")]
            [MountedConfig("/etc/app", "config/app.json", "config/rules.txt")]
            [MountedSecret("/etc/tls", "orders-tls")]
            [Probe(ProbeKind.Readiness, "/ready")]
            [Probe(ProbeKind.Liveness, "/live", PeriodSeconds = 20)]
            [Label("team", "data")]
            [Annotation("example.com/owner", "orders@example.com")]
            """)
            .WithFile("/app/config/app.json", "{\n  \"a\": 1\n}\n")
            .WithFile("/app/config/rules.txt", "allow: yes\r\n\tdeny: # no\r\n"),
        ["shared volume of one node"] = Plain("[Stateless] [Volume(\"/cache\")] [Volume(\"/given\", ExistingClaim = \"shared\", ReadOnly = true)] public class Cache;"),
        ["stateful store"] = Plain("[Stateful(Storage = \"20Gi\", StorageClass = \"fast\")] public class EventsStore;"),
        ["three replicas of a store that is exposed"] = Web("[Stateful(Replicas = 3, MountPath = \"/var/lib/events\", KeepStorage = false)] [Exposed] "),
        ["cron job"] = Plain("[BatchJob(Schedule = \"0 2 * * *\", TimeZone = \"Europe/Berlin\")] public class NightlyEtl;"),
        ["job"] = Plain("[BatchJob] public class Import;"),
        ["indexed job with gpu"] = Plain("""
            [BatchJob(Indexed = true, Completions = 8, Parallelism = 4, Gpu = 1, Cpu = "4", Memory = "16Gi", ActiveDeadlineSeconds = 7200)]
            [Volume("/datasets", ExistingClaim = "datasets", ReadOnly = true, AccessMode = AccessMode.ReadOnlyMany)]
            [Scratch("/scratch", SizeLimit = "50Gi")]
            public class TrainModel;
            """),
        ["per node"] = Plain("[PerNode] public class LogCollector;"),
        ["gateway"] = Web("""
            [Stateless]
            [Exposed(Host = "a.example.com")]
            [Exposed(Host = "b.example.com")]
            [Exposed(Host = "c.example.com", Path = "/api")]
            """).With("KubernetesRoute", "Gateway"),
        ["external secrets"] = Plain("[Stateless] [Secret(\"Db:Password\")] [Secret(\"Mq:Password\", Name = \"mq\")] public class Worker;")
            .With("KubernetesSecrets", "ExternalSecrets").With("KubernetesSecretStore", "ClusterSecretStore/vault"),
        ["namespace and system"] = Web("[Stateless] [Exposed]")
            .With("KubernetesNamespace", "shop").With("KubernetesPartOf", "shop").With("KubernetesSystem", "shop").With("Version", "1.4.2").With("MSBuildProjectName", "Orders.Api"),
        ["many in one project"] = Plain("""
            [Stateless] public class Api;
            [BatchJob(Schedule = "@daily", Args = new[] { "cleanup" })] public class Cleanup;
            public static class Outer { [PerNode] public class Agent; }
            """),
        ["longest names"] = Plain($$"""
            [Stateless(Name = "{{new string('a', 63)}}")] [Exposed(Host = "x.example.com")] [Volume("/c")] [Setting("a", "b")] [Secret("c")] public class A;
            [Stateful(Name = "{{new string('b', 52)}}")] public class B;
            [BatchJob(Name = "{{new string('c', 63)}}", Indexed = true, Completions = 1000)] public class C;
            [BatchJob(Name = "{{new string('d', 52)}}", Schedule = "* * * * *")] public class D;
            """),
    };

    private static Project Plain(string source) => Project.Of("using Purser;\n" + source) with { AssemblyName = "Shop" };

    private static Project Web(string attributes) => Project.WebOf($"using Purser;\nSystem.Console.WriteLine();\n{attributes}\npublic partial class Program;");
}
