namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>Jobs, schedules and tools in more styles, wrong ones and clean ones.</summary>
internal static class TaskPrograms
{
    public static readonly WholeProgram[] All =
    [
        new("timer of a hosted service that purges rows, in two replicas", "PUR2008", """
            using Dapper;
            using Npgsql;
            await Host.CreateDefaultBuilder(args).ConfigureServices(services => services.AddHostedService<PurgeService>()).Build().RunAsync();
            [Stateless] public partial class Program;
            public sealed class PurgeService : IHostedService, IDisposable
            {
                private readonly IConfiguration _configuration;
                private readonly ILogger<PurgeService> _logger;
                private Timer? _timer;
                public PurgeService(IConfiguration configuration, ILogger<PurgeService> logger) { _configuration = configuration; _logger = logger; }
                public Task StartAsync(CancellationToken cancellationToken) { _timer = new Timer(DoWork, null, TimeSpan.Zero, TimeSpan.FromHours(6)); return Task.CompletedTask; }
                private async void DoWork(object? state)
                {
                    await using var connection = new NpgsqlConnection(_configuration.GetConnectionString("Audit")!);
                    var gone = await connection.ExecuteAsync("delete from audit where at < now() - interval '90 days'");
                    _logger.LogInformation("{Count} rows purged", gone);
                }
                public Task StopAsync(CancellationToken cancellationToken) { _timer?.Change(Timeout.Infinite, 0); return Task.CompletedTask; }
                public void Dispose() => _timer?.Dispose();
            }
            """),
        new("Hangfire with its jobs in memory", "PUR2008", """
            using Hangfire;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHangfire(configuration => configuration.UseInMemoryStorage());
            builder.Services.AddHangfireServer();
            builder.Services.AddHttpClient<Statements>();
            var app = builder.Build();
            RecurringJob.AddOrUpdate<Statements>("statements", job => job.SendAsync(), Cron.Daily(4));
            app.MapGet("/", () => "ok");
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public class Statements(HttpClient http) { public async Task SendAsync() => (await http.PostAsync("http://mail/statements", null)).EnsureSuccessStatusCode(); }
            """),
        new("job with a lock file where it cannot write", "PUR5001", """
            const string Lock = "/var/run/import.lock";
            if (File.Exists(Lock)) { Console.Error.WriteLine("runs already"); return 1; }
            File.WriteAllText(Lock, Environment.ProcessId.ToString());
            try
            {
                using var http = new HttpClient();
                (await http.PostAsync("http://orders/import", null)).EnsureSuccessStatusCode();
                return 0;
            }
            finally
            {
                File.Delete(Lock);
            }
            [BatchJob(Schedule = "0 * * * *")] public partial class Program;
            """),
        new("background service as a job, its failure logged", "PUR2006", """
            await Host.CreateDefaultBuilder(args).ConfigureServices(services => { services.AddHttpClient(); services.AddHostedService<ImportWorker>(); }).Build().RunAsync();
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            public class ImportWorker(IHttpClientFactory clients, IHostApplicationLifetime lifetime, ILogger<ImportWorker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    try
                    {
                        var response = await clients.CreateClient().PostAsync("http://orders/import", null, stoppingToken);
                        response.EnsureSuccessStatusCode();
                    }
                    catch (Exception ex)
                    {
                        logger.LogCritical(ex, "Import failed");
                    }
                    finally
                    {
                        lifetime.StopApplication();
                    }
                }
            }
            """),
        new("SQLite behind a factory and a repository", "PUR2001", """
            using Microsoft.Data.Sqlite;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IConnectionFactory>(new SqliteConnectionFactory(builder.Configuration["Database"] ?? "Data Source=app.db"));
            builder.Services.AddScoped<TodoRepository>();
            var app = builder.Build();
            app.MapPost("/todos", (string title, TodoRepository todos) => todos.Add(title));
            app.Run();
            [Stateless] public partial class Program;
            public interface IConnectionFactory { SqliteConnection Open(); }
            public class SqliteConnectionFactory(string connectionString) : IConnectionFactory { public SqliteConnection Open() { var connection = new SqliteConnection(connectionString); connection.Open(); return connection; } }
            public class TodoRepository(IConnectionFactory factory) { public int Add(string title) { using var connection = factory.Open(); using var command = connection.CreateCommand(); command.CommandText = $"insert into todo values ('{title}')"; return command.ExecuteNonQuery(); } }
            """),
        new("poller of SQS in a job", "PUR2004", """
            using Amazon.SQS;
            [BatchJob]
            public static class Program
            {
                public static async Task Main()
                {
                    var provider = new ServiceCollection().AddLogging().BuildServiceProvider();
                    using var source = new CancellationTokenSource();
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => source.Cancel();
                    await new Poller(provider.GetRequiredService<IAmazonSQS>()).PollAsync(source.Token);
                }
            }
            public class Poller(IAmazonSQS sqs)
            {
                public async Task PollAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        var batch = await sqs.ReceiveMessageAsync("orders", token);
                        foreach (var message in batch.Messages) { Console.WriteLine(message.Body); await sqs.DeleteMessageAsync("orders", message.ReceiptHandle, token); }
                    }
                }
            }
            """),
        new("pod of a fixed name migrates", "PUR2011", """
            var app = WebApplication.CreateBuilder(args).Build();
            if (IsPrimary())
                app.Logger.LogInformation("Migrating");
            app.MapGet("/", () => "ok");
            app.Run();
            static bool IsPrimary() => string.Equals(Environment.GetEnvironmentVariable("HOSTNAME"), "orders-api-0", StringComparison.OrdinalIgnoreCase);
            [Stateless(Replicas = 2)] public partial class Program;
            """),
        new("five pods that send the same letters", "PUR2010", """
            var letters = await new HttpClient().GetFromJsonAsync<string[]>("http://letters/due") ?? [];
            using var http = new HttpClient { BaseAddress = new Uri("http://mail") };
            foreach (var letter in letters)
                (await http.PostAsync("/send", new StringContent(letter))).EnsureSuccessStatusCode();
            [BatchJob(Completions = 5, Parallelism = 5)] public partial class Program;
            """),
        new("agent on every node that looks once", "PUR2003", """
            [PerNode]
            internal static class Program
            {
                private static async Task<int> Main()
                {
                    var report = new { Cpu = Environment.ProcessorCount, Memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes };
                    using var http = new HttpClient();
                    using var response = await http.PostAsJsonAsync("http://inventory/nodes", report);
                    return response.IsSuccessStatusCode ? 0 : 1;
                }
            }
            """),
        new("operator that makes pods with a generic client", "PUR2012", """
            using k8s;
            using k8s.Models;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddSingleton<IKubernetes>(new Kubernetes(KubernetesClientConfiguration.InClusterConfig()));
            builder.Services.AddHostedService<Reconciler>();
            builder.Build().Run();
            [Stateless(Replicas = 1)] public partial class Program;
            public class Reconciler(IKubernetes kubernetes) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var pods = new GenericClient(kubernetes, "v1", "pods");
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        await pods.CreateNamespacedAsync(new V1Pod { Metadata = new V1ObjectMeta { Name = "runner" }, Spec = new V1PodSpec() }, "ci", stoppingToken);
                        await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
                    }
                }
            }
            """),
        new("job of a hosted service that throws after it has stopped the host", "", """
            var host = Host.CreateDefaultBuilder(args).ConfigureServices(services => { services.AddHttpClient(); services.AddHostedService<ImportWorker>(); }).Build();
            await host.RunAsync();
            return Environment.ExitCode;
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            public class ImportWorker(IHttpClientFactory clients, IHostApplicationLifetime lifetime, ILogger<ImportWorker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    try { (await clients.CreateClient().PostAsync("http://orders/import", null, stoppingToken)).EnsureSuccessStatusCode(); }
                    catch (Exception ex) { logger.LogCritical(ex, "Import failed"); Environment.ExitCode = 2; throw; }
                    finally { lifetime.StopApplication(); }
                }
            }
            """),
        new("pods that know their numbers", "", """
            var index = int.Parse(Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX") ?? "0");
            var letters = await new HttpClient().GetFromJsonAsync<string[]>("http://letters/due") ?? [];
            using var http = new HttpClient { BaseAddress = new Uri("http://mail") };
            foreach (var letter in letters.Where((_, i) => i % 5 == index))
                (await http.PostAsync("/send", new StringContent(letter))).EnsureSuccessStatusCode();
            [BatchJob(Completions = 5, Parallelism = 5, Indexed = true)] public partial class Program;
            """),
        new("documents in LiteDB at the mount path, from options", "", """
            using LiteDB;
            using Microsoft.Extensions.Options;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddOptions<StorageOptions>().BindConfiguration("Storage");
            builder.Services.AddSingleton(provider => new LiteDatabase(Path.Combine(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Directory, "documents.db")));
            var app = builder.Build();
            app.MapPost("/documents", (Document document, LiteDatabase db) => db.GetCollection<Document>("documents").Insert(document));
            app.Run();
            [Stateful(Storage = "2Gi", MountPath = "/var/lib/documents", Replicas = 1)] public partial class Program;
            public class StorageOptions { public string Directory { get; set; } = "/var/lib/documents"; }
            public record Document(string Id);
            """) { Settings = """{ "Storage": { "Directory": "/var/lib/documents/v1" } }""" },
        new("uploads that are scanned in a temporary file", "", """
            using Azure.Storage.Blobs;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/uploads", async (IFormFile file, CancellationToken token) =>
            {
                var temporary = Path.GetTempFileName();
                try
                {
                    await using (var target = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
                        await file.CopyToAsync(target, token);
                    if (new FileInfo(temporary).Length == 0) return Results.BadRequest();
                    await new BlobClient("https://store/" + Path.GetRandomFileName()).UploadAsync(temporary, true);
                    return Results.Accepted();
                }
                finally { File.Delete(temporary); }
            });
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            """),
        new("outbox of which each replica takes its rows", "", """
            using Npgsql;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddHostedService<OutboxPublisher>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class OutboxPublisher(IConfiguration configuration, IHttpClientFactory clients) : BackgroundService
            {
                private const string Take = "delete from outbox where id in (select id from outbox order by id limit 50 for update skip locked) returning body";
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromMinutes(2));
                    while (await timer.WaitForNextTickAsync(stoppingToken))
                    {
                        await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Shop")!);
                        await connection.OpenAsync(stoppingToken);
                        await using var command = new NpgsqlCommand(Take, connection);
                        if (await command.ExecuteScalarAsync(stoppingToken) is string body) await clients.CreateClient().PostAsync("http://bus", new StringContent(body), stoppingToken);
                    }
                }
            }
            """),
        new("worker with a queue of its own jobs and a stop that drains", "", """
            using System.Threading.Channels;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Pipeline>();
            using var host = builder.Build();
            await host.RunAsync();
            [Stateless(Replicas = 1)] public partial class Program;
            public class Pipeline(ILogger<Pipeline> logger) : BackgroundService
            {
                private readonly Channel<int> _numbers = Channel.CreateBounded<int>(10);
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Produce(stoppingToken), Consume());
                private async Task Produce(CancellationToken token)
                {
                    for (var i = 0; !token.IsCancellationRequested; i++) { await _numbers.Writer.WriteAsync(i, CancellationToken.None); await Task.Delay(1000, token).ContinueWith(_ => { }, TaskScheduler.Default); }
                    _numbers.Writer.Complete();
                }
                private async Task Consume() { await foreach (var number in _numbers.Reader.ReadAllAsync()) logger.LogInformation("{Number}", number); }
            }
            """),
    ];
}
