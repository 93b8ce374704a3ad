using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>The cron schedule of a [BatchJob].</summary>
internal static class PUR1007NotASchedule
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1007",
        DiagnosticSeverity.Error,
        "Not a cron schedule that Kubernetes accepts",
        Problem.Message,
        "A CronJob's schedule has five fields (minute, hour, day of month, month, day of week) or is one of @hourly, @daily, @weekly, @monthly, @yearly, '@every 90m'. Seconds, years, Quartz's L, W and # and a time zone in it are refused.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration)
    {
        foreach (var job in declaration.Of(AttributeNames.BatchJob))
        {
            if (job.Text("Schedule") is not { } schedule)
                continue;
            if (CronSchedule.Wrong(schedule) is { } wrong)
                yield return Problem.At(Rule, job, "Schedule", $"{Characters.Quote(schedule)} is not a cron schedule that Kubernetes accepts: {wrong}", Accepted(schedule)).FixedBy(Repair(job, schedule));
            else if (CronSchedule.NeverRuns(schedule))
                yield return Problem.At(Rule, job, "Schedule", $"{Characters.Quote(schedule)} never runs: no month has that day",
                    "to start it by hand only, give a real schedule and Suspend = true").AsWarning();
        }
    }

    private static string Accepted(string schedule) => NearestCron.Of(schedule) switch
    {
        (var nearest, null) => $"write \"{nearest}\"",
        (var nearest, { } zone) => $"write Schedule = \"{nearest}\", TimeZone = \"{zone}\"",
        null => "write minute, hour, day of month, month and day of week, such as \"0 2 * * *\" (each night at two), or \"@daily\"",
    };

    private static Fix? Repair(DeclaredAttribute job, string schedule)
    {
        if (NearestCron.Of(schedule) is not var (nearest, zone))
            return null;
        if (zone is null || job.Text("TimeZone") is not null)
            return Fix.Write("Schedule", nearest);
        return new($"Write \"{nearest}\" and TimeZone = \"{zone}\"", EquatableArray.Of(
            new Edit(EditKind.Text, "Schedule", nearest), new Edit(EditKind.Text, "TimeZone", zone)));
    }
}
