using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Networking;

namespace Purser.Analyzers.Tests.Rules.Networking;

public sealed class PUR4002ProbePathNotMappedTests
{
    [Theory]
    [InlineData("app.MapGet(\"/orders\", () => 1);", "\"/ready\"")]
    [InlineData("app.MapHealthChecks(\"/healthz\");", "\"/ready\"")]
    [InlineData("app.MapGroup(\"/internal\").MapHealthChecks(\"/ready\");", "\"/ready\"")]
    [InlineData("app.MapGet(\"/orders/{id}\", (int id) => id);", "\"/ready\"")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/ready\"); }", "\"/ready\"")]
    [InlineData("", "\"/ready\"")]
    public async Task A_path_that_nothing_answers_is_reported_at_the_path(string map, string expected) => Assert.Equal($"PUR4002 {expected}", await FactRule.Lines("PUR4002", Program(map)));

    [Theory]
    [InlineData("app.MapHealthChecks(\"/ready\");")]
    [InlineData("app.MapHealthChecks(\"Ready/\");")]
    [InlineData("app.MapGet(\"/ready\", () => 1);")]
    [InlineData("app.MapGet(\"/{name}\", (string name) => name);")]
    [InlineData("app.MapGet(\"/{**rest}\", () => 1);")]
    [InlineData("app.MapGet(\"/ready/{detail?}\", () => 1);")]
    [InlineData("app.MapFallback(() => 1);")]
    [InlineData("app.MapGet(Environment.MachineName, () => 1);")]
    [InlineData("app.Use((context, next) => next(context));")]
    [InlineData("app.MapHealthChecks(Paths.Ready); static class Paths { public const string Ready = \"/ready\"; }")]
    [InlineData("app.MapTeam(\"ready\"); static class Team { public static void MapTeam(this IEndpointRouteBuilder endpoints, string name) => endpoints.MapHealthChecks(\"/\" + name); }")]
    public async Task A_path_that_is_mapped_or_may_be_is_not(string map) => Assert.Equal("", await FactRule.Lines("PUR4002", Program(map)));

    [Fact]
    public async Task What_another_assembly_maps_cannot_be_known()
    {
        var defaults = Project.WebOf("""
            using Microsoft.AspNetCore.Builder;
            public static class Defaults { public static WebApplication MapDefaultEndpoints(this WebApplication app) { app.MapHealthChecks("/ready"); return app; } }
            """) with { AssemblyName = "Shop.ServiceDefaults", OutputKind = Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary };
        var project = FactsOf.Web(Program("app.MapDefaultEndpoints();"));
        project = project with { References = project.References.Add(defaults.Compile().ToMetadataReference()) };
        Assert.Equal("", await FactRule.Lines(project, "PUR4002", "PUR4006"));
    }

    [Fact]
    public async Task The_message_names_an_endpoint_that_is_there() => Assert.Equal(
        "nothing in the app answers '/ready'; write a path that is mapped, such as \"/healthz\", or map this one: app.MapHealthChecks(\"/ready\")",
        await FactRule.Message("PUR4002", FactsOf.Web(Program("app.MapHealthChecks(\"/healthz\");"))));

    [Fact]
    public Task The_fix_writes_the_endpoint_of_that_kind() => FactRule.Fix<PUR4002ProbePathNotMappedFix>("PUR4002", Program("app.MapHealthChecks(\"/live\"); app.MapHealthChecks(\"/status\");", "{|PUR4002:\"/ready\"|}"), Program("app.MapHealthChecks(\"/live\"); app.MapHealthChecks(\"/status\");", "\"/status\""));

    private static string Program(string map, string path = "\"/ready\"")
    {
        var types = map.IndexOf(" static class", StringComparison.Ordinal);
        return $$"""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks();
            var app = builder.Build();
            {{(types < 0 ? map : map[..types])}}
            app.Run();

            [Stateless]
            [Exposed]
            [Probe(ProbeKind.Readiness, {{path}})]
            public partial class Program;
            {{(types < 0 ? "" : map[types..])}}
            """;
    }
}
