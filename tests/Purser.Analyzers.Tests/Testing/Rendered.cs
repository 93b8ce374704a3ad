using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Manifests;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Tests.Testing;

/// <summary>A project's manifests, taken from the compiled assembly's attributes as the build task takes them.</summary>
internal static class Rendered
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
    public static ImmutableSortedDictionary<string, string> Of(params string[] sources) => Of(Project.Of(["using Purser;", .. sources]));

    /// <summary>The manifests of one annotated class whose code says <paramref name="facts"/>.</summary>
    public static ImmutableSortedDictionary<string, string> With(CodeFacts facts, string source, Func<ProjectOptions, ProjectOptions>? options = null)
    {
        var compilation = Project.Of("using Purser;\n" + source).Compile();
        var type = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().Select(node => compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)))
            .OfType<INamedTypeSymbol>()
            .First(symbol => WorkloadReader.AttributesOf(symbol).Length > 0);
        var inputs = new WorkloadInputs(
            WorkloadReader.Read(type, compilation, CancellationToken.None),
            (options ?? (o => o))(new ProjectOptions { ProjectName = "Orders.Api", Version = "1.4.2" }),
            facts,
            EquatableArray<Entry>.Empty);
        return WorkloadManifests.Render(WorkloadComposer.Compose(inputs)).ToImmutableSortedDictionary(manifest => manifest.Path, manifest => manifest.Yaml, StringComparer.Ordinal);
    }
}
