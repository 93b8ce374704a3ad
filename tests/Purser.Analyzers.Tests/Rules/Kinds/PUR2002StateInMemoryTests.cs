using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Kinds;

public sealed class PUR2002StateInMemoryTests
{
    private const string Usings = "using System.Collections.Concurrent; using System.Collections.Frozen; using System.Collections.Immutable; using Microsoft.Extensions.Caching.Memory;";

    [Fact]
    public async Task A_message_names_who_changes_what()
    {
        var only = Assert.Single(await StateProgram.Analyze(Program(
            """app.MapPost("/carts/{id}", (string id, string article) => Carts.Add(id, article));""",
            """static class Carts { static readonly ConcurrentDictionary<string, List<string>> all = new(); public static void Add(string id, string article) => all.GetOrAdd(id, _ => []).Add(article); }""",
            "[Stateless(Replicas = 3)]")));
        Assert.Equal(
            "'Program' runs 3 replicas, but 'Carts.Add' changes 'Carts.all', which each replica has in its own memory: the next request may come to a replica that does not have it, and a restart loses it; keep it in a database or in Redis",
            only.GetMessage());
    }

    [Theory]
    // Around the endpoints
    [InlineData("""var orders = new List<Order>(); app.MapPost("/orders", (Order order) => orders.Add(order));""", "PUR2002")]
    [InlineData("""var orders = new Dictionary<int, Order>(); app.MapPut("/orders/{id}", (int id, Order order) => { orders[id] = order; });""", "PUR2002")]
    [InlineData("""var orders = new ConcurrentDictionary<int, Order>(); app.MapPut("/orders/{id}", (int id, Order order) => orders.TryAdd(id, order));""", "PUR2002")]
    [InlineData("""var orders = ImmutableList<Order>.Empty; app.MapPost("/orders", (Order order) => { orders = orders.Add(order); });""", "PUR2002")]
    [InlineData("""var number = 1000; app.MapPost("/orders", () => Results.Ok(++number));""", "PUR2002")]
    [InlineData("""var number = 1000; app.MapPost("/orders", () => Results.Ok(Interlocked.Increment(ref number)));""", "PUR2002")]
    [InlineData("""var stock = 100; app.MapPost("/orders", (int amount) => { stock -= amount; });""", "PUR2002")]
    [InlineData("""var isClosed = false; app.MapPost("/close", () => { isClosed = true; });""", "PUR2002")]
    [InlineData("""var banner = "hello"; app.MapPost("/banner", (string text) => { banner = text; });""", "PUR2002")]
    [InlineData("""var orders = new List<Order> { new("a") }; app.MapPut("/orders/{id}", (string id, string status) => { orders.First(o => o.Id == id).Status = status; });""", "PUR2002")]
    [InlineData("""var orders = new Dictionary<string, Order>(); app.MapPut("/orders/{id}", (string id, string status) => { if (orders.TryGetValue(id, out var order)) order.Status = status; });""", "PUR2002")]
    [InlineData("""var orders = new List<Order>(); app.MapPost("/orders", Save); void Save(Order order) => orders.Add(order);""", "PUR2002")]
    [InlineData("""var orders = new List<Order>(); app.MapPost("/orders", async (HttpRequest request) => { var order = await request.ReadFromJsonAsync<Order>(); orders.Add(order!); });""", "PUR2002")]
    [InlineData("""var orders = new List<Order>(); app.MapGroup("/v1").MapPost("/orders", (Order order) => { lock (orders) orders.Add(order); });""", "PUR2002")]
    // Not from a request
    [InlineData("""var orders = new List<Order>(); orders.Add(new("a")); app.MapGet("/orders", () => orders);""", "")]
    [InlineData("""var countries = new Dictionary<string, string> { ["de"] = "Germany" }.ToFrozenDictionary(); app.MapGet("/countries", () => countries);""", "")]
    [InlineData("""app.MapPost("/orders", (Order order) => { var lines = new List<Order>(); lines.Add(order); return lines; });""", "")]
    [InlineData("""var queue = new List<int>(); app.Lifetime.ApplicationStarted.Register(() => queue.Add(1)); app.MapGet("/", () => queue.Count);""", "")]
    // Each process may have it
    [InlineData("""var requests = 0; app.Use((context, next) => { Interlocked.Increment(ref requests); return next(context); });""", "")]
    [InlineData("""var requests = 0L; app.Use((context, next) => { requests++; return next(context); }); app.MapGet("/metrics", () => requests);""", "")]
    [InlineData("""var next = 0; string[] backends = ["a", "b"]; app.MapGet("/", () => backends[Interlocked.Increment(ref next) % backends.Length]);""", "")]
    [InlineData("""var prices = new ConcurrentDictionary<string, decimal>(); app.MapGet("/price/{id}", (string id) => prices.GetOrAdd(id, key => key.Length * 1.5m));""", "")]
    [InlineData("""var prices = new ConcurrentDictionary<string, string>(); app.MapGet("/price/{id}", async (string id, HttpClient http) => { if (prices.TryGetValue(id, out var known)) return known; var price = await http.GetStringAsync(id); prices[id] = price; return price; });""", "")]
    [InlineData("""var primes = new Dictionary<int, bool>(); app.MapGet("/prime/{n}", (int n) => { if (!primes.TryGetValue(n, out var result)) { result = Numbers.IsPrime(n); primes[n] = Numbers.IsPrime(n); } return result; });""", "")]
    [InlineData("""var locks = new ConcurrentDictionary<string, SemaphoreSlim>(); app.MapPost("/{id}", async (string id) => { await locks.GetOrAdd(id, _ => new(1)).WaitAsync(); });""", "")]
    [InlineData("""var gates = new Dictionary<string, SemaphoreSlim>(); app.MapPost("/{id}", (string id) => { gates[id] = new SemaphoreSlim(1); });""", "")]
    [InlineData("""app.MapPost("/{id}", (string id, IMemoryCache cache) => cache.GetOrCreate(id, _ => id.Length));""", "")]
    [InlineData("""string? token = null; app.MapGet("/", async (HttpClient http) => { token ??= await http.GetStringAsync("/token"); return token; });""", "")]
    [InlineData("""string? token = null; app.MapGet("/", async (HttpClient http) => { if (token is null) token = await http.GetStringAsync("/token"); return token; });""", "")]
    [InlineData("""var lastSeen = DateTime.MinValue; app.MapGet("/", () => { lastSeen = DateTime.UtcNow; return "ok"; });""", "")]
    [InlineData("""var ready = false; app.MapPost("/warm", () => { ready = true; });""", "")]
    [InlineData("""var hits = new ConcurrentDictionary<string, int>(); app.MapGet("/{path}", (string path) => { hits.AddOrUpdate(path, 1, (_, n) => n + 1); });""", "PUR2002")]
    [InlineData("""var requestCounts = new ConcurrentDictionary<string, int>(); app.MapGet("/{path}", (string path) => { requestCounts.AddOrUpdate(path, 1, (_, n) => n + 1); });""", "PUR2002")]
    [InlineData("""var rateLimits = new ConcurrentDictionary<string, int>(); app.MapGet("/{path}", (string path) => { rateLimits.AddOrUpdate(path, 1, (_, n) => n + 1); });""", "")]
    [InlineData("""if (app.Environment.IsDevelopment()) { var orders = new List<Order>(); app.MapPost("/orders", (Order order) => orders.Add(order)); }""", "")]
    public async Task A_variable_around_the_endpoints(string statements, string expected) => Assert.Equal(expected, await StateProgram.Ids(Program(statements, "")));

