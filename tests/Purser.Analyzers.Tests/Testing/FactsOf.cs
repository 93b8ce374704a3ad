using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Tests.Testing;

/// <summary>The facts of a small program, as short lines that a table can hold: <c>port 5000 Http</c>, <c>Readiness /healthz</c>, <c>secret ConnectionStrings:Orders required</c>.</summary>
internal static class FactsOf
{
    /// <summary>What a web project imports without saying so, and the packages that programs of the table use.</summary>
    private const string Usings = """
        global using Purser;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>A project with top-level statements; the program is a [Stateless] workload unless it says otherwise.</summary>
    public static Project Web(params string[] sources)
    {
        var isDeclared = sources.Any(source => AttributeNames.Workloads.Any(workload => source.Contains("[" + workload, StringComparison.Ordinal)));
        return Project.WebOf([.. sources, Usings, isDeclared ? "" : "[Stateless] public partial class Program;"]);
    }

    /// <summary>The facts of a workload, by the name of its class.</summary>
    public static CodeFacts Class(Project project, string className = "Program")
    {
        var compilation = project.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var declarations = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => compilation.GetSemanticModel(tree).GetDeclaredSymbol(type)))
            .OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(type => WorkloadReader.AttributesOf(type).Any(attribute => AttributeNames.IsWorkload(WorkloadReader.NameOf(attribute) ?? "")))
            .Select(type => WorkloadReader.Read(type, compilation, default))
            .ToImmutableArray();
        var findings = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()
            .Where(FactReader.IsCandidate)
            .SelectMany(node => FactReader.Read(node, compilation.GetSemanticModel(tree), default)));
        var set = new FindingSet(findings.ToEquatableArray(), declarations.Select(WorkloadClass.Of).ToEquatableArray());
        var options = project.AnalyzerOptions();
        return WorkloadFacts.Of(
            declarations.Single(declaration => declaration.ClassName == className),
            set,
            AppSettings.Read(options.AdditionalFiles, default),
            ProjectOptions.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions));
    }

    /// <summary>What an environment has other than the base: ports, and the values of settings.</summary>
    private static IEnumerable<string> Differing(CodeFacts facts, CodeFacts there) => there.Ports.Select(static port => port.Number).Except(facts.Ports.Select(static port => port.Number)).Select(static number => $"port {number}")
        .Concat(there.Configuration.Where(key => !key.IsSecret && facts.Configuration.Single(other => other.Key == key.Key).Default != key.Default).Select(static key => $"{key.Key}={key.Default ?? "none"}"));

    /// <summary>In lines without origins, in an order that a person would list them.</summary>
    public static string Lines(CodeFacts facts)
    {
        var lines = new List<string>();
        lines.AddRange(facts.Ports.Select(port => $"port {port.Number} {port.Protocol}{(port.LocalhostOnly ? " localhost" : "")}"));
        lines.AddRange(facts.Health.Select(health => $"{health.Kind} {health.Path ?? "grpc"}{(health.Port is { } port ? $" on {port}" : "")}"));
        lines.AddRange(facts.Configuration.Select(key =>
            $"{(key.IsSecret ? "secret" : "setting")} {key.Key}{(key.Default is { } value ? key.IsSecret ? " has default" : $"={value}" : "")}{(key.IsRequired ? " required" : "")}"));
        if (facts.Shutdown is { } shutdown)
            lines.Add($"shutdown {shutdown.Seconds}");
        lines.AddRange(facts.ApiAccess.Select(api => $"api {api.Verb} {(api.ApiGroup.Length == 0 ? "" : api.ApiGroup + "/")}{api.Resource}{(api.ClusterScoped ? " in the cluster" : "")}").Order(StringComparer.Ordinal));
        lines.AddRange(facts.UnresolvedApiCalls.Select(call => $"api unknown {call.Call}"));
        lines.AddRange(facts.Overlays.Select(overlay => $"overlay {overlay.Environment}: {string.Join(", ", Differing(facts, overlay.Facts))}".TrimEnd()));
        return string.Join("\n", lines);
    }
}
