using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3008: a literal where a secret is not configured. Found by <see cref="CredentialInCode"/>.</summary>
internal static class PUR3008FallbackForSecret
{
    public const string Id = "PUR3008";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        Id,
        DiagnosticSeverity.Warning,
        "Literal fallback for a secret",
        "{0} falls back to {1} in the code where it is not configured; throw an exception that names what is missing",
        "Where the Secret is missing, or its key is mistyped, the pod starts all the same and runs with a value that everybody who can read the code knows; nobody notices. An exception at start keeps the old pods running and says what is missing.");
}
