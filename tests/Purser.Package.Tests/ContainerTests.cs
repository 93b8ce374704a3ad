using System.Formats.Tar;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Purser.Package.Tests;

/// <summary>The image that is published and the image that the manifest names are one.</summary>
[Collection(nameof(PackedPurser))]
public sealed class ContainerTests(PackedPurser package)
{
    [Theory]
    [InlineData("", "orders.api:1.4.2")]
    [InlineData("<ContainerRepository>shop/orders</ContainerRepository>", "shop/orders:1.4.2")]
    [InlineData("<ContainerRepository>shop/orders</ContainerRepository><ContainerImageTag>7.0-rc</ContainerImageTag>", "shop/orders:7.0-rc")]
    [InlineData("<ContainerImageTags>7;8</ContainerImageTags>", "orders.api:7")]
    [InlineData("<InformationalVersion>1.4.2+abc</InformationalVersion><Version>1.4.2+abc</Version>", "orders.api:1.4.2-abc")]
    public async Task The_manifest_names_the_image_that_is_published(string properties, string expected)
    {
        using var registry = BaseImageRegistry.Start();
        var project = UserProject.Create(package, properties: properties);
        var archive = project.PathOf("image.tar.gz");

        (await Publish(project, registry, $"-p:ContainerArchiveOutputPath={archive}")).Succeeded();

        Assert.Contains(expected, TagsIn(archive));
        Assert.Contains($"image: {expected}\n", project.Manifest("orders-api.deployment.yaml"));
    }

    [Fact]
    public async Task A_pinned_digest_is_the_published_images_and_gives_a_Job_another_name()
    {
        using var registry = BaseImageRegistry.Start();
        var project = UserProject.Create(package, properties: "<KubernetesPinDigest>true</KubernetesPinDigest>", program: """
            using Purser;

            System.Console.WriteLine("done");

            [BatchJob]
            public partial class Program;
            """);
        (await project.Build()).Succeeded();
        var before = NameIn(project.Manifest("orders-api.job.yaml"));

        (await Publish(project, registry, $"-p:ContainerArchiveOutputPath={project.PathOf("image.tar.gz")}")).Succeeded();
        var pinned = project.Manifest("orders-api.job.yaml");
        Assert.Matches("image: \"?orders.api:1.4.2@sha256:[0-9a-f]{64}\"?\n", pinned);
        Assert.NotEqual(before, NameIn(pinned));

        // The next build remembers.
        (await project.Build("--no-restore")).Succeeded();
        Assert.Equal(pinned, project.Manifest("orders-api.job.yaml"));
    }

    private static string NameIn(string job) => Regex.Match(job, "\n  name: (.*)\n").Groups[1].Value;

    private static Task<DotNet.Result> Publish(UserProject project, BaseImageRegistry registry, params string[] arguments) => DotNet.Run(
        project.Folder,
        ["publish", "-t:PublishContainer", "-c", "Debug", $"-p:ContainerBaseImage={registry.Image}", "-p:ContainerRuntimeIdentifier=linux-x64", "-p:UseAppHost=false", .. arguments]);

    /// <summary>The tags by which <c>docker load</c> would know it.</summary>
    private static string[] TagsIn(string archive)
    {
        using var tar = new TarReader(File.OpenRead(archive));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name != "manifest.json")
                continue;
            using var manifest = JsonDocument.Parse(entry.DataStream!);
            return [.. manifest.RootElement[0].GetProperty("RepoTags").EnumerateArray().Select(tag => tag.GetString()!)];
        }

        return [];
    }
}
