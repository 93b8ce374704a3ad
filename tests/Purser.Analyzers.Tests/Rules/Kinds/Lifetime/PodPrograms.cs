namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Jobs that share their work (PUR2010), and programs that create pods (PUR2012).</summary>
public sealed class PodPrograms
{
    private static readonly ProgramCase[] Programs =
    [
        new("shard without Indexed", "PUR2010", """
            var shard = int.Parse(Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX") ?? "0");
            Console.WriteLine(shard);
            [BatchJob(Completions = 4, Parallelism = 4)] public partial class Program;
            """),
        new("shard with Indexed", "", """
            var shard = int.Parse(Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX") ?? "0");
            Console.WriteLine(shard);
            [BatchJob(Completions = 4, Parallelism = 4, Indexed = true)] public partial class Program;
            """),
        new("shard through configuration and a constant", "", """
            var config = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            Console.WriteLine(config[Keys.Index]);
            [BatchJob(Completions = 4, Parallelism = 4, Indexed = true)] public partial class Program;
            static class Keys { public const string Index = "JOB_COMPLETION_INDEX"; }
            """),
        new("constant in another class, without Indexed", "PUR2010", """
            Console.WriteLine(Environment.GetEnvironmentVariable(Keys.Index));
            [BatchJob] public partial class Program;
            static class Keys { public const string Index = "JOB_COMPLETION_INDEX"; }
            """),
        new("index in the arguments", "", """
            Console.WriteLine(args[1]);
            [BatchJob(Completions = 4, Indexed = true, Args = new[] { "--shard", "$(JOB_COMPLETION_INDEX)" })] public partial class Program;
            """),
        new("index in the arguments, without Indexed", "PUR2010", """
            Console.WriteLine(args[1]);
            [BatchJob(Completions = 4, Args = new[] { "--shard", "$(JOB_COMPLETION_INDEX)" })] public partial class Program;
            """),
        new("four pods that all do the same", "PUR2010", """
            using var http = new HttpClient();
            await http.PostAsync("http://orders/import", null);
            [BatchJob(Completions = 4, Parallelism = 4)] public partial class Program;
            """),
        new("numbered pods that all do the same", "PUR2010", """
            using var http = new HttpClient();
            await http.PostAsync("http://orders/import", null);
            [BatchJob(Completions = 4, Parallelism = 4, Indexed = true)] public partial class Program;
            """),
        new("one pod", "", """
            using var http = new HttpClient();
            await http.PostAsync("http://orders/import", null);
            [BatchJob] public partial class Program;
            """),
        new("pods that take from a queue", "", """
            using Amazon.SQS;
            [BatchJob(Completions = 8, Parallelism = 4)]
            class Program
            {
                static IAmazonSQS sqs = null!;
                static async Task Main()
                {
                    var response = await sqs.ReceiveMessageAsync("orders");
                    foreach (var message in response.Messages)
                        await sqs.DeleteMessageAsync("orders", message.ReceiptHandle);
                }
            }
            """),
        new("pods that lock rows", "", """
            using Dapper;
            await using var connection = new Npgsql.NpgsqlConnection("Host=db");
            foreach (var id in await connection.QueryAsync<int>("select id from tasks where done is null limit 1 for update skip locked"))
                Console.WriteLine(id);
            [BatchJob(Completions = 8, Parallelism = 4)] public partial class Program;
            """),
        new("pods that look at their name", "", """
            var number = int.Parse(Environment.MachineName.Split('-')[^1]);
            Console.WriteLine(number);
            [BatchJob(Completions = 8, Parallelism = 4, Indexed = true)] public partial class Program;
            """),
        new("channel in the process is no queue of the pods", "PUR2010", """
            using System.Threading.Channels;
            var channel = Channel.CreateBounded<int>(10);
            channel.Writer.TryWrite(1);
            channel.Reader.TryRead(out var next);
            Console.WriteLine(next);
            [BatchJob(Completions = 8, Parallelism = 4)] public partial class Program;
            """),
        new("another workload of the program has the index", "", """
            switch (args)
            {
                case ["train"]: Train.Run(); return;
            }
            WebApplication.Create(args).Run();
            [Stateless] public partial class Program;
            [BatchJob(Completions = 4, Indexed = true, Args = new[] { "train" })] static class Train { public static void Run() => Console.WriteLine(Shard.Index); }
            static class Shard { public static string? Index => Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX"); }
            """),
        new("only another workload knows its name", "PUR2010", """
            switch (args)
            {
                case ["import"]: await Import.RunAsync(); return;
            }
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Environment.GetEnvironmentVariable("HOSTNAME"));
            app.Run();
            [Stateless] public partial class Program;
            [BatchJob(Completions = 4, Parallelism = 4, Args = new[] { "import" })] static class Import { public static Task RunAsync() => new HttpClient().PostAsync("http://orders", null); }
            """),
        new("service that reads the index", "PUR2010", """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX"));
            app.Run();
            [Stateless] public partial class Program;
            """),

        new("bare pod", "PUR2012", """
            using k8s;
            using k8s.Models;
            using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            await kubernetes.CoreV1.CreateNamespacedPodAsync(new V1Pod(), "shop");
            [BatchJob] public partial class Program;
            """),
        new("bare pod in an endpoint's helper", "PUR2012", """
            using k8s;
            using k8s.Models;
            var app = WebApplication.Create(args);
            app.MapPost("/runs", (IKubernetes kubernetes) => new Runner(kubernetes).RunAsync());
            app.Run();
            [Stateless] public partial class Program;
            class Runner(IKubernetes kubernetes)
            {
                public Task<V1Pod> RunAsync() { var pod = new V1Pod { Spec = new V1PodSpec { RestartPolicy = "Never" } }; return kubernetes.CoreV1.CreateNamespacedPodAsync(pod, "runs"); }
            }
            """),
        new("generic client", "PUR2012", """
            using k8s;
            using k8s.Models;
            using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            using var pods = new GenericClient(kubernetes, "v1", "pods");
            await pods.CreateNamespacedAsync(new V1Pod(), "shop");
            [BatchJob] public partial class Program;
            """),
        new("a job", "", """
            using k8s;
            using k8s.Models;
            using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            await kubernetes.BatchV1.CreateNamespacedJobAsync(new V1Job(), "shop");
            [BatchJob] public partial class Program;
            """),
        new("template, eviction, generic deployment", "", """
            using k8s;
            using k8s.Models;
            using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            await kubernetes.CoreV1.CreateNamespacedPodTemplateAsync(new V1PodTemplate(), "shop");
            await kubernetes.CoreV1.CreateNamespacedPodEvictionAsync(new V1Eviction(), "orders-0", "shop");
            using var deployments = new GenericClient(kubernetes, "v1", "deployments");
            await deployments.CreateAsync(new V1Deployment());
            [BatchJob] public partial class Program;
            """),
        new("dry run", "", """
            using k8s;
            using k8s.Models;
            using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            await kubernetes.CoreV1.CreateNamespacedPodAsync(new V1Pod(), "shop", dryRun: "All");
            [BatchJob] public partial class Program;
            """),
        new("operator that owns its pods", "", """
            using k8s;
            using k8s.Models;
            using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            var pod = new V1Pod { Metadata = new V1ObjectMeta { OwnerReferences = new List<V1OwnerReference> { new() { Uid = args[0] } } } };
            await kubernetes.CoreV1.CreateNamespacedPodAsync(pod, "shop");
            [BatchJob] public partial class Program;
            """),
        new("nobody comes by", "", """
            using k8s;
            using k8s.Models;
            Console.WriteLine("work");
            [BatchJob] public partial class Program;
            class Runner(IKubernetes kubernetes) { public Task<V1Pod> RunAsync() => kubernetes.CoreV1.CreateNamespacedPodAsync(new V1Pod(), "runs"); }
            """),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();
}
