using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3001: a password, secret, token or key as a literal. Found by <see cref="CredentialInCode"/>.</summary>
internal static class PUR3001CredentialInCode
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        CredentialClassifier.Literal,
        DiagnosticSeverity.Warning,
        "Credential in the code",
        "{0} is {1} in the code; read it from configuration and let a Kubernetes Secret hold it",
        "Everybody who can read the repository or pull the image has the credential, and a new one needs a new image. The app reads it from configuration; [Secret] names the key of a Kubernetes Secret that fills it.");
}
