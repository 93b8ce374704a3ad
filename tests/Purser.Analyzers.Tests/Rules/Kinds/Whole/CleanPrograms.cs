namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>Programs that are as they should be, though each looks like one that is not.</summary>
internal static class CleanPrograms
{
    public static readonly WholeProgram[] All =
    [
        new("catalog in SQL Server, its connection string in appsettings, with a cache in front", "", """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.Caching.Memory;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<CatalogContext>(options => options.UseSqlServer(builder.Configuration.GetConnectionString("Catalog")));
            builder.Services.AddMemoryCache();
            builder.Services.AddScoped<Catalog>();
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class Item { public int Id { get; set; } }
            public class CatalogContext(DbContextOptions<CatalogContext> options) : DbContext(options) { public DbSet<Item> Items { get; set; } = null!; }
            public class Catalog(CatalogContext db, IMemoryCache cache, ILogger<Catalog> logger)
            {
                private static readonly Action<ILogger, int, Exception?> Missed = LoggerMessage.Define<int>(LogLevel.Debug, new EventId(1), "Item {Id} was not in the cache");
                private static long misses;
                public async Task<Item?> Find(int id)
                {
                    if (cache.TryGetValue(id, out Item? known)) return known;
                    Interlocked.Increment(ref misses);
                    Missed(logger, id, null);
                    var item = await db.Items.FindAsync(id);
                    cache.Set(id, item, TimeSpan.FromMinutes(5));
                    return item;
                }
                public async Task Add(Item item) { db.Items.Add(item); await db.SaveChangesAsync(); cache.Remove(item.Id); }
            }
            [ApiController, Route("items")] public class ItemsController(Catalog catalog) : ControllerBase
            {
                [HttpGet("{id}")] public async Task<IActionResult> Get(int id) => await catalog.Find(id) is { } item ? Ok(item) : NotFound();
                [HttpPost] public Task Post(Item item) => catalog.Add(item);
            }
            """) { Settings = """{ "ConnectionStrings": { "Catalog": "Server=sql;Database=catalog" } }""" },
        new("Startup class with sessions in Redis and keys that all replicas mount", "", """
            using Microsoft.AspNetCore.DataProtection;
            [Stateless(Replicas = 2)]
            [Volume("/keys", AccessMode = AccessMode.ReadWriteMany)]
            public class Program
            {
                public static void Main(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
            }
            public class Startup(IConfiguration configuration)
            {
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddControllersWithViews();
                    services.AddStackExchangeRedisCache(options => options.Configuration = configuration["Redis"]);
                    services.AddDataProtection().PersistKeysToFileSystem(new System.IO.DirectoryInfo("/keys")).SetApplicationName("shop");
                    services.AddSession();
                }
                public void Configure(IApplicationBuilder app) { app.UseRouting(); app.UseSession(); app.UseEndpoints(endpoints => endpoints.MapDefaultControllerRoute()); }
            }
            """),
        new("mails sent over a channel in the background", "", """
            using System.Threading.Channels;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(Channel.CreateBounded<Mail>(100));
            builder.Services.AddSingleton<MailQueue>();
            builder.Services.AddHttpClient();
            builder.Services.AddHostedService<MailSender>();
            var app = builder.Build();
            app.MapPost("/mails", async (Mail mail, MailQueue queue, CancellationToken token) => { await queue.Enqueue(mail, token); return Results.Accepted(); });
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public record Mail(string To, string Text);
            public class MailQueue(Channel<Mail> channel)
            {
                public ValueTask Enqueue(Mail mail, CancellationToken token) => channel.Writer.WriteAsync(mail, token);
                public IAsyncEnumerable<Mail> ReadAll(CancellationToken token) => channel.Reader.ReadAllAsync(token);
            }
            public class MailSender(MailQueue queue, IHttpClientFactory clients, ILogger<MailSender> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    await foreach (var mail in queue.ReadAll(stoppingToken))
                    {
                        try { await clients.CreateClient().PostAsync("http://mail", new StringContent(mail.Text), stoppingToken); }
                        catch (HttpRequestException e) { logger.LogWarning(e, "Mail to {To}", mail.To); await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken); }
                    }
                }
            }
            """),
        new("consumers of Kafka in a group, with a status for the operators", "", """
            using Confluent.Kafka;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<ConsumerStatus>();
            builder.Services.AddHostedService<InvoiceConsumer>();
            var app = builder.Build();
            app.MapGet("/healthz", (ConsumerStatus status) => status.IsAlive ? Results.Ok() : Results.StatusCode(503));
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class ConsumerStatus { private DateTime _last = DateTime.UtcNow; public void Beat() => _last = DateTime.UtcNow; public bool IsAlive => DateTime.UtcNow - _last < TimeSpan.FromMinutes(5); }
            public class InvoiceConsumer(IConfiguration configuration, ConsumerStatus status) : BackgroundService
            {
                private readonly Dictionary<string, int> _seen = [];
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
                {
                    using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { BootstrapServers = configuration["Kafka:Servers"], GroupId = "invoices" }).Build();
                    consumer.Subscribe("invoices");
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        var result = consumer.Consume(stoppingToken);
                        _seen[result.Message] = _seen.GetValueOrDefault(result.Message) + 1;
                        status.Beat();
                        consumer.Commit();
                    }
                }, stoppingToken);
            }
            """),
        new("job that drains a topic and ends when nothing comes", "", """
            using Confluent.Kafka;
            using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { BootstrapServers = Environment.GetEnvironmentVariable("KAFKA"), GroupId = "export" }).Build();
            consumer.Subscribe("orders");
            var count = 0;
            while (consumer.Consume(TimeSpan.FromSeconds(30)) is { } result)
            {
                Console.WriteLine(result.Message);
                consumer.Commit();
                count++;
            }
            consumer.Close();
            Console.WriteLine($"{count} orders");
            [BatchJob(Schedule = "0 1 * * *", Completions = 1)] public partial class Program;
            """),
        new("job that waits for one file", "", """
            using System.IO;
            [BatchJob] [Volume("/inbox")]
            public static class Program
            {
                public static async Task<int> Main()
                {
                    var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
                    using var watcher = new FileSystemWatcher("/inbox", "*.done");
                    watcher.Created += (_, e) => arrived.TrySetResult(e.FullPath);
                    watcher.EnableRaisingEvents = true;
                    var path = await arrived.Task;
                    Console.WriteLine(await File.ReadAllTextAsync(path));
                    File.Move(path, "/inbox/archive.txt", overwrite: true);
                    return 0;
                }
            }
            """),
        new("export with CsvHelper to a temporary file that is uploaded", "", """
            using System.Globalization;
            using Azure.Storage.Blobs;
            using CsvHelper;
            var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
            try
            {
                await using (var writer = new StreamWriter(path))
                using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
                    csv.WriteRecords(new[] { new { Id = 1 } });
                var container = new BlobContainerClient(Environment.GetEnvironmentVariable("BLOBS")!, "exports");
                await using var stream = File.OpenRead(path);
                await container.UploadBlobAsync($"orders-{DateTime.UtcNow:yyyyMMdd}.csv", stream);
            }
            finally
            {
                File.Delete(path);
            }
            [BatchJob(Schedule = "0 3 * * *")] public partial class Program;
            """),
        new("ETL with commands, as a job", "", """
            using System.CommandLine;
            var source = new Option<string>("--source");
            var folder = new Option<string>("--out");
            var root = new RootCommand("Moves orders to files") { source, folder };
            root.SetHandler(async (from, to) =>
            {
                using var http = new HttpClient();
                await File.WriteAllTextAsync(Path.Combine(to, "orders.json"), await http.GetStringAsync(from));
            }, source, folder);
            return await root.InvokeAsync(args);
            [BatchJob(Schedule = "0 4 * * *", Args = new[] { "--source", "http://orders/all", "--out", "/tmp" })] public partial class Program;
            """),
        new("service with commands, of which one serves", "", """
            using System.CommandLine;
            var source = new Option<string>("--source");
            var port = new Option<int>("--port");
            var root = new RootCommand("serves orders, or moves them") { source, port };
            root.SetHandler(async (from, number) =>
            {
                if (from is { Length: > 0 }) { await new HttpClient().GetStringAsync(from); return; }
                var app = WebApplication.Create(args);
                app.MapGet("/", () => "orders");
                await app.RunAsync($"http://+:{number}");
            }, source, port);
            return await root.InvokeAsync(args);
            [Stateless(Replicas = 2)] public partial class Program;
            """),
        new("Quartz with a store that the replicas share", "", """
            using Quartz;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddQuartz(q =>
            {
                q.UsePersistentStore(store => { store.UsePostgres(builder.Configuration.GetConnectionString("Quartz")!); store.UseClustering(); });
                q.ScheduleJob<ReportJob>(trigger => trigger.WithCronSchedule("0 0 6 * * ?"));
            });
            builder.Services.AddQuartzHostedService();
            var app = builder.Build();
            app.MapGet("/", () => "reports");
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class ReportJob(IHttpClientFactory clients) : IJob { public Task Execute(IJobExecutionContext context) => clients.CreateClient().PostAsync("http://mail/send", new StringContent("report")); }
            """),
        new("Hangfire over SQL Server, its jobs shared by the replicas", "", """
            using Hangfire;
            [Stateless(Replicas = 2)]
            public class Program
            {
                public static void Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    builder.Services.AddHangfire(configuration => configuration.UseSqlServerStorage(builder.Configuration.GetConnectionString("Hangfire")!));
                    builder.Services.AddHangfireServer();
                    builder.Services.AddHttpClient<Cleanup>();
                    var app = builder.Build();
                    RecurringJob.AddOrUpdate<Cleanup>("cleanup", job => job.RunAsync(), Cron.Daily(3));
                    app.MapPost("/orders", () => BackgroundJob.Enqueue<Cleanup>(job => job.RunAsync()));
                    app.Run();
                }
            }
            public class Cleanup(HttpClient http) { public Task RunAsync() => http.DeleteAsync("http://orders/expired"); }
            """),
        new("invoices by whoever leads", "", """
            using k8s;
            using k8s.LeaderElection;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddSingleton(new LeaderElector(new LeaderElectionConfig(Environment.MachineName)));
            builder.Services.AddHttpClient();
            builder.Services.AddHostedService<Election>();
            builder.Services.AddHostedService<Invoices>();
            builder.Build().Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public class Election(LeaderElector elector) : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => elector.RunAsync(stoppingToken); }
            public class Invoices(LeaderElector elector, IHttpClientFactory clients) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
                    while (await timer.WaitForNextTickAsync(stoppingToken))
                    {
                        if (!elector.IsLeader()) continue;
                        await clients.CreateClient().PostAsync("http://billing/run", null, stoppingToken);
                    }
                }
            }
            """),
        new("job in a hosted service that stops the host and says how it went", "", """
            using Microsoft.EntityFrameworkCore;
            await Host.CreateDefaultBuilder(args)
                .ConfigureServices((context, services) =>
                {
                    services.AddDbContext<Shop>(options => options.UseNpgsql(context.Configuration.GetConnectionString("Shop")));
                    services.AddHostedService<Work>();
                })
                .RunConsoleAsync();
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            public class Shop(DbContextOptions<Shop> options) : DbContext(options);
            public sealed class Work(IHostApplicationLifetime lifetime, IServiceScopeFactory scopes, ILogger<Work> logger) : IHostedService
            {
                private Task? _running;
                public Task StartAsync(CancellationToken cancellationToken)
                {
                    lifetime.ApplicationStarted.Register(() => _running = Task.Run(async () =>
                    {
                        try
                        {
                            using var scope = scopes.CreateScope();
                            await scope.ServiceProvider.GetRequiredService<Shop>().SaveChangesAsync();
                        }
                        catch (Exception exception)
                        {
                            logger.LogError(exception, "The work failed");
                            Environment.ExitCode = 1;
                        }
                        finally
                        {
                            lifetime.StopApplication();
                        }
                    }));
                    return Task.CompletedTask;
                }
                public Task StopAsync(CancellationToken cancellationToken) => _running ?? Task.CompletedTask;
            }
            """),
        new("migrations that are tried some times before they fail", "", """
            using Microsoft.EntityFrameworkCore;
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddDbContext<Shop>(options => options.UseSqlServer(Environment.GetEnvironmentVariable("SHOP")));
            await using var provider = services.BuildServiceProvider();
            var logger = provider.GetRequiredService<ILogger<Program>>();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    provider.GetRequiredService<Shop>().Database.Migrate();
                    break;
                }
                catch (Exception exception) when (attempt < 5)
                {
                    logger.LogWarning(exception, "Attempt {Attempt}", attempt);
                    await Task.Delay(TimeSpan.FromSeconds(10 * attempt));
                }
            }
            [BatchJob(BackoffLimit = 2)] public partial class Program;
            public class Shop(DbContextOptions<Shop> options) : DbContext(options);
            """),
        new("API with a log file in a scratch folder", "", """
            using Serilog;
            var builder = WebApplication.CreateBuilder(args);
            var logs = builder.Configuration["Logs:Folder"] ?? "/var/log/shop";
            Log.Logger = new LoggerConfiguration().WriteTo.Console().CreateLogger();
            Log.Logger = new LoggerConfiguration().WriteTo.File(Path.Combine(logs, "shop-.log"), rollingInterval: RollingInterval.Day).CreateLogger();
            var app = builder.Build();
            app.Use(async (context, next) => { context.Response.Headers["X-Pod"] = Environment.MachineName; await next(context); });
            app.MapGet("/", () => "shop");
            app.Run();
            [Stateless(Replicas = 2)] [Scratch("/var/log/shop")] public partial class Program;
            """) { Settings = """{ "Logs": { "Folder": "/var/log/shop" } }""" },
        new("ledger in SQLite on the disk of a stateful workload", "", """
            using Microsoft.EntityFrameworkCore;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Ledger>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Ledger")));
            var app = builder.Build();
            using (var scope = app.Services.CreateScope()) scope.ServiceProvider.GetRequiredService<Ledger>().Database.EnsureCreated();
            app.MapPost("/entries", async (Ledger ledger, Entry entry) => { ledger.Entries.Add(entry); await ledger.SaveChangesAsync(); });
            app.MapPost("/backup", (IConfiguration configuration) => File.Copy("/data/ledger.db", $"/data/backup-{DateTime.UtcNow:yyyyMMdd}.db"));
            app.Run();
            [Stateful(Storage = "5Gi", MountPath = "/data", Replicas = 1)] public partial class Program;
            public class Entry { public int Id { get; set; } }
            public class Ledger(DbContextOptions<Ledger> options) : DbContext(options) { public DbSet<Entry> Entries { get; set; } = null!; }
            """) { Settings = """{ "ConnectionStrings": { "Ledger": "Data Source=/data/ledger.db" } }""" },
    ];
}
