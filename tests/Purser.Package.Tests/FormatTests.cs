namespace Purser.Package.Tests;

/// <summary>The fixes as <c>dotnet format analyzers</c> applies them, from the package.</summary>
[Collection(nameof(PackedPurser))]
public sealed class FormatTests(PackedPurser package)
{
    [Fact]
    public async Task Wrong_declarations_are_repaired_and_the_project_builds()
    {
        var project = UserProject.Create(package, program: """
            using Purser;

            System.Console.WriteLine("up");

            [Stateless(Name = "Orders_Api", Memory = "10gb", MemoryLimit = "20GB")]
            [Exposed(Port = 8080, Host = "Orders.Example.COM", Path = "api")]
            [Scratch("work")]
            public partial class Program;

            [BatchJob(Schedule = "0 0 2 * * ?", Args = new[] { "export" })]
            [PerNode]
            public static class Export;
            """);
        project.Write("Names.cs", """
            using Purser;

            [Volume("/cache", Size = Names.Size)]
            public static class Cache;

            internal static class Names { public const string Size = "5GiB"; }
            """);

        var wrong = (await project.Build()).Failed();
        Assert.All(["PUR1001", "PUR1002", "PUR1003", "PUR1005", "PUR1007", "PUR1010", "PUR1013"], id => Assert.Contains($"error {id}:", wrong.Output));
        Assert.Empty(project.Snapshot());

        (await DotNet.Run(project.Folder, "format", "analyzers", "--severity", "error", "--no-restore", "--verbosity", "minimal")).Succeeded();

        (await project.Build("--no-restore")).Succeeded();
        var program = project.Read("Program.cs");
        Assert.Contains("""[Stateless(Name = "orders-api", Memory = "10G", MemoryLimit = "20G")]""", program);
        Assert.Contains("""[Exposed(Port = 8080, Host = "orders.example.com", Path = "/api")]""", program);
        Assert.Contains("""[Scratch("/work")]""", program);
        Assert.Contains("""[BatchJob(Schedule = "0 2 * * *", Args = new[] { "export" })]""", program);
        Assert.DoesNotContain("PerNode", program);
        Assert.Contains("""[Volume("/cache", Size = "5Gi")]""", project.Read("Names.cs"));
        Assert.Contains("orders-api.deployment.yaml", project.Snapshot().Keys);
    }

    /// <summary>One analyzer reports several of these rules: the tool then asks the fixer of one with a diagnostic of another.</summary>
    [Fact]
    public async Task What_the_code_says_wrong_is_repaired_rule_after_rule()
    {
        var project = UserProject.Create(package, sdk: "Microsoft.NET.Sdk.Web", program: """
            using Purser;

            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(8080));
            var app = builder.Build();

            var password = "Tr0ub4dor&3-harbour";
            var database = "Host=db;Username=shop;Password=Tr0ub4dor&3-harbour";
            var key = app.Configuration["Payment:ApiKey"] ?? "9f8b2c61d0e74a5bb3f1";
            app.MapGet("/", () => password + database + key);
            app.MapPost("/orders", (string order) => File.AppendAllText("/srv/orders.txt", order));
            app.Run();

            [Stateless(Replicas = 1)]
            [Exposed(Port = 5000, Host = "orders.example.com")]
            public partial class Program;
            """);

        var wrong = (await project.Build()).Succeeded();
        Assert.All(["PUR2001", "PUR3001", "PUR3002", "PUR3008", "PUR4001", "PUR4003"], id => Assert.Contains($"warning {id}:", wrong.Output));

        (await DotNet.Run(project.Folder, "format", "analyzers", "--severity", "info", "--no-restore", "--verbosity", "minimal")).Succeeded();

        Assert.DoesNotContain(": warning PUR", (await project.Build("--no-restore")).Succeeded().Output);
        var program = project.Read("Program.cs");
        Assert.Contains("kestrel.ListenAnyIP(8080)", program);
        Assert.Contains("app.MapHealthChecks(\"/healthz\");", program);
        Assert.Contains("[Exposed(Port = 8080, Host = \"orders.example.com\", TlsSecretName = \"orders-api-tls\")]", program);
        Assert.Contains("[Stateful(Replicas = 1, MountPath = \"/srv\")]", program);
        Assert.Contains("var key = app.Configuration[\"Payment:ApiKey\"] ?? throw new", program);
        Assert.Contains("[Secret(\"Payment:ApiKey\")]", program);
        Assert.DoesNotContain("Tr0ub4dor", program);
        Assert.Contains("key: Payment__ApiKey", project.Manifest("orders-api.statefulset.yaml"));
    }
}
