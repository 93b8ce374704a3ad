using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3004: text in the format of a provider's token or a private key, whatever it is called. Found by <see cref="CredentialInCode"/>.</summary>
internal static class PUR3004KnownToken
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        CredentialClassifier.KnownFormat,
        DiagnosticSeverity.Warning,
        "Token or private key in the code",
        "{0} is {1} in the code; revoke it where it was issued, and read a new one from a Kubernetes Secret",
        "The text has the documented format of a provider's token, of a JSON Web Token or of a private key: bots find such texts in public repositories within minutes. What was committed is known, so that taking it out is not enough; revoke it. The app reads the new one from configuration; [Secret] names the key of a Kubernetes Secret that fills it.");
}
