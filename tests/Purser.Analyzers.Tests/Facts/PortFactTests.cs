using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Small programs and the ports that they listen on.</summary>
public sealed class PortFactTests
{
    public static TheoryData<string, string, string> Programs() => new()
    {
        { "nothing said", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run();
            """, "" },
        { "UseUrls", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://*:5000", "https://+:5001");
            builder.Build().Run();
            """, "port 5000 Http\nport 5001 Https" },
        { "UseUrls with a list and constants", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls($"http://0.0.0.0:{Ports.Public};http://[::]:" + Ports.Internal + "/");
            builder.Build().Run();
            static class Ports { public const int Public = 8081; public static readonly int Internal = 9090; }
            """, "port 8081 Http\nport 9090 Http" },
        { "UseSetting of the server's key", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://*:7000");
            builder.Build().Run();
            """, "port 7000 Http" },
        { "Urls.Add", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Urls.Add("http://*:6000");
            app.Urls.Add("http://*");
            app.Run();
            """, "port 6000 Http\nport 80 Http" },
        { "Run with a URL beats Urls and UseUrls", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://*:1");
            var app = builder.Build();
            app.Urls.Add("http://*:2");
            app.Run("http://*:5000");
            """, "port 5000 Http" },
        { "RunAsync with a URL from a local", """
            var app = WebApplication.CreateBuilder(args).Build();
            var port = 5005;
            var url = $"http://+:{port}";
            await app.RunAsync(url);
            """, "port 5005 Http" },
        { "localhost only", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run("http://localhost:5000");
            """, "port 5000 Http localhost" },
        { "localhost and any IP on one port", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Urls.Add("http://localhost:5000");
            app.Urls.Add("http://*:5000");
            app.Run();
            """, "port 5000 Http" },
        { "Kestrel's endpoints beat URLs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://*:5000");
            builder.WebHost.ConfigureKestrel(options =>
            {
                options.ListenAnyIP(8080);
                options.ListenAnyIP(8443, listen => listen.UseHttps());
                options.ListenAnyIP(5001, listen => listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2);
                options.ListenLocalhost(9999);
            });
            builder.Build().Run();
            """, "port 8080 Http\nport 8443 Https\nport 5001 Http2\nport 9999 Http localhost" },
        { "Listen on addresses", """
            using System.Net;
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseKestrel(options =>
            {
                options.Listen(IPAddress.Any, 5000);
                options.Listen(IPAddress.Loopback, 5001);
                options.Listen(new IPEndPoint(IPAddress.IPv6Any, 5002));
                options.Listen(IPAddress.Parse("127.0.0.1"), 5003);
            });
            builder.Build().Run();
            """, "port 5000 Http\nport 5001 Http localhost\nport 5002 Http\nport 5003 Http localhost" },
        { "endpoint defaults", """
            using Microsoft.AspNetCore.Server.Kestrel.Core;
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(options =>
            {
                options.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2);
                options.ListenAnyIP(5001);
                options.ListenAnyIP(8080, listen => listen.Protocols = HttpProtocols.Http1);
            });
            builder.Build().Run();
            """, "port 5001 Http2\nport 8080 Http" },
        { "a Startup class and the generic host", """
            public static class Entry
            {
                public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();
                public static IHostBuilder CreateHostBuilder(string[] args) =>
                    Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>().UseUrls("http://*:5100"));
            }
            [Stateless] public partial class Program;
            public class Startup { public void Configure(IApplicationBuilder app) { } }
            """, "port 5100 Http" },
        { "an extension method that is told the port", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseTeamPort(8085);
            builder.Build().Run();
            static class TeamDefaults
            {
                public static IWebHostBuilder UseTeamPort(this IWebHostBuilder host, int port) => host.ConfigureKestrel(options => options.ListenAnyIP(port));
            }
            """, "port 8085 Http" },
        { "a helper that is told by two callers", """
            var builder = WebApplication.CreateBuilder(args);
            Listen(builder.WebHost, 8085);
            Listen(builder.WebHost, 8086);
            builder.Build().Run();
            static void Listen(IWebHostBuilder host, int port) => host.ConfigureKestrel(options => options.ListenAnyIP(port));
            """, "port 8085 Http\nport 8086 Http" },
        { "a helper method that gives the URL", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run(Urls.For(5006));
            static class Urls { public static string For(int port) => $"http://*:{port}"; }
            """, "port 5006 Http" },
        { "a port that nobody can know", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run($"http://*:{Environment.GetEnvironmentVariable("PORT")}");
            """, "setting PORT" },
        { "port 0 and nonsense", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.Urls.Add("http://*:0");
            app.Urls.Add("not a url");
            app.Urls.Add("http://unix:/run/app.sock");
            app.Run();
            """, "" },
        { "for developers only", """
            var app = WebApplication.CreateBuilder(args).Build();
            if (app.Environment.IsDevelopment())
                app.Urls.Add("http://localhost:5000");
            else
                app.Urls.Add("http://*:8080");
            app.Run();
            """, "port 8080 Http" },
        { "the method of somebody else", """
            new Other().UseUrls("http://*:5000");
            new Other().ListenAnyIP(5001);
            class Other { public void UseUrls(params string[] urls) { } public void ListenAnyIP(int port) { } }
            """, "" },
        { "a TCP listener beside Kestrel", """
            using System.Net;
            using System.Net.Sockets;
            var app = WebApplication.CreateBuilder(args).Build();
            var listener = new TcpListener(IPAddress.Any, 9100);
            app.Run("http://*:8080");
            """, "port 8080 Http\nport 9100 Tcp" },
        { "an HttpListener", """
            var listener = new System.Net.HttpListener();
            listener.Prefixes.Add("http://+:8090/metrics/");
            """, "port 8090 Http" },
        { "a URL given by [Setting]", """
            WebApplication.CreateBuilder(args).Build().Run();
            [Stateless, Setting("ASPNETCORE_URLS", "http://+:5200")] public partial class Program;
            """, "port 5200 Http" },
        { "HTTP ports given by [Setting]", """
            WebApplication.CreateBuilder(args).Build().Run();
            [Stateless, Setting("ASPNETCORE_HTTP_PORTS", "8081;8082")] public partial class Program;
            """, "port 8081 Http\nport 8082 Http" },
        { "code beats [Setting]", """
            WebApplication.CreateBuilder(args).Build().Run("http://*:5000");
            [Stateless, Setting("ASPNETCORE_URLS", "http://+:5200")] public partial class Program;
            """, "port 5000 Http" },
        { "gRPC on the port of HTTP/2", """
            using Microsoft.AspNetCore.Server.Kestrel.Core;
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(options =>
            {
                options.ListenAnyIP(8080, listen => listen.Protocols = HttpProtocols.Http1);
                options.ListenAnyIP(5001, listen => listen.Protocols = HttpProtocols.Http2);
            });
            var app = builder.Build();
            app.MapGrpcService<Greeter>();
            app.Run();
            """, "port 8080 Http\nport 5001 Grpc" },
        { "gRPC and nothing said", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGrpcService<Greeter>();
            app.MapGrpcHealthChecksService();
            app.Run();
            """, "port 8080 Grpc\nReadiness grpc" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_ports_of_a_program_are_known(string name, string program, string expected) =>
        Assert.Equal($"{name}:\n{expected}", $"{name}:\n{FactsOf.Lines(FactsOf.Class(FactsOf.Web(program, Grpc)))}");

    [Theory]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:8080" }, "Grpc": { "Url": "http://*:5001", "Protocols": "Http2" } } } }""", "port 5001 Http2\nport 8080 Http")]
    [InlineData("""{ "Kestrel": { "EndpointDefaults": { "Protocols": "Http2" } } }""", "port 8080 Http2")]
    [InlineData("""{ "Urls": "http://*:8088" }""", "port 8088 Http")]
    [InlineData("""{ "http_ports": "8089" }""", "port 8089 Http")]
    [InlineData("""{ broken""", "")]
    public void Configuration_gives_ports_too(string appsettings, string expected) => Assert.Equal(
        expected,
        FactsOf.Lines(FactsOf.Class(FactsOf.Web("WebApplication.CreateBuilder(args).Build().Run();").WithFile("/app/appsettings.json", appsettings))));

    [Fact]
    public void A_worker_that_is_no_web_project_has_no_port() => Assert.Equal(
        "",
        FactsOf.Lines(FactsOf.Class(FactsOf.Web("Host.CreateApplicationBuilder(args).Build().Run();").With("UsingMicrosoftNETSdkWeb", "false"))));

    [Fact]
    public void A_worker_that_serves_HTTP_listens_where_the_image_says() => Assert.Equal(
        "port 8080 Http\nReadiness /healthz",
        FactsOf.Lines(FactsOf.Class(FactsOf.Web("""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapHealthChecks("/healthz");
            app.Run();
            """).With("UsingMicrosoftNETSdkWeb", "false"))));

    [Fact]
    public void The_origin_is_file_and_call_in_one_line()
    {
        var facts = FactsOf.Class(FactsOf.Web("""
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(options => options.ListenAnyIP(
                5000,
                listen => listen.UseHttps("cert.pfx", "a password")));
            builder.Build().Run();
            """));
        Assert.Equal("from Program.cs: ListenAnyIP(5000, ...)", facts.Ports[0].Origin.ToString());
    }

    /// <summary>As in Grpc.AspNetCore, which is a package of its own.</summary>
    private const string Grpc = """
        namespace Microsoft.AspNetCore.Builder
        {
            public static class GrpcEndpointRouteBuilderExtensions
            {
                public static object MapGrpcService<T>(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) where T : class => endpoints;
                public static object MapGrpcHealthChecksService(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) => endpoints;
            }
        }
        public class Greeter;
        """;
}
