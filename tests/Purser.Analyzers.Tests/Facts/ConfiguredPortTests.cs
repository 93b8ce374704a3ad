using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>A port that the program reads from its configuration is the one that its ConfigMap will say.</summary>
public sealed class ConfiguredPortTests
{
    public static TheoryData<string, string, string> Programs() => new()
    {
        { "a variable and its fallback", """
            var app = WebApplication.CreateBuilder(args).Build();
            var port = Environment.GetEnvironmentVariable("PORT") ?? "3000";
            app.Run($"http://0.0.0.0:{port}");
            """, "port 3000 Http\nsetting PORT=3000" },
        { "a parsed variable", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(int.Parse(Environment.GetEnvironmentVariable("PORT") ?? "3000")));
            builder.Build().Run();
            """, "port 3000 Http\nsetting PORT=3000" },
        { "a variable that may be no number", """
            var port = int.TryParse(Environment.GetEnvironmentVariable("PORT"), out var given) ? given : 3000;
            WebApplication.CreateBuilder(args).Build().Run($"http://*:{port}");
            """, "port 3000 Http\nsetting PORT" },
        { "GetValue with a default", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.ListenAnyIP(builder.Configuration.GetValue("Ports:Http", 5000));
                kestrel.ListenAnyIP(builder.Configuration.GetValue<int?>("Ports:Grpc") ?? 5001, listen => listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2);
            });
            builder.Build().Run();
            """, "port 5000 Http\nport 5001 Http2\nsetting Ports:Grpc=5001\nsetting Ports:Http=5000" },
        { "whole URLs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls(builder.Configuration["Server:Urls"] ?? "http://*:5000;http://*:5001");
            builder.Build().Run();
            """, "port 5000 Http\nport 5001 Http\nsetting Server:Urls=http://*:5000;http://*:5001" },
        { "a property of options", """
            var builder = WebApplication.CreateBuilder(args);
            var server = builder.Configuration.GetSection("Server").Get<ServerOptions>() ?? new ServerOptions();
            builder.WebHost.UseUrls($"http://*:{server.Http.Port}");
            builder.Build().Run();
            class ServerOptions { public HttpOptions Http { get; set; } = new(); }
            class HttpOptions { public int Port { get; set; } = 6000; }
            """, "port 6000 Http\nsetting Server:Http:Port=6000" },
        { "a helper of the team", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://+:" + Env.Get("HTTP_PORT", "7000"));
            builder.Build().Run();
            static class Env { public static string Get(string name, string fallback) => Environment.GetEnvironmentVariable(name) ?? fallback; }
            """, "port 7000 Http\nsetting HTTP_PORT=7000" },
        { "a variable that nobody gives", """
            WebApplication.CreateBuilder(args).Build().Run($"http://*:{Environment.GetEnvironmentVariable("PORT")}");
            """, "setting PORT" },
        { "a value that is no port", """
            WebApplication.CreateBuilder(args).Build().Run($"http://*:{Environment.GetEnvironmentVariable("PORT") ?? "http"}");
            """, "setting PORT=http" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_port_is_the_one_that_the_program_will_read(string name, string program, string expected) =>
        Assert.Equal($"{name}:\n{expected}", $"{name}:\n{FactsOf.Lines(FactsOf.Class(FactsOf.Web(program)))}");

    [Fact]
    public void Files_and_settings_go_before_the_code()
    {
        const string Program = """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls($"http://*:{builder.Configuration.GetValue("Server:Port", 5000)}");
            builder.Build().Run();
            """;
        var withFiles = FactsOf.Web(Program)
            .WithFile("/app/appsettings.json", """{ "Server": { "Port": 5001 } }""")
            .WithFile("/app/appsettings.Staging.json", """{ "Server": { "Port": 5002 } }""");
        Assert.Equal("port 5001 Http\nsetting Server:Port=5001\noverlay Staging: port 5002, Server:Port=5002", FactsOf.Lines(FactsOf.Class(withFiles)));

        var withSetting = FactsOf.Web(Program + "\n[Stateless, Setting(\"Server__Port\", \"5003\")] public partial class Program;");
        Assert.Equal([5003], FactsOf.Class(withSetting).Ports.Select(static port => port.Number));
    }

    [Fact]
    public void The_container_port_is_the_value_in_the_ConfigMap()
    {
        var files = Rendered.Of(FactsOf.Web("""
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run($"http://0.0.0.0:{Environment.GetEnvironmentVariable("PORT") ?? "3000"}");
            [Stateless, Exposed] public partial class Program;
            """));
        YamlAssert.Contains("PORT: \"3000\"", files["orders-api.configmap.yaml"].Split(" #")[0]);
        Assert.Contains("containerPort: 3000", files["orders-api.deployment.yaml"], StringComparison.Ordinal);
    }
}
