using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>A whole program, and the rules that it breaks.</summary>
/// <param name="Name">What the program is.</param>
/// <param name="Expected">The ids, in order, parted by spaces; empty for a program that is as it should be.</param>
/// <param name="Source">The program.</param>
internal sealed record ProgramCase(string Name, string Expected, string Source)
{
    private const string Usings = """
        global using Purser;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    internal static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(KindAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(KindAnalyzer))
                && type.Name[..7] is "PUR2003" or "PUR2004" or "PUR2005" or "PUR2006" or "PUR2008" or "PUR2010" or "PUR2012")
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    internal Project Project
    {
        get
        {
            var project = Project.WebOf(Source, Usings);
            return project with { References = [.. project.References, Libraries.Reference] };
        }
    }

    internal async Task<ImmutableArray<Diagnostic>> Find()
    {
        var project = Project;
        Assert.Equal("", string.Join("\n", project.CompilerErrors().Select(static error => error.ToString())));
        return await project.Analyze([.. Rules]);
    }

    /// <summary>The rules that are broken, each once.</summary>
    internal async Task Check()
    {
        var found = await Find();
        Assert.Equal(Expected, string.Join(" ", found.Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal)));
    }
}
