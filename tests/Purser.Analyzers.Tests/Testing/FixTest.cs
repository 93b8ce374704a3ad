using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Purser.Analyzers.Tests.Testing;

/// <summary>Source in, fixed source out, in Roslyn's own harness: it also checks that fix-all gives the same. Markup: <c>{|PUR1005:"10gb"|}</c>.</summary>
internal static class FixTest
{
    /// <param name="source">The code with its expected diagnostics in markup.</param>
    /// <param name="expected">The code after the fix.</param>
    /// <param name="adjust">Additional files, options, the index of the fix, ...</param>
    public static Task Verify<TAnalyzer, TFix>(string source, string expected, Action<CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>>? adjust = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = expected,
            // No package: the SDK's own targeting pack is added below, so that a test needs no network.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        AddReferences(test.TestState, References.Web);
        test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(
            id, ((Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)solution.GetProject(id)!.ParseOptions!).WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest)));
        // As every template has it.
        test.SolutionTransforms.Add((solution, id) => solution.WithProjectCompilationOptions(
            id, ((Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Enable)));
        adjust?.Invoke(test);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void AddReferences(SolutionState state, IEnumerable<MetadataReference> references) => state.AdditionalReferences.AddRange(references);
}
