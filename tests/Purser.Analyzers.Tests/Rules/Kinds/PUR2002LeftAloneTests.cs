namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>What PUR2002 leaves alone, and beside each of it what looks alike and is state all the same.</summary>
public sealed class PUR2002LeftAloneTests
{
    private const string Usings = "using System.Collections.Concurrent; using System.Collections.Immutable; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.SignalR;";

    private const string Common = """
        public record Order(string Id, decimal Amount) { public string? Status { get; set; } }
        public class Cart { public List<Order> Lines { get; } = []; }
        public class Db { public Task SaveAsync(Order order) => Task.CompletedTask; public Task<Dictionary<string, decimal>> LoadAsync() => Task.FromResult(new Dictionary<string, decimal>()); }
        """;

    [Theory]
    // Events are for those who listen in the process.
    [InlineData("public class Store { event Action<Order>? Saved; public void Save(Order order) { Saved += Show; Saved?.Invoke(order); Saved -= Show; } static void Show(Order order) { } }", "")]
    [InlineData("public class Store { decimal balance; public void Save(Order order) => balance += order.Amount; }", "PUR2002")]
    [InlineData("public class Store { event Action<Order>? Saved; decimal balance; public void Save(Order order) { balance += order.Amount; Saved?.Invoke(order); } }", "PUR2002")]
    // What is done at the end.
    [InlineData("public sealed class Store : IDisposable { List<Order> all = []; bool isClosed; public void Save(Order order) { if (isClosed || all.Count > 9) throw new ObjectDisposedException(order.Id); } public void Dispose() { isClosed = true; all = []; } }", "")]
    [InlineData("public sealed class Store : IAsyncDisposable { readonly List<string> steps = []; public void Save(Order order) { _ = DisposeAsync(); } public ValueTask DisposeAsync() { steps.Add(\"closed\"); return default; } }", "")]
    [InlineData("public sealed class Store : IDisposable { readonly List<Order> all = []; public void Save(Order order) => all.Add(order); public void Dispose() => all.Clear(); }", "PUR2002")]
    // What was handed in has a class of its own.
    [InlineData("public class Store { readonly Ledger orders; public Store(Ledger orders) { this.orders = orders; } public void Save(Order order) => orders.Add(order); } public class Ledger(Db db) { public void Add(Order order) => db.SaveAsync(order); }", "")]
    [InlineData("public class Store(Ledger given) { readonly Ledger orders = given; public void Save(Order order) => orders.Add(order); } public class Ledger(Db db) { public void Add(Order order) => db.SaveAsync(order); }", "")]
    [InlineData("public class Store { readonly Ledger orders = new(); public void Save(Order order) => orders.Add(order); } public class Ledger { readonly List<Order> all = []; public void Add(Order order) => all.Add(order); }", "PUR2002")]
    [InlineData("public class Store { readonly Ledger orders; public Store() { orders = new Ledger(); } public void Save(Order order) => orders.Add(order); } public class Ledger { readonly List<Order> all = []; public void Add(Order order) => all.Add(order); }", "PUR2002")]
    [InlineData("public class Store { readonly List<Order> orders; public Store(Db db) { orders = new List<Order>(); } public void Save(Order order) => orders.Add(order); }", "PUR2002")]
    // Parts of the program that are known by an interface.
    [InlineData("public interface IPrinter { void Print(Order order); } public class Paper : IPrinter { public void Print(Order order) { } } public class Store { readonly Dictionary<string, IPrinter> printers = []; public void Save(Order order) { var printer = new Paper(); printers[order.Id] = printer; printer.Print(order); } }", "")]
    [InlineData("public interface IPrinter { void Print(Order order); } public class Paper : IPrinter { public void Print(Order order) { } } public class Store { IPrinter printer = new Paper(); public void Save(Order order) { printer = new Paper(); printer.Print(order); } }", "")]
    [InlineData("public class Store { private static IDictionary<string, Cart> carts = new Dictionary<string, Cart>(); public void Save(Order order) { carts[order.Id] = new Cart(); } }", "PUR2002")]
    [InlineData("public class Store { private static readonly IList<Order> all = new List<Order>(); public void Save(Order order) => all.Add(order); }", "PUR2002")]
    [InlineData("public class Store { private static readonly ICollection<Cart> all = new HashSet<Cart>(); public void Save(Order order) { var cart = new Cart(); cart.Lines.Add(order); all.Add(cart); } }", "PUR2002")]
    [InlineData("public interface ILine { string Article { get; } decimal Amount { get; } } public record Line(string Article, decimal Amount) : ILine; public class Store { static readonly List<ILine> lines = []; public void Save(Order order) => lines.Add(new Line(order.Id, order.Amount)); }", "PUR2002")]
    // A copy is the request's own, until it is put back.
    [InlineData("public class Store { readonly List<Order> all = [new(\"a\", 1)]; public void Save(Order order) { var sorted = all.ToList(); sorted.Add(order); Console.WriteLine(sorted.Count); } }", "")]
    [InlineData("public class Store { readonly List<Order> all = [new(\"a\", 1)]; public void Save(Order order) { var open = all.Where(o => o.Amount > 0).ToList(); open.Add(order); open.Sort(); } }", "")]
    [InlineData("public class Store { List<Order> all = []; public void Save(Order order) { var copy = all.ToList(); copy.Add(order); all = copy; } }", "PUR2002")]
    [InlineData("public class Store { List<Order> all = []; public void Save(Order order) => all = [.. all, order]; }", "PUR2002")]
    [InlineData("public class Store { readonly List<Order> all = [new(\"a\", 1)]; public void Save(Order order) { var found = all.Where(o => o.Id == order.Id).First(); found.Status = order.Status; } }", "PUR2002")]
    // What only takes away.
    [InlineData("public class Store(Db db) { Dictionary<string, decimal>? prices; public async Task Save(Order order) { prices ??= await db.LoadAsync(); if (order.Amount != prices[order.Id]) prices = null; } }", "")]
    [InlineData("public class Store { static readonly Dictionary<string, Cart?> carts = new() { [\"a\"] = null }; public void Save(Order order) { carts[order.Id] = null; } }", "")]
    [InlineData("public class Store { static readonly Dictionary<string, Cart?> carts = []; public void Save(Order order) { if (order.Amount == 0) { carts[order.Id] = null; return; } var cart = new Cart(); cart.Lines.Add(order); carts[order.Id] = cart; } }", "PUR2002")]
    [InlineData("public class Store { static Cart? cart; public void Save(Order order) { if (order.Status == \"paid\") { cart = null; return; } cart ??= new(); cart.Lines.Add(order); } }", "PUR2002")]
    // Marks of the process, and switches of the business.
    [InlineData("public class Store { bool isConnected; bool isProcessing; public void Save(Order order) { if (!isConnected) isConnected = true; isProcessing = true; isProcessing = false; } }", "")]
    [InlineData("public class Store { bool shopClosed; public void Save(Order order) { if (shopClosed) throw new InvalidOperationException(); if (order.Id == \"last\") shopClosed = true; } }", "PUR2002")]
    [InlineData("public class Store { string status = \"open\"; public void Save(Order order) { status = order.Status ?? \"open\"; Console.WriteLine(status); } }", "PUR2002")]
    // What each process does once for itself, and what comes first come first served.
    [InlineData("public class Store(Db db) { volatile bool _hasSchema; public async Task Save(Order order) { if (_hasSchema) return; await db.LoadAsync(); _hasSchema = true; } }", "")]
    [InlineData("public class Store(Db db) { bool hasSchema; readonly object gate = new(); public void Save(Order order) { if (!hasSchema) { lock (gate) { if (!hasSchema) { db.LoadAsync().Wait(); hasSchema = true; } } } } }", "")]
    [InlineData("public class Store { bool isClaimed; public string Save(Order order) { if (isClaimed) return \"taken\"; isClaimed = true; return order.Id; } }", "PUR2002")]
    [InlineData("public class Store(Db db) { bool isClaimed; public async Task Save(Order order) { if (isClaimed) return; await db.SaveAsync(order); isClaimed = true; } public void Free() { isClaimed = false; } }", "PUR2002")]
    [InlineData("public class Store(Db db) { bool isSold; public async Task Save(Order order) { await db.SaveAsync(order); isSold = true; } }", "PUR2002")]
    // A number that somebody gets, or that decides; not one for the operators.
    [InlineData("public class Store { static int counter; public void Save(Order order) { counter++; } }", "")]
    [InlineData("public class Store { static int counter; public string Save(Order order) { counter++; return $\"You are number {counter}\"; } }", "PUR2002")]
    [InlineData("public class Store { static int counter; public object Save(Order order) { Interlocked.Increment(ref counter); return new { order.Id, Number = counter }; } }", "PUR2002")]
    [InlineData("public class Store { static int active; public bool Save(Order order) { active++; try { return active < 100; } finally { active--; } } }", "")]
    [InlineData("public class Store { readonly ConcurrentDictionary<string, int> requestCounts = new(); public void Save(Order order) { requestCounts.AddOrUpdate(order.Id, 1, (_, n) => n + 1); } }", "")]
    [InlineData("public class Store { readonly ConcurrentDictionary<string, int> requestCounts = new(); public bool Save(Order order) { var made = requestCounts.AddOrUpdate(order.Id, 1, (_, n) => n + 1); return made <= 100; } }", "PUR2002")]
    // What was fetched into the variable of the look-up, and what was brought into it
    [InlineData("public class Store(Db db) { readonly ConcurrentDictionary<string, Dictionary<string, decimal>> prices = new(); public async Task Save(Order order) { if (prices.TryGetValue(order.Id, out var known)) return; known = await db.LoadAsync(); prices[order.Id] = known; } }", "")]
    [InlineData("public class Prices(Dictionary<string, decimal> all) { public int Count => all.Count; } public class Store(Db db) { readonly ConcurrentDictionary<string, Prices> prices = new(); public async Task Save(Order order) { if (prices.TryGetValue(order.Id, out var known)) return; var all = await db.LoadAsync(); known = new Prices(all); prices.AddOrUpdate(order.Id, known, (_, _) => known); } }", "")]
    [InlineData("public class Store { readonly ConcurrentDictionary<string, Cart> carts = new(); public void Save(Order order) { if (carts.TryGetValue(order.Id, out var known)) return; known = new Cart(); carts[order.Id] = known; } }", "PUR2002")]
    [InlineData("public class Store { readonly ConcurrentDictionary<string, Order> orders = new(); public void Save(Order order) { Order? kept; kept = order with { Status = \"new\" }; orders[order.Id] = kept; } }", "PUR2002")]
    [InlineData("public class Store { Order[]? all; public void Save(Order order) { if (all is null) { var bytes = System.IO.File.ReadAllBytes(\"/config/orders.json\"); all = System.Text.Json.JsonSerializer.Deserialize<Order[]>(bytes); } } }", "")]
    [InlineData("public class Store { Order? last1; public void Save(Order order) { last1 = System.Text.Json.JsonSerializer.Deserialize<Order>(order.Id); } }", "PUR2002")]
    [InlineData("public class Store { bool shouldRestart; public void Save(Order order) { shouldRestart = order.Amount > 1; if (order.Amount > 2) shouldRestart = true; } }", "")]
    // Usual shapes of state
    [InlineData("public class Upload { public List<byte[]> Parts { get; } = []; } public class Store { readonly ConcurrentDictionary<string, Upload> uploads = new(); public void Save(Order order) { if (uploads.TryGetValue(order.Id, out var upload)) upload.Parts.Add([1]); else uploads.TryAdd(order.Id, new Upload()); } }", "PUR2002")]
    [InlineData("public class Store { readonly Dictionary<string, (string Code, DateTime Until)> codes = []; public void Save(Order order) { var code = Random.Shared.Next(100_000, 999_999).ToString(); codes[order.Id] = (code, DateTime.UtcNow.AddMinutes(5)); } }", "PUR2002")]
    [InlineData("public class Store { readonly Lock gate = new(); readonly Dictionary<string, Cart> carts = []; public void Save(Order order) { lock (gate) { if (!carts.TryGetValue(order.Id, out var cart)) carts[order.Id] = cart = new Cart(); cart.Lines.Add(order); } } } public class Lock { }", "PUR2002")]
    [InlineData("public class Store { readonly ConcurrentQueue<Order> pendingOrders = new(); public void Save(Order order) => pendingOrders.Enqueue(order); }", "PUR2002")]
    [InlineData("public class Store { readonly HashSet<string> pending = []; public void Save(Order order) { if (!pending.Add(order.Id)) return; try { Console.WriteLine(order); } finally { pending.Remove(order.Id); } } }", "")]
    public async Task In_a_service_of_which_there_is_one(string store, string expected) => Assert.Equal(expected, await StateProgram.Ids(Program(
        """app.MapPost("/orders", (Order order, Store store) => store.Save(order));""", store,
        "builder.Services.AddSingleton<Store>(); builder.Services.AddSingleton<Db>();")));

