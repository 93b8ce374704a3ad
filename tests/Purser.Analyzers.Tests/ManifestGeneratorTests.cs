using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests;

public sealed class ManifestGeneratorTests
{
    [Fact]
    public void A_program_of_top_level_statements_takes_its_name_from_the_assembly() => Assert.Equal(
        ["kustomization.yaml", "orders-api.deployment.yaml", "orders-api.ingress.yaml", "orders-api.networkpolicy.yaml", "orders-api.poddisruptionbudget.yaml", "orders-api.service.yaml", "orders-api.serviceaccount.yaml"],
        Rendered.Of(Project.WebOf("""
            using Purser;
            System.Console.WriteLine();

            [Stateless]
            [Exposed(Host = "orders.example.com")]
            public partial class Program;
            """)).Keys);

    [Theory]
    [InlineData("[Stateless] public class Api;", "deployment")]
    [InlineData("[Stateful] public class Api;", "statefulset")]
    [InlineData("[PerNode] public class Api;", "daemonset")]
    [InlineData("[BatchJob] public class Api;", "job")]
    [InlineData("[BatchJob(Schedule = \"@daily\")] public class Api;", "cronjob")]
    [InlineData("[Stateless] public sealed record Api;", "deployment")]
    [InlineData("[Stateless] file class Api;", "deployment")]
    [InlineData("namespace A.B; public static class Outer<T> { [Stateless] private class Api; }", "deployment")]
    [InlineData("[global::Purser.StatelessAttribute] public static class Api;", "deployment")]
    public void An_annotated_class_becomes_its_kind(string source, string kind) =>
        Assert.Contains($"api.{kind}.yaml", Rendered.Of("using Purser;\n" + source).Keys);

    [Fact]
    public void Several_workloads_share_one_kustomization()
    {
        var files = Rendered.Of("using Purser; [Stateless] public class Api; [BatchJob(Schedule = \"@daily\")] public class Cleanup;");
        YamlAssert.Contains(
            """
            resources:
              - api.deployment.yaml
              - api.networkpolicy.yaml
              - api.poddisruptionbudget.yaml
              - api.serviceaccount.yaml
              - cleanup.cronjob.yaml
              - cleanup.networkpolicy.yaml
              - cleanup.serviceaccount.yaml
            """,
            files["kustomization.yaml"]);
    }

    [Fact]
    public void Arguments_may_be_constants_from_elsewhere()
    {
        var files = Rendered.Of(
            "using Purser; [Stateless(Name = Names.Api, Replicas = 1 + 2, Memory = Names.Size + \"Mi\", Args = new[] { Names.Api, \"x\" })] public class A;",
            "static class Names { public const string Api = \"orders\" + \"-api\"; public const string Size = \"512\"; }");
        YamlAssert.Contains("replicas: 3", files["orders-api.deployment.yaml"]);
        YamlAssert.Contains("args:\n  - orders-api\n  - x", files["orders-api.deployment.yaml"]);
    }

    [Fact]
    public void Attributes_of_all_parts_of_a_class_count()
    {
        var files = Rendered.Of("using Purser; [Stateless] public partial class Api;", "using Purser; [Exposed(Port = 5000)] public partial class Api;");
        YamlAssert.Contains("containerPort: 5000", files["api.deployment.yaml"]);
        Assert.Contains("api.service.yaml", files.Keys);
    }

    [Fact]
    public void Without_a_workload_nothing_is_generated() => Assert.Empty(Rendered.Of("using Purser; [Exposed] public class Api;"));

    [Fact]
    public void PurserEnabled_false_generates_nothing() =>
        Assert.Empty(Rendered.Of(Project.Of("using Purser; [Stateless] public class Api;").With("PurserEnabled", "False")));

    [Theory]
    [InlineData("[Stateless] [BatchJob] public class Broken;")]
    [InlineData("[Stateless(Name = \"\")] public class Broken;")]
    [InlineData("[Stateless(Name = \"../../etc/passwd\")] public class Broken;")]
    [InlineData("[Stateless(Name = \"Broken\")] public class Broken;")]
    [InlineData("[Stateless(Name = \"a\\nb: c\")] public class Broken;")]
    [InlineData("[Stateless(Name = \"fine\")] public class Broken; [PerNode(Name = \"fine\")] public class Alike;")]
    public void A_broken_workload_is_left_out_and_the_others_are_written(string source)
    {
        var files = Rendered.Of("using Purser;\n" + source + "\n[Stateless] public class Sound;");
        Assert.NotEmpty(files);
        Assert.All(files.Keys, path => Assert.True(path == "kustomization.yaml" || path.StartsWith("sound.", StringComparison.Ordinal), path));
    }

    [Fact]
    public void No_content_breaks_out_of_the_generated_source()
    {
        const string Hostile = "\\\"\\\"\\\" \\\" )] public class Injected { } /* \\u0085 \\u2028 \\u0001 \\\\ {{0}} ---\\n- a\\r\\n";
        var files = Rendered.Of($"using Purser; [Stateless(Args = new[] {{ \"{Hostile}\" }})] [Setting(\"a\", \"{Hostile}\")] [Annotation(\"k\", \"{Hostile}\")] public class Api;");
        Assert.Contains("\\u0085 \\u2028 \\u0001 \\\\ {{0}} ---\\n- a\\r\\n", files["api.configmap.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_line_names_project_and_class_and_where_edits_belong()
    {
        var files = Rendered.Of(Project.Of("using Purser; namespace Shop; [Stateless] public class Api;").With("MSBuildProjectName", "Orders.Api"));
        Assert.StartsWith("# Orders.Api: written by Purser from class Shop.Api; your edits belong in a kustomize overlay\n", files["api.deployment.yaml"], StringComparison.Ordinal);
        Assert.StartsWith("# Orders.Api: written by Purser; your edits belong in a kustomize overlay\n", files["kustomization.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_machine_is_written()
    {
        var files = Rendered.Of(Project.Of("using Purser; [Stateless] [MountedConfig(\"/etc/a\", \"a.txt\")] public class Api;")
            .WithFile("/home/somebody/app/a.txt", "content")
            .With("ProjectDir", "/home/somebody/app/").With("MSBuildProjectDirectory", "/home/somebody/app"));
        Assert.All(files.Values, yaml => Assert.DoesNotContain("somebody", yaml, StringComparison.Ordinal));
        YamlAssert.Contains("data:\n  a.txt: content", files["api.configmap.yaml"]);
    }
}