    [Theory]
    // Static
    [InlineData("""public class Store { static readonly List<Order> all = []; public void Save(Order order) => all.Add(order); }""", "Scoped", "PUR2002")]
    [InlineData("""public class Store { static int last; public void Save(Order order) => order.Number = ++last; }""", "Scoped", "PUR2002")]
    [InlineData("""public class Store { static Order? current; public void Save(Order order) { current = order; } }""", "Scoped", "PUR2002")]
    [InlineData("""public class Store { static readonly Dictionary<string, Order> all = []; public void Save(Order order) { lock (all) { all[order.Id] = order; } } }""", "Scoped", "PUR2002")]
    [InlineData("""public class Store { public static ConcurrentQueue<Order> All { get; } = new(); public void Save(Order order) => Store.All.Enqueue(order); }""", "Scoped", "PUR2002")]
    [InlineData("""public class Store { static readonly ConcurrentDictionary<string, List<Order>> all = new(); public void Save(Order order) { var list = all.GetOrAdd(order.Id, _ => []); list.Add(order); } }""", "Scoped", "PUR2002")]
    [InlineData("""public class Store { [ThreadStatic] static List<Order>? all; public void Save(Order order) => all!.Add(order); }""", "Scoped", "")]
    [InlineData("""public class Store { static readonly Dictionary<string, int> sizes; static Store() { sizes = new(); sizes["a"] = 1; } public void Save(Order order) => Console.WriteLine(sizes[order.Id]); }""", "Scoped", "")]
    [InlineData("""public class Store { static readonly Lazy<Dictionary<string, int>> sizes = new(() => { var d = new Dictionary<string, int>(); d["a"] = 1; return d; }); public void Save(Order order) => Console.WriteLine(sizes.Value[order.Id]); }""", "Scoped", "")]
    [InlineData("""public class Store { static readonly ConcurrentDictionary<string, System.Text.RegularExpressions.Regex> compiled = new(); public void Save(Order order) => compiled[order.Id] = new(order.Id); }""", "Scoped", "")]
    [InlineData("""public class Store { static readonly ConcurrentDictionary<Type, string> names = new(); public void Save(Order order) => names[order.GetType()] = order.Id; }""", "Scoped", "")]
    [InlineData("""public class Store { static readonly List<Order> all = []; public void Save(Order order) => Console.WriteLine(all.Count); public void Forget(Order order) => all.Add(order); }""", "Scoped", "")]
    [InlineData("""public class Store { static readonly Dictionary<string, string> names = []; public void Save(Order order) { if (!names.ContainsKey(order.Id)) names[order.Id] = Describe(order.Id); } static string Describe(string id) => id + "!"; }""", "Scoped", "")]
    // Instances
    [InlineData("""public class Store { readonly List<Order> all = []; public void Save(Order order) => all.Add(order); }""", "Singleton", "PUR2002")]
    [InlineData("""public class Store { readonly List<Order> all = []; public void Save(Order order) => all.Add(order); }""", "Scoped", "")]
    [InlineData("""public class Store { int last; public void Save(Order order) => order.Number = Interlocked.Increment(ref last); }""", "Singleton", "PUR2002")]
    [InlineData("""public class Store { long saved; public void Save(Order order) => Interlocked.Increment(ref saved); }""", "Singleton", "")]
    [InlineData("""public class Store { HttpClient? client; public void Save(Order order) { client = new HttpClient { BaseAddress = new(order.Id) }; } }""", "Singleton", "")]
    [InlineData("""public class Store { readonly SemaphoreSlim one = new(1); public void Save(Order order) { one.Wait(); one.Release(); } }""", "Singleton", "")]
    [InlineData("""public class Store : BaseStore { public void Save(Order order) => Keep(order); } public class BaseStore { readonly List<Order> all = []; protected void Keep(Order order) => all.Add(order); }""", "Singleton", "PUR2002")]
    [InlineData("""public class OrderCache { readonly Dictionary<string, Order> all = []; public void Put(Order order) => all[order.Id] = order; } public class Store { static readonly OrderCache cache = new(); public void Save(Order order) => cache.Put(order); }""", "Singleton", "")]
    public async Task A_member_of_a_service(string store, string lifetime, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(Program($$"""app.MapPost("/orders", (Order order, Store store) => store.Save(order));""", store, services: $"builder.Services.Add{lifetime}<Store>();")));

