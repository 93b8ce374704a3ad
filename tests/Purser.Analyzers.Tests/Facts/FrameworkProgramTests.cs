using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Programs on the frameworks and in the styles that teams use, and all that is known of each.</summary>
public sealed class FrameworkProgramTests
{
    public static TheoryData<string, string, string> Programs() => new()
    {
        { "MVC controllers with primary constructors", """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Options;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            builder.Services.AddHealthChecks();
            builder.Services.AddOptionsWithValidateOnStart<PricingOptions>().BindConfiguration(nameof(PricingOptions));
            var app = builder.Build();
            app.MapControllers();
            app.MapHealthChecks("/healthz/ready", new() { ResponseWriter = (context, report) => context.Response.WriteAsync(report.Status.ToString()) });
            app.MapHealthChecks("/healthz/live", new() { Predicate = static _ => false });
            app.Run();

            [ApiController, Route("prices")]
            public sealed class PricesController(IConfiguration configuration, IOptionsSnapshot<PricingOptions> options) : ControllerBase
            {
                [HttpGet("{id}")]
                public string? Get(string id) => configuration.GetConnectionString("Prices") + options.Value.Currency;
            }
            public sealed record PricingOptions { public required string Currency { get; init; } public decimal Vat { get; init; } = 0.19m; }
            """, """
            Readiness /healthz/ready
            Liveness /healthz/live
            secret ConnectionStrings:Prices
            setting PricingOptions:Currency required
            setting PricingOptions:Vat=0.19
            """ },
        { "FastEndpoints", """
            using FastEndpoints;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddFastEndpoints();
            var app = builder.Build();
            app.UseFastEndpoints(config => config.Prefix = "api");
            app.Run();

            public sealed class GetOrder : FastEndpoints.Endpoint
            {
                public override void Configure() => Get("/orders/{id}");
                public Task HandleAsync() { var region = Config["Orders:Region"] ?? "eu"; return Task.CompletedTask; }
            }
            namespace FastEndpoints
            {
                public sealed class Settings { public string Prefix { get; set; } = ""; }
                public abstract class Endpoint { protected IConfiguration Config { get; set; } = null!; public abstract void Configure(); protected void Get(string route) { } }
                public static class Extensions
                {
                    public static IServiceCollection AddFastEndpoints(this IServiceCollection services) => services;
                    public static IApplicationBuilder UseFastEndpoints(this IApplicationBuilder app, Action<Settings> configure) => app;
                }
            }
            """, "setting Orders:Region=eu" },
        { "Carter modules", """
            using Carter;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapCarter();
            app.Run();

            public sealed class OperationsModule : ICarterModule
            {
                public void AddRoutes(IEndpointRouteBuilder app)
                {
                    var group = app.MapGroup("ops").WithTags("operations");
                    group.MapHealthChecks("ready").AllowAnonymous();
                    group.MapHealthChecks("live").AllowAnonymous();
                }
            }
            namespace Carter
            {
                public interface ICarterModule { void AddRoutes(IEndpointRouteBuilder app); }
                public static class Extensions { public static IEndpointRouteBuilder MapCarter(this IEndpointRouteBuilder app) => app; }
            }
            """, "Readiness /ops/ready\nLiveness /ops/live" },
        { "Aspire's clients and service defaults", """
            var builder = WebApplication.CreateBuilder(args);
            builder.AddServiceDefaults();
            builder.AddNpgsqlDataSource("catalog");
            builder.AddRedisClient(connectionName: Names.Cache);
            var app = builder.Build();
            app.MapDefaultEndpoints();
            app.Run();

            static class Names { public const string Cache = "cache"; }
            static class ServiceDefaults
            {
                public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
                {
                    builder.Services.AddHealthChecks().AddCheck("self", () => Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy(), ["live"]);
                    var exporter = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
                    return builder;
                }
                public static WebApplication MapDefaultEndpoints(this WebApplication app)
                {
                    app.MapHealthChecks("/health");
                    app.MapHealthChecks("/alive", new Microsoft.AspNetCore.Diagnostics.HealthChecks.HealthCheckOptions { Predicate = r => r.Tags.Contains("live") });
                    return app;
                }
            }
            namespace Microsoft.Extensions.Hosting
            {
                public static class AspireClients
                {
                    public static void AddNpgsqlDataSource(this IHostApplicationBuilder builder, string connectionName, Action<object>? configureSettings = null) { }
                    public static void AddRedisClient(this IHostApplicationBuilder builder, string connectionName, Action<object>? configureSettings = null) { }
                }
            }
            """, """
            Readiness /health
            Liveness /alive
            secret ConnectionStrings:cache
            secret ConnectionStrings:catalog
            setting OTEL_EXPORTER_OTLP_ENDPOINT
            """ },
        { "a worker of the generic host", """
            using Microsoft.Extensions.Options;
            IHost host = Host.CreateDefaultBuilder(args)
                .ConfigureServices((context, services) =>
                {
                    services.Configure<PollOptions>(context.Configuration.GetSection("Poll"));
                    services.Configure<HostOptions>(o => { o.ServicesStartConcurrently = true; o.ShutdownTimeout = TimeSpan.FromSeconds(90); });
                    services.AddHostedService<Poller>();
                })
                .Build();
            await host.RunAsync();
            sealed class PollOptions { public int Batch { get; set; } = DefaultBatch; private const int DefaultBatch = 100; public Uri Target { get; set; } = new("https://partner.example.com"); }
            sealed class Poller(IOptionsMonitor<PollOptions> options) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(options.CurrentValue.Batch, stoppingToken);
            }
            """, "setting Poll:Batch=100\nsetting Poll:Target=https://partner.example.com\nshutdown 90" },
        { "the old web host", """
            public class Entry
            {
                public static void Main(string[] args) => BuildWebHost(args).Run();
                public static IWebHost BuildWebHost(string[] args) => new WebHostBuilder().UseKestrel().UseUrls("http://*:5000").UseShutdownTimeout(TimeSpan.FromSeconds(15)).UseStartup<Startup>().Build();
            }
            [Stateless] public partial class Program;
            public class Startup(IConfiguration configuration)
            {
                public IConfiguration Configuration { get; } = configuration;
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddHealthChecks();
                    var origins = Configuration.GetSection("Cors:Origins").Get<string[]>();
                    var audience = Configuration.GetSection("Auth:Audience").Value;
                }
                public void Configure(IApplicationBuilder app) => app.UseHealthChecks("/hc", 9000);
            }
            """, "port 5000 Http\nReadiness /hc on 9000\nsetting Auth:Audience\nshutdown 15" },
        { "named options", """
            using Microsoft.Extensions.Options;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<StoreOptions>("east", builder.Configuration.GetSection("Stores:East"));
            builder.Services.AddOptions<StoreOptions>("west").Bind(builder.Configuration.GetSection("Stores:West")).ValidateDataAnnotations();
            builder.Services.AddKeyedSingleton<object>("east", (provider, key) => provider.GetRequiredService<IOptionsMonitor<StoreOptions>>().Get((string)key!));
            builder.Build().Run();
            class StoreOptions { public string Region { get; set; } = ""; public string? AccessKey { get; set; } }
            """, """
            secret Stores:East:AccessKey
            setting Stores:East:Region
            secret Stores:West:AccessKey
            setting Stores:West:Region
            """ },
        { "a class that configures options", """
            using Microsoft.AspNetCore.Server.Kestrel.Core;
            using Microsoft.Extensions.Options;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.ConfigureOptions<KestrelSetup>().ConfigureOptions<MailSetup>();
            builder.Build().Run();
            class KestrelSetup : IConfigureOptions<KestrelServerOptions>
            {
                public void Configure(KestrelServerOptions options) => options.ListenAnyIP(Port);
                private const int Port = 5500;
            }
            class MailSetup(IConfiguration cfg) : IConfigureOptions<MailOptions>
            {
                public void Configure(MailOptions options) => cfg.GetSection(Keys.Mail).Bind(options);
            }
            class MailOptions { public string Host { get; set; } = "smtp"; public bool UseTls { get; set; } = true; }
            static class Keys { public const string Mail = "Mail"; }
            """, "port 5500 Http\nsetting Mail:Host=smtp\nsetting Mail:UseTls=true" },
        { "sections by the type's name", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSection<MailOptions>(builder.Configuration).AddSection<QueueOptions>(builder.Configuration);
            builder.Build().Run();
            class MailOptions { public int Port { get; set; } = 25; }
            class QueueOptions { public string Name { get; set; } = "orders"; }
            static class Sections
            {
                public static IServiceCollection AddSection<T>(this IServiceCollection services, IConfiguration configuration) where T : class =>
                    services.Configure<T>(configuration.GetSection(typeof(T).Name.Replace("Options", "")));
            }
            """, "setting Mail:Port=25\nsetting Queue:Name=orders" },
        { "sections by a static abstract name", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSection<MailOptions>();
            builder.Build().Run();
            interface ISection { static abstract string Section { get; } }
            class MailOptions : ISection { public static string Section => "Team:Mail"; public int Port { get; set; } = 25; }
            static class Sections
            {
                public static void AddSection<T>(this IServiceCollection services) where T : class, ISection => services.AddOptions<T>().BindConfiguration(T.Section);
            }
            """, "setting Team:Mail:Port=25" },
        { "records as settings", """
            var builder = WebApplication.CreateBuilder(args);
            var smtp = builder.Configuration.GetRequiredSection("Smtp").Get<Smtp>()!;
            builder.Build().Run();
            record Smtp(string Host, int Port = 587, string? Password = null, Retry? Retry = null);
            record Retry(int Count = 3, double Factor = 1.5);
            """, """
            setting Smtp:Host required
            secret Smtp:Password
            setting Smtp:Port=587
            setting Smtp:Retry:Count=3
            setting Smtp:Retry:Factor=1.5
            """ },
        { "ports from an enum and a loop", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.ListenAnyIP((int)Port.Http);
                foreach (var port in new[] { 9100, 9200 })
                    kestrel.ListenAnyIP(port);
            });
            builder.Build().Run();
            enum Port { Http = 8081 }
            """, "port 8081 Http" },
        { "checks by the name of the check", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks().AddCheck("self", () => Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy());
            var app = builder.Build();
            app.MapHealthChecks("/hc", new() { Predicate = _ => true });
            app.MapHealthChecks("/process", new() { Predicate = r => r.Name.Contains("self") });
            app.Run();
            """, "Readiness /hc\nLiveness /process" },
        { "tags whatever their case", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/a", new() { Predicate = r => r.Tags.Contains("LIVE", StringComparer.OrdinalIgnoreCase) });
            app.MapHealthChecks("/b");
            app.Run();
            """, "Readiness /b\nLiveness /a" },
        { "a minimal API in modules with interfaces", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            foreach (IModule module in new IModule[] { new Orders(), new Operations() })
                module.Map(app);
            app.Run();
            interface IModule { void Map(IEndpointRouteBuilder endpoints); }
            class Orders : IModule { public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGroup("/orders").MapGet("/", (IConfiguration configuration) => configuration.GetValue<TimeSpan>("Orders:Cache", TimeSpan.FromMinutes(5))); }
            class Operations : IModule { public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapHealthChecks("/healthz"); }
            """, "Readiness /healthz\nsetting Orders:Cache=00:05:00" },
        { "gRPC by configuration alone", """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            app.MapGrpcService<Greeter>();
            app.MapGrpcHealthChecksService();
            app.Run();
            class Greeter;
            namespace Microsoft.AspNetCore.Builder
            {
                public static class GrpcEndpointRouteBuilderExtensions
                {
                    public static object MapGrpcService<T>(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) where T : class => endpoints;
                    public static object MapGrpcHealthChecksService(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) => endpoints;
                }
            }
            """, "port 8080 Grpc\nReadiness grpc" },
        { "half of it for developers", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapOperations();
            app.Run();
            static class Operations
            {
                public static WebApplication MapOperations(this WebApplication app)
                {
                    app.MapHealthChecks("/healthz");
                    if (!app.Environment.IsDevelopment())
                        return app;
                    app.MapHealthChecks("/health/live");
                    return app;
                }
            }
            """, "Readiness /healthz" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void All_that_is_known_of_a_program(string name, string program, string expected) =>
        Assert.Equal($"{name}:\n{expected.ReplaceLineEndings("\n")}", $"{name}:\n{FactsOf.Lines(FactsOf.Class(FactsOf.Web(program)))}");
}
