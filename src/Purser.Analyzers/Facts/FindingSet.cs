using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>A workload class, as far as it decides whose a finding is.</summary>
internal sealed record WorkloadClass(string ClassName, bool HasEntryPoint, bool IsBatch)
{
    public static WorkloadClass Of(WorkloadDeclaration declaration) =>
        new(declaration.ClassName, declaration.HasEntryPoint, declaration.WorkloadAttribute?.Name == AttributeNames.BatchJob);
}

/// <summary>
/// The findings of a whole program, and whose they are. A finding inside a workload's class is that workload's alone.
/// A finding elsewhere is everybody's: keys and API calls, because any of the workloads may come by. But only servers have ports, health
/// endpoints and routes: those go to the workload that holds the entry point, else to all that are no batch jobs.
/// </summary>
internal sealed class FindingSet : IEquatable<FindingSet>
{
    private readonly EquatableArray<Finding> findings;
    private readonly EquatableArray<WorkloadClass> workloads;
    private readonly Lazy<ILookup<string, Finding>> byWorkload;

    /// <param name="findings">In source order within each file.</param>
    /// <param name="workloads">All workloads of the program.</param>
    public FindingSet(EquatableArray<Finding> findings, EquatableArray<WorkloadClass> workloads)
    {
        this.findings = findings;
        this.workloads = workloads;
        byWorkload = new(ByWorkload);
    }

    /// <summary>The findings that are one workload's, in an order that does not depend on the order of the files.</summary>
    public IReadOnlyList<Finding> Of(WorkloadDeclaration declaration)
    {
        var isServer = IsServer(declaration);
        return byWorkload.Value[declaration.ClassName]
            .Concat(byWorkload.Value[""].Where(finding => isServer || finding is KeyFinding or EnvironmentFinding or ApiFinding or ShutdownFinding))
            .OrderBy(static finding => finding.Origin.FileName, StringComparer.Ordinal)
            .ToArray();
    }

    /// <summary>Whether the ports, health endpoints and routes that stand in no workload's class are this one's.</summary>
    public bool IsServer(WorkloadDeclaration declaration)
    {
        var workload = WorkloadClass.Of(declaration);
        var server = workloads.FirstOrDefault(static other => other is { HasEntryPoint: true, IsBatch: false });
        return server is not null ? server.ClassName == workload.ClassName : !workload.IsBatch || workloads.All(static other => other.IsBatch);
    }

    public bool Equals(FindingSet? other) => other is not null && findings.Equals(other.findings) && workloads.Equals(other.workloads);

    public override bool Equals(object? obj) => Equals(obj as FindingSet);

    public override int GetHashCode() => unchecked(findings.GetHashCode() * 31 + workloads.GetHashCode());

    /// <summary>By the class of the workload that a finding stands in, also in a class inside of it; by nothing for those that stand elsewhere.</summary>
    private ILookup<string, Finding> ByWorkload()
    {
        var names = new HashSet<string>(workloads.Select(static workload => workload.ClassName), StringComparer.Ordinal);
        return findings.ToLookup(finding =>
        {
            for (var owner = finding.Owner; owner.Length > 0; owner = owner.LastIndexOf('.') is > 0 and var dot ? owner.Substring(0, dot) : "")
            {
                if (names.Contains(owner))
                    return owner;
            }

            return "";
        });
    }
}
