using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Schedules;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2008: a schedule inside of a program that runs several times.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2008ScheduleInEveryReplica() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2008",
        DiagnosticSeverity.Warning,
        "Every replica runs the same schedule",
        "{0} with {1} replicas, but {2} in each of them; {3}",
        "Replicas of a Deployment or StatefulSet run the same program and know nothing of each other: a timer in it fires in each. What is to be done once at a time is a CronJob, or needs a lock that the replicas share.");

    /// <summary>The properties that say the way out: the schedule as Kubernetes writes it, where the whole program can be a job; whether one replica can do.</summary>
    public const string Cron = "Cron";
    public const string OneReplica = "OneReplica";

    /// <summary>Calls and classes by which the program as a whole chooses a leader.</summary>
    private static readonly string[] Elections = ["LeaderElector", "LeaderElectionConfig", "RunUntilLeadershipLostAsync", "AddLeaderElection", "WithLeaderElection", "UseLeaderElection", "IsLeader", "IsLeaderAsync", "AddLeaderElectionAsync"];

    private protected override void Check(WorkloadCheck check)
    {
        if (check.Workload.MostReplicas <= 1)
            return;
        foreach (var call in WorkloadCalls.Named(check, [.. ScheduleReader.Names, .. LibrarySchedules.NamesIn(check.Compilation, check.Cancellation)]))
        {
            if ((ScheduleReader.Read(call.Node, call.Model, check.Cancellation) ?? LibrarySchedules.Read(call.Node, call.Model, check.Cancellation)) is not { } schedule
                || !new TickWalk(check.Compilation, check.Cancellation).IsDoneTwice(schedule, call.Member))
                continue;
            if (!check.Compilation.SyntaxTrees.Any(tree => Elections.Any(CallSites.CallsIn(tree, check.Cancellation).Contains)))
                Report(check, call, schedule);
            return;
        }
    }

    private static void Report(WorkloadCheck check, WorkloadCall call, Schedule schedule)
    {
        var canBeJob = schedule.Cron is not null && !check.Workload.Declaration.Of(AttributeNames.Exposed).Any()
            && !WorkloadCalls.Any(check, "WebApplication", "CreateSlimBuilder", "ConfigureWebHostDefaults", "MapGet", "MapPost", "MapControllers", "MapGrpcService", "UseStartup");
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (canBeJob)
            properties = properties.Add(Cron, schedule.Cron);
        if (!check.Workload.Declaration.Of(AttributeNames.Autoscaled).Any())
            properties = properties.Add(OneReplica, "");
        var written = schedule.Cron is { } cron ? $"[BatchJob(Schedule = \"{cron}\")]" : "[BatchJob(Schedule = ...)]";
        check.ReportAt(
            Rule, schedule.Node, properties,
            check.Workload.Display,
            (check.Workload.Declaration.Of(AttributeNames.Autoscaled).Any() ? "up to " : "") + check.Workload.MostReplicas.ToString(CultureInfo.InvariantCulture),
            Evidence.Of(schedule.Node, call.Member, $"runs {schedule.Words}"),
            $"make it a job of its own, {written}, or let the replicas take turns with a lock that they share");
    }
}
