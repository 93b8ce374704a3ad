using System.Diagnostics;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Contract.Tests.Facts;

/// <summary>What an overlay builds to: the same objects as the base, as they are in the environment.</summary>
public sealed class OverlayBuildTests
{
    private static readonly Project Shop = With("{}");

    private static Project With(string test) => FactsOf.Web("""
        var builder = WebApplication.CreateBuilder(args);
        var hint = builder.Configuration["Orders:Hint"];
        var orders = builder.Configuration.GetConnectionString("Orders");
        builder.Build().Run();
        [Stateless, Exposed] public partial class Program;
        [BatchJob(Args = ["import"])] public class Import;
        static class Shared { public static int PageSize(IConfiguration configuration) => configuration.GetValue("Orders:PageSize", 10); }
        """)
        .WithFile("/app/appsettings.Production.json", """{ "Orders": { "Hint": "only here" } }""")
        .WithFile("/app/appsettings.Staging.json", """{ "Orders": { "PageSize": 5 }, "Urls": "http://*:5000", "ConnectionStrings": { "Orders": "Host=staging" } }""")
        .WithFile("/app/appsettings.Test.json", test);

    [Fact]
    public void An_overlay_builds_to_the_base_with_what_differs()
    {
        var files = Rendered.Of(Shop);
        var production = Kustomize.Build(files, "");
        var staging = Kustomize.Build(files, "overlays/staging");

        Assert.Equal(production.Select(Key), staging.Select(Key));
        Assert.Equal(["Orders__Hint=only here", "Orders__PageSize=10"], Settings(production, "orders-api-config"));
        Assert.Equal(["ASPNETCORE_ENVIRONMENT=Staging", "DOTNET_ENVIRONMENT=Staging", "Orders__PageSize=5"], Settings(staging, "orders-api-config"));
        Assert.Equal(8080, Container(production).Ports.Single().ContainerPort);
        Assert.Equal(5000, Container(staging).Ports.Single().ContainerPort);
        Assert.Null(Container(production).Env.Single(variable => variable.Name == "ConnectionStrings__Orders").ValueFrom.SecretKeyRef.Optional);
        Assert.True(Container(staging).Env.Single(variable => variable.Name == "ConnectionStrings__Orders").ValueFrom.SecretKeyRef.Optional);

        static string Key(IKubernetesObject<V1ObjectMeta> item) => $"{item.Kind} {(item is V1Job ? "" : item.Metadata.Name)}";
        static V1Container Container(List<IKubernetesObject<V1ObjectMeta>> objects) => objects.OfType<V1Deployment>().Single().Spec.Template.Spec.Containers[0];
        static IEnumerable<string> Settings(List<IKubernetesObject<V1ObjectMeta>> objects, string name) => objects.OfType<V1ConfigMap>()
            .Single(map => map.Metadata.Name == name).Data.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}");
    }

    [Fact]
    public void A_changed_ConfigMap_rolls_the_pods_and_makes_another_Job_there()
    {
        var objects = new[] { "", "overlays/staging", "overlays/test" }.Select(folder => Kustomize.Build(Rendered.Of(Shop), folder)).ToArray();
        Assert.Equal(3, objects.Select(Checksum).Distinct().Count());
        Assert.Equal(3, objects.Select(JobName).Distinct().Count());

        var changed = Kustomize.Build(Rendered.Of(With("""{ "Orders": { "PageSize": 6 } }""")), "overlays/test");
        Assert.NotEqual(Checksum(objects[2]), Checksum(changed));
        Assert.NotEqual(JobName(objects[2]), JobName(changed));
        Assert.Equal(JobName(objects[0]), JobName(Kustomize.Build(Rendered.Of(Shop), "overlays/_base")));

        static string Checksum(List<IKubernetesObject<V1ObjectMeta>> built) => built.OfType<V1Deployment>().Single().Spec.Template.Metadata.Annotations["checksum/config"];
        static string JobName(List<IKubernetesObject<V1ObjectMeta>> built) => built.OfType<V1Job>().Single().Metadata.Name;
    }

    [Theory]
    [InlineData("")]
    [InlineData("overlays/staging")]
    [InlineData("overlays/test")]
    public async Task Kubectl_builds_the_same(string folder)
    {
        var kubectl = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(kubectl is null, "kubectl is not on this machine.");

        var files = Rendered.Of(Shop);
        var root = Directory.CreateTempSubdirectory("purser-overlay-").FullName;
        try
        {
            foreach (var (name, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, name))!);
                File.WriteAllText(Path.Combine(root, name), text);
            }

            using var build = Process.Start(new ProcessStartInfo(kubectl!, ["kustomize", Path.Combine(root, folder)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var yaml = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(build.ExitCode == 0, await error);
            var (ours, theirs) = (Kustomize.Build(files, folder), Kustomize.Objects(yaml));
            Assert.Equal(ours.Count, theirs.Count);
            foreach (var (here, there) in ours.Zip(theirs))
                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(KubernetesJson.Serialize(here)), JsonNode.Parse(KubernetesJson.Serialize(there))), $"{KubernetesYaml.Serialize(here)}\nkubectl:\n{KubernetesYaml.Serialize(there)}");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
