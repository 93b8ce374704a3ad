using System.Collections.Immutable;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Contract.Tests.Samples;

/// <summary>The sample as it was built: this project's build orders the sample's, so that its manifests and programs are there.</summary>
internal static class DataPlatform
{
    public static readonly string Folder = Path.Combine(References.RepositoryRoot, "samples", "DataPlatform");

    /// <summary>What is deployed: the kustomization and the files that it lists.</summary>
    public static Cluster Deployed(string project)
    {
        var folder = Path.Combine(Folder, "k8s", "base", project);
        return Cluster.Of(File.ReadLines(Path.Combine(folder, "kustomization.yaml"))
            .Where(line => line.StartsWith("  - ", StringComparison.Ordinal))
            .Select(line => line["  - ".Length..])
            .Append("kustomization.yaml")
            .ToImmutableSortedDictionary(file => file, file => File.ReadAllText(Path.Combine(folder, file)), StringComparer.Ordinal));
    }

    /// <summary>The program of the last build, whatever its configuration.</summary>
    public static string Program(string project) => Directory
        .EnumerateFiles(Path.Combine(Folder, project, "bin"), project + ".dll", SearchOption.AllDirectories)
        .Where(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")))
        .MaxBy(File.GetLastWriteTimeUtc)!;
}
