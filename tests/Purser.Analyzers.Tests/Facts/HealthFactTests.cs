using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Small programs and what the kubelet should ask them.</summary>
public sealed class HealthFactTests
{
    public static TheoryData<string, string, string> Programs() => new()
    {
        { "one endpoint is for readiness", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/healthz");
            """, "Readiness /healthz" },
        { "told apart by path", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/health/live");
            app.MapHealthChecks("/health/ready");
            app.MapHealthChecks("/health/startup");
            """, "Readiness /health/ready\nLiveness /health/live\nStartup /health/startup" },
        { "Kubernetes' own names", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("livez");
            app.MapHealthChecks("readyz");
            """, "Readiness /readyz\nLiveness /livez" },
        { "told apart by tags", """
            builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]).AddCheck<Database>("db", tags: ["ready"]);
            var app = builder.Build();
            app.MapHealthChecks("/a", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
            app.MapHealthChecks("/b", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
            """, "Readiness /b\nLiveness /a" },
        { "tags from constants", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/a", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Tags.Live) });
            app.MapHealthChecks("/b", new HealthCheckOptions { Predicate = check => check.Tags.Any(tag => tag == Tags.Ready) });
            """, "Readiness /b\nLiveness /a" },
        { "no check at all is liveness", """
            builder.Services.AddHealthChecks().AddCheck<Database>("db");
            var app = builder.Build();
            app.MapHealthChecks("/health", new() { Predicate = _ => false });
            app.MapHealthChecks("/health/all");
            """, "Readiness /health/all\nLiveness /health" },
        { "all but ready is liveness", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/ping", new() { Predicate = check => !check.Tags.Contains("ready") });
            app.MapHealthChecks("/full", new() { Predicate = check => true });
            """, "Readiness /full\nLiveness /ping" },
        { "by the name of a check", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/one", new() { Predicate = check => check.Name == "self" });
            app.MapHealthChecks("/two");
            """, "Readiness /two\nLiveness /one" },
        { "liveness never asks the database where another endpoint does not", """
            builder.Services.AddHealthChecks().AddCheck<Database>("db");
            var app = builder.Build();
            app.MapHealthChecks("/live");
            app.MapHealthChecks("/ready");
            app.MapHealthChecks("/ping", new() { Predicate = _ => false });
            """, "Readiness /ready\nLiveness /ping" },
        { "a liveness endpoint that asks the database is better than none", """
            builder.Services.AddHealthChecks().AddCheck<Database>("db");
            var app = builder.Build();
            app.MapHealthChecks("/live");
            app.MapHealthChecks("/ready");
            """, "Readiness /ready\nLiveness /live" },
        { "liveness alone leaves readiness to the port", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/alive");
            """, "Liveness /alive" },
        { "checks added to a variable", """
            var checks = builder.Services.AddHealthChecks();
            checks.AddCheck("self", () => HealthCheckResult.Healthy());
            checks.AddCheck<Database>("db", tags: new[] { "deep" });
            var app = builder.Build();
            app.MapHealthChecks("/shallow", new() { Predicate = check => !check.Tags.Contains("deep") });
            app.MapHealthChecks("/deep", new() { Predicate = check => check.Tags.Contains("deep") });
            """, "Readiness /deep\nLiveness /shallow" },
        { "groups", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            var management = app.MapGroup("/management");
            management.MapGroup("health").MapHealthChecks("/ready");
            management.MapHealthChecks("live");
            """, "Readiness /management/health/ready\nLiveness /management/live" },
        { "a group with a prefix that nobody knows", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapGroup(Environment.MachineName).MapHealthChecks("/ready");
            """, "" },
        { "an extension method, as service defaults do", """
            builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);
            var app = builder.Build();
            app.MapDefaultEndpoints();
            static class Defaults
            {
                public static WebApplication MapDefaultEndpoints(this WebApplication app)
                {
                    app.MapHealthChecks("/health");
                    app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = r => r.Tags.Contains("live") });
                    return app;
                }
            }
            """, "Readiness /health\nLiveness /alive" },
        { "service defaults for developers only", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapDefaultEndpoints();
            static class Defaults
            {
                public static WebApplication MapDefaultEndpoints(this WebApplication app)
                {
                    if (app.Environment.IsDevelopment())
                    {
                        app.MapHealthChecks("/health");
                    }
                    return app;
                }
            }
            """, "" },
        { "an extension method that is told the path and the group", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapGroup("/internal").MapTeamHealth("status");
            static class Defaults
            {
                public static void MapTeamHealth(this IEndpointRouteBuilder endpoints, string name) => endpoints.MapHealthChecks($"/{name}/ready");
            }
            """, "Readiness /internal/status/ready" },
        { "options in a field", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/x", Options.Live);
            app.MapHealthChecks("/y");
            static class Options { public static readonly HealthCheckOptions Live = new() { Predicate = check => check.Tags.Contains("live") }; }
            """, "Readiness /y\nLiveness /x" },
        { "a Startup class", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            public class Startup
            {
                public void Configure(IApplicationBuilder app)
                {
                    app.UseRouting();
                    app.UseEndpoints(endpoints => endpoints.MapHealthChecks("/healthz"));
                    app.UseHealthChecks("/live");
                }
            }
            """, "Readiness /healthz\nLiveness /live" },
        { "a port of its own", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/ready").RequireHost("*:9000");
            """, "Readiness /ready on 9000" },
        { "a predicate that nobody can read", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/status", new() { Predicate = Choose });
            static bool Choose(HealthCheckRegistration check) => check.Name.Length > 3;
            """, "Readiness /status" },
        { "one path mapped twice", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/health");
            app.MapHealthChecks("/health");
            """, "Readiness /health" },
        { "a path from configuration is not known", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks(Environment.MachineName);
            """, "" },
        { "routes that are called as Kubernetes calls them", """
            var app = builder.Build();
            app.MapGet("/healthz", () => Results.Ok());
            app.MapGet("/ready", () => "ok");
            """, "Readiness /ready\nLiveness /healthz" },
        { "one such route is for readiness", """
            var app = builder.Build();
            app.MapGet("/health", () => Results.Ok());
            app.MapGet("/orders", () => Results.Ok());
            """, "Readiness /health" },
        { "a route that asks somebody is not for liveness where another does not", """
            var app = builder.Build();
            app.MapGet("/health/live", (Database database) => Results.Ok());
            app.MapGet("/health", Answers);
            app.MapGet("/health/ready", (Database database) => Results.Ok());
            static IResult Answers(HttpContext context) => Results.Ok();
            """, "Readiness /health/ready\nLiveness /health" },
        { "health checks go before routes", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapGet("/health", () => Results.Ok());
            app.MapHealthChecks("/status");
            """, "Readiness /status\nLiveness /health" },
        { "routes that only sound so", """
            var app = builder.Build();
            app.MapGet("/health/{patient}", (string patient) => Results.Ok());
            app.MapGet("/articles/health", () => Results.Ok());
            app.MapPost("/healthz", () => Results.Ok());
            """, "" },
        { "an endpoint that asks who is there", """
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            app.MapHealthChecks("/healthz").RequireAuthorization();
            app.MapGroup("/ops").RequireAuthorization("staff").MapHealthChecks("/ready");
            app.MapHealthChecks("/status").RequireHost("*:9000");
            """, "Readiness /status on 9000" },
        { "all endpoints ask who is there, but one", """
            builder.Services.AddHealthChecks();
            builder.Services.AddAuthorization(options => options.FallbackPolicy = new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            var app = builder.Build();
            app.MapHealthChecks("/ready");
            app.MapHealthChecks("/live").AllowAnonymous();
            """, "Liveness /live" },
        { "all endpoints ask who is there, but middleware is none", """
            builder.Services.AddHealthChecks();
            builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            var app = builder.Build();
            app.UseHealthChecks("/ready");
            app.MapHealthChecks("/live");
            """, "Readiness /ready" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_health_endpoints_of_a_program_are_told_apart(string name, string program, string expected)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Diagnostics.HealthChecks;
            using Microsoft.Extensions.Diagnostics.HealthChecks;
            var builder = WebApplication.CreateBuilder(args);
            {{program}}
            static class Tags { public const string Live = "live"; public const string Ready = "ready"; }
            class Database : IHealthCheck
            {
                public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellation = default) => Task.FromResult(HealthCheckResult.Healthy());
            }
            """;
        Assert.Equal($"{name}:\n{expected}", $"{name}:\n{FactsOf.Lines(FactsOf.Class(FactsOf.Web(source)))}");
    }
}
