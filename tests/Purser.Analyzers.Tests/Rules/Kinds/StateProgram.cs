using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>A small program as somebody would write it, and the rules about state that speak about it.</summary>
internal static class StateProgram
{
    private static readonly string[] Rules = ["PUR2001", "PUR2002", "PUR2007", "PUR2009", "PUR2011", "PUR5001"];

    /// <summary>A web project; the last sources are packages. Where nothing is declared, the program is [Stateless].</summary>
    public static Project Of(params string[] sources)
    {
        var project = FactsOf.Web(sources);
        Assert.Empty(project.CompilerErrors());
        return project;
    }

    public static async Task<ImmutableArray<Diagnostic>> Analyze(Project project) =>
        await project.Analyze([.. Analyzers().Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => Rules.Contains(rule.Id)))]);

    /// <summary>The ids, each once: <c>PUR2001 PUR5001</c>.</summary>
    public static async Task<string> Ids(Project project) => string.Join(" ", (await Analyze(project)).Select(d => d.Id).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() => typeof(PurserAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
