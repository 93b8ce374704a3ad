using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>[Exposed], [Volume], ... say something about a workload, so there must be one.</summary>
internal static class PUR1002NoWorkload
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1002",
        DiagnosticSeverity.Error,
        "The class is no workload",
        Problem.Message,
        "An attribute such as [Exposed] or [Volume] adds to a workload. Without [Stateless], [Stateful], [BatchJob] or [PerNode] on the same class nothing is written.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration)
    {
        if (declaration.WorkloadAttribute is not null || declaration.Attributes.Count == 0)
            yield break;
        var first = declaration.Attributes[0];
        yield return Problem.At(
            Rule,
            first,
            null,
            $"[{first.Name}] is on '{declaration.SimpleName}', which is no workload",
            "put [Stateless], [Stateful], [BatchJob] or [PerNode] on the same class")
            .FixedBy([.. AttributeNames.Workloads.Select(Fix.AddAttribute)]);
    }
}
