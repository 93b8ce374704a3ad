namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>Jobs and tools that are wrong in one way or another, and the rules that must say so.</summary>
internal static class JobPrograms
{
    public static readonly WholeProgram[] All =
    [
        new("consumer of Kafka in a job", "PUR2004", """
            using Confluent.Kafka;
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            using var stop = new CancellationTokenSource();
            Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
            using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { BootstrapServers = configuration["Kafka:Servers"], GroupId = "invoices" }).Build();
            consumer.Subscribe("invoices");
            try
            {
                while (true)
                {
                    var result = consumer.Consume(stop.Token);
                    Console.WriteLine(result.Message);
                    consumer.Commit();
                }
            }
            catch (OperationCanceledException) { }
            finally { consumer.Close(); }
            [BatchJob(Schedule = "*/10 * * * *")] public partial class Program;
            """),
        new("job that watches a folder", "PUR2004", """
            using System.IO;
            [BatchJob] [Volume("/inbox")]
            public static class Program
            {
                private static readonly ManualResetEvent Quit = new(false);
                public static void Main()
                {
                    using var watcher = new FileSystemWatcher("/inbox", "*.xml") { EnableRaisingEvents = true };
                    watcher.Created += (_, e) => Import(e.FullPath);
                    Console.WriteLine("Watching /inbox");
                    Quit.WaitOne();
                }
                private static void Import(string path) => Console.WriteLine(File.ReadAllText(path).Length);
            }
            """),
        new("export with CsvHelper to a folder that is no volume", "PUR5001", """
            using System.Globalization;
            using CsvHelper;
            using Dapper;
            using Npgsql;
            var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();
            var folder = configuration["Export:Folder"] ?? "/exports";
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Shop")!);
            var rows = await connection.QueryAsync<Row>("select id, amount from orders where day = current_date - 1");
            await using var writer = new StreamWriter(Path.Combine(folder, $"orders-{DateTime.UtcNow:yyyyMMdd}.csv"));
            using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
            csv.WriteRecords(rows);
            [BatchJob(Schedule = "0 3 * * *")] public partial class Program;
            public record Row(int Id, decimal Amount);
            """) { Settings = """{ "Export": { "Folder": "/data/export" } }""" },
        new("ETL with commands, declared as a service", "PUR2003", """
            using System.CommandLine;
            var source = new Option<string>("--source");
            var day = new Option<int>("--days");
            var root = new RootCommand("Moves orders to the warehouse") { source, day };
            root.SetHandler(async (from, days) => await Etl.Run(from, days), source, day);
            return await root.InvokeAsync(args);
            [Stateless(Replicas = 1)] public partial class Program;
            public static class Etl
            {
                static readonly HttpClient http = new();
                public static async Task Run(string from, int days)
                {
                    for (var i = 0; i < days; i++)
                    {
                        var rows = await http.GetStringAsync($"{from}/orders?day={i}");
                        (await http.PostAsync("http://warehouse/orders", new StringContent(rows))).EnsureSuccessStatusCode();
                    }
                }
            }
            """),
        new("exports of a tool with commands, into the image", "PUR5001", """
            using System.CommandLine;
            var source = new Option<string>("--source");
            var name = new Option<string>("--name");
            var root = new RootCommand("Moves orders to files") { source, name };
            root.SetHandler(async (from, title) =>
            {
                using var http = new HttpClient();
                await File.WriteAllTextAsync(Path.Combine("exports", title, "orders.json"), await http.GetStringAsync(from));
            }, source, name);
            return await root.InvokeAsync(args);
            [BatchJob(Schedule = "0 4 * * *")] public partial class Program;
            """),
        new("migrations with the usual Serilog frame", "PUR2006", """
            using Microsoft.EntityFrameworkCore;
            using Serilog;
            Log.Logger = new LoggerConfiguration().WriteTo.Console().CreateLogger();
            try
            {
                Log.Logger.Information("Starting migrations");
                var host = Host.CreateDefaultBuilder(args).ConfigureServices((context, services) => services.AddDbContext<Shop>(options => options.UseNpgsql(context.Configuration.GetConnectionString("Shop")))).Build();
                using var scope = host.Services.CreateScope();
                scope.ServiceProvider.GetRequiredService<Shop>().Database.Migrate();
            }
            catch (Exception ex)
            {
                Log.Logger.Information("Migrations failed " + ex);
            }
            finally
            {
                await Task.Delay(100);
            }
            [BatchJob(BackoffLimit = 3)] public partial class Program;
            public class Shop(DbContextOptions<Shop> options) : DbContext(options);
            """),
        new("shards that nobody numbers", "PUR2010", """
            var builder = Host.CreateApplicationBuilder(args);
            var shard = builder.Configuration.GetValue<int>("JOB_COMPLETION_INDEX");
            builder.Services.AddSingleton(new ShardOptions(shard, 8));
            builder.Services.AddHttpClient();
            builder.Services.AddTransient<Resizer>();
            using var host = builder.Build();
            await host.Services.GetRequiredService<Resizer>().RunAsync();
            [BatchJob(Completions = 8, Parallelism = 4)] public partial class Program;
            public record ShardOptions(int Shard, int Of);
            public class Resizer(ShardOptions options, IHttpClientFactory clients)
            {
                public async Task RunAsync()
                {
                    var http = clients.CreateClient();
                    for (var i = options.Shard; i < 1000; i += options.Of)
                        (await http.PostAsync($"http://images/{i}/resize", null)).EnsureSuccessStatusCode();
                }
            }
            """),
        new("report API declared as a job, in the style of a worker", "PUR2004 PUR2005", """
            [BatchJob(Schedule = "0 5 * * 1")]
            internal class Program
            {
                private static async Task Main(string[] args)
                {
                    var builder = WebApplication.CreateSlimBuilder(args);
                    builder.Services.AddHostedService<ReportWorker>();
                    await using var app = builder.Build();
                    app.MapGet("/healthz", () => Results.Ok());
                    await app.RunAsync();
                }
            }
            internal sealed class ReportWorker(ILogger<ReportWorker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
                    logger.LogInformation("Report written");
                }
            }
            """),
        new("backup that fetches blobs into its own folder", "PUR5001", """
            using Azure.Storage.Blobs;
            var container = new BlobContainerClient(Environment.GetEnvironmentVariable("BLOBS")!, "invoices");
            var folder = Path.Combine(AppContext.BaseDirectory, "work");
            Directory.CreateDirectory(folder);
            await container.GetBlobClient("index.json").DownloadToAsync(Path.Combine(folder, "index.json"));
            foreach (var name in System.Text.Json.JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Path.Combine(folder, "index.json")))!)
                await container.GetBlobClient(name).DownloadToAsync(Path.Combine(folder, name));
            [BatchJob(Schedule = "@daily")] public partial class Program;
            """),
    ];
}
