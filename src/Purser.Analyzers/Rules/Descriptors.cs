using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules;

/// <summary>What all rules have in common: ids, categories and help links.</summary>
internal static class Descriptors
{
    /// <summary>Where the docs pages of <c>build/docs/rules</c> are published.</summary>
    public const string HelpBase = "https://github.com/purser-net/purser/blob/main/build/docs/rules/";

    public static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message, string description, params string[] tags) =>
        new(id, title, message, Category(id), severity, isEnabledByDefault: true, description, HelpLink(id), tags);

    public static string HelpLink(string id) => $"{HelpBase}{id}.md";

    /// <summary>The family by the id's first digit: <c>PUR3001</c> is <c>Purser.Credentials</c>.</summary>
    public static string Category(string id) => "Purser." + id[3] switch
    {
        '1' => "Declarations",
        '2' => "Kinds",
        '3' => "Credentials",
        '4' => "Networking",
        _ => "Storage",
    };
}
