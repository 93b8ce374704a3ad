using System.IO.Compression;

namespace Purser.Package.Tests;

[Collection(nameof(PackedPurser))]
public sealed class PackageContentTests(PackedPurser package)
{
    [Fact]
    public void The_package_holds_what_a_build_needs_and_nothing_else()
    {
        using var zip = ZipFile.OpenRead(package.PackageFile);

        var files = zip.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Purser.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/Purser.Analyzers.dll",
                "analyzers/dotnet/cs/Purser.CodeFixes.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/Purser.props",
                "build/Purser.targets",
                "lib/netstandard2.0/Purser.dll",
                "lib/netstandard2.0/Purser.xml",
                "tasks/netstandard2.0/Purser.Build.dll",
            ],
            files);
    }

    [Fact]
    public void The_package_depends_on_nothing()
    {
        using var zip = ZipFile.OpenRead(package.PackageFile);
        using var nuspec = new StreamReader(zip.GetEntry("Purser.nuspec")!.Open());
        Assert.DoesNotContain("<dependency ", nuspec.ReadToEnd());
    }
}
