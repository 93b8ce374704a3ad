using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Networking;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Rules.Networking;

/// <summary>What the rules about code and declaration say of a small web program, as lines: <c>PUR4001 Port = 5000</c>.</summary>
internal static class FactRule
{
    private const string Usings = """
        global using System;
        global using System.IO;
        global using System.Threading.Tasks;
        global using Purser;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    /// <summary>The diagnostics of some rules, each with the text that it stands at.</summary>
    public static async Task<string> Lines(Project project, params string[] rules) => string.Join("\n", (await project.Analyze(new FactAnalyzer()))
        .Where(diagnostic => rules.Contains(diagnostic.Id))
        .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? Path.GetFileName(diagnostic.Location.GetLineSpan().Path)}"));

    /// <summary>A web program; the code compiles, so that nothing is missed for a typing mistake.</summary>
    public static Task<string> Lines(string rule, string program)
    {
        var project = FactsOf.Web(program);
        Assert.Empty(project.CompilerErrors());
        return Lines(project, rule);
    }

    /// <summary>The message of the only diagnostic of a rule.</summary>
    public static async Task<string> Message(string rule, Project project) =>
        Assert.Single(await project.Analyze(new FactAnalyzer()), diagnostic => diagnostic.Id == rule).GetMessage();

    /// <summary>A fix in a web program; markup marks the rule alone, the others are silenced.</summary>
    public static Task Fix<TFix>(string rule, string source, string expected, int index = 0) where TFix : CodeFixProvider, new() => FixTest.Verify<FactAnalyzer, TFix>(source, expected, test =>
    {
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("/0/Usings.cs", Usings));
        test.FixedState.Sources.Add(("/0/Usings.cs", Usings));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.UsingMicrosoftNETSdkWeb = true\n"));
        test.CodeActionIndex = index;
        test.DisabledDiagnostics.AddRange(new FactAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).Where(id => id != rule));
    });
}
