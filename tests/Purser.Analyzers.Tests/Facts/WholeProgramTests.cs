using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Programs as teams write them, and all that is known of each.</summary>
public sealed class WholeProgramTests
{
    public static TheoryData<string, string, string> Programs() => new()
    {
        { "an API with service defaults in the same project", """
            var builder = WebApplication.CreateBuilder(args);
            builder.AddServiceDefaults();
            builder.Services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(45));
            var app = builder.Build();
            app.MapDefaultEndpoints();
            app.MapGroup("/api/v1").MapGroup("/items").MapGet("/{id:int}", (int id, IConfiguration configuration) => configuration.GetConnectionString("Catalog"));
            app.Run();

            internal sealed record CatalogOptions
            {
                public const string Section = "Catalog";
                public required Uri ImageServer { get; init; }
                public int PageSize { get; init; } = 24;
                public CacheOptions Cache { get; init; } = new();
            }
            internal sealed record CacheOptions(int Minutes = 5, string? Region = null);
            internal static class ServiceDefaults
            {
                private const string Live = "live";
                public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
                {
                    builder.Services.AddHealthChecks().AddCheck("self", () => Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy(), [Live]);
                    return builder;
                }
                public static WebApplication MapDefaultEndpoints(this WebApplication app)
                {
                    app.MapHealthChecks("/health");
                    app.MapHealthChecks("/alive", new() { Predicate = registration => registration.Tags.Contains(Live) });
                    return app;
                }
            }
            """, """
            Readiness /health
            Liveness /alive
            setting Catalog:Cache:Minutes=5
            setting Catalog:Cache:Region
            setting Catalog:ImageServer required
            setting Catalog:PageSize=24
            secret ConnectionStrings:Catalog
            shutdown 45
            """ },
        { "a generic host with a Startup class", """
            Host.CreateDefaultBuilder(args)
                .ConfigureHostOptions(options => options.ShutdownTimeout = TimeSpan.FromMinutes(1))
                .ConfigureWebHostDefaults(web => web.UseKestrel(kestrel => kestrel.ListenAnyIP(Startup.Port)).UseStartup<Startup>())
                .Build()
                .Run();

            public class Startup
            {
                public const int Port = 5080;
                private readonly IConfiguration _configuration;
                public Startup(IConfiguration configuration) => _configuration = configuration;
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddHealthChecks();
                    services.Configure<MailOptions>(_configuration.GetSection("Mail"));
                }
                public void Configure(IApplicationBuilder app)
                {
                    app.UseRouting();
                    app.UseEndpoints(endpoints =>
                    {
                        endpoints.MapHealthChecks("/hc/ready");
                        endpoints.MapHealthChecks("/hc/live");
                    });
                }
            }
            public class MailOptions { public string Host { get; set; } = "smtp"; public int Port { get; set; } = 25; public string? Password { get; set; } }
            """, """
            port 5080 Http
            Readiness /hc/ready
            Liveness /hc/live
            setting Mail:Host=smtp
            secret Mail:Password
            setting Mail:Port=25
            shutdown 60
            """ },
        { "a public and a management port", """
            var builder = WebApplication.CreateBuilder(args);
            var management = builder.Configuration.GetValue("Management:Port", 9090);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.ListenAnyIP(Ports.Public);
                kestrel.ListenAnyIP(Ports.Management);
            });
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/readyz").RequireHost($"*:{Ports.Management}");
            app.MapHealthChecks("/livez").RequireHost("*:" + Ports.Management);
            app.Run();
            static class Ports { public const int Public = 8080; public const int Management = 9090; }
            """, """
            port 8080 Http
            port 9090 Http
            Readiness /readyz on 9090
            Liveness /livez on 9090
            setting Management:Port=9090
            """ },
        { "two hosts in one process", """
            await Task.WhenAll(Front.RunAsync(args), Admin.RunAsync(args));
            static class Front
            {
                public static Task RunAsync(string[] args)
                {
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.MapHealthChecks("/healthz");
                    return app.RunAsync("http://*:8080");
                }
            }
            static class Admin
            {
                public static Task RunAsync(string[] args)
                {
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.MapGet("/admin", () => "");
                    return app.RunAsync("http://localhost:8081");
                }
            }
            """, """
            port 8080 Http
            port 8081 Http localhost
            Readiness /healthz
            """ },
        { "a worker with a queue", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddOptions<QueueOptions>().Configure<IConfiguration>((options, configuration) => configuration.GetSection("Queue").Bind(options));
            builder.Services.AddHostedService<Worker>();
            builder.Build().Run();
            class QueueOptions { public string Name { get; set; } = "orders"; public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(500); public string ConnectionString { get; set; } = ""; }
            class Worker(Microsoft.Extensions.Options.IOptions<QueueOptions> options) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(options.Value.Poll, stoppingToken);
            }
            """, """
            secret Queue:ConnectionString
            setting Queue:Name=orders
            setting Queue:Poll=00:00:00.5000000
            """ },
        { "modules that register themselves", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddBilling(builder.Configuration).AddStock(builder.Configuration.GetRequiredSection("Stock"));
            var app = builder.Build();
            app.UseOps(new OpsPaths("/ops"));
            app.Run();
            record OpsPaths(string Root);
            static class Modules
            {
                public static IServiceCollection AddBilling(this IServiceCollection services, IConfiguration configuration)
                {
                    var options = configuration.GetSection("Billing").Get<BillingOptions>() ?? throw new InvalidOperationException();
                    return services.AddSingleton(options);
                }
                public static IServiceCollection AddStock(this IServiceCollection services, IConfigurationSection section) => services.Configure<StockOptions>("main", section);
                public static void UseOps(this WebApplication app, OpsPaths paths)
                {
                    app.MapHealthChecks(paths.Root + "/ready");
                    app.MapHealthChecks("/live");
                }
            }
            class BillingOptions { public decimal Fee { get; set; } = 1.5m; public string[] Currencies { get; set; } = ["EUR"]; }
            class StockOptions { public bool Reserve { get; set; } public DayOfWeek Inventory { get; set; } = DayOfWeek.Sunday; }
            """, """
            Liveness /live
            setting Billing:Fee=1.5
            setting Stock:Inventory=Sunday
            setting Stock:Reserve
            """ },
        { "Main in a class, helpers around it", """
            [Stateless]
            public class Program
            {
                private const string UrlKey = "Feed:Url";
                private static readonly TimeSpan Grace = new(0, 0, 50);
                public static async Task Main(string[] args)
                {
                    var host = CreateHost(args);
                    await host.RunAsync();
                }
                private static WebApplication CreateHost(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    builder.WebHost.UseUrls(Url(5055)).UseShutdownTimeout(Grace);
                    var feed = Required(builder.Configuration, UrlKey);
                    var key = Required(builder.Configuration, "Feed:ApiKey");
                    return builder.Build();
                }
                private static string Url(int port) => $"http://+:{port}";
                private static string Required(IConfiguration configuration, string key) => configuration[key] ?? throw new InvalidOperationException(key);
            }
            """, """
            port 5055 Http
            secret Feed:ApiKey required
            setting Feed:Url required
            shutdown 50
            """ },
        { "twelve factors, by environment variables", """
            var port = Environment.GetEnvironmentVariable("PORT") ?? "8080";
            var level = Environment.GetEnvironmentVariable("LOG_LEVEL") ?? "info";
            var dsn = Environment.GetEnvironmentVariable("DATABASE_URL") ?? "postgres://app:app@localhost/app";
            var token = Environment.GetEnvironmentVariable("API_TOKEN");
            var home = Environment.GetEnvironmentVariable("HOME");
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run($"http://0.0.0.0:{port}");
            """, """
            port 8080 Http
            secret API_TOKEN
            secret DATABASE_URL has default
            setting LOG_LEVEL=info
            setting PORT=8080
            """ },
        { "gRPC beside HTTP", """
            using Microsoft.AspNetCore.Server.Kestrel.Core;
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel((context, kestrel) =>
            {
                kestrel.ListenAnyIP(5000, listen => { listen.Protocols = HttpProtocols.Http1AndHttp2; });
                kestrel.Listen(System.Net.IPAddress.IPv6Any, 5001, listen => { listen.Protocols = HttpProtocols.Http2; });
            });
            var app = builder.Build();
            app.MapHealthChecks("/healthz");
            app.Run();
            """, """
            port 5000 Http
            port 5001 Http2
            Readiness /healthz
            """ },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void All_that_is_known_of_a_program(string name, string program, string expected) =>
        Assert.Equal($"{name}:\n{expected.ReplaceLineEndings("\n")}", $"{name}:\n{FactsOf.Lines(FactsOf.Class(FactsOf.Web(program)))}");

    [Fact]
    public void Several_workloads_of_one_program_have_what_is_theirs()
    {
        var project = FactsOf.Web("""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapHealthChecks("/healthz");
            app.Run("http://*:5000");
            [Stateless] public partial class Program;
            [BatchJob(Args = ["import"])] public class Import
            {
                public static string? Source(IConfiguration configuration) => configuration["Import:Source"];
            }
            public static class Shared { public static string? Region(IConfiguration configuration) => configuration["Shared:Region"]; }
            """);
        Assert.Equal("port 5000 Http\nReadiness /healthz\nsetting Shared:Region", FactsOf.Lines(FactsOf.Class(project)));
        Assert.Equal("setting Import:Source\nsetting Shared:Region", FactsOf.Lines(FactsOf.Class(project, "Import")));
    }
}
