using System.Globalization;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A port of [Exposed] or [Probe] that the code does not open.</summary>
internal static class PUR4001PortNotListenedOn
{
    private const int MaxFixes = 3;

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4001",
        DiagnosticSeverity.Warning,
        "Port that the app does not listen on",
        Problem.Message,
        "A Service sends its requests to a port of the pod. Where nothing listens there, every request is refused, and a probe of such a port never succeeds.");

    public static IEnumerable<Problem> Check(WorkloadReading workload)
    {
        if (!workload.Serves || workload.Ports.HasUnknown || workload.Listening is not { Count: > 0 } listening)
            yield break;
        foreach (var attribute in workload.Declaration.Attributes)
        {
            if (attribute.Name is not (AttributeNames.Exposed or AttributeNames.Probe) || attribute.Number("Port") is not (> 0 and < 65536 and var port)
                || listening.Any(fact => fact.Number == port) || IsOfAnotherServer(attribute, workload))
                continue;
            var wanted = Candidates(attribute, listening);
            yield return Problem.At(
                Rule, attribute, "Port",
                $"port {Show(port)} is {(attribute.Name == AttributeNames.Probe ? "asked" : "exposed")}, but the app listens on {string.Join(" and ", listening.Select(fact => $"{Show(fact.Number)} ({fact.Origin.Call})"))}",
                $"write Port = {Show(wanted[0].Number)}, or let the app listen on {Show(port)}")
                .FixedBy(wanted.Take(MaxFixes).Select(fact => (Fix?)Fix.Set("Port", fact.Number)).ToArray());
        }
    }

    /// <summary>Raw TCP, and gRPC where ASP.NET Core serves none, are a library's that opens its port by itself.</summary>
    private static bool IsOfAnotherServer(DeclaredAttribute attribute, WorkloadReading workload) => attribute.Text("Protocol") switch
    {
        "Tcp" => true,
        "Grpc" => !workload.Facts.MapsGrpc,
        _ => attribute.Name == AttributeNames.Probe && attribute.Text("Path") is null
            && workload.Declaration.Of(AttributeNames.Exposed).Any(exposed => exposed.Text("Protocol") == "Tcp" && exposed.Number("Port") == attribute.Number("Port")),
    };

    private static PortFact[] Candidates(DeclaredAttribute attribute, IReadOnlyList<PortFact> listening)
    {
        var wantsGrpc = attribute.Text("Protocol") == "Grpc";
        return listening
            .OrderBy(fact => (fact.Protocol is PortProtocol.Grpc or PortProtocol.Http2) != wantsGrpc)
            .ThenBy(static fact => fact.LocalhostOnly)
            .ToArray();
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
