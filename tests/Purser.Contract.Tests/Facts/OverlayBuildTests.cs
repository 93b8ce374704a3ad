using System.Diagnostics;
using k8s;
using k8s.Models;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Contract.Tests.Facts;

/// <summary>Overlays as kustomize builds them, where kubectl is there.</summary>
public sealed class OverlayBuildTests
{
    [Fact]
    public void An_overlay_builds_to_the_base_with_what_differs()
    {
        var files = Rendered.Of(FactsOf.Web("""
            var builder = WebApplication.CreateBuilder(args);
            var size = builder.Configuration.GetValue("Orders:PageSize", 10);
            var hint = builder.Configuration["Orders:Hint"];
            builder.Build().Run();
            [Stateless, Exposed] public partial class Program;
            [BatchJob(Args = ["import"])] public class Import;
            """)
            .WithFile("/app/appsettings.Production.json", """{ "Orders": { "Hint": "only here" } }""")
            .WithFile("/app/appsettings.Staging.json", """{ "Orders": { "PageSize": 5 }, "Urls": "http://*:5000" }"""));

        var production = Build(files, ".");
        var staging = Build(files, "overlays/staging");

        Assert.Equal(production.Select(Key), staging.Where(item => item.Metadata.Name != "import-config").Select(Key));
        var settings = staging.OfType<V1ConfigMap>().Single(map => map.Metadata.Name == "orders-api-config").Data;
        Assert.Equal(["ASPNETCORE_ENVIRONMENT=Staging", "DOTNET_ENVIRONMENT=Staging", "Orders__PageSize=5"], settings.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
        Assert.Equal("only here", production.OfType<V1ConfigMap>().Single(map => map.Metadata.Name == "orders-api-config").Data["Orders__Hint"]);
        Assert.Equal(5000, staging.OfType<V1Deployment>().Single().Spec.Template.Spec.Containers[0].Ports[0].ContainerPort);
        Assert.NotEqual(production.OfType<V1Deployment>().Single().Spec.Template.Metadata.Annotations["checksum/config"], staging.OfType<V1Deployment>().Single().Spec.Template.Metadata.Annotations["checksum/config"]);
        Assert.NotEqual(production.OfType<V1Job>().Single().Metadata.Name, staging.OfType<V1Job>().Single().Metadata.Name);

        static string Key(IKubernetesObject<V1ObjectMeta> item) => $"{item.Kind} {(item is V1Job ? "" : item.Metadata.Name)}";
    }

    private static List<IKubernetesObject<V1ObjectMeta>> Build(IEnumerable<KeyValuePair<string, string>> files, string path)
    {
        var kubectl = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(kubectl is null, "kubectl is not on this machine.");

        var root = Directory.CreateTempSubdirectory("purser-overlay-").FullName;
        try
        {
            foreach (var (name, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, name))!);
                File.WriteAllText(Path.Combine(root, name), text);
            }

            using var build = Process.Start(new ProcessStartInfo(kubectl!, ["kustomize", Path.Combine(root, path)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = build.StandardError.ReadToEndAsync();
            var yaml = build.StandardOutput.ReadToEnd();
            build.WaitForExit();
            Assert.True(build.ExitCode == 0, error.Result);
            return [.. KubernetesYaml.LoadAllFromString(yaml).Cast<IKubernetesObject<V1ObjectMeta>>().OrderBy(item => item.Kind + item.Metadata.Name, StringComparer.Ordinal)];
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
