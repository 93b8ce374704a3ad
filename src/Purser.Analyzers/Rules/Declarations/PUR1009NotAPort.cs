using System.Globalization;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Ports of [Exposed] and [Probe].</summary>
internal static class PUR1009NotAPort
{
    private const int Max = 65535;

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1009",
        DiagnosticSeverity.Error,
        "Not a port, or one port twice",
        Problem.Message,
        "Ports are 1 to 65535, and a Service names each of its ports once.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration) => OutOfRange(declaration).Concat(Twice(declaration));

    private static IEnumerable<Problem> OutOfRange(WorkloadDeclaration declaration) =>
        from attribute in declaration.Attributes
        where attribute.Name is AttributeNames.Exposed or AttributeNames.Probe
        let port = attribute.Number("Port")
        where port is < 1 or > Max
        select Problem.At(Rule, attribute, "Port", $"{Show(port)} is not a port", $"write a number from 1 to {Max}, such as Port = 8080");

    private static IEnumerable<Problem> Twice(WorkloadDeclaration declaration)
    {
        var all = declaration.Of(AttributeNames.Exposed).ToArray();
        for (var i = 1; i < all.Length; i++)
        {
            var second = all[i];
            // The same port under several hosts or paths is several ways in; one without a host adds nothing to it.
            var first = all.Take(i).FirstOrDefault(other => IsSamePort(other, second) && (!IsSameProtocol(other, second) || IsNoOtherWay(other, second)));
            if (first is null)
                continue;

            var port = second.Number("Port") is { } number ? $"port {Show(number)}" : "the app's port";
            yield return IsSameProtocol(first, second)
                ? Problem.At(Rule, second, "Port", $"{port} is exposed twice", "give the second another Port, or another Host or Path to be reached by").FixedBy(Fix.RemoveAttribute(AttributeNames.Exposed))
                : Problem.At(Rule, second, "Port", $"{port} is exposed twice, with two protocols", "one port speaks one protocol: give each its own Port");
        }
    }

    /// <summary>Where no number is given, the app's port for that protocol is meant.</summary>
    private static bool IsSamePort(DeclaredAttribute a, DeclaredAttribute b) =>
        a.Number("Port") == b.Number("Port") && (a.Number("Port") is not null || IsSameProtocol(a, b));

    private static bool IsSameProtocol(DeclaredAttribute a, DeclaredAttribute b) => a.Text("Protocol") == b.Text("Protocol");

    private static bool IsNoOtherWay(DeclaredAttribute a, DeclaredAttribute b) =>
        a.Text("Host") is null || b.Text("Host") is null || (a.Text("Host") == b.Text("Host") && (a.Text("Path") ?? "/") == (b.Text("Path") ?? "/"));

    private static string Show(long? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
}
