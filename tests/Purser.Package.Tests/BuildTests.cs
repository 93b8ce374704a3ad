namespace Purser.Package.Tests;

/// <summary>What a user sees who adds the package and builds.</summary>
[Collection(nameof(PackedPurser))]
public sealed class BuildTests(PackedPurser package)
{
    [Fact]
    public async Task The_life_of_a_folder_of_manifests()
    {
        var project = UserProject.Create(package);

        // The first build writes, and says where.
        var first = (await project.Build()).Succeeded();
        Assert.Contains($"Purser -> {project.Manifests}{Path.DirectorySeparatorChar} (8 manifests, 8 changed)", first.Output);
        Assert.Contains("image: orders.api:1.4.2", project.Manifest("orders-api.deployment.yaml"));
        Assert.StartsWith("# Orders.Api: written by Purser from class Program;", project.Manifest("orders-api.deployment.yaml"));
        var written = project.Snapshot();
        Assert.Equal(
            ["kustomization.yaml", "orders-api.configmap.yaml", "orders-api.deployment.yaml", "orders-api.ingress.yaml", "orders-api.networkpolicy.yaml", "orders-api.poddisruptionbudget.yaml", "orders-api.service.yaml", "orders-api.serviceaccount.yaml"],
            written.Keys.Order(StringComparer.Ordinal));
        Assert.All(written.Keys, file => Assert.DoesNotContain((byte)'\r', File.ReadAllBytes(Path.Combine(project.Manifests, file))));
        Assert.All(written.Keys, file => Assert.NotEqual(0xEF, File.ReadAllBytes(Path.Combine(project.Manifests, file))[0]));

        // A second build, and one after an edit that says nothing new, touch no file.
        (await project.Build("--no-restore")).Succeeded();
        Assert.Equal(written, project.Snapshot());
        project.Write("Program.cs", UserProject.Console + "\n// a comment\n");
        (await project.Build("--no-restore")).Succeeded();
        Assert.Equal(written, project.Snapshot());

        // A file deleted by hand comes back; one edited by hand is what the code says again.
        File.Delete(Path.Combine(project.Manifests, "orders-api.service.yaml"));
        File.AppendAllText(Path.Combine(project.Manifests, "orders-api.configmap.yaml"), "# mine\n");
        var healed = (await project.Build("--no-restore")).Succeeded();
        Assert.Contains("(8 manifests, 2 changed)", healed.Output);
        Assert.DoesNotContain("# mine", project.Manifest("orders-api.configmap.yaml"));

        // A changed property is seen without an edit.
        (await project.Build("--no-restore", "-p:KubernetesNamespace=shop")).Succeeded();
        Assert.Contains("namespace: shop", project.Manifest("kustomization.yaml") + project.Manifest("orders-api.deployment.yaml"));

        // A removed attribute takes its files along; a file of the user's own stays.
        File.WriteAllText(Path.Combine(project.Manifests, "notes.txt"), "mine");
        project.Write("Program.cs", UserProject.Console.Replace("[Exposed(Port = 8080, Host = \"orders.example.com\")]\n", ""));
        (await project.Build("--no-restore")).Succeeded();
        Assert.DoesNotContain("orders-api.service.yaml", project.Snapshot().Keys);
        Assert.DoesNotContain("orders-api.ingress.yaml", project.Snapshot().Keys);
        Assert.Contains("notes.txt", project.Snapshot().Keys);

        // Clean removes all that was written, and nothing else.
        (await DotNet.Run(project.Folder, "clean")).Succeeded();
        Assert.Equal(["notes.txt"], project.Snapshot().Keys);
    }

    [Fact]
    public async Task A_build_that_fails_and_an_editors_build_write_nothing()
    {
        var project = UserProject.Create(package, program: UserProject.Console + "\nclass Broken { int x = \"no number\"; }\n");

        (await project.Build()).Failed();
        Assert.Empty(project.Snapshot());

        project.Write("Program.cs", UserProject.Console);
        (await project.Build("--no-restore", "-p:DesignTimeBuild=true")).Succeeded();
        Assert.Empty(project.Snapshot());
    }

    [Fact]
    public async Task A_file_that_Purser_did_not_write_is_in_the_way()
    {
        var project = UserProject.Create(package);
        var mine = Path.Combine(project.Manifests, "orders-api.deployment.yaml");
        Directory.CreateDirectory(project.Manifests);
        File.WriteAllText(mine, "kind: Deployment # by hand\n");

        var result = (await project.Build()).Failed();

        Assert.Contains("PURB002", result.Output);
        Assert.Contains(mine, result.Output);
        Assert.Equal("kind: Deployment # by hand\n", File.ReadAllText(mine));
        Assert.Equal(["orders-api.deployment.yaml"], project.Snapshot().Keys);
    }

    [Fact]
    public async Task Two_projects_that_write_one_file_are_both_named()
    {
        var folder = Path.Combine(package.Root, Guid.NewGuid().ToString("N"));
        const string shared = "<KubernetesManifestsPath>$(MSBuildProjectDirectory)/../k8s</KubernetesManifestsPath>";
        var orders = UserProject.Create(package, "Orders.Api", properties: shared, inFolder: folder);
        var billing = UserProject.Create(package, "Billing.Api", properties: shared, inFolder: folder);

        (await orders.Build()).Succeeded();
        var result = (await billing.Build()).Failed();

        Assert.Contains("PURB003", result.Output);
        Assert.Contains("Orders.Api", result.Output);
        Assert.Contains("Billing.Api", result.Output);
        Assert.Contains("# Orders.Api:", File.ReadAllText(Path.Combine(folder, "k8s", "kustomization.yaml")));
    }

