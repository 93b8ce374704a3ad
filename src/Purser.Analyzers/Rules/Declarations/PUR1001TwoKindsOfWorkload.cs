using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>A class is one workload.</summary>
internal static class PUR1001TwoKindsOfWorkload
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1001",
        DiagnosticSeverity.Error,
        "More than one workload attribute on a class",
        Problem.Message,
        "A class becomes one Deployment, StatefulSet, Job, CronJob or DaemonSet. Two of them would run the same pods twice under one name and one selector.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration)
    {
        var workloads = declaration.Attributes.Where(attribute => AttributeNames.IsWorkload(attribute.Name)).ToArray();
        return workloads.Skip(1).Select(second => Problem.At(
            Rule,
            second,
            null,
            $"'{declaration.SimpleName}' is [{workloads[0].Name}] and [{second.Name}]",
            "a class is one workload: keep one of them, or give the other a class of its own")
            .FixedBy(Fix.RemoveAttribute(second.Name)));
    }
}