    [Theory]
    // A job of the host empties what requests fill: what is in it is lost with the pod.
    [InlineData("""
        public class Inbox { public static readonly Queue<Order> Orders = new(); }
        public class OrdersController : ControllerBase { [HttpPost("/orders")] public IActionResult Place(Order order) { lock (Inbox.Orders) Inbox.Orders.Enqueue(order); return Accepted(); } }
        public class Sender(Db db) : BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) { while (!token.IsCancellationRequested) { if (Inbox.Orders.TryDequeue(out var order)) await db.SaveAsync(order); await Task.Delay(100, token); } } }
        """, "builder.Services.AddHostedService<Sender>();", "PUR2002")]
    [InlineData("""
        public class Prices { public static readonly Dictionary<string, decimal> All = []; }
        public class PricesController : ControllerBase { [HttpGet("/prices/{id}")] public IActionResult Get(string id) => Ok(Prices.All[id]); }
        public class Loader(Db db) : BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) { foreach (var (id, price) in await db.LoadAsync()) Prices.All[id] = price; } }
        """, "builder.Services.AddHostedService<Loader>();", "")]
    // By the interface that it is registered as
    [InlineData("""
        public interface ICarts { void Put(string id, Order order); }
        public class Carts : ICarts { private readonly List<Order> orders = new(); public void Put(string id, Order order) { orders.Add(order); } }
        public class CartsController(ICarts carts) : ControllerBase { [HttpPut("/carts/{id}")] public void Put(string id, Order order) => carts.Put(id, order); }
        """, "builder.Services.AddSingleton<ICarts, Carts>();", "PUR2002")]
    [InlineData("""
        public interface ICarts { void Put(string id, Order order); }
        public class Carts : ICarts { private readonly List<Order> orders = new(); public void Put(string id, Order order) { orders.Add(order); } }
        public class CartsController(ICarts carts) : ControllerBase { [HttpPut("/carts/{id}")] public void Put(string id, Order order) => carts.Put(id, order); }
        """, "builder.Services.AddScoped<ICarts, Carts>();", "")]
    [InlineData("""
        public class Rooms : Hub
        {
            static readonly ConcurrentDictionary<string, HashSet<string>> members = new();
            public async Task Join(string room) { var who = members.GetOrAdd(room, _ => []); lock (who) who.Add(Context.ConnectionId); await Groups.AddToGroupAsync(Context.ConnectionId, room); }
        }
        """, "builder.Services.AddSignalR();", "PUR2002 PUR2009")]
    public async Task Between_classes(string source, string services, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(Program("app.MapControllers();" + (source.Contains(": Hub", StringComparison.Ordinal) ? """app.MapHub<Rooms>("/rooms");""" : ""), source, "builder.Services.AddControllers(); builder.Services.AddSingleton<Db>();" + services)));

