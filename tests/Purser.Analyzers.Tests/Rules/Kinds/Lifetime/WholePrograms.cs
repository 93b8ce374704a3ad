namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Whole programs as people write them, over all the rules about lifetime, failure and schedule.</summary>
public sealed class WholePrograms
{
    private static readonly ProgramCase[] Programs =
    [
        new("migration job of EF Core, as templates have it", "PUR2006", """
            using Microsoft.EntityFrameworkCore;
            var host = Host.CreateDefaultBuilder(args).ConfigureServices(services => services.AddScoped<Shop>()).Build();
            using (var scope = host.Services.CreateScope())
            {
                var logger = scope.ServiceProvider.GetRequiredService<ILogger<Program>>();
                try
                {
                    var db = scope.ServiceProvider.GetRequiredService<Shop>();
                    logger.LogInformation("Migrating");
                    await db.MigrateAsync();
                }
                catch (Exception ex)
                {
                    logger.LogError(ex, "An error occurred while migrating");
                }
            }
            [BatchJob] public partial class Program;
            class Shop : DbContext { public Task MigrateAsync() => SaveChangesAsync(); }
            """),
        new("migration job that fails loudly", "", """
            using Microsoft.EntityFrameworkCore;
            var host = Host.CreateDefaultBuilder(args).ConfigureServices(services => services.AddScoped<Shop>()).Build();
            using var scope = host.Services.CreateScope();
            var logger = scope.ServiceProvider.GetRequiredService<ILogger<Program>>();
            try
            {
                await scope.ServiceProvider.GetRequiredService<Shop>().MigrateAsync();
                logger.LogInformation("Migrated");
                return 0;
            }
            catch (Exception ex)
            {
                logger.LogCritical(ex, "Migration failed");
                return 1;
            }
            [BatchJob] public partial class Program;
            class Shop : DbContext { public Task MigrateAsync() => SaveChangesAsync(); }
            """),
        new("ETL class with steps, of which the last is swallowed", "PUR2006", """
            [BatchJob(Schedule = "30 1 * * *")]
            public static class Program
            {
                public static async Task Main(string[] args)
                {
                    var pipeline = new Pipeline();
                    await pipeline.RunAsync(CancellationToken.None);
                }
            }
            public sealed class Pipeline
            {
                readonly HttpClient http = new();
                public async Task RunAsync(CancellationToken token)
                {
                    var rows = await ExtractAsync(token);
                    var facts = Transform(rows);
                    await LoadAsync(facts, token);
                }
                async Task<List<string>> ExtractAsync(CancellationToken token) => (await http.GetStringAsync("http://orders/export", token)).Split('\n').ToList();
                List<string> Transform(List<string> rows) => rows.Where(row => row.Length > 0).ToList();
                async Task LoadAsync(List<string> rows, CancellationToken token)
                {
                    try { await http.PostAsync("http://warehouse/facts", new StringContent(string.Join("\n", rows)), token); }
                    catch (Exception e) { Console.Error.WriteLine("load failed: " + e.Message); }
                }
            }
            """),
        new("ETL class with steps, and a report of it that may fail", "", """
            [BatchJob(Schedule = "30 1 * * *")]
            public static class Program
            {
                static readonly HttpClient http = new();
                public static async Task<int> Main()
                {
                    var rows = await http.GetStringAsync("http://orders/export");
                    var response = await http.PostAsync("http://warehouse/facts", new StringContent(rows));
                    response.EnsureSuccessStatusCode();
                    await ReportAsync(rows.Length);
                    return 0;
                }
                static async Task ReportAsync(int rows)
                {
                    try { await http.PostAsync("http://chat/etl", new StringContent($"{rows} rows")); }
                    catch (HttpRequestException e) { Console.WriteLine("could not report: " + e.Message); }
                }
            }
            """),
        new("import of files, of which some may fail, told at the end", "", """
            var importer = new Importer(new HttpClient());
            var result = await importer.ImportAsync(Directory.GetFiles("/data/in"));
            Console.WriteLine($"{result.Done} done, {result.Failed} failed");
            Environment.ExitCode = result.Failed == 0 ? 0 : 2;
            [BatchJob] public partial class Program;
            record ImportResult(int Done, int Failed);
            class Importer(HttpClient http)
            {
                public async Task<ImportResult> ImportAsync(string[] files)
                {
                    int done = 0, failed = 0;
                    foreach (var file in files)
                    {
                        try { await http.PostAsync("http://orders/import", new StringContent(await File.ReadAllTextAsync(file))); done++; }
                        catch (Exception e) { Console.WriteLine($"{file}: {e.Message}"); failed++; }
                    }
                    return new(done, failed);
                }
            }
            """),
        new("wrapper of all jobs that hides failures", "PUR2006", """
            var services = new ServiceCollection().AddLogging().AddTransient<IJob, Invoices>().AddTransient<JobRunner>().BuildServiceProvider();
            await services.GetRequiredService<JobRunner>().RunAsync(CancellationToken.None);
            [BatchJob(Schedule = "0 6 1 * *")] public partial class Program;
            interface IJob { Task ExecuteAsync(CancellationToken token); }
            class Invoices : IJob { public async Task ExecuteAsync(CancellationToken token) { using var http = new HttpClient(); await http.PostAsync("http://invoices/run", null, token); } }
            class JobRunner(IEnumerable<IJob> jobs, ILogger<JobRunner> logger)
            {
                public async Task RunAsync(CancellationToken token)
                {
                    try
                    {
                        foreach (var job in jobs) await job.ExecuteAsync(token);
                    }
                    catch (Exception e)
                    {
                        logger.LogError(e, "A job failed");
                    }
                }
            }
            """),
        new("timeout that is told", "", """
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(30));
            try
            {
                using var http = new HttpClient();
                await http.PostAsync("http://warehouse/rebuild", null, limit.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                Console.Error.WriteLine("took too long");
                return 124;
            }
            return 0;
            [BatchJob] public partial class Program;
            """),
        new("backup by another program, its exit code handed on", "", """
            using System.Diagnostics;
            using var dump = Process.Start(new ProcessStartInfo("pg_dump", "-f /backup/shop.sql shop"))!;
            await dump.WaitForExitAsync();
            return dump.ExitCode;
            [BatchJob(Schedule = "0 1 * * *")] public partial class Program;
            """),
        new("worker template declared as a job, never stopped", "PUR2004", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Worker>();
            var host = builder.Build();
            host.Run();
            [BatchJob(Schedule = "0 3 * * *")] public partial class Program;
            public class Worker(ILogger<Worker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        logger.LogInformation("Worker running at: {time}", DateTimeOffset.Now);
                        await Task.Delay(1000, stoppingToken);
                    }
                }
            }
            """),
        new("worker template in three replicas only logs", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Worker>();
            var host = builder.Build();
            host.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class Worker(ILogger<Worker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        logger.LogInformation("Worker running at: {time}", DateTimeOffset.Now);
                        await Task.Delay(1000, stoppingToken);
                    }
                }
            }
            """),
        new("timed hosted service of the documentation only counts", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHostedService<TimedHostedService>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class TimedHostedService(ILogger<TimedHostedService> logger) : IHostedService, IDisposable
            {
                private int executionCount;
                private Timer? timer;
                public Task StartAsync(CancellationToken token) { timer = new Timer(DoWork, null, TimeSpan.Zero, TimeSpan.FromSeconds(5)); return Task.CompletedTask; }
                private void DoWork(object? state) { var count = Interlocked.Increment(ref executionCount); logger.LogInformation("Count: {Count}", count); }
                public Task StopAsync(CancellationToken token) { timer?.Change(Timeout.Infinite, 0); return Task.CompletedTask; }
                public void Dispose() => timer?.Dispose();
            }
            """),
        new("subscriptions are billed each night, in each replica", "PUR2008", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IBilling, Billing>();
            builder.Services.AddHostedService<BillingScheduler>();
            var app = builder.Build();
            app.MapGet("/", () => "billing");
            app.Run();
            [Stateless] [Exposed(Port = 8080)] public partial class Program;
            public interface IBilling { Task ChargeAllAsync(CancellationToken token); }
            public class Billing : IBilling { public async Task ChargeAllAsync(CancellationToken token) { using var http = new HttpClient(); await http.PostAsync("http://payments/charge", null, token); } }
            public class BillingScheduler(IBilling billing) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        var now = DateTime.UtcNow;
                        var nextRun = now.Date.AddDays(1).AddHours(3);
                        await Task.Delay(nextRun - now, token);
                        await billing.ChargeAllAsync(token);
                    }
                }
            }
            """),
        new("sessions expired by a repository", "PUR2008", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScoped<ISessions, Sessions>();
            builder.Services.AddHostedService<Expiry>();
            builder.Build().Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public interface ISessions { Task<int> RemoveExpiredAsync(DateTime before); }
            public class Sessions : ISessions
            {
                public async Task<int> RemoveExpiredAsync(DateTime before)
                {
                    await using var connection = new Npgsql.NpgsqlConnection("Host=db");
                    return await Dapper.SqlMapper.ExecuteAsync(connection, "delete from sessions where seen < @before", new { before });
                }
            }
            public class Expiry(IServiceProvider services, IConfiguration configuration) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    var interval = configuration.GetValue("Expiry:Interval", TimeSpan.FromMinutes(10));
                    using var timer = new PeriodicTimer(interval);
                    do
                    {
                        await using var scope = services.CreateAsyncScope();
                        await scope.ServiceProvider.GetRequiredService<ISessions>().RemoveExpiredAsync(DateTime.UtcNow.AddDays(-1));
                    }
                    while (await timer.WaitForNextTickAsync(token));
                }
            }
            """),
        new("price list kept up to date in memory", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<PriceList>();
            builder.Services.AddHostedService<PriceListUpdater>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class PriceList { volatile Dictionary<string, decimal> prices = new(); public void Replace(Dictionary<string, decimal> next) => prices = next; }
            public class PriceListUpdater(PriceList list, HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15));
                    do { list.Replace(Parse(await http.GetStringAsync("http://prices/all", token))); }
                    while (await timer.WaitForNextTickAsync(token));
                }
                static Dictionary<string, decimal> Parse(string text) => text.Split('\n').ToDictionary(line => line, _ => 0m);
            }
            """),
        new("scheduler that takes turns by a lease", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHostedService<Reminders>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public interface ILeaseStore { Task<bool> TryAcquireAsync(string name, TimeSpan time); }
            public class Reminders(ILeaseStore leases, HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
                    while (await timer.WaitForNextTickAsync(token))
                    {
                        if (!await leases.TryAcquireAsync("reminders", TimeSpan.FromMinutes(5)))
                            continue;
                        await http.PostAsync("http://mail/reminders", null, token);
                    }
                }
            }
            """),
        new("consumer in three replicas that waits between empty polls", "", """
            using RabbitMQ.Client;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Orders>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class Orders(IChannel channel, HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        var message = await channel.BasicGetAsync("orders", false);
                        if (message is null) { await Task.Delay(TimeSpan.FromMinutes(1), token); continue; }
                        await http.PostAsync("http://orders", new ByteArrayContent(message.Body), token);
                    }
                }
            }
            """),
        new("one-off script in a service's clothing, with arguments", "PUR2003", """
            [Stateless(Replicas = 1)]
            public class Program
            {
                public static async Task<int> Main(string[] args)
                {
                    if (args.Length < 1) { Console.Error.WriteLine("usage: sync <tenant>"); return 64; }
                    var client = new HttpClient { BaseAddress = new Uri("http://tenants") };
                    foreach (var page in Enumerable.Range(0, 10))
                    {
                        var response = await client.PostAsync($"/sync/{args[0]}?page={page}", null);
                        if (!response.IsSuccessStatusCode) return 1;
                    }
                    Console.WriteLine("synchronised");
                    return 0;
                }
            }
            """),
        new("bot that blocks for ever, as its documentation says", "", """
            [Stateless(Replicas = 1)]
            public class Program
            {
                public static Task Main(string[] args) => new Program().MainAsync();
                public async Task MainAsync()
                {
                    using var socket = new System.Net.WebSockets.ClientWebSocket();
                    await socket.ConnectAsync(new Uri("wss://gateway"), CancellationToken.None);
                    await Task.Delay(-1);
                }
            }
            """),
        new("agent on every node with a stop by signal", "", """
            using System.Runtime.InteropServices;
            using var stop = new CancellationTokenSource();
            using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => { context.Cancel = true; stop.Cancel(); });
            while (!stop.IsCancellationRequested)
            {
                Console.WriteLine(File.ReadAllText("/proc/loadavg"));
                try { await Task.Delay(TimeSpan.FromSeconds(10), stop.Token); }
                catch (OperationCanceledException) { break; }
            }
            [PerNode] public partial class Program;
            """),
        new("training that shards by its index and reports progress on a port", "", """
            using Prometheus;
            var shard = int.Parse(Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX")!);
            using var metrics = new MetricServer(9102);
            metrics.Start();
            for (var epoch = 0; epoch < 10; epoch++)
            {
                var loss = Train(shard, epoch);
                Console.WriteLine($"shard {shard}, epoch {epoch}: {loss}");
            }
            static double Train(int shard, int epoch) => 1.0 / (1 + shard + epoch);
            [BatchJob(Completions = 8, Parallelism = 8, Indexed = true, Gpu = 1)] public partial class Program;
            """),
        new("renderer: four pods, no one knows its frames", "PUR2010", """
            for (var frame = 0; frame < 1000; frame++)
                await Renderer.RenderAsync(frame);
            [BatchJob(Completions = 4, Parallelism = 4)] public partial class Program;
            static class Renderer { public static Task RenderAsync(int frame) => File.WriteAllTextAsync($"/out/{frame}.ppm", "P3"); }
            """),
        new("API that starts a run as a bare pod, behind an interface", "PUR2012", """
            using k8s;
            using k8s.Models;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IKubernetes>(_ => new Kubernetes(KubernetesClientConfiguration.InClusterConfig()));
            builder.Services.AddScoped<IRuns, Runs>();
            var app = builder.Build();
            app.MapPost("/runs", async (IRuns runs) => { await runs.StartAsync("train"); return "started"; });
            app.Run();
            [Stateless] [Exposed(Port = 8080)] public partial class Program;
            interface IRuns { Task StartAsync(string name); }
            class Runs(IKubernetes kubernetes) : IRuns
            {
                public async Task StartAsync(string name)
                {
                    var pod = new V1Pod { Metadata = new V1ObjectMeta { GenerateName = name + "-" }, Spec = new V1PodSpec { RestartPolicy = "Never" } };
                    await kubernetes.CoreV1.CreateNamespacedPodAsync(pod, "runs");
                }
            }
            """),
        new("console tool with commands, one of them a server", "", """
            return args switch
            {
                ["serve", ..] => await ServeAsync(),
                ["import", var file] => await ImportAsync(file),
                _ => Usage(),
            };
            async Task<int> ServeAsync() { await WebApplication.Create(args).RunAsync(); return 0; }
            async Task<int> ImportAsync(string file) { await new HttpClient().PostAsync("http://orders", new StringContent(await File.ReadAllTextAsync(file))); return 0; }
            int Usage() { Console.Error.WriteLine("usage"); return 64; }
            [BatchJob(Args = new[] { "import", "/data/orders.json" })] public partial class Program;
            """),
        new("indexed job with a singleton that takes no part", "PUR2010", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddSingleton(new HttpClient());
            using var host = builder.Build();
            await host.Services.GetRequiredService<HttpClient>().PostAsync("http://pictures/all", null);
            [BatchJob(Indexed = true, Completions = 6)] public partial class Program;
            """),
        new("index by a name that is put together", "", """
            await new HttpClient().PostAsync($"http://pictures/{Pod.Index}", null);
            [BatchJob(Indexed = true, Completions = 6)] public partial class Program;
            static class Pod { const string Prefix = "JOB_COMPLETION_"; public static string Index => Environment.GetEnvironmentVariable(Prefix + "INDEX")!; }
            """),
        new("timer beside a singleton", "PUR2008", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(new HttpClient());
            var app = builder.Build();
            using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
            app.MapGet("/", () => "up");
            _ = app.RunAsync();
            while (await timer.WaitForNextTickAsync()) await app.Services.GetRequiredService<HttpClient>().PostAsync("http://books/close", null);
            [Stateless(Replicas = 2)] public partial class Program;
            """),
        new("job that is both exposed and swallows", "PUR2005 PUR2006", """
            try { await new HttpClient().PostAsync("http://reports/run", null); }
            catch (Exception e) { Console.WriteLine(e); }
            [BatchJob(Schedule = "0 5 * * *")] [Exposed(Port = 8080, Host = "reports.example.com")] public partial class Program;
            """),
        new("Quartz scheduler by hand", "PUR2008", """
            using Quartz;
            using Quartz.Impl;
            var scheduler = await new StdSchedulerFactory().GetScheduler();
            await scheduler.Start();
            await scheduler.ScheduleJob(JobBuilder.Create<CloseMonth>().Build(), TriggerBuilder.Create().WithCronSchedule("0 0 4 1 * ?").Build());
            await Task.Delay(Timeout.Infinite);
            [Stateful(Replicas = 2)] public partial class Program;
            class CloseMonth : IJob { public async Task Execute(IJobExecutionContext context) { using var http = new HttpClient(); await http.PostAsync("http://books/close", null); } }
            """),
        new("retries with a delay, in a service that then serves", "", """
            var app = WebApplication.Create(args);
            for (var attempt = 0; attempt < 10; attempt++)
            {
                try { await new HttpClient().GetStringAsync("http://config"); break; }
                catch (HttpRequestException) { await Task.Delay(TimeSpan.FromMinutes(1)); }
            }
            app.Run();
            [Stateless] public partial class Program;
            """),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();
}
