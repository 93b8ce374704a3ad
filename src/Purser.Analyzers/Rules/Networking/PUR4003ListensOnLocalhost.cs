using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A server that only its own pod reaches.</summary>
internal static class PUR4003ListensOnLocalhost
{
    private const string Wrong = "the app listens on localhost only, which nobody outside of its pod reaches, the kubelet's probes neither";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4003",
        DiagnosticSeverity.Warning,
        "Listens on localhost only",
        Problem.Message,
        "In a pod, localhost is the pod itself. Requests come from other pods and from the node, to the pod's own address.");

    /// <summary>In the message of a call.</summary>
    public static (string Given, string Accepted) Say(ListenFinding finding) => (
        Wrong,
        finding.Number is { } port ? $"listen on any address: ListenAnyIP({port}), or a URL such as \"http://*:{port}\"" : "listen on any address: ListenAnyIP(...), or a URL such as \"http://*:8080\"");

    /// <summary>What configuration says: a [Setting], or a file, which is reported at the workload.</summary>
    public static IEnumerable<Problem> Check(WorkloadReading workload)
    {
        foreach (var finding in Unreachable(workload))
        {
            if (finding.Owner.Length > 0 || workload.Findings.Contains(finding))
                continue;
            var setting = workload.Declaration.Of(AttributeNames.Setting).FirstOrDefault(attribute => finding.Origin.Call == $"[Setting(\"{attribute.Text("Key")}\", ...)]");
            if (setting is not null)
                yield return Problem.At(Rule, setting, "Value", Wrong, $"write any address, such as \"{Everywhere(setting.Text("Value") ?? "")}\"").FixedBy(Fix.Write("Value", Everywhere(setting.Text("Value") ?? "")));
            else if (workload.Declaration.WorkloadAttribute is { } main)
                yield return Problem.At(Rule, main, null, $"{Wrong} ({finding.Origin.FileName}: {finding.Origin.Call})", $"write any address there, such as \"http://*:{finding.Number}\"");
        }
    }

    /// <summary><c>http://localhost:5000</c> -> <c>http://*:5000</c>.</summary>
    public static string Everywhere(string urls) => urls.Replace("://localhost", "://*").Replace("://127.0.0.1", "://*").Replace("://[::1]", "://*");

    /// <summary>What is opened for localhost though somebody else must reach it.</summary>
    public static IEnumerable<ListenFinding> Unreachable(WorkloadReading workload)
    {
        if (workload.Declaration.WorkloadAttribute is not { Name: not AttributeNames.BatchJob } || !workload.IsServer)
            return [];
        var heard = workload.Ports.Heard;
        var wanted = workload.Declaration.Attributes.Where(static attribute => attribute.Name is AttributeNames.Exposed or AttributeNames.Probe).Select(static attribute => attribute.Number("Port")).ToArray();
        var nobodyIsReached = heard.All(static finding => finding.LocalhostOnly);
        // Beside the server, a listener on localhost is a program's own affair as long as nobody is sent to it.
        return heard.Where(finding => finding.LocalhostOnly
            && (nobodyIsReached ? finding.Source != ListenSource.Own || wanted.Length > 0 : wanted.Contains(finding.Number) && !heard.Any(other => other.Number == finding.Number && !other.LocalhostOnly)));
    }
}
