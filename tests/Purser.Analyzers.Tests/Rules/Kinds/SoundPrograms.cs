namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>Programs that are as they should be, each with something in it that a careless rule would take for state.</summary>
internal static class SoundPrograms
{
    public static readonly (string Name, string Source)[] All =
    [
        ("files in the folder that it works in", """
            Directory.SetCurrentDirectory("/work");
            File.WriteAllText("features.csv", "a;b");
            [BatchJob] [Scratch("/work")] public partial class Program;
            """),
        ("correlation of each request, and connections that hear from the others", """
            using System.Collections.Concurrent;
            using System.Net.WebSockets;
            var app = WebApplication.Create(args);
            app.Use(async (context, next) => { Correlation.Current = context.Request.Headers["x-id"].ToString(); await next(context); });
            app.Map("/rooms/{room}", async (string room, HttpContext context) => { Sockets.Register(room, await context.WebSockets.AcceptWebSocketAsync()); await Broker.SubscribeAsync(room, Sockets.SendAsync); });
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            static class Correlation { static readonly AsyncLocal<string?> Id = new(); public static string? Current { get => Id.Value; set => Id.Value = value; } }
            static class Sockets
            {
                static readonly ConcurrentDictionary<Guid, (string Room, WebSocket Socket)> Connected = new();
                public static void Register(string room, WebSocket socket) => Connected[Guid.NewGuid()] = (room, socket);
                public static Task SendAsync(string room) => Task.WhenAll(Connected.Values.Where(one => one.Room == room).Select(one => one.Socket.SendAsync(default(ArraySegment<byte>), WebSocketMessageType.Text, true, default)));
            }
            static class Broker { public static Task SubscribeAsync(string room, Func<string, Task> tell) => tell(room); }
            """),
        ("Copies in the memory cache, written through and read with a way back", """
            using Microsoft.Extensions.Caching.Memory;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMemoryCache().AddSingleton<Rates>().AddSingleton<HttpClient>();
            var app = builder.Build();
            app.MapPost("/rates", (Rate rate, Rates rates) => rates.SaveAsync(rate));
            app.MapGet("/rates/{country}", (string country, Rates rates) => rates.GetAsync(country));
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            record Rate(string Country, decimal Value);
            class Rates(IMemoryCache cache, HttpClient http)
            {
                public async Task SaveAsync(Rate rate) { await http.PostAsync("http://rates/" + rate.Country, null); cache.Set(rate.Country, rate); }
                public async Task<Rate> GetAsync(string country) => cache.TryGetValue(country, out Rate? rate) ? rate! : new Rate(country, decimal.Parse(await http.GetStringAsync("http://rates/" + country)));
            }
            """),
        ("What each replica may have for itself, one for each key", """
            using System.Collections.Concurrent;
            var app = WebApplication.Create(args);
            app.MapPost("/sums", (Sum sum) => Limits.For(sum.Owner).TryEnter() ? Results.Ok(Formulas.Of(sum.Formula).Evaluate(sum)) : Results.StatusCode(429));
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public record Sum(string Owner, string Formula, int[] Values);
            static class Limits { static readonly ConcurrentDictionary<string, Window> Limiters = new(); public static Window For(string owner) => Limiters.GetOrAdd(owner, static _ => new Window()); }
            class Window { readonly Queue<DateTime> turns = new(); public bool TryEnter() { lock (turns) { if (turns.Count > 9) return false; turns.Enqueue(DateTime.UtcNow); return true; } } }
            static class Formulas { static readonly ConcurrentDictionary<string, Formula> Parsed = new(); public static Formula Of(string text) => Parsed.GetOrAdd(text, static text => new Formula(text)); }
            class Formula(string text) { public int Evaluate(Sum sum) => text.Length + sum.Values.Sum(); }
            """),
        ("Reference data, frozen at start", """
            using System.Collections.Frozen;
            var app = WebApplication.Create(args);
            app.MapGet("/vat/{country}", (string country) => Vat.Rates.TryGetValue(country, out var rate) ? Results.Ok(rate) : Results.NotFound());
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public static class Vat
            {
                public static readonly FrozenDictionary<string, decimal> Rates = Load();
                private static FrozenDictionary<string, decimal> Load() { var rates = new Dictionary<string, decimal>(); rates["DE"] = 0.19m; rates.Add("FR", 0.2m); return rates.ToFrozenDictionary(); }
            }
            """),
        ("Metrics by hand and by Meter", """
            using System.Diagnostics.Metrics;
            var app = WebApplication.Create(args);
            app.Use(async (context, next) => { Metrics.Started(); await next(context); Metrics.Requests.Add(1); });
            app.MapGet("/stats", () => Metrics.Snapshot());
            app.Run();
            [Stateless] public partial class Program;
            public static class Metrics
            {
                private static readonly Meter Meter = new("shop");
                public static readonly Counter<long> Requests = Meter.CreateCounter<long>("requests", null, null, [new("host", Environment.MachineName)]);
                private static long _started;
                public static void Started() => Interlocked.Increment(ref _started);
                public static object Snapshot() => new { Started = Interlocked.Read(ref _started) };
            }
            """),
        ("A cache of prices from elsewhere", """
            using System.Collections.Concurrent;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddSingleton<PriceService>();
            var app = builder.Build();
            app.MapGet("/prices/{id}", (string id, PriceService prices) => prices.Get(id));
            app.Run();
            [Stateless] public partial class Program;
            public class PriceService(IHttpClientFactory clients)
            {
                private readonly ConcurrentDictionary<string, (decimal Price, DateTime Until)> _known = new();
                public async Task<decimal> Get(string id)
                {
                    if (_known.TryGetValue(id, out var entry) && entry.Until > DateTime.UtcNow) return entry.Price;
                    var price = decimal.Parse(await clients.CreateClient().GetStringAsync($"http://prices/{id}"));
                    _known[id] = (price, DateTime.UtcNow.AddMinutes(5));
                    return price;
                }
            }
            """),
        ("IMemoryCache in front of a database", """
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.Caching.Memory;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMemoryCache();
            builder.Services.AddDbContext<ShopContext>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
            var app = builder.Build();
            app.MapGet("/articles/{id}", (int id, IMemoryCache cache, ShopContext db) => cache.GetOrCreateAsync($"article:{id}", async entry => { entry.SlidingExpiration = TimeSpan.FromMinutes(1); return await db.Articles.FindAsync(id); }));
            app.MapPut("/articles/{id}", async (int id, Article article, IMemoryCache cache, ShopContext db) => { db.Articles.Add(article); await db.SaveChangesAsync(); cache.Remove($"article:{id}"); });
            app.Run();
            [Stateless] public partial class Program;
            public class Article { public int Id { get; set; } }
            public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { public DbSet<Article> Articles => throw new NotImplementedException(); }
            """),
        ("A token that is fetched when it is needed", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<TokenProvider>();
            var app = builder.Build();
            app.MapGet("/", (TokenProvider tokens, CancellationToken cancellation) => tokens.Get(cancellation));
            app.Run();
            [Stateless] public partial class Program;
            public class TokenProvider
            {
                private readonly SemaphoreSlim _gate = new(1, 1);
                private string? _token;
                private DateTimeOffset _expires;
                public async Task<string> Get(CancellationToken cancellation)
                {
                    if (_token is not null && _expires > DateTimeOffset.UtcNow) return _token;
                    await _gate.WaitAsync(cancellation);
                    try
                    {
                        using var http = new HttpClient();
                        var response = await http.PostAsync("https://login.example.com/token", null, cancellation);
                        _token = await response.Content.ReadAsStringAsync(cancellation);
                        _expires = DateTimeOffset.UtcNow.AddMinutes(50);
                        return _token;
                    }
                    finally { _gate.Release(); }
                }
            }
            """),
        ("A rate limiter by hand", """
            using System.Collections.Concurrent;
            var limiter = new IpRateLimiter();
            var app = WebApplication.Create(args);
            app.Use((context, next) => limiter.Allows(context.Connection.RemoteIpAddress?.ToString() ?? "") ? next(context) : Task.CompletedTask);
            app.MapGet("/", () => "hello");
            app.Run();
            [Stateless] public partial class Program;
            public class IpRateLimiter
            {
                private readonly ConcurrentDictionary<string, (int Count, DateTime Since)> _windows = new();
                public bool Allows(string ip) { var window = _windows.AddOrUpdate(ip, _ => (1, DateTime.UtcNow), (_, old) => (old.Count + 1, old.Since)); return window.Count < 100; }
            }
            """),
        ("Locks by key", """
            using System.Collections.Concurrent;
            var app = WebApplication.Create(args);
            app.MapPost("/orders/{id}", async (string id) => { using (await Locks.Take(id)) return Results.Ok(); });
            app.Run();
            [Stateless] public partial class Program;
            public static class Locks
            {
                private static readonly ConcurrentDictionary<string, SemaphoreSlim> ByKey = new();
                public static async Task<IDisposable> Take(string key) { var one = ByKey.GetOrAdd(key, _ => new SemaphoreSlim(1, 1)); await one.WaitAsync(); return new Release(one); }
                private sealed class Release(SemaphoreSlim one) : IDisposable { public void Dispose() => one.Release(); }
            }
            """),
        ("A prompt that is filled once", """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Templates.Welcome("you"));
            app.Run();
            [Stateless] public partial class Program;
            public static class Templates
            {
                private static string? _welcome;
                private static readonly Lazy<Dictionary<string, string>> All = new(() => new() { ["welcome"] = "Hello {0}" });
                public static string Welcome(string name) { _welcome ??= All.Value["welcome"]; return string.Format(_welcome, name); }
            }
            """),
        ("A background service that refreshes a table", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Rates>();
            builder.Services.AddHostedService<RatesRefresher>();
            var app = builder.Build();
            app.MapGet("/rates/{currency}", (string currency, Rates rates) => rates.Of(currency));
            app.Run();
            [Stateless] public partial class Program;
            public class Rates
            {
                private Dictionary<string, decimal> _byCurrency = new();
                public decimal Of(string currency) => _byCurrency.GetValueOrDefault(currency);
                public void Replace(Dictionary<string, decimal> rates) => _byCurrency = rates;
            }
            public class RatesRefresher(Rates rates) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
                    do { using var http = new HttpClient(); await http.GetStringAsync("http://rates/"); rates.Replace(new() { ["EUR"] = 1 }); } while (await timer.WaitForNextTickAsync(stoppingToken));
                }
            }
            """),
        ("A to-do list, one replica", """
            var app = WebApplication.Create(args);
            var todos = new List<string>();
            app.MapPost("/todos", (string todo) => todos.Add(todo));
            app.Run();
            [Stateless(Replicas = 1)] public partial class Program;
            """),
        ("A store of test data for developers", """
            var builder = WebApplication.CreateBuilder(args);
            if (builder.Environment.IsDevelopment()) builder.Services.AddSingleton<IStore, MemoryStore>(); else builder.Services.AddSingleton<IStore, HttpStore>();
            var app = builder.Build();
            app.MapPost("/", (string text, IStore store) => store.Save(text));
            if (app.Environment.IsDevelopment()) { Directory.CreateDirectory("dumps"); File.WriteAllText("dumps/routes.txt", "routes"); }
            app.Run();
            [Stateless] public partial class Program;
            public interface IStore { Task Save(string text); }
            public class MemoryStore : IStore { private readonly List<string> _all = []; public Task Save(string text) { _all.Add(text); return Task.CompletedTask; } }
            public class HttpStore(HttpClient http) : IStore { public Task Save(string text) => http.PostAsync("http://store/", new StringContent(text)); }
            """),
        ("SQLite that is only read", """
            using Microsoft.Data.Sqlite;
            var app = WebApplication.Create(args);
            app.MapGet("/cities/{id}", (int id) =>
            {
                using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = "geo.db", Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
                connection.Open();
                return connection.CreateCommand().ExecuteScalar();
            });
            app.Run();
            [Stateless] public partial class Program;
            """),
        ("SQLite in memory for one request", """
            using Microsoft.Data.Sqlite;
            var app = WebApplication.Create(args);
            app.MapPost("/query", (string sql) => { using var connection = new SqliteConnection("Data Source=:memory:"); connection.Open(); var command = connection.CreateCommand(); command.CommandText = sql; return command.ExecuteScalar(); });
            app.Run();
            [Stateless] public partial class Program;
            """),
        ("SQLite on a laptop, PostgreSQL in the cluster", """
            using Microsoft.EntityFrameworkCore;
            var builder = WebApplication.CreateBuilder(args);
            var connection = builder.Configuration.GetConnectionString("Shop");
            builder.Services.AddDbContext<Shop>(options => { if (builder.Configuration["Database"] == "sqlite") options.UseSqlite("Data Source=dev.db"); else options.UseNpgsql(connection); });
            builder.Build().Run();
            [Stateless] public partial class Program;
            public class Shop(DbContextOptions<Shop> options) : DbContext(options);
            """),
        ("SQLite on a StatefulSet's disk", """
            using Microsoft.EntityFrameworkCore;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Shop>(options => options.UseSqlite("Data Source=/data/shop.db"));
            builder.Build().Run();
            [Stateful] public partial class Program;
            public class Shop(DbContextOptions<Shop> options) : DbContext(options);
            """),
        ("A conversion through temporary files", """
            var app = WebApplication.Create(args);
            app.MapPost("/convert", async (IFormFile file) =>
            {
                var folder = Directory.CreateTempSubdirectory("convert-").FullName;
                var input = Path.Combine(folder, "in.docx");
                await using (var target = File.Create(input)) await file.CopyToAsync(target);
                var output = Path.ChangeExtension(Path.GetTempFileName(), ".pdf");
                await File.WriteAllBytesAsync(output, await File.ReadAllBytesAsync(input));
                return Results.File(output);
            });
            app.Run();
            [Stateless] public partial class Program;
            """),
        ("Uploads on a volume that is configured", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<UploadOptions>(builder.Configuration.GetSection("Uploads"));
            var app = builder.Build();
            app.MapPost("/uploads", async (IFormFile file, Microsoft.Extensions.Options.IOptions<UploadOptions> options) =>
            {
                await using var target = new FileStream(Path.Combine(options.Value.Folder, $"{Guid.NewGuid()}.bin"), FileMode.CreateNew);
                await file.CopyToAsync(target);
            });
            app.Run();
            [Stateless] [Volume("/uploads", AccessMode = AccessMode.ReadWriteMany)] [Setting("Uploads:Folder", "/uploads")] public partial class Program;
            public class UploadOptions { public string Folder { get; set; } = "uploads"; }
            """),
        ("An exporter that nobody calls", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Reports>();
            var app = builder.Build();
            app.MapGet("/report", (Reports reports) => reports.Render());
            app.Run();
            [Stateless] public partial class Program;
            public class Reports
            {
                private readonly List<string> _archive = [];
                public string Render() => "report";
                public void SaveToDisk(string path) => File.WriteAllText("archive/" + path, Render());
                public void Archive(string report) => _archive.Add(report);
            }
            """),
        ("Sessions in Redis, keys too", """
            using Microsoft.AspNetCore.DataProtection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddStackExchangeRedisCache(options => options.Configuration = builder.Configuration.GetConnectionString("Redis"));
            builder.Services.AddDataProtection().SetApplicationName("shop").PersistKeysToStackExchangeRedis(new object(), "keys");
            builder.Services.AddSession();
            builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
            builder.Services.AddSignalR().AddStackExchangeRedis(builder.Configuration.GetConnectionString("Redis")!);
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            """),
        ("Bearer tokens need no keys", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthentication("Bearer");
            builder.Services.AddAuthorization();
            builder.Services.AddControllers();
            builder.Services.AddDistributedMemoryCache();
            var app = builder.Build();
            app.UseAuthentication();
            app.MapControllers();
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            """),
        ("Keys on a shared volume", """
            using Microsoft.AspNetCore.DataProtection;
            var builder = WebApplication.CreateBuilder(args);
            var keys = builder.Configuration["Keys:Folder"] ?? "/keys";
            builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(keys));
            builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
            builder.Build().Run();
            [Stateless] [Volume("/keys", AccessMode = AccessMode.ReadWriteMany)] public partial class Program;
            """),
        ("The pod's name for logs, traces and a lease", """
            var builder = WebApplication.CreateBuilder(args);
            var pod = Environment.GetEnvironmentVariable("HOSTNAME") ?? Environment.MachineName;
            builder.Logging.AddSimpleConsole();
            builder.Services.AddSingleton(new Lease(pod));
            var app = builder.Build();
            app.Logger.LogInformation("Pod {Pod}", pod.ToLowerInvariant());
            app.Use((context, next) => { context.Response.Headers["X-Pod"] = pod; return next(context); });
            app.MapGet("/lease", (Lease lease, string holder) => lease.IsHeldBy(holder));
            app.Run();
            [Stateless] public partial class Program;
            public class Lease(string identity) { public bool IsHeldBy(string holder) => identity == holder; }
            """),
        ("A queue between requests and a worker", """
            using System.Threading.Channels;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(Channel.CreateUnbounded<string>());
            builder.Services.AddHostedService<Mailer>();
            var app = builder.Build();
            app.MapPost("/mail", (string to, Channel<string> mails) => mails.Writer.WriteAsync(to).AsTask());
            app.Run();
            [Stateless] public partial class Program;
            public class Mailer(Channel<string> mails, ILogger<Mailer> logger) : BackgroundService
            {
                private int _sent;
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    await foreach (var to in mails.Reader.ReadAllAsync(stoppingToken)) { _sent++; logger.LogInformation("{To} {Sent}", to, _sent); }
                }
            }
            """),
        ("Objects of one request that look like a store", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScoped<Basket>();
            var app = builder.Build();
            app.MapPost("/checkout", (string[] articles, Basket basket) => { foreach (var article in articles) basket.Add(article); return basket.Total; });
            app.Run();
            [Stateless] public partial class Program;
            public class Basket { private readonly List<string> _articles = []; private int _total; public void Add(string article) { _articles.Add(article); _total += article.Length; } public int Total => _total; }
            """),
        ("Compiled expressions and reflection", """
            using System.Collections.Concurrent;
            using System.Reflection;
            using System.Text.RegularExpressions;
            var app = WebApplication.Create(args);
            app.MapPost("/match", (string pattern, string text) => Patterns.IsMatch(pattern, text));
            app.MapGet("/shape", () => Shapes.Of(typeof(Program)));
            app.Run();
            [Stateless] public partial class Program;
            public static class Patterns
            {
                private static readonly Dictionary<string, Regex> All = new();
                public static bool IsMatch(string pattern, string text) { lock (All) { if (!All.TryGetValue(pattern, out var regex)) All[pattern] = regex = new Regex(pattern, RegexOptions.Compiled); return regex.IsMatch(text); } }
            }
            public static class Shapes
            {
                private static readonly ConcurrentDictionary<Type, string[]> Names = new();
                public static string[] Of(Type type) => Names.GetOrAdd(type, static t => [.. t.GetProperties().Select(p => p.Name)]);
            }
            """),
        ("A round robin and a start-up flag", """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Backends.Next());
            app.MapGet("/ready", () => Backends.IsReady ? Results.Ok() : Results.StatusCode(503));
            Backends.Warm();
            app.Run();
            [Stateless] public partial class Program;
            public static class Backends
            {
                private static readonly string[] All = ["http://a", "http://b"];
                private static int _next = -1;
                public static volatile bool IsReady;
                public static string Next() => All[(uint)Interlocked.Increment(ref _next) % All.Length];
                public static void Warm() => IsReady = true;
            }
            """),
        ("A stateful index that a library keeps", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(new SearchEngine("/data/index"));
            var app = builder.Build();
            app.MapGet("/search", (string text, SearchEngine engine) => engine.Search(text));
            app.Run();
            [Stateful(Storage = "20Gi")] public partial class Program;
            public class SearchEngine(string folder) { public string[] Search(string text) => Directory.GetFiles(folder, text); }
            """),
        ("A stateful node that needs its name", """
            var ordinal = int.Parse(Environment.MachineName.Split('-')[^1]);
            var app = WebApplication.Create(args);
            app.MapGet("/shard", () => ordinal);
            app.Run();
            [Stateful(Replicas = 3)] public partial class Program;
            """),
        ("A job that writes to its volume and to scratch", """
            var work = new DirectoryInfo("/work");
            work.Create();
            var part = Path.Combine(work.FullName, "part.csv");
            await File.WriteAllTextAsync(part, "id\n");
            File.Move(part, Path.Combine("/exports", $"{DateTime.UtcNow:yyyyMMdd}.csv"), overwrite: true);
            [BatchJob(Schedule = "0 3 * * *")] [Scratch("/work")] [Volume("/exports")] public partial class Program;
            """),
    ];
}
