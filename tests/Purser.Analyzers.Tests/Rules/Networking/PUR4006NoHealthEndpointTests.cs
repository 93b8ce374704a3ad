using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Networking;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Networking;

namespace Purser.Analyzers.Tests.Rules.Networking;

public sealed class PUR4006NoHealthEndpointTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args); builder.Services.AddHealthChecks(); var app = builder.Build();\n";

    [Theory]
    [InlineData(Start + "app.Run(); [Stateless, Exposed] public partial class Program;", "Exposed")]
    [InlineData(Start + "app.MapGet(\"/\", () => 1); app.Run(); [Stateful, Exposed(Host = \"a.example.com\")] public partial class Program;", "Exposed(Host = \"a.example.com\")")]
    [InlineData(Start + "app.MapControllers(); app.Run(); [Stateless, Exposed] public partial class Program;", "Exposed")]
    [InlineData(Start + "app.MapGet(\"/\", () => 1); app.Run(); [Stateless, Exposed, Probe(ProbeKind.Readiness, \"/ready\")] public partial class Program;", "Exposed")]
    [InlineData(Start + "if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\"); app.Run(); [Stateless, Exposed] public partial class Program;", "Exposed")]
    public async Task A_web_workload_that_nobody_can_ask_is_reported_at_Exposed(string program, string expected) => Assert.Equal($"PUR4006 {expected}", await FactRule.Lines("PUR4006", program));

    [Theory]
    [InlineData(Start + "app.MapHealthChecks(\"/healthz\"); app.Run(); [Stateless, Exposed] public partial class Program;")]
    [InlineData(Start + "app.UseHealthChecks(\"/healthz\"); app.Run(); [Stateless, Exposed] public partial class Program;")]
    [InlineData(Start + "app.MapHealthChecks(Environment.MachineName); app.Run(); [Stateless, Exposed] public partial class Program;")]
    [InlineData(Start + "app.MapGet(\"/ping\", () => 1); app.Run(); [Stateless, Exposed, Probe(ProbeKind.Readiness, \"/ping\")] public partial class Program;")]
    [InlineData(Start + "app.MapGet(\"/healthz\", () => 1); app.Run(); [Stateless, Exposed] public partial class Program;")]
    [InlineData(Start + "app.Run(); [Stateless] public partial class Program;")]
    [InlineData(Start + "app.Run(); [BatchJob, Exposed] public partial class Program;")]
    [InlineData(Start + "app.Run(); [Stateless, Exposed(Port = 9092, Protocol = Protocol.Tcp)] public partial class Program;")]
    public async Task Nothing_is_said_where_somebody_can(string program) => Assert.Equal("", await FactRule.Lines("PUR4006", program));

    [Fact]
    public async Task A_worker_is_no_web_workload() => Assert.Equal("", await FactRule.Lines(
        FactsOf.Web("Host.CreateApplicationBuilder(args).Build().Run(); [Stateless, Exposed(Port = 1)] public partial class Program;").With("UsingMicrosoftNETSdkWeb", "false"), "PUR4006"));

    [Fact]
    public async Task An_endpoint_that_wants_authorization_helps_nobody()
    {
        var diagnostic = Assert.Single(await FactsOf.Web(Start + "app.MapHealthChecks(\"/healthz\").RequireAuthorization(); app.Run(); [Stateless, Exposed] public partial class Program;").Analyze(new FactAnalyzer()));
        Assert.Equal(
            "'/healthz' wants authorization, which Kubernetes does not bring, so Kubernetes can only see that the port answers; let anybody ask: MapHealthChecks(\"/healthz\").AllowAnonymous()",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task It_is_a_suggestion()
    {
        var diagnostic = Assert.Single(await FactsOf.Web(Start + "app.Run(); [Stateless, Exposed] public partial class Program;").Analyze(new FactAnalyzer()));
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "the app maps no health endpoint, so Kubernetes can only see that the port answers; add builder.Services.AddHealthChecks() and app.MapHealthChecks(\"/healthz\")",
            diagnostic.GetMessage());
    }

    [Fact]
    public Task The_fix_adds_checks_and_endpoint() => FactRule.Fix<PUR4006NoHealthEndpointFix>(
        "PUR4006",
        """
        var builder = WebApplication.CreateBuilder(args);

        var app = builder.Build();

        app.MapGet("/", () => "orders");

        app.Run();

        [Stateless]
        [{|PUR4006:Exposed|}]
        public partial class Program;
        """,
        """
        var builder = WebApplication.CreateBuilder(args);

        builder.Services.AddHealthChecks();
        var app = builder.Build();

        app.MapGet("/", () => "orders");

        app.MapHealthChecks("/healthz");
        app.Run();

        [Stateless]
        [Exposed]
        public partial class Program;
        """);

    [Fact]
    public Task The_fix_works_in_Main_and_adds_checks_once() => FactRule.Fix<PUR4006NoHealthEndpointFix>(
        "PUR4006",
        """
        [Stateless, {|PUR4006:Exposed|}]
        public class Program
        {
            public static async Task Main(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddHealthChecks();
                await using WebApplication app = builder.Build();
                await app.RunAsync();
            }
        }
        """,
        """
        [Stateless, Exposed]
        public class Program
        {
            public static async Task Main(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddHealthChecks();
                await using WebApplication app = builder.Build();
                app.MapHealthChecks("/healthz");
                await app.RunAsync();
            }
        }
        """);

    [Fact]
    public Task A_program_of_another_shape_gets_no_fix() => FactRule.Fix<PUR4006NoHealthEndpointFix>(
        "PUR4006",
        "WebApplication.CreateBuilder(args).Build().Run(); [Stateless, {|PUR4006:Exposed|}] public partial class Program;",
        "WebApplication.CreateBuilder(args).Build().Run(); [Stateless, {|PUR4006:Exposed|}] public partial class Program;");
}
