using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3003: a URL with a password or a key in it. Found by <see cref="CredentialInCode"/>.</summary>
internal static class PUR3003CredentialInUrl
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        CredentialClassifier.InUrl,
        DiagnosticSeverity.Warning,
        "URL with a credential in the code",
        "{0} has {1}; read the URL from configuration and let a Kubernetes Secret hold it",
        "A URL is logged, traced and shown in error messages, with the credential in it; and everybody who can read the repository or pull the image has it too. The app reads the URL from configuration; [Secret] names the key of a Kubernetes Secret that fills it.");
}
