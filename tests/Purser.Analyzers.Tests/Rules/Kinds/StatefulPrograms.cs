namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>Programs that keep something where their pod cannot: whole, as somebody would write them, with the rule that must speak.</summary>
internal static class StatefulPrograms
{
    public static readonly (string Name, string Expected, string Source)[] All =
    [
        ("files in a folder that it works in and that is no volume", "PUR5001", """
            Directory.SetCurrentDirectory("/srv");
            File.WriteAllText("features.csv", "a;b");
            [BatchJob] [Scratch("/work")] public partial class Program;
            """),
        ("connections that hear nothing from the others", "PUR2002", """
            using System.Collections.Concurrent;
            using System.Net.WebSockets;
            var app = WebApplication.Create(args);
            app.Map("/rooms/{room}", async (string room, HttpContext context) => { Sockets.Register(room, await context.WebSockets.AcceptWebSocketAsync()); await Sockets.SendAsync(room); });
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            static class Sockets
            {
                static readonly ConcurrentDictionary<Guid, (string Room, WebSocket Socket)> Connected = new();
                public static void Register(string room, WebSocket socket) => Connected[Guid.NewGuid()] = (room, socket);
                public static Task SendAsync(string room) => Task.WhenAll(Connected.Values.Where(one => one.Room == room).Select(one => one.Socket.SendAsync(default(ArraySegment<byte>), WebSocketMessageType.Text, true, default)));
            }
            """),
        ("A one-time code in the memory cache", "PUR2002", """
            using Microsoft.Extensions.Caching.Memory;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMemoryCache().AddSingleton<Codes>();
            var app = builder.Build();
            app.MapPost("/codes", (Codes codes) => codes.Issue());
            app.MapPost("/codes/{id}", (Guid id, string code, Codes codes) => codes.Redeem(id, code) ? Results.Ok() : Results.NotFound());
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            class Codes(IMemoryCache cache)
            {
                public Guid Issue() { var id = Guid.NewGuid(); cache.Set(id, Random.Shared.Next(1000000).ToString("d6"), TimeSpan.FromMinutes(5)); return id; }
                public bool Redeem(Guid id, string code) => cache.TryGetValue(id, out string? issued) && issued == code;
            }
            """),
        ("A basket for each customer that changes itself", "PUR2002", """
            using System.Collections.Concurrent;
            var app = WebApplication.Create(args);
            app.MapPost("/baskets/{id}/lines", (Guid id, Line line) => Baskets.For(id).Add(line));
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public record Line(string Sku, int Quantity);
            static class Baskets { static readonly ConcurrentDictionary<Guid, Basket> Open = new(); public static Basket For(Guid id) => Open.GetOrAdd(id, static _ => new Basket()); }
            class Basket { readonly Dictionary<string, Line> lines = new(); public void Add(Line line) { lock (lines) lines[line.Sku] = line; } }
            """),
        ("Orders in SQLite through Entity Framework", "PUR2001", """
            using Microsoft.EntityFrameworkCore;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Shop") ?? "Data Source=shop.db"));
            var app = builder.Build();
            app.MapPost("/orders", async (ShopContext db, Order order) => { db.Orders.Add(order); await db.SaveChangesAsync(); return Results.Ok(); });
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class Order { public int Id { get; set; } }
            public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { public DbSet<Order> Orders => throw new NotImplementedException(); }
            """),
        ("SQLite in OnConfiguring", "PUR2001", """
            using Microsoft.EntityFrameworkCore;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<NotesContext>();
            var app = builder.Build();
            using (var scope = app.Services.CreateScope()) scope.ServiceProvider.GetRequiredService<NotesContext>().Database.Migrate();
            app.MapGet("/notes", (NotesContext db) => db.Notes.ToList());
            app.Run();
            [Stateless] public partial class Program;
            public class Note { public int Id { get; set; } }
            public class NotesContext : DbContext
            {
                public DbSet<Note> Notes => throw new NotImplementedException();
                protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
                {
                    var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
                    optionsBuilder.UseSqlite($"Data Source={Path.Combine(folder, "notes.db")}");
                }
            }
            """),
        ("Uploads below wwwroot", "PUR2001", """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            app.MapPost("/avatar/{user}", async (string user, IFormFile file, IWebHostEnvironment env) =>
            {
                var folder = Path.Combine(env.WebRootPath, "avatars");
                Directory.CreateDirectory(folder);
                await using var target = File.Create(Path.Combine(folder, user + ".png"));
                await file.CopyToAsync(target);
                return Results.Ok($"/avatars/{user}.png");
            });
            app.UseStaticFiles();
            app.Run();
            [Stateless] public partial class Program;
            """),
        ("A document store in LiteDB", "PUR2001", """
            using LiteDB;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(new LiteDatabase("Filename=documents.db;Connection=shared"));
            var app = builder.Build();
            app.MapPost("/documents", (Document document, LiteDatabase db) => db.GetCollection<Document>("documents").Insert(document));
            app.Run();
            [Stateless] public partial class Program;
            public record Document(string Id, string Text);
            """),
        ("An event log in RocksDB", "PUR2001", """
            using RocksDbSharp;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<EventLog>();
            builder.Build().Run();
            [Stateless(Replicas = 1)] public partial class Program;
            public class EventLog(IConfiguration configuration) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    var path = configuration["EventLog:Path"] ?? "/var/lib/events";
                    using var db = RocksDb.Open(new DbOptions().SetCreateIfMissing(true), path);
                    db.Put([1], [2]);
                    return Task.CompletedTask;
                }
            }
            """),
        ("Settings written back to a JSON file", "PUR2001", """
            using System.Text.Json;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<SettingsStore>();
            var app = builder.Build();
            app.MapPut("/settings", (Settings settings, SettingsStore store) => store.Save(settings));
            app.MapGet("/settings", (SettingsStore store) => store.Load());
            app.Run();
            [Stateless(Replicas = 1)] public partial class Program;
            public record Settings(string Theme);
            public class SettingsStore(IHostEnvironment environment)
            {
                private string File => Path.Combine(environment.ContentRootPath, "App_Data", "settings.json");
                public void Save(Settings settings) => System.IO.File.WriteAllText(File, JsonSerializer.Serialize(settings));
                public Settings? Load() => JsonSerializer.Deserialize<Settings>(System.IO.File.ReadAllText(File));
            }
            """),
        ("A log file", "PUR5001", """
            using Serilog;
            Log.Logger = new LoggerConfiguration().WriteTo.Console().WriteTo.File("logs/api-.log", rollingInterval: RollingInterval.Day).CreateLogger();
            var app = WebApplication.Create(args);
            app.MapGet("/", () => "hello");
            app.Run();
            [Stateless] public partial class Program;
            """),
        ("A nightly export to a folder of the image", "PUR5001", """
            var day = DateTime.UtcNow.ToString("yyyy-MM-dd");
            var folder = Path.Combine(AppContext.BaseDirectory, "exports");
            Directory.CreateDirectory(folder);
            await using var writer = new StreamWriter(Path.Combine(folder, $"orders-{day}.csv"));
            await writer.WriteLineAsync("id,amount");
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            """),
        ("A stateful store that misses its mount", "PUR5001", """
            var app = WebApplication.Create(args);
            app.MapPost("/events", async (HttpRequest request) =>
            {
                await using var log = new FileStream("/var/events/events.log", FileMode.Append);
                await request.Body.CopyToAsync(log);
            });
            app.Run();
            [Stateful(MountPath = "/data")] public partial class Program;
            """),
        ("A to-do list around the endpoints", "PUR2002", """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            var todos = new List<Todo>();
            var todoItems = app.MapGroup("/todos");
            todoItems.MapGet("/", () => todos);
            todoItems.MapPost("/", (Todo todo) => { todos.Add(todo); return Results.Created($"/todos/{todo.Id}", todo); });
            todoItems.MapDelete("/{id}", (int id) => todos.RemoveAll(t => t.Id == id));
            app.Run();
            [Stateless] public partial class Program;
            public record Todo(int Id, string Title, bool IsDone);
            """),
        ("A repository in memory behind an interface", "PUR2002", """
            using System.Collections.Concurrent;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IOrderRepository, InMemoryOrderRepository>();
            builder.Services.AddScoped<OrderService>();
            var app = builder.Build();
            app.MapPost("/orders", (NewOrder order, OrderService service) => service.Place(order));
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public record NewOrder(string Customer);
            public record Order(Guid Id, string Customer);
            public interface IOrderRepository { void Save(Order order); Order? Find(Guid id); }
            public class InMemoryOrderRepository : IOrderRepository
            {
                private readonly ConcurrentDictionary<Guid, Order> _orders = new();
                public void Save(Order order) => _orders[order.Id] = order;
                public Order? Find(Guid id) => _orders.GetValueOrDefault(id);
            }
            public class OrderService(IOrderRepository repository)
            {
                public Order Place(NewOrder request) { var order = new Order(Guid.NewGuid(), request.Customer); repository.Save(order); return order; }
            }
            """),
        ("Carts in a static dictionary of a controller", "PUR2002", """
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            [Stateless] public partial class Program;
            [ApiController, Route("carts")]
            public class CartsController : ControllerBase
            {
                private static readonly Dictionary<string, List<string>> Carts = new();
                [HttpPost("{customer}")]
                public IActionResult Add(string customer, string article)
                {
                    lock (Carts)
                    {
                        if (!Carts.TryGetValue(customer, out var cart))
                            Carts[customer] = cart = new List<string>();
                        cart.Add(article);
                        return Ok(cart.Count);
                    }
                }
            }
            """),
        ("Order numbers from a static counter", "PUR2002", """
            var app = WebApplication.Create(args);
            app.MapPost("/orders", () => new { Number = Numbers.Next() });
            app.Run();
            [Stateless] public partial class Program;
            public static class Numbers
            {
                private static long _last = 1000;
                public static long Next() => Interlocked.Increment(ref _last);
            }
            """),
        ("A chat with its users in memory", "PUR2002 PUR2009", """
            using Microsoft.AspNetCore.SignalR;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSignalR();
            var app = builder.Build();
            app.MapHub<ChatHub>("/chat");
            app.Run();
            [Stateless(Replicas = 4)] public partial class Program;
            public class ChatHub : Hub
            {
                private static readonly Dictionary<string, string> Users = [];
                public override Task OnConnectedAsync() { lock (Users) Users[Context.ConnectionId] = Context.GetHttpContext()?.Request.Query["user"].ToString() ?? ""; return base.OnConnectedAsync(); }
                public Task Send(string text) => Clients.All.SendAsync("message", Users[Context.ConnectionId], text);
            }
            """),
        ("WebSockets that tell each other", "PUR2002", """
            using System.Collections.Concurrent;
            using System.Net.WebSockets;
            var sockets = new ConcurrentDictionary<Guid, WebSocket>();
            var app = WebApplication.Create(args);
            app.UseWebSockets();
            app.Map("/ws", async (HttpContext context) =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                sockets.TryAdd(Guid.NewGuid(), socket);
                await socket.ReceiveAsync(new byte[1024], CancellationToken.None);
            });
            app.Run();
            [Stateless] public partial class Program;
            """),
        ("A feature switch that an operator flips", "PUR2002", """
            var app = WebApplication.Create(args);
            app.MapPost("/maintenance/{on}", (bool on) => Switches.Maintenance = on);
            app.MapGet("/", () => Switches.Maintenance ? Results.StatusCode(503) : Results.Ok());
            app.Run();
            [Stateless] public partial class Program;
            public static class Switches { public static bool Maintenance { get; set; } }
            """),
        ("Login attempts in a singleton", "PUR2002", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<LoginAttempts>();
            var app = builder.Build();
            app.MapPost("/login", (Login login, LoginAttempts attempts) => attempts.Fail(login.User) > 5 ? Results.Forbid() : Results.Unauthorized());
            app.Run();
            [Stateless] [Autoscaled(Max = 5)] public partial class Program;
            public record Login(string User, string Password);
            public class LoginAttempts
            {
                private readonly Dictionary<string, int> _byUser = new();
                public int Fail(string user) { lock (_byUser) { _byUser.TryGetValue(user, out var n); _byUser[user] = n + 1; return n + 1; } }
            }
            """),
        ("Processed message ids, remembered by one", "PUR2002", """
            using System.Collections.Concurrent;
            var app = WebApplication.Create(args);
            app.MapPost("/webhook", (Delivery delivery) => Inbox.IsNew(delivery.Id) ? Results.Accepted() : Results.Ok());
            app.Run();
            [Stateless] public partial class Program;
            public record Delivery(string Id);
            public static class Inbox
            {
                private static readonly ConcurrentDictionary<string, DateTime> Seen = new();
                public static bool IsNew(string id) => Seen.TryAdd(id, DateTime.UtcNow);
            }
            """),
        ("A stateful gateway that only calls others", "PUR2007", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("orders", client => client.BaseAddress = new("http://orders"));
            var app = builder.Build();
            app.MapGet("/orders/{id}", (int id, IHttpClientFactory clients) => clients.CreateClient("orders").GetStringAsync($"/orders/{id}"));
            app.MapHealthChecks("/healthz");
            app.Run();
            [Stateful(Storage = "10Gi")] [Exposed] public partial class Program;
            """),
        ("A stateful worker over PostgreSQL", "PUR2007", """
            using Microsoft.EntityFrameworkCore;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddDbContext<JobsContext>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Jobs")));
            builder.Services.AddHostedService<Worker>();
            builder.Build().Run();
            [Stateful] public partial class Program;
            public class JobsContext(DbContextOptions<JobsContext> options) : DbContext(options);
            public class Worker(ILogger<Worker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (!stoppingToken.IsCancellationRequested) { logger.LogInformation("tick"); await Task.Delay(1000, stoppingToken); }
                }
            }
            """),
        ("A shop with sessions in memory", "PUR2009", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRazorPages();
            builder.Services.AddDistributedMemoryCache();
            builder.Services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20));
            var app = builder.Build();
            app.UseSession();
            app.MapRazorPages();
            app.Run();
            [Stateless] [Exposed(Host = "shop.example.com")] public partial class Program;
            """),
        ("Cookies that the next replica cannot read", "PUR2009", """
            using Microsoft.AspNetCore.Authentication.Cookies;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
                .AddCookie(options => { options.LoginPath = "/login"; options.Cookie.Name = "shop"; });
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/me", (HttpContext context) => context.User.Identity!.Name).RequireAuthorization();
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            """),
        ("Keys on a scratch folder", "PUR2009", """
            using Microsoft.AspNetCore.DataProtection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDataProtection().SetApplicationName("shop").PersistKeysToFileSystem(new DirectoryInfo("/var/keys"));
            builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
            builder.Build().Run();
            [Stateless] [Scratch("/var/keys")] public partial class Program;
            """),
        ("A set-up in an extension method", "PUR2009", """
            var builder = WebApplication.CreateBuilder(args);
            builder.AddRealtime();
            var app = builder.Build();
            app.MapHub<Prices>("/prices");
            app.Run();
            [Stateless] public partial class Program;
            public class Prices : Microsoft.AspNetCore.SignalR.Hub;
            public static class Realtime
            {
                public static void AddRealtime(this WebApplicationBuilder builder) => builder.Services.AddSignalR(options => options.EnableDetailedErrors = true).AddMessagePackLike();
                private static Microsoft.AspNetCore.SignalR.ISignalRServerBuilder AddMessagePackLike(this Microsoft.AspNetCore.SignalR.ISignalRServerBuilder builder) => builder;
            }
            """),
        ("MVC forms with antiforgery", "PUR2009", """
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllersWithViews();
            var app = builder.Build();
            app.MapDefaultControllerRoute();
            app.Run();
            [Stateless] public partial class Program;
            public class ContactController : Controller
            {
                [HttpPost, ValidateAntiForgeryToken]
                public IActionResult Send(string text) => RedirectToAction("Thanks");
            }
            """),
        ("A shard from the pod's ordinal", "PUR2011", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<ShardWorker>();
            builder.Build().Run();
            [Stateless(Replicas = 4)] public partial class Program;
            public class ShardWorker(ILogger<ShardWorker> logger) : BackgroundService
            {
                private static int Ordinal()
                {
                    var name = Environment.GetEnvironmentVariable("HOSTNAME") ?? "worker-0";
                    return int.TryParse(name[(name.LastIndexOf('-') + 1)..], out var ordinal) ? ordinal : 0;
                }
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    logger.LogInformation("Shard {Shard}", Ordinal());
                    await Task.Delay(Timeout.Infinite, stoppingToken);
                }
            }
            """),
        ("The first pod leads", "PUR2011", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Leader>();
            var app = builder.Build();
            app.MapGet("/leader", (Leader leader) => leader.IsMe);
            app.Run();
            [Stateless] public partial class Program;
            public class Leader { private readonly string _pod = Environment.MachineName; public bool IsMe => _pod.EndsWith("-0", StringComparison.Ordinal); }
            """),
        ("Snowflake ids from the machine's name", "PUR2011", """
            var app = WebApplication.Create(args);
            var ids = new IdGenerator(Environment.MachineName.GetHashCode() & 0x3FF);
            app.MapPost("/orders", () => ids.Next());
            app.Run();
            [Stateless] public partial class Program;
            public class IdGenerator(int worker) { public long Next() => DateTime.UtcNow.Ticks << 10 | (long)worker; }
            """),
    ];
}
