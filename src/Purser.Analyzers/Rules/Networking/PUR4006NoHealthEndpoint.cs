using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Conclusions;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A web workload that nobody can ask whether it is well.</summary>
internal static class PUR4006NoHealthEndpoint
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4006",
        DiagnosticSeverity.Info,
        "Exposed web workload without a health endpoint",
        Problem.Message,
        "Without a health endpoint Kubernetes can only see that the port answers: a pod that cannot reach its database gets requests all the same.");

    public static IEnumerable<Problem> Check(WorkloadReading workload)
    {
        if (!workload.Serves
            || workload.Declaration.Of(AttributeNames.Exposed).FirstOrDefault(static exposed => exposed.Text("Protocol") != "Tcp") is not { } exposed
            || workload.Findings.OfType<HealthEndpointFinding>().Any(endpoint => !HealthConclusion.IsClosed(endpoint, workload.Findings))
            || workload.Declaration.Of(AttributeNames.Probe).Any(probe => probe.Text("Path") is { } path && PUR4002ProbePathNotMapped.IsMapped(path, workload) != false)
            || workload.Elsewhere.Value.Any(MappedElsewhere.KnowsHealthChecks))
            yield break;
        if (workload.Findings.OfType<HealthEndpointFinding>().FirstOrDefault() is { Path: not null } closed)
        {
            yield return Problem.At(Rule, exposed, null, $"'{closed.Path}' wants authorization, which Kubernetes does not bring, so Kubernetes can only see that the port answers", $"let anybody ask: {closed.Origin.Call}.AllowAnonymous()");
            yield break;
        }

        yield return workload.Facts.MapsGrpc
            ? Problem.At(Rule, exposed, null, "the app serves gRPC, but not gRPC's health service, so Kubernetes can only see that the port answers", "add the package Grpc.AspNetCore.HealthChecks, builder.Services.AddGrpcHealthChecks() and app.MapGrpcHealthChecksService()")
            : Problem.At(Rule, exposed, null, "the app maps no health endpoint, so Kubernetes can only see that the port answers", "add builder.Services.AddHealthChecks() and app.MapHealthChecks(\"/healthz\")");
    }
}
