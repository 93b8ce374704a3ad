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
}
