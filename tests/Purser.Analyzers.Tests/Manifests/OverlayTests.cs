using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Manifests;

/// <summary>appsettings.Environment.json becomes a kustomize overlay that holds what differs.</summary>
public sealed class OverlayTests
{
    private static readonly Project Shop = FactsOf.Web("""
        var builder = WebApplication.CreateBuilder(args);
        var size = builder.Configuration.GetValue("Orders:PageSize", 10);
        var region = builder.Configuration["Orders:Region"];
        var hint = builder.Configuration["Orders:Hint"];
        var orders = builder.Configuration.GetConnectionString("Orders");
        builder.Build().Run();
        [Stateless, Setting("Orders:Region", "eu")] public partial class Program;
        [BatchJob(Args = ["import"])] public class Import;
        """)
        .WithFile("/app/appsettings.json", """{ "Orders": { "PageSize": 20, "Hint": "x" } }""")
        .WithFile("/app/appsettings.Production.json", """{ "Orders": { "Hint": "production" } }""")
        .WithFile("/app/appsettings.Development.json", """{ "Orders": { "PageSize": 1 } }""")
        .WithFile("/app/appsettings.Staging.json", """{ "Orders": { "PageSize": 5, "Region": "us" }, "ConnectionStrings": { "Orders": "Host=staging;Password=x" }, "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:5000" } } } }""");

