using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3002: a connection string with a credential in it. Found by <see cref="CredentialInCode"/>.</summary>
internal static class PUR3002CredentialInConnectionString
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        CredentialClassifier.InConnectionString,
        DiagnosticSeverity.Warning,
        "Connection string with a credential in the code",
        "{0} is {1}; read it with GetConnectionString and let a Kubernetes Secret hold it",
        "Everybody who can read the repository or pull the image can open the connection, and it is the same one in every environment. The app reads it with GetConnectionString; [Secret(\"ConnectionStrings:...\")] names the key of a Kubernetes Secret that fills it.");
}
