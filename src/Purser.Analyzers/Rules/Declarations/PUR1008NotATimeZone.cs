using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>The time zone of a schedule.</summary>
internal static class PUR1008NotATimeZone
{
    /// <summary>Each night at two: what a schedule is mostly for.</summary>
    private const string UsualSchedule = "0 2 * * *";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1008",
        DiagnosticSeverity.Error,
        "Unknown time zone, or a time zone without a schedule",
        Problem.Message,
        "CronJob.spec.timeZone is a name of the IANA database such as Europe/Berlin. Windows' ids, offsets and 'Local' are refused. Without a schedule there is no CronJob that could have a time zone.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration)
    {
        foreach (var job in declaration.Of(AttributeNames.BatchJob))
        {
            if (job.Text("TimeZone") is not { } zone)
                continue;
            if (!TimeZones.IsKnown(zone))
            {
                var nearest = TimeZones.Nearest(zone);
                yield return Problem.At(Rule, job, "TimeZone", $"{Characters.Quote(zone)} is not a time zone of the IANA database ({IanaNames.Release}, or this machine's)", $"write a name such as \"{nearest ?? "Europe/Berlin"}\"")
                    .FixedBy(Fix.Write("TimeZone", nearest));
            }

            if (job.Text("Schedule") is null)
                yield return Problem.At(Rule, job, "TimeZone", $"TimeZone {Characters.Quote(zone)} is given without a Schedule", $"add Schedule = \"{UsualSchedule}\" or remove TimeZone")
                    .FixedBy(Fix.Set("Schedule", UsualSchedule), Fix.Drop("TimeZone"));
        }
    }
}
