using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Tests.Testing;

/// <summary>A project's manifests, taken from the compiled assembly's attributes as the build task takes them.</summary>
internal static class Manifests
{
    /// <summary>Path -> YAML, in the order of the paths.</summary>
    public static ImmutableSortedDictionary<string, string> Of(Project project)
    {
        var driver = project.Driver(new ManifestGenerator()).RunGeneratorsAndUpdateCompilation(project.Compile(), out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.All(driver.GetRunResult().Results, result => Assert.Null(result.Exception));
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return output.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "AssemblyMetadataAttribute")
            .Select(attribute => ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!))
            .Where(pair => pair.Item1.StartsWith("Purser:", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(pair => pair.Item1["Purser:".Length..], pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>The manifests of annotated classes in a plain project.</summary>
    public static ImmutableSortedDictionary<string, string> Of(params string[] sources) => Of(Project.Of(sources));
}