    [Theory]
    [InlineData("""[Microsoft.AspNetCore.Mvc.ApiController] public class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase { static readonly List<Order> all = []; public void Post(Order order) => all.Add(order); }""", "PUR2002")]
    [InlineData("""public class Chat : Microsoft.AspNetCore.SignalR.Hub { static readonly Dictionary<string, string> users = []; public void Join(string name) => users[Context.ConnectionId] = name; }""", "PUR2002")]
    [InlineData("""public class Refresher : BackgroundService { public static readonly Dictionary<string, string> Prices = []; protected override async Task ExecuteAsync(CancellationToken token) { Prices["a"] = await new HttpClient().GetStringAsync("a"); Prices["b"] = "b"; } }""", "")]
    public async Task A_framework_s_class(string source, string expected)
    {
        var project = Program("""app.MapControllers(); app.MapGet("/", () => "hello");""", source, "[Stateless]", "builder.Services.AddControllers();");
        if (source.Contains("Chat", StringComparison.Ordinal))
            project = Program("""app.MapHub<Chat>("/chat");""", source);
        if (source.Contains("Refresher", StringComparison.Ordinal))
            project = Program("""app.MapGet("/", () => Refresher.Prices);""", source, services: "builder.Services.AddHostedService<Refresher>();");
        Assert.Equal(expected, await StateProgram.Ids(project));
    }