    [Fact]
    public async Task A_system_has_one_kustomization()
    {
        var folder = Path.Combine(package.Root, Guid.NewGuid().ToString("N"));
        const string system = "<KubernetesSystem>shop</KubernetesSystem>";
        var orders = UserProject.Create(package, "Orders.Api", properties: system, inFolder: folder);
        var billing = UserProject.Create(package, "Billing.Api", properties: system, inFolder: folder);
        (await DotNet.Run(folder, "new", "sln", "--name", "Shop", "--format", "sln")).Succeeded();
        (await DotNet.Run(folder, "sln", "add", "Orders.Api", "Billing.Api")).Succeeded();

        (await DotNet.Run(folder, "build")).Succeeded();

        var kustomization = Path.Combine(folder, "k8s/shop/kustomization.yaml");
        Assert.EndsWith("resources:\n  - Billing.Api\n  - Orders.Api\n", File.ReadAllText(kustomization));
        Assert.Contains("app.kubernetes.io/part-of: shop", File.ReadAllText(Path.Combine(folder, "k8s/shop/Orders.Api/orders-api.deployment.yaml")));

        (await DotNet.Run(billing.Folder, "clean")).Succeeded();
        Assert.EndsWith("resources:\n  - Orders.Api\n", File.ReadAllText(kustomization));
        (await DotNet.Run(orders.Folder, "clean")).Succeeded();
        Assert.False(Directory.Exists(Path.Combine(folder, "k8s")) && Directory.EnumerateFiles(Path.Combine(folder, "k8s"), "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task A_check_writes_nothing_and_names_what_differs()
    {
        var project = UserProject.Create(package, properties: "<KubernetesManifestsPath>k8s</KubernetesManifestsPath>");
        var missing = (await project.Build("-p:KubernetesManifestsCheck=true")).Failed();
        Assert.Contains("PURB004", missing.Output);
        Assert.False(Directory.Exists(project.PathOf("k8s")));

        (await project.Build("--no-restore")).Succeeded();
        (await project.Build("--no-restore", "-p:KubernetesManifestsCheck=true")).Succeeded();

        project.Write("Program.cs", UserProject.Console.Replace("Replicas = 3", "Replicas = 5"));
        var before = project.Read("k8s/orders-api.deployment.yaml");
        var differs = (await project.Build("--no-restore", "-p:KubernetesManifestsCheck=true")).Failed();
        Assert.Contains("orders-api.deployment.yaml", differs.Output);
        Assert.DoesNotContain("orders-api.configmap.yaml", differs.Output);
        Assert.Equal(before, project.Read("k8s/orders-api.deployment.yaml"));
    }

    [Fact]
    public async Task Each_target_framework_has_a_folder_of_its_own()
    {
        var project = UserProject.Create(package, frameworks: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", properties: "<OutputType>Library</OutputType><LangVersion>latest</LangVersion><ImplicitUsings>disable</ImplicitUsings><KubernetesManifestsPath>k8s</KubernetesManifestsPath>", program: """
            [Purser.Stateless] public class Worker { }
            """);

        (await project.Build()).Succeeded();

        Assert.True(File.Exists(project.PathOf("k8s/net10.0/worker.deployment.yaml")));
        Assert.Equal(project.Read("k8s/net10.0/worker.deployment.yaml"), project.Read("k8s/netstandard2.0/worker.deployment.yaml"));
    }

    [Fact]
    public async Task Switched_off_it_takes_back_what_it_wrote()
    {
        var project = UserProject.Create(package);
        (await project.Build()).Succeeded();
        Assert.NotEmpty(project.Snapshot());

        var off = (await project.Build("--no-restore", "-p:PurserEnabled=false")).Succeeded();

        Assert.Empty(project.Snapshot());
        Assert.Contains("no manifests, 8 removed", off.Output);
    }

    [Fact]
    public async Task A_web_project_listens_on_8080_and_mounts_its_own_files()
    {
        var project = UserProject.Create(package, "Shop.Web", sdk: "Microsoft.NET.Sdk.Web", program: """
            using Purser;
            var app = WebApplication.Create(args);
            app.Run();
            [Stateless] [Exposed] [MountedConfig("/etc/app", "config/app.json")]
            public partial class Program;
            """);
        project.Write("config/app.json", "{\n  \"on\": true\n}\n");

        (await project.Build()).Succeeded();

        Assert.Contains("containerPort: 8080", project.Manifest("shop-web.deployment.yaml"));
        Assert.Contains("\"on\": true", string.Concat(Directory.EnumerateFiles(project.Manifests, "*.configmap.yaml").Select(File.ReadAllText)));
        // The app knows nothing of Purser.
        Assert.DoesNotContain("StatelessAttribute", System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(project.PathOf("bin/Debug/net10.0/Shop.Web.dll"))));
    }
}
