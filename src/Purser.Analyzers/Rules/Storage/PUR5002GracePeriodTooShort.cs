using System.Globalization;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Storage;

/// <summary>A grace period that ends before the host's own.</summary>
internal static class PUR5002GracePeriodTooShort
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR5002",
        DiagnosticSeverity.Warning,
        "Grace period shorter than the app's shutdown timeout",
        Problem.Message,
        "When the grace period is over, the kubelet kills the process. What the app would have finished within its shutdown timeout is lost.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, CodeFacts facts)
    {
        if (declaration.WorkloadAttribute is not { } main || facts.Shutdown is not { } shutdown || main.Number("TerminationGracePeriodSeconds") is not (>= 0 and var given))
            yield break;
        var isExposed = main.Name != AttributeNames.BatchJob && declaration.Of(AttributeNames.Exposed).Any();
        var preStop = WorkloadComposer.PreStop(isExposed, given);
        if (given >= shutdown.Seconds + preStop)
            yield break;
        var enough = WorkloadComposer.EnoughFor(shutdown, WorkloadComposer.PreStop(isExposed, long.MaxValue));
        yield return Problem.At(
            Rule, main, "TerminationGracePeriodSeconds",
            $"the pod is killed after {Show(given)} seconds{(preStop > 0 ? $", {Show(preStop)} of which it waits for the last requests" : "")}, but the app takes up to {Show(shutdown.Seconds)} seconds to stop ({shutdown.Origin.Call})",
            $"write {Show(enough)} or more, or leave it out, and it follows the app's timeout")
            .FixedBy(Fix.Set("TerminationGracePeriodSeconds", enough), Fix.Drop("TerminationGracePeriodSeconds"));
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