    [Theory]
    [InlineData("[Stateless(Replicas = 1)]", "")]
    [InlineData("[Stateless]", "PUR2002")]
    [InlineData("[Stateless(Replicas = 1)] [Autoscaled(Max = 3)]", "PUR2002")]
    [InlineData("[Stateless] [Autoscaled(Min = 1, Max = 1)]", "")]
    public async Task Only_several_replicas_differ(string attributes, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(Program("""var orders = new List<Order>(); app.MapPost("/orders", (Order order) => orders.Add(order));""", "", attributes)));

    [Theory]
    [InlineData("""builder.Services.AddDbContext<Db>(o => o.UseInMemoryDatabase("orders"));""", "PUR2002")]
    [InlineData("""if (builder.Environment.IsDevelopment()) builder.Services.AddDbContext<Db>(o => o.UseInMemoryDatabase("orders")); else builder.Services.AddDbContext<Db>(o => o.UseNpgsql("x"));""", "")]
    [InlineData("""if (args is ["x"]) builder.Services.AddDbContext<Db>(o => o.UseInMemoryDatabase("orders")); else builder.Services.AddDbContext<Db>(o => o.UseNpgsql("x"));""", "")]
    [InlineData("""builder.Services.AddDbContext<Db>(o => o.UseNpgsql("x"));""", "")]
    public async Task A_database_in_memory(string services, string expected) => Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of(
        $"using Microsoft.EntityFrameworkCore; var builder = WebApplication.CreateBuilder(args); {services} builder.Build().Run(); [Stateless] public partial class Program;",
        "public class Db : Microsoft.EntityFrameworkCore.DbContext { }", Packages.EntityFramework)));

    [Theory]
    [InlineData("var orders = new List<Order>(); app.MapPost(\"/orders\", (Order order) => orders.Add(")]
    [InlineData("var n = 1; app.MapPost(\"/\", () => n = )")]
    [InlineData("var cart = cart.First(); app.MapPost(\"/\", () => cart.Add(cart));")]
    public async Task Half_typed_code_harms_nobody(string statement) => await StateProgram.Analyze(FactsOf.Web("var app = WebApplication.Create(args); " + statement));

    private static Project Program(string statements, string source, string attributes = "[Stateless]", string services = "") => StateProgram.Of(
        $"{Usings} var builder = WebApplication.CreateBuilder(args); {services} var app = builder.Build(); {statements} app.Run(); {attributes} public partial class Program;",
        $$"""
        {{Usings}}
        public class Order(string id) { public string Id { get; } = id; public int Number { get; set; } public string? Status { get; set; } }
        public static class Numbers { public static bool IsPrime(int n) => n % 2 == 1; }
        {{source}}
        """);
}
