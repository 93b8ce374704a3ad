using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>Runs the rules on a piece of code and says what was found: the id and the literal, in order.</summary>
internal static class Code
{
    public static async Task<string[]> Found(string source, Func<Project, Project>? adjust = null) =>
        [.. (await Diagnostics(source, adjust)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}")];

    public static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Diagnostics(string source, Func<Project, Project>? adjust = null)
    {
        var project = Project.WebOf(source) with { OutputKind = OutputKind.DynamicallyLinkedLibrary };
        return (adjust?.Invoke(project) ?? project).Analyze(new CredentialInCode());
    }

    /// <summary>Statements in a method, with the usings that they need.</summary>
    public static string Method(string statements) => $$"""
        using System.Net;
        using System.Net.Http.Headers;
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.Extensions.Configuration;

        class Subject
        {
            void Run(IConfiguration config, string user, string host, string password, dynamic thing)
            {
                {{statements}}
            }
        }
        """;
}
