using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A host without a certificate. Behind a Gateway the listener has it, so nothing is said there.</summary>
internal static class PUR4004HostWithoutTls
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4004",
        DiagnosticSeverity.Info,
        "Exposed to a host without TLS",
        Problem.Message,
        "Without a certificate the Ingress serves plain HTTP: passwords, tokens and data cross the network readable. An ingress controller may have a certificate of its own for all hosts; then this can be silenced.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options)
    {
        if (declaration.WorkloadAttribute is null)
            yield break;
        var all = declaration.Of(AttributeNames.Exposed).Where(exposed => exposed.Text("Host") is not null).ToArray();
        var secured = new HashSet<string>(all.Where(static exposed => exposed.Text("TlsSecretName") is not null).Select(static exposed => exposed.Text("Host")!), StringComparer.OrdinalIgnoreCase);
        var secret = ObjectName.Of(WorkloadName.Of(declaration), "tls");
        foreach (var exposed in all)
        {
            var host = exposed.Text("Host")!;
            if (exposed.Text("Protocol") != "Tcp" && !NetworkComposer.IsGateway(exposed, options) && secured.Add(host))
                yield return Problem.At(Rule, exposed, "Host", $"'{host}' is reached by plain HTTP", $"name the Secret that holds its certificate: TlsSecretName = \"{secret}\"").FixedBy(Fix.Set("TlsSecretName", secret));
        }
    }
}