    [Fact]
    public void An_overlay_sets_the_environment_and_what_differs()
    {
        var overlay = Rendered.Of(Shop)["overlays/staging/kustomization.yaml"];
        YamlAssert.Contains("resources:\n  - \"../_base\"\n", overlay);
        YamlAssert.Contains(
            """
            - target:
                kind: ConfigMap
                name: orders-api-config
              patch: |-
                - op: add
                  path: /data/ASPNETCORE_ENVIRONMENT
                  value: Staging
                - op: add
                  path: /data/DOTNET_ENVIRONMENT
                  value: Staging
                - op: replace
                  path: /data/Orders__Hint
                  value: x # from Program.cs: Configuration["Orders:Hint"], value from appsettings.json
                - op: replace
                  path: /data/Orders__PageSize
                  value: "5" # from Program.cs: GetValue("Orders:PageSize", ...), value from appsettings.Staging.json
            """,
            overlay);
        Assert.DoesNotContain("Region", overlay, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=x", string.Concat(Rendered.Of(Shop).Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_of_the_environment_is_its_own()
    {
        var overlay = Rendered.Of(Shop)["overlays/staging/kustomization.yaml"];
        YamlAssert.Contains("- op: replace\n  path: /spec/template/spec/containers/0/ports/0/containerPort\n  value: 5000 # from appsettings.Staging.json: Kestrel:Endpoints:Http:Url", overlay);
        YamlAssert.Contains("- op: replace\n  path: \"/spec/template/metadata/annotations/checksum~1config\"", overlay);
    }

    [Fact]
    public void A_Job_beside_the_server_listens_nowhere() => Assert.Single(Rendered.Of(Shop)["overlays/staging/kustomization.yaml"].Split("containerPort: ").Skip(1).Concat(Rendered.Of(Shop)["overlays/staging/kustomization.yaml"].Split("/containerPort\n").Skip(1)));

    [Fact]
    public void A_Job_has_another_name_there() => YamlAssert.Contains("options:\n  allowNameChange: true", Rendered.Of(Shop)["overlays/staging/kustomization.yaml"]);

    [Fact]
    public void The_base_lists_no_overlay_and_is_there_again_beside_them()
    {
        var files = Rendered.Of(Shop);
        Assert.DoesNotContain("overlays", files["kustomization.yaml"], StringComparison.Ordinal);
        Assert.Equal(files["orders-api.deployment.yaml"], files["overlays/_base/orders-api.deployment.yaml"]);
        Assert.Equal(files["kustomization.yaml"], files["overlays/_base/kustomization.yaml"]);
        Assert.DoesNotContain(files.Keys, path => path.StartsWith("overlays/_base/", StringComparison.Ordinal) && path.EndsWith(".template.yaml", StringComparison.Ordinal));
        Assert.DoesNotContain(files.Keys, path => path.Contains("development", StringComparison.OrdinalIgnoreCase) || path.Contains("production", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_workload_without_settings_gets_a_ConfigMap_for_the_environment()
    {
        var files = Rendered.Of(FactsOf.Web("WebApplication.CreateBuilder(args).Build().Run();").WithFile("/app/appsettings.Staging.json", "{}"));
        Assert.DoesNotContain("orders-api.configmap.yaml", files.Keys);
        YamlAssert.Contains("data:\n  ASPNETCORE_ENVIRONMENT: Staging\n  DOTNET_ENVIRONMENT: Staging\n", files["overlays/staging/orders-api.configmap.yaml"]);
        YamlAssert.Contains("resources:\n  - \"../_base\"\n  - orders-api.configmap.yaml\n", files["overlays/staging/kustomization.yaml"]);
        YamlAssert.Contains("- op: add\n  path: /spec/template/spec/containers/0/envFrom\n  value:\n    - configMapRef:\n        name: orders-api-config", files["overlays/staging/kustomization.yaml"]);
    }

    [Fact]
    public void A_worker_is_told_by_the_name_that_it_reads()
    {
        var files = Rendered.Of(FactsOf.Web("Host.CreateApplicationBuilder(args).Build().Run();").With("UsingMicrosoftNETSdkWeb", "false").WithFile("/app/appsettings.Staging.json", "{}"));
        YamlAssert.Contains("data:\n  DOTNET_ENVIRONMENT: Staging\n", files["overlays/staging/orders-api.configmap.yaml"]);
    }

    [Theory]
    [InlineData("Explicit", "Staging")]
    [InlineData("Inferred", "Development")]
    [InlineData("Inferred", "Development.Local")]
    [InlineData("Inferred", "Local")]
    [InlineData("Inferred", "Example")]
    [InlineData("Inferred", "...")]
    public void There_is_no_overlay_where_nobody_wants_one(string configuration, string environment) =>
        Assert.DoesNotContain(Rendered.Of(FactsOf.Web("WebApplication.CreateBuilder(args).Build().Run();").With("PurserConfiguration", configuration).WithFile($"/app/appsettings.{environment}.json", "{}")).Keys, path => path.StartsWith("overlays", StringComparison.Ordinal));

    [Theory]
    [InlineData("Prod EU", "prod-eu")]
    [InlineData("../evil", "evil")]
    [InlineData("QA", "qa")]
    public void A_folder_has_a_plain_name_and_the_app_the_real_one(string environment, string folder)
    {
        var files = Rendered.Of(FactsOf.Web("WebApplication.CreateBuilder(args).Build().Run();").WithFile($"/app/appsettings.{environment}.json", "{}"));
        if (environment.Contains('/', StringComparison.Ordinal))
            Assert.DoesNotContain(files.Keys, path => path.Contains("..", StringComparison.Ordinal));
        else
            YamlAssert.Contains($"ASPNETCORE_ENVIRONMENT: {environment}\n", files[$"overlays/{folder}/orders-api.configmap.yaml"]);
    }

    [Fact]
    public void What_an_attribute_says_of_the_environment_stays()
    {
        var files = Rendered.Of(FactsOf.Web("WebApplication.CreateBuilder(args).Build().Run(); [Stateless, Setting(\"ASPNETCORE_ENVIRONMENT\", \"Mine\")] public partial class Program;").WithFile("/app/appsettings.Staging.json", "{}"));
        Assert.DoesNotContain("ASPNETCORE_ENVIRONMENT", files["overlays/staging/kustomization.yaml"], StringComparison.Ordinal);
    }
}
