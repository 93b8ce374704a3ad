using Purser.Build;

namespace Purser.Package.Tests;

/// <summary>What the task does to a disk, without a build around it.</summary>
public sealed class ManifestFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("purser-folder-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("../evil.yaml")]
    [InlineData("a/../../evil.yaml")]
    [InlineData("/etc/evil.yaml")]
    [InlineData("C:/evil.yaml")]
    [InlineData("a\\..\\evil.yaml")]
    [InlineData("a//b.yaml")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("nul.yaml")]
    [InlineData("COM1")]
    [InlineData("a\nb.yaml")]
    [InlineData("a\0b.yaml")]
    [InlineData("name .yaml")]
    [InlineData("trailing.")]
    public void A_path_that_is_no_plain_path_below_the_folder_is_refused(string path)
    {
        var problem = Assert.Throws<ManifestException>(() => SafePath.Check(root + Path.DirectorySeparatorChar, path));
        Assert.Equal(Codes.UnsafePath, problem.Code);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        var outside = Directory.CreateTempSubdirectory("purser-outside-").FullName;
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(root, "overlays"), outside);
            Assert.Throws<ManifestException>(() => Folder().Plan([Manifest.Of("overlays/staging.yaml", "a: b\n")]));
            Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void Nothing_is_written_when_one_file_cannot_be()
    {
        File.WriteAllText(Path.Combine(root, "b.yaml"), "mine\n");
        Assert.Throws<ManifestException>(() => Write(Manifest.Of("a.yaml", Text("a")), Manifest.Of("b.yaml", Text("b"))));
        Assert.False(File.Exists(Path.Combine(root, "a.yaml")));
        Assert.Equal("mine\n", File.ReadAllText(Path.Combine(root, "b.yaml")));
    }

    [Fact]
    public void Without_its_list_it_still_knows_its_own_files()
    {
        Write(Manifest.Of("a.yaml", Text("one")));
        // obj was deleted: the list is gone, the first line is not.
        var plan = Write(Manifest.Of("a.yaml", Text("two")));
        Assert.Equal(1, plan.Changed);
        Assert.Contains("two", File.ReadAllText(Path.Combine(root, "a.yaml")));
    }

    [Fact]
    public void A_file_that_somebody_put_in_place_of_a_manifest_is_kept()
    {
        var list = Path.Combine(root, "obj", "list.txt");
        Write(Manifest.Of("a.yaml", Text("one")));
        WrittenFiles.Write(list, root + Path.DirectorySeparatorChar, [Manifest.Of("a.yaml", Text("one"))]);
        File.WriteAllText(Path.Combine(root, "a.yaml"), "kind: Mine\n");

        var plan = new ManifestFolder(root, "Orders.Api", WrittenFiles.Read(list)).Plan([]);

        Assert.Empty(plan.Removals);
    }

    [Fact]
    public void No_half_written_file_stays_behind()
    {
        Write(Manifest.Of("overlays/staging/kustomization.yaml", Text("x")));
        Assert.Equal(["kustomization.yaml"], Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void The_digest_stands_behind_the_tag_of_that_image_alone()
    {
        var manifest = Manifest.Of("a.yaml", "        - image: shop/api:1.0\n        - image: shop/api:1.0.1\n          note: shop/api:1.0\n").Pin("shop/api:1.0", "sha256:abc");
        Assert.Equal("        - image: shop/api:1.0@sha256:abc\n        - image: shop/api:1.0.1\n          note: shop/api:1.0\n", System.Text.Encoding.UTF8.GetString(manifest.Content));
    }

    private ManifestFolder Folder() => new(root, "Orders.Api", WrittenFiles.Of());

    private WritePlan Write(params Manifest[] manifests)
    {
        var folder = Folder();
        var plan = folder.Plan(manifests);
        folder.Carry(plan);
        return plan;
    }

    private static string Text(string value) => $"# Orders.Api: written by Purser from class Program\nvalue: {value}\n";
}
