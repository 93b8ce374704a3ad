using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Credentials.Addresses;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3006: the address of a database, a broker or a service as a literal. Found by <see cref="CredentialInCode"/>.</summary>
internal static class PUR3006AddressInCode
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        ServiceAddress.RuleId,
        DiagnosticSeverity.Info,
        "Address of a service in the code",
        "{0} is {1} in the code; read it from configuration and let a [Setting] hold it",
        "The address is no secret, but it is another one in each environment: with it in the code each environment needs an image of its own. The app reads it from configuration; [Setting] writes it into the ConfigMap of the workload, where an overlay can give another one.");
}
