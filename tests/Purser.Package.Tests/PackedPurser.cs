using System.Reflection;

namespace Purser.Package.Tests;

/// <summary>The package, packed once for all tests into a local feed outside the repository.</summary>
public sealed class PackedPurser : IAsyncLifetime
{
    /// <summary>A version that no other feed or cache has.</summary>
    public const string Version = "0.1.0-test";

    public string Root { get; } = Directory.CreateTempSubdirectory("purser-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    public string PackageFile => Path.Combine(Feed, $"Purser.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        // Other projects of the solution may be compiling meanwhile: nothing that they read is written, neither bin/Debug nor what was restored.
        (await DotNet.Run(Metadata("RepositoryRoot"), "pack", "src/Purser", "--no-restore", "-c", "Release", "-o", Feed, "-v", "quiet", $"-p:Version={Version}")).Succeeded();
        // The local feed alone: what the tests restore is what was just packed, and no network is asked.
        // What this repository's own build restored (NETStandard.Library) is at hand too.
        File.WriteAllText(Path.Combine(Root, "nuget.config"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{Metadata("PackageFolder")}" /></fallbackPackageFolders>
              <packageSources><clear /><add key="local" value="{Feed}" /></packageSources>
            </configuration>
            """);
    }

    public static string Metadata(string key) =>
        typeof(PackedPurser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }
}

[CollectionDefinition(nameof(PackedPurser))]
public sealed class PackedPurserCollection : ICollectionFixture<PackedPurser>;
