using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Networking;

namespace Purser.Analyzers.Tests.Rules.Networking;

public sealed class PUR4001PortNotListenedOnTests
{
    private const string App = "var app = WebApplication.CreateBuilder(args).Build();\n";

    [Theory]
    [InlineData(App + "app.Run(); [Stateless, Exposed(Port = 5000)] public partial class Program;", "PUR4001 5000")]
    [InlineData(App + "app.Run(\"http://*:8081\"); [Stateless, Exposed(Port = 8080)] public partial class Program;", "PUR4001 8080")]
    [InlineData("var builder = WebApplication.CreateBuilder(args); builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(5000)); builder.Build().Run(); [Stateless, Exposed(Port = 5000), Exposed(Port = 5001)] public partial class Program;", "PUR4001 5001")]
    [InlineData(App + "app.Run(); [Stateful, Exposed, Probe(ProbeKind.Readiness, \"/x\", Port = 9000)] public partial class Program;", "PUR4001 9000")]
    [InlineData(App + "app.Run(); [Stateless, Setting(\"ASPNETCORE_HTTP_PORTS\", \"8085\"), Exposed(Port = 8080)] public partial class Program;", "PUR4001 8080")]
    [InlineData(App + "app.Run(); [PerNode, Exposed(Port = Ports.Http)] public partial class Program; static class Ports { public const int Http = 80; }", "PUR4001 Ports.Http")]
    [InlineData("Server.Start(args); static class Server { public static void Start(string[] args) { var builder = WebApplication.CreateBuilder(args); builder.Listen(5005); builder.Build().Run(); } static void Listen(this WebApplicationBuilder b, int port) => b.WebHost.UseUrls($\"http://+:{port}\"); } [Stateless, Exposed(Port = 5000)] public partial class Program;", "PUR4001 5000")]
    public async Task A_port_that_nothing_listens_on_is_reported_at_its_number(string program, string expected) => Assert.Equal(expected, await FactRule.Lines("PUR4001", program));

    [Theory]
    [InlineData(App + "app.Run(); [Stateless, Exposed(Port = 8080)] public partial class Program;")]
    [InlineData(App + "app.Run(); [Stateless, Exposed] public partial class Program;")]
    [InlineData(App + "app.Run(\"http://*:\" + Environment.MachineName); [Stateless, Exposed(Port = 5000)] public partial class Program;")]
    [InlineData(App + "app.Run(); [Stateless, Exposed(Port = 11111, Protocol = Protocol.Tcp), Probe(ProbeKind.Liveness, Port = 11111)] public partial class Program;")]
    [InlineData(App + "app.Run(); [Stateless, Exposed(Port = 5001, Protocol = Protocol.Grpc)] public partial class Program;")]
    [InlineData(App + "app.Run(); [BatchJob, Exposed(Port = 5001)] public partial class Program;")]
    [InlineData(App + "app.Run(); [Stateless, Exposed] public partial class Program; [Stateless(Image = \"redis:7\", Name = \"cache\"), Exposed(Port = 6379)] public class Cache;")]
    [InlineData(App + "if (app.Environment.IsDevelopment()) app.Urls.Add(\"http://localhost:5000\"); app.Run(); [Stateless, Exposed(Port = 8080)] public partial class Program;")]
    public async Task What_is_listened_on_or_cannot_be_known_is_not(string program) => Assert.Equal("", await FactRule.Lines("PUR4001", program));

    [Fact]
    public async Task A_program_that_is_no_web_server_may_listen_by_a_library() => Assert.Equal("", await FactRule.Lines(
        FactsOf.Web("Host.CreateApplicationBuilder(args).Build().Run(); [Stateless, Exposed(Port = 5000)] public partial class Program;").With("UsingMicrosoftNETSdkWeb", "false"), "PUR4001"));

    [Fact]
    public async Task A_port_of_appsettings_counts() => Assert.Equal("PUR4001 8080", await FactRule.Lines(
        FactsOf.Web(App + "app.Run(); [Stateless, Exposed(Port = 8080)] public partial class Program;").WithFile("/app/appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:8090" } } } }"""), "PUR4001"));

    [Fact]
    public async Task The_message_names_the_ports_and_where_they_are_opened() => Assert.Equal(
        "port 5000 is exposed, but the app listens on 8081 (Run(\"http://*:8081\")); write Port = 8081, or let the app listen on 5000",
        await FactRule.Message("PUR4001", FactsOf.Web(App + "app.Run(\"http://*:8081\"); [Stateless, Exposed(Port = 5000)] public partial class Program;")));

    [Fact]
    public Task The_fix_writes_the_port_that_is_listened_on() => FactRule.Fix<PUR4001PortNotListenedOnFix>(
        "PUR4001",
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run();

        [Stateless]
        [Exposed(Port = {|PUR4001:5000|}, Host = "orders.example.com")]
        public partial class Program;
        """,
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run();

        [Stateless]
        [Exposed(Port = 8080, Host = "orders.example.com")]
        public partial class Program;
        """);

    [Theory]
    [InlineData("[Stateless, Exposed(Port = )] public partial class Program;")]
    [InlineData("[Stateless, Exposed(Port = 5000")]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.Urls.Add( [Stateless, Exposed(Port = 5000)] class A;")]
    [InlineData("var builder = WebApplication.CreateBuilder(args); builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(")]
    [InlineData("using var app = WebApplication.CreateBuilder(args).Build(); app.Run(app.Run(app.Urls.Add(app.MapHealthChecks( ; [Stateless, Probe(ProbeKind., \"/\")] class A")]
    public async Task Half_typed_code_is_no_reason_to_fail(string program) => await FactsOf.Web(program).Analyze(new Analyzers.Rules.Networking.FactAnalyzer());
}
