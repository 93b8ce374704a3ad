using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Something wrong in a declaration. No symbol and no syntax: the generator asks for it as well as the analyzer.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Attribute">The attribute, by its place in the declaration.</param>
/// <param name="Given">What was given: the first half of the message.</param>
/// <param name="Accepted">What is accepted, with an example: the second half.</param>
internal sealed record Problem(DiagnosticDescriptor Rule, int Attribute, string Given, string Accepted)
{
    /// <summary>The format of all messages.</summary>
    public const string Message = "{0}; {1}";

    /// <summary>The argument, by the property that it sets; null for the whole attribute.</summary>
    public string? Argument { get; init; }

    /// <summary>The item of an array argument.</summary>
    public int? Item { get; init; }

    public DiagnosticSeverity Severity { get; init; } = Rule.DefaultSeverity;

    /// <summary>The ways out, the likeliest first.</summary>
    public EquatableArray<Fix> Fixes { get; init; }

    /// <summary>Whether the workload is left out of the output.</summary>
    public bool IsError => Severity == DiagnosticSeverity.Error;

    public static Problem At(DiagnosticDescriptor rule, DeclaredAttribute attribute, string? argument, string given, string accepted) =>
        new(rule, attribute.Index, given, accepted) { Argument = argument is not null && attribute[argument] is not null ? argument : null };

    public Problem AsWarning() => this with { Severity = DiagnosticSeverity.Warning };

    public Problem FixedBy(params Fix?[] fixes) => this with { Fixes = fixes.OfType<Fix>().ToEquatableArray() };
}