    [Theory]
    // Steps of the start, and what they share with requests
    [InlineData("static void Seed() { orders.Add(new(\"a\", 1)); }", "Seed();", "app.MapGet(\"/orders\", () => orders);", "")]
    [InlineData("static void Seed() { Put(new(\"a\", 1)); } static void Put(Order order) => orders.Add(order);", "Seed();", "app.MapGet(\"/orders\", () => orders);", "")]
    [InlineData("static void Seed() { Put(new(\"a\", 1)); } static void Put(Order order) => orders.Add(order);", "Seed();", "app.MapPost(\"/orders\", (Order order) => Put(order));", "PUR2002")]
    [InlineData("static void Save(Order order) => orders.Add(order);", "", "app.MapPost(\"/orders\", Save);", "PUR2002")]
    [InlineData("static void Routes(WebApplication app) => app.MapPost(\"/orders\", (Order order) => orders.Add(order));", "", "Routes(app);", "PUR2002")]
    [InlineData("static int counter;", "", "app.MapGet(\"/\", () => { counter++; return counter; });", "PUR2002")]
    [InlineData("static int counter;", "", "app.MapGet(\"/\", () => counter++);", "PUR2002")]
    [InlineData("static int counter;", "", "app.MapGet(\"/\", () => { counter++; return \"hello\"; });", "")]
    public async Task In_the_class_of_Main(string members, string before, string after, string expected) => Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of(
        $$"""
        {{Usings}}
        [Stateless]
        public partial class Program
        {
            static readonly List<Order> orders = [];
            {{members}}
            public static void Main(string[] args)
            {
                {{before}}
                var app = WebApplication.Create(args);
                {{after}}
                app.Run();
            }
        }
        {{Common}}
        """)));

    [Fact]
    public async Task It_is_said_once_for_each_class()
    {
        var messages = (await StateProgram.Analyze(Program(
            """app.MapPost("/orders", (Order order, Store store, Shelf shelf) => { store.Save(order); shelf.Put(order); });""",
            """
            public class Store { readonly List<Order> all = []; readonly Dictionary<string, Order> byId = []; public void Save(Order order) { all.Add(order); byId[order.Id] = order; all.Add(order); } }
            public class Shelf { readonly List<Order> one = []; readonly List<Order> two = []; readonly List<Order> three = []; public void Put(Order order) { one.Add(order); two.Add(order); three.Add(order); } }
            """,
            "builder.Services.AddSingleton<Store>().AddSingleton<Shelf>();"))).Select(static d => d.GetMessage()).Order(StringComparer.Ordinal).ToList();
        Assert.Collection(
            messages,
            static message => Assert.Contains("'Shelf.Put' changes 'Shelf.one' and 2 more, which each", message, StringComparison.Ordinal),
            static message => Assert.Contains("'Store.Save' changes 'Store.all' and 'byId', which each", message, StringComparison.Ordinal));
    }

    private static Testing.Project Program(string statements, string source, string services) => StateProgram.Of(
        $"{Usings} var builder = WebApplication.CreateBuilder(args); {services} var app = builder.Build(); {statements} app.Run(); [Stateless(Replicas = 3)] public partial class Program;",
        $"{Usings} {Common} {source}");
}
