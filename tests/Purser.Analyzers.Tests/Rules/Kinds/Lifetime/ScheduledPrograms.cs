namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Programs that do something on a schedule of their own, some of them in every replica (PUR2008).</summary>
public sealed class ScheduledPrograms
{
    private const string Reports = """

        class Reports { public async Task SendAsync() { using var http = new HttpClient(); await http.PostAsync("http://mail/report", null); } }
        """;

    private static readonly ProgramCase[] Programs =
    [
        new("nightly report on a periodic timer", "PUR2008", Worker("""
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                        await reports.SendAsync();
                }
            }
            """) + Reports),
        new("one replica", "", Worker("""
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                        await reports.SendAsync();
                }
            }
            """, "[Stateless(Replicas = 1)]") + Reports),
        new("one replica that is scaled", "PUR2008", Worker("""
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                        await reports.SendAsync();
                }
            }
            """, "[Stateless(Replicas = 1)] [Autoscaled(Max = 5)]") + Reports),
        new("one on every node is meant so", "", Worker("""
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                        await reports.SendAsync();
                }
            }
            """, "[PerNode]") + Reports),
        new("nobody registers the worker", "", """
            var app = WebApplication.Create(args);
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                        await reports.SendAsync();
                }
            }
            """ + Reports),
        new("timer that deletes old orders", "PUR2008", Worker("""
            class Job(IServiceScopeFactory scopes) : IHostedService, IDisposable
            {
                Timer? _timer;
                public Task StartAsync(CancellationToken token) { _timer = new Timer(Clean, null, TimeSpan.Zero, TimeSpan.FromMinutes(30)); return Task.CompletedTask; }
                void Clean(object? state)
                {
                    using var scope = scopes.CreateScope();
                    var db = scope.ServiceProvider.GetRequiredService<Shop>();
                    Microsoft.EntityFrameworkCore.Query.ExecuteDeleteAsync(db.Carts.Where(cart => cart.Length > 3)).Wait();
                }
                public Task StopAsync(CancellationToken token) => Task.CompletedTask;
                public void Dispose() => _timer?.Dispose();
            }
            class Shop : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<string> Carts { get; } = new(); }
            """)),
        new("timer that fires once", "", Worker("""
            class Job(Reports reports) : IHostedService
            {
                public Task StartAsync(CancellationToken token) { _ = new Timer(_ => reports.SendAsync(), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan); return Task.CompletedTask; }
                public Task StopAsync(CancellationToken token) => Task.CompletedTask;
            }
            """) + Reports),
        new("timer with an event", "PUR2008", Worker("""
            class Job(Reports reports) : IHostedService
            {
                readonly System.Timers.Timer timer = new(3_600_000);
                public Task StartAsync(CancellationToken token) { timer.Elapsed += async (_, _) => await reports.SendAsync(); timer.Start(); return Task.CompletedTask; }
                public Task StopAsync(CancellationToken token) { timer.Stop(); return Task.CompletedTask; }
            }
            """) + Reports),
        new("cache that is refreshed", "", Worker("""
            class Job(HttpClient http) : BackgroundService
            {
                public static string[] Rates = [];
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
                    while (await timer.WaitForNextTickAsync(token))
                        Rates = (await http.GetStringAsync("http://rates", token)).Split(',');
                }
            }
            """)),
        new("cache of the framework that is refreshed", "", Worker("""
            using Microsoft.Extensions.Caching.Memory;
            class Job(IMemoryCache cache, HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        cache.Set("rates", await http.GetStringAsync("http://rates", token));
                        await Task.Delay(TimeSpan.FromHours(6), token);
                    }
                }
            }
            """)),
        new("metrics that are flushed", "", Worker("""
            class MetricsFlusher(HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
                    while (await timer.WaitForNextTickAsync(token))
                        await http.PostAsync("http://pushgateway", null, token);
                }
            }
            """, job: "MetricsFlusher")),
        new("heartbeat of each replica", "", Worker("""
            class HeartbeatService(HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        await http.PutAsync("http://registry/me", null, token);
                        await Task.Delay(TimeSpan.FromMinutes(1), token);
                    }
                }
            }
            """, job: "HeartbeatService")),
        new("health flag", "", Worker("""
            class Job(HttpClient http) : BackgroundService
            {
                public static bool Healthy;
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
                    while (await timer.WaitForNextTickAsync(token))
                        Healthy = (await http.GetAsync("http://payments/health", token)).IsSuccessStatusCode;
                }
            }
            """)),
        new("own buffer that is written out", "", Worker("""
            class Job : BackgroundService
            {
                public static readonly System.Collections.Concurrent.ConcurrentQueue<string> Events = new();
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
                    using var http = new HttpClient();
                    while (await timer.WaitForNextTickAsync(token))
                        while (Events.TryDequeue(out var next))
                            await http.PostAsync("http://audit/" + next, null, token);
                }
            }
            """)),
        new("temporary files are cleaned up", "", Worker("""
            class Job : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
                    while (await timer.WaitForNextTickAsync(token))
                        CleanUp();
                }
                static void CleanUp() { foreach (var file in Directory.GetFiles(Path.GetTempPath(), "*.upload")) File.Delete(file); }
            }
            """)),
        new("token that is renewed", "", Worker("""
            class TokenRefresher(HttpClient http) : BackgroundService
            {
                string? token;
                protected override async Task ExecuteAsync(CancellationToken stop)
                {
                    while (!stop.IsCancellationRequested)
                    {
                        token = await (await http.PostAsync("http://login/token", null, stop)).Content.ReadAsStringAsync(stop);
                        await Task.Delay(TimeSpan.FromMinutes(50), stop);
                    }
                }
            }
            """, job: "TokenRefresher")),
        new("expired tokens are deleted", "PUR2008", Worker("""
            class TokenCleanup : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stop)
                {
                    while (!stop.IsCancellationRequested)
                    {
                        await using var connection = new Npgsql.NpgsqlConnection("Host=db");
                        await using var command = new Npgsql.NpgsqlCommand("DELETE FROM tokens WHERE expires < now()", connection);
                        await command.ExecuteNonQueryAsync(stop);
                        await Task.Delay(TimeSpan.FromHours(1), stop);
                    }
                }
            }
            """, job: "TokenCleanup")),
        new("waits for the next midnight", "PUR2008", Worker("""
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        var delay = DateTime.Today.AddDays(1) - DateTime.Now;
                        await Task.Delay(delay, token);
                        await reports.SendAsync();
                    }
                }
            }
            """) + Reports),
        new("Cronos", "PUR2008", Worker("""
            using Cronos;
            class Job(Reports reports) : BackgroundService
            {
                readonly CronExpression schedule = CronExpression.Parse("0 3 * * *");
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        var next = schedule.GetNextOccurrence(DateTimeOffset.UtcNow, TimeZoneInfo.Utc)!.Value;
                        await Task.Delay(next - DateTimeOffset.UtcNow, token);
                        await reports.SendAsync();
                    }
                }
            }
            """) + Reports),
        new("NCrontab, a minute at a time", "PUR2008", Worker("""
            using NCrontab;
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    var schedule = CrontabSchedule.Parse("0 3 * * *");
                    var next = schedule.GetNextOccurrence(DateTime.Now);
                    do
                    {
                        if (DateTime.Now > next) { await reports.SendAsync(); next = schedule.GetNextOccurrence(DateTime.Now); }
                        await Task.Delay(60_000, token);
                    } while (!token.IsCancellationRequested);
                }
            }
            """) + Reports),
        new("looks at a queue every second", "", Worker("""
            using Amazon.SQS;
            class Job(IAmazonSQS sqs, HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        var response = await sqs.ReceiveMessageAsync("orders", token);
                        foreach (var message in response.Messages) { await http.PostAsync("http://orders/" + message.Body, null, token); await sqs.DeleteMessageAsync("orders", message.ReceiptHandle, token); }
                        await Task.Delay(1000, token);
                    }
                }
            }
            """)),
        new("pause behind an error", "", Worker("""
            using Confluent.Kafka;
            class Job(IConsumer<string, string> consumer, HttpClient http) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        try { var result = consumer.Consume(token); await http.PostAsync("http://orders/" + result.Message, null, token); }
                        catch (Exception e) { Console.WriteLine(e); await Task.Delay(TimeSpan.FromMinutes(1), token); }
                    }
                }
            }
            """)),
        new("leader election of the cluster", "", """
            using k8s.LeaderElection;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Job>();
            var elector = new LeaderElector(new LeaderElectionConfig(new object()));
            elector.OnStartedLeading += () => builder.Build().Run();
            await elector.RunAsync();
            [Stateless(Replicas = 3)] public partial class Program;
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token)) await reports.SendAsync();
                }
            }
            """ + Reports),
        new("distributed lock", "", Worker("""
            using Medallion.Threading;
            class Job(Reports reports, IDistributedLockProvider locks) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                    {
                        await using var handle = await locks.CreateLock("reports").TryAcquireAsync(TimeSpan.Zero, token);
                        if (handle is not null) await reports.SendAsync();
                    }
                }
            }
            """) + Reports),
        new("advisory lock of PostgreSQL", "", Worker("""
            using Dapper;
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    await using var connection = new Npgsql.NpgsqlConnection("Host=db");
                    while (await timer.WaitForNextTickAsync(token))
                    {
                        if ((await connection.QueryAsync<bool>("select pg_try_advisory_lock(42)")).Single()) await reports.SendAsync();
                    }
                }
            }
            """) + Reports),
        new("outbox with locked rows", "", Worker("""
            using Dapper;
            class Job(MassTransit.IPublishEndpoint bus) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
                    await using var connection = new Npgsql.NpgsqlConnection("Host=db");
                    while (await timer.WaitForNextTickAsync(token))
                        foreach (var message in await connection.QueryAsync<string>("select body from outbox limit 10 for update skip locked")) await bus.Publish(message, token);
                }
            }
            """)),
        new("outbox without a lock", "PUR2008", Worker("""
            using Dapper;
            class Job(MassTransit.IPublishEndpoint bus) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
                    await using var connection = new Npgsql.NpgsqlConnection("Host=db");
                    while (await timer.WaitForNextTickAsync(token))
                        foreach (var message in await connection.QueryAsync<string>("select body from outbox limit 10")) await bus.Publish(message, token);
                }
            }
            """)),
        new("lock of the process only", "PUR2008", Worker("""
            class Job(Reports reports) : BackgroundService
            {
                readonly SemaphoreSlim gate = new(1);
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token))
                    {
                        await gate.WaitAsync(token);
                        try { await reports.SendAsync(); } finally { gate.Release(); }
                    }
                }
            }
            """) + Reports),
        new("Quartz in memory", "PUR2008", Worker("""
            using Quartz;
            class Job(Reports reports) : IJob { public Task Execute(IJobExecutionContext context) => reports.SendAsync(); }
            """, register: """builder.Services.AddQuartz(q => q.ScheduleJob<Job>(trigger => trigger.WithCronSchedule("0 0 2 * * ?"))); builder.Services.AddQuartzHostedService();""") + Reports),
        new("Quartz in a database", "", Worker("""
            using Quartz;
            class Job(Reports reports) : IJob { public Task Execute(IJobExecutionContext context) => reports.SendAsync(); }
            """, register: """builder.Services.AddQuartz(q => { q.UsePersistentStore(s => { s.UseClustering(); s.UsePostgres("Host=db"); }); q.ScheduleJob<Job>(trigger => trigger.WithCronSchedule("0 0 2 * * ?")); });""") + Reports),
        new("Quartz job that refreshes a cache", "", Worker("""
            using Quartz;
            class RatesCacheJob(HttpClient http) : IJob
            {
                public static string Rates = "";
                public async Task Execute(IJobExecutionContext context) => Rates = await http.GetStringAsync("http://rates");
            }
            """, register: """builder.Services.AddQuartz(q => { q.AddJob<RatesCacheJob>(j => j.WithIdentity("rates")); q.AddTrigger(t => t.ForJob("rates").WithCronSchedule("0 0 * * * ?")); });""")),
        new("Hangfire in memory", "PUR2008", Worker("", register: """builder.Services.AddHangfire(c => c.UseInMemoryStorage()); builder.Services.AddHangfireServer(); RecurringJob.AddOrUpdate<Reports>("report", r => r.SendAsync(), Cron.Daily(2));""", usings: "using Hangfire;") + Reports),
        new("Hangfire in a database", "", Worker("", register: """builder.Services.AddHangfire(c => c.UseSqlServerStorage("Server=db")); builder.Services.AddHangfireServer(); RecurringJob.AddOrUpdate<Reports>("report", r => r.SendAsync(), Cron.Daily(2));""", usings: "using Hangfire;") + Reports),
        new("Hangfire in memory for single jobs", "", Worker("", register: """builder.Services.AddHangfire(c => c.UseInMemoryStorage()); builder.Services.AddHangfireServer(); BackgroundJob.Enqueue<Reports>(r => r.SendAsync());""", usings: "using Hangfire;") + Reports),
        new("Coravel", "PUR2008", """
            using Coravel;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScheduler();
            var app = builder.Build();
            app.Services.UseScheduler(scheduler => scheduler.Schedule<Reports>().DailyAtHour(2));
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            """ + Reports),
        new("loop in the entry point", "PUR2008", """
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
            var reports = new Reports();
            while (await timer.WaitForNextTickAsync())
                await reports.SendAsync();
            [Stateless] public partial class Program;
            """ + Reports),
        new("timer that begins with the first use", "", """
            var app = WebApplication.Create(args);
            app.MapGet("/play", () => Players.Begin());
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            static class Players
            {
                static Timer? idle;
                public static void Begin() => idle ??= new Timer(_ => new HttpClient().PostAsync("http://players/stop", null), null, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
            }
            """),
        new("browsers are told the time", "", Worker("""
            using Microsoft.AspNetCore.SignalR;
            class Clock : Hub;
            class Job(IHubContext<Clock> hub) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
                    while (await timer.WaitForNextTickAsync(token))
                        await hub.Clients.All.SendAsync("tick", token);
                }
            }
            """)),
        new("only in Development", "", """
            var builder = Host.CreateApplicationBuilder(args);
            if (builder.Environment.IsDevelopment()) builder.Services.AddHostedService<Job>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            class Job(Reports reports) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
                    while (await timer.WaitForNextTickAsync(token)) await reports.SendAsync();
                }
            }
            """ + Reports),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();

    /// <summary>A worker in a host of three replicas. Usings of the class come to the front.</summary>
    private static string Worker(string source, string attributes = "[Stateless(Replicas = 3)]", string job = "Job", string? register = null, string usings = "")
    {
        var lines = source.Split('\n');
        var directives = string.Join("\n", lines.Where(static line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=')));
        var rest = string.Join("\n", lines.Where(static line => !(line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('='))));
        return $$"""
            {{usings}}
            {{directives}}
            var builder = Host.CreateApplicationBuilder(args);
            {{register ?? $"builder.Services.AddHostedService<{job}>();"}}
            builder.Build().Run();
            {{attributes}} public partial class Program;
            {{rest}}
            """;
    }
}
