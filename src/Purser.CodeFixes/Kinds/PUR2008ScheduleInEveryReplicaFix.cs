using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>Lets Kubernetes keep the schedule, where the program does nothing else; or leaves one replica to do it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2008ScheduleInEveryReplicaFix)), Shared]
internal sealed class PUR2008ScheduleInEveryReplicaFix() : WorkloadFix(PUR2008ScheduleInEveryReplica.Rule.Id)
{
    protected override IEnumerable<WorkloadWay> WaysOf(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(PUR2008ScheduleInEveryReplica.Cron, out var cron) && cron is not null)
            yield return new WorkloadWay($"Write [BatchJob(Schedule = \"{cron}\")]") { Kind = AttributeNames.BatchJob, Set = ("Schedule", cron) };
        if (diagnostic.Properties.ContainsKey(PUR2008ScheduleInEveryReplica.OneReplica))
            yield return new WorkloadWay("Set Replicas = 1") { Set = ("Replicas", 1) };
    }
}
