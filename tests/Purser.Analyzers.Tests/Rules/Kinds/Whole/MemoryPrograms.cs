namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>Services that keep something in their memory: what all replicas need, and what each may have for itself.</summary>
internal static class MemoryPrograms
{
    public static readonly WholeProgram[] All =
    [
        new("slices with handlers, of which one remembers", "PUR2002", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScoped<ICommandHandler<OpenTicket>, OpenTicketHandler>();
            builder.Services.AddScoped<ICommandHandler<CloseTicket>, CloseTicketHandler>();
            var app = builder.Build();
            app.MapPost("/tickets", (OpenTicket command, ICommandHandler<OpenTicket> handler, CancellationToken token) => handler.Handle(command, token));
            app.MapDelete("/tickets/{id}", (Guid id, ICommandHandler<CloseTicket> handler, CancellationToken token) => handler.Handle(new CloseTicket(id), token));
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public interface ICommandHandler<T> { Task Handle(T command, CancellationToken token); }
            public record OpenTicket(Guid Id, string Subject);
            public record CloseTicket(Guid Id);
            public static class TicketTable { public static Dictionary<Guid, OpenTicket> Rows { get; } = new(); }
            public class OpenTicketHandler : ICommandHandler<OpenTicket>
            {
                public Task Handle(OpenTicket command, CancellationToken token) { lock (TicketTable.Rows) { TicketTable.Rows[command.Id] = command; } return Task.CompletedTask; }
            }
            public class CloseTicketHandler : ICommandHandler<CloseTicket>
            {
                public Task Handle(CloseTicket command, CancellationToken token) { lock (TicketTable.Rows) { TicketTable.Rows.Remove(command.Id); } return Task.CompletedTask; }
            }
            """),
        new("quota of a key, counted by each replica", "PUR2002", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<ApiQuota>();
            var app = builder.Build();
            app.UseMiddleware<QuotaMiddleware>();
            app.MapGet("/", () => "data");
            app.Run();
            [Stateless(Replicas = 4)] public partial class Program;
            public class ApiQuota
            {
                private readonly Dictionary<string, int> _used = new();
                private readonly object _gate = new();
                public bool TryUse(string key) { lock (_gate) { _used[key] = _used.GetValueOrDefault(key) + 1; return _used[key] <= 1000; } }
            }
            public class QuotaMiddleware(RequestDelegate next, ApiQuota quota)
            {
                public Task InvokeAsync(HttpContext context)
                {
                    if (quota.TryUse(context.Request.Headers["X-Key"].ToString())) return next(context);
                    context.Response.StatusCode = 429;
                    return Task.CompletedTask;
                }
            }
            """),
        new("refresh tokens that only one replica knows", "PUR2002", """
            using System.Collections.Concurrent;
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            builder.Services.AddSingleton<ITokenStore, TokenStore>();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            [Stateless] public partial class Program;
            public sealed record RefreshToken(string User, DateTimeOffset Until);
            public interface ITokenStore { string Issue(string user); string? Redeem(string token); }
            internal sealed class TokenStore : ITokenStore
            {
                private readonly ConcurrentDictionary<string, RefreshToken> _tokens = new(StringComparer.Ordinal);
                public string Issue(string user)
                {
                    var token = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
                    _tokens[token] = new RefreshToken(user, DateTimeOffset.UtcNow.AddDays(30));
                    return token;
                }
                public string? Redeem(string token) => _tokens.TryRemove(token, out var known) && known.Until > DateTimeOffset.UtcNow ? known.User : null;
            }
            [ApiController, Route("token")] public class TokenController(ITokenStore tokens) : ControllerBase
            {
                [HttpPost] public IActionResult Post(string user) => Ok(tokens.Issue(user));
                [HttpPut] public IActionResult Put(string token) => tokens.Redeem(token) is { } user ? Ok(tokens.Issue(user)) : Unauthorized();
            }
            """),
        new("Razor components on the server, without keys", "PUR2009", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRazorComponents().AddInteractiveServerComponents();
            builder.Services.AddHttpClient();
            var app = builder.Build();
            app.UseStaticFiles();
            app.UseAntiforgery();
            app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public class App : Microsoft.AspNetCore.Components.ComponentBase { }
            """),
        new("hub with Redis behind it, groups alone", "", """
            using Microsoft.AspNetCore.SignalR;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSignalR(options => options.EnableDetailedErrors = true).AddStackExchangeRedis(builder.Configuration.GetConnectionString("Redis")!);
            var app = builder.Build();
            app.MapHub<RoomHub>("/rooms");
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class RoomHub(ILogger<RoomHub> logger) : Hub
            {
                private static int connections;
                public override Task OnConnectedAsync() { Interlocked.Increment(ref connections); logger.LogDebug("{Count} connections", connections); return base.OnConnectedAsync(); }
                public override Task OnDisconnectedAsync(Exception? exception) { Interlocked.Decrement(ref connections); return base.OnDisconnectedAsync(exception); }
                public Task Join(string room) { Context.Items["room"] = room; return Groups.AddToGroupAsync(Context.ConnectionId, room); }
                public Task Say(string text) => Clients.Group((string)Context.Items["room"]!).SendAsync("said", text);
            }
            """),
        new("flags that each replica fetches for itself", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddSingleton<FeatureFlags>();
            builder.Services.AddHostedService(provider => provider.GetRequiredService<FeatureFlags>());
            var app = builder.Build();
            app.MapGet("/checkout", (FeatureFlags flags) => flags.IsOn("new-checkout") ? "new" : "old");
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class FeatureFlags(IHttpClientFactory clients, ILogger<FeatureFlags> logger) : BackgroundService
            {
                private volatile Dictionary<string, bool> _flags = new();
                public bool IsOn(string name) => _flags.TryGetValue(name, out var on) && on;
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
                    do
                    {
                        try { _flags = (await clients.CreateClient().GetFromJsonAsync<Dictionary<string, bool>>("http://flags/all", stoppingToken))!; }
                        catch (HttpRequestException e) { logger.LogWarning(e, "Flags stay as they are"); }
                    }
                    while (await timer.WaitForNextTickAsync(stoppingToken));
                }
            }
            """),
        new("circuit breaker by hand in a handler of HttpClient", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<BreakerState>();
            builder.Services.AddTransient<BreakerHandler>();
            builder.Services.AddHttpClient("payments").AddHttpMessageHandler<BreakerHandler>();
            var app = builder.Build();
            app.MapPost("/pay", async (IHttpClientFactory clients) => await clients.CreateClient("payments").GetStringAsync("http://payments"));
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public class BreakerState { public int Failures; public DateTime OpenUntil; }
            public class BreakerHandler(BreakerState state) : DelegatingHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    if (state.OpenUntil > DateTime.UtcNow) return new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable);
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode) state.Failures = 0;
                    else if (++state.Failures >= 5) state.OpenUntil = DateTime.UtcNow.AddSeconds(30);
                    return response;
                }
            }
            """),
        new("tokens of tenants, fetched when they are needed", "", """
            using System.Collections.Concurrent;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddSingleton<TenantTokens>();
            var app = builder.Build();
            app.MapGet("/{tenant}/orders", async (string tenant, TenantTokens tokens, IHttpClientFactory clients) =>
            {
                var client = clients.CreateClient();
                client.DefaultRequestHeaders.Authorization = new("Bearer", await tokens.Get(tenant));
                return await client.GetStringAsync($"http://orders/{tenant}");
            });
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public sealed class TenantTokens(IHttpClientFactory clients)
            {
                private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset Until)> _tokens = new();
                public async Task<string> Get(string tenant)
                {
                    if (_tokens.TryGetValue(tenant, out var known) && known.Until > DateTimeOffset.UtcNow) return known.Value;
                    var value = await clients.CreateClient().GetStringAsync($"https://login.example.com/{tenant}/token");
                    _tokens[tenant] = (value, DateTimeOffset.UtcNow.AddMinutes(50));
                    return value;
                }
            }
            """),
        new("menu that modules fill at start", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Menu>();
            var app = builder.Build();
            var menu = app.Services.GetRequiredService<Menu>();
            menu.Register("Orders", "/orders");
            foreach (var section in app.Configuration.GetSection("Menu").GetChildren()) menu.Register(section.Key, section.Value ?? "/");
            app.MapGet("/menu", (Menu known) => known.Items);
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public class Menu { private readonly List<(string, string)> _items = []; public IReadOnlyList<(string, string)> Items => _items; public void Register(string title, string path) => _items.Add((title, path)); }
            """),
        new("bus in the process, to which services subscribe", "", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<EventBus>();
            builder.Services.AddSingleton<Mailer>();
            var app = builder.Build();
            app.MapPost("/orders", (Order order, EventBus bus, Mailer mailer) => { mailer.Listen(); bus.Publish(order); return Results.Accepted(); });
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public record Order(int Id);
            public class EventBus
            {
                private readonly Dictionary<Type, List<Action<object>>> _subscribers = new();
                public void Subscribe<T>(Action<T> handler) { if (!_subscribers.TryGetValue(typeof(T), out var list)) _subscribers[typeof(T)] = list = []; list.Add(o => handler((T)o)); }
                public void Publish<T>(T message) { foreach (var subscriber in _subscribers.GetValueOrDefault(typeof(T)) ?? []) subscriber(message!); }
            }
            public class Mailer(EventBus bus, ILogger<Mailer> logger) { private bool _isListening; public void Listen() { if (_isListening) return; _isListening = true; bus.Subscribe<Order>(order => logger.LogInformation("{Order}", order)); } }
            """),
        new("ids of correlation, pools and a round robin", "", """
            using System.Collections.Concurrent;
            using System.Text;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Backends>();
            var app = builder.Build();
            app.Use(async (context, next) => { Correlation.Current.Value = context.Request.Headers["X-Id"].FirstOrDefault() ?? Guid.NewGuid().ToString("N"); await next(context); });
            app.MapGet("/", (Backends backends) => { var text = Builders.Rent(); try { return text.Append(backends.Next()).Append(Correlation.Current.Value).ToString(); } finally { Builders.Return(text); } });
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public static class Correlation { public static readonly AsyncLocal<string?> Current = new(); }
            public static class Builders { private static readonly ConcurrentBag<StringBuilder> Free = []; public static StringBuilder Rent() => Free.TryTake(out var text) ? text : new(); public static void Return(StringBuilder text) { text.Clear(); Free.Add(text); } }
            public class Backends { private int _turn; private readonly string[] _urls = ["http://a", "http://b"]; public string Next() => _urls[(uint)Interlocked.Increment(ref _turn) % _urls.Length]; }
            """),
        new("consumer of a stream that is called like its pod", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHttpClient();
            builder.Services.AddHostedService<StreamConsumer>();
            builder.Build().Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class StreamConsumer(IHttpClientFactory clients, ILogger<StreamConsumer> logger) : BackgroundService
            {
                private readonly string _consumer = $"{Environment.GetEnvironmentVariable("POD_NAME") ?? Environment.MachineName}-{Guid.NewGuid():N}";
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    logger.LogInformation("Consuming as {Consumer}", _consumer);
                    while (!stoppingToken.IsCancellationRequested)
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Get, "http://stream/next");
                        request.Headers.Add("X-Consumer", _consumer);
                        using var response = await clients.CreateClient().SendAsync(request, stoppingToken);
                        logger.LogInformation("{Status}", response.StatusCode);
                    }
                }
            }
            """),
    ];
}
