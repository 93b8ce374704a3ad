using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Credentials;

/// <summary>One value that leaves the code.</summary>
/// <param name="Target">The expression that goes.</param>
/// <param name="Key">The key that it is read by from now on: of configuration, or an environment variable.</param>
/// <param name="Replacement">What stands there instead, by key.</param>
internal sealed record Move(DocumentId Document, ExpressionSyntax Target, string Key, Func<string, ExpressionSyntax> Replacement)
{
    /// <summary>The constants that become read-only.</summary>
    public VariableDeclarationSyntax? Constant { get; init; }

    /// <summary>The value for a [Setting]; null for a secret, whose value goes nowhere.</summary>
    public string? Setting { get; init; }

    /// <summary>Whether the workload gets an attribute for the key.</summary>
    public bool IsReferenced { get; init; } = true;

    /// <summary>Two values must not share one key; compared, never written.</summary>
    public string? Value { get; init; }
}
