using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>Tests are full of made-up passwords: what only a name speaks for counts less there.</summary>
internal static class TestProject
{
    public static bool Is(Compilation compilation, AnalyzerConfigOptions options)
    {
        if (options.TryGetValue("build_property.IsTestProject", out var isTest) && bool.TryParse(isTest, out var value))
            return value;
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (reference.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "Microsoft.VisualStudio.TestPlatform.TestFramework" or "MSTest.TestFramework" or "TUnit" or "TUnit.Core")
                return true;
        }

        return false;
    }
}
