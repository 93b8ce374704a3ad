namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>A schedule as the CronJob controller's parser (robfig/cron, standard form) takes it.</summary>
internal static class CronSchedule
{
    private static readonly string[] Descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

    /// <summary>What is wrong with it; null where it is accepted.</summary>
    public static string? Wrong(string schedule)
    {
        if (schedule.Trim().Length == 0)
            return "it is empty";
        if (schedule.Contains("TZ"))
            return "the time zone does not belong into it";
        if (schedule[0] == '@')
            return WrongDescriptor(schedule);

        var fields = Fields(schedule);
        if (fields.Length != CronField.All.Length)
            return $"it has {fields.Length} {(fields.Length == 1 ? "field" : "fields")} and not 5";
        for (var i = 0; i < fields.Length; i++)
            if (CronField.All[i].Parse(fields[i], out var wrong) is null)
                return wrong;
        return null;
    }

    /// <summary>Whether no calendar has the day: 30 February.</summary>
    public static bool NeverRuns(string schedule)
    {
        if (Wrong(schedule) is not null || schedule[0] == '@')
            return false;
        var fields = Fields(schedule);
        // Where both days are restricted, either suffices.
        if (!IsAll(fields[4]))
            return false;
        var days = CronField.DayOfMonth.Parse(fields[2], out _)!.Value;
        var months = CronField.Month.Parse(fields[3], out _)!.Value;
        int[] lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (var month = 1; month <= 12; month++)
            for (var day = 1; day <= lengths[month - 1]; day++)
                if ((months & (1UL << month)) != 0 && (days & (1UL << day)) != 0)
                    return false;
        return true;
    }

    public static string[] Fields(string schedule) => schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAll(string field) => field is "*" or "?" or "*/1";

    private static string? WrongDescriptor(string schedule)
    {
        if (Descriptors.Contains(schedule))
            return null;
        if (!schedule.StartsWith("@every ", StringComparison.Ordinal))
            return $"{Characters.Quote(schedule)} is not known";
        var duration = schedule.Substring("@every ".Length);
        return GoDuration.Seconds(duration) switch
        {
            null => $"{Characters.Quote(duration)} is no duration such as 90m or 1h30m",
            < 1 => "it would run more than once a second",
            _ => null,
        };
    }
}
