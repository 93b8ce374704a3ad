namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>The schedule that somebody meant who wrote Quartz's, Spring's or systemd's.</summary>
internal static class NearestCron
{
    /// <summary>The accepted schedule and the time zone that stood in it; null where nobody can tell.</summary>
    public static (string Schedule, string? TimeZone)? Of(string schedule)
    {
        var text = schedule.Trim();
        string? zone = null;
        foreach (var prefix in new[] { "CRON_TZ=", "TZ=" })
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var end = text.IndexOfAny([' ', '\t']);
            if (end < 0)
                return null;
            zone = text.Substring(prefix.Length, end - prefix.Length);
            text = text.Substring(end).Trim();
        }

        var nearest = CronSchedule.Wrong(text) is null ? text
            : text.StartsWith("@", StringComparison.Ordinal) || !text.Contains(' ') ? Descriptor(text)
            : Standard(CronSchedule.Fields(text));
        return nearest is not null && CronSchedule.Wrong(nearest) is null && nearest != schedule ? (nearest, zone) : null;
    }

    private static string? Descriptor(string text)
    {
        var lower = text.ToLowerInvariant();
        if (!lower.StartsWith("@", StringComparison.Ordinal))
            lower = "@" + lower;
        if (!lower.StartsWith("@every", StringComparison.Ordinal))
            return lower switch { "@annual" or "@year" => "@yearly", "@month" => "@monthly", "@week" => "@weekly", "@day" => "@daily", "@hour" => "@hourly", _ => lower };

        var duration = lower.Substring("@every".Length).Replace(" ", "");
        if (duration.EndsWith("d", StringComparison.Ordinal) && int.TryParse(duration.TrimEnd('d'), out var days) && days is > 0 and < 10_000)
            duration = days * 24 + "h";
        return "@every " + duration;
    }

    private static string? Standard(string[] fields)
    {
        // Quartz counts Sunday as 1; it is Quartz where one of the days is left open by '?'.
        var isQuartz = false;
        if (fields.Length == 7 && fields[6] == "*")
            fields = [.. fields.Take(6)];
        if (fields.Length == 6)
        {
            if (fields[0] is not ("0" or "00"))
                return null;
            fields = [.. fields.Skip(1)];
            isQuartz = fields[2] == "?" || fields[4] == "?";
        }

        if (fields.Length != CronField.All.Length)
            return null;
        var repaired = fields.Select((field, i) => Repair(field == "?" ? "*" : field, CronField.All[i], isQuartz)).ToArray();
        return repaired.Any(field => field is null) ? null : string.Join(" ", repaired);
    }

    private static string? Repair(string text, CronField field, bool isQuartz)
    {
        var parts = text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(part => RepairRange(part, field, isQuartz)).ToArray();
        return parts.Length == 0 || parts.Any(part => part is null) ? null : string.Join(",", parts);
    }

    private static string? RepairRange(string text, CronField field, bool isQuartz)
    {
        var rangeAndStep = text.Split('/');
        var bounds = rangeAndStep[0].Split('-');
        if (bounds[0] is "*" || rangeAndStep.Length > 2 || bounds.Length > 2)
            return text;

        var isWeekday = ReferenceEquals(field, CronField.DayOfWeek);
        var values = new List<int>();
        for (var i = 0; i < bounds.Length; i++)
        {
            var name = field.Names.Length > 0 && bounds[i].Length > 3 && char.IsLetter(bounds[i][0]) ? FullName(bounds[i], field) : bounds[i];
            if (name is null || field.Number(name) is not { } number)
                return null;
            if (isWeekday && isQuartz && char.IsDigit(name[0]))
                number--;
            values.Add(number);
            bounds[i] = isWeekday && char.IsDigit(name[0]) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : name;
        }

        var step = rangeAndStep.Length == 2 ? "/" + rangeAndStep[1] : "";
        if (values.Count == 1)
            return (isWeekday && values[0] == 7 ? "0" : bounds[0]) + step;
        if (isWeekday && values[1] == 7 && step.Length == 0)
            return values[0] is 0 or 1 ? "*" : $"{bounds[0]}-6,0";
        if (values[0] > values[1] && step.Length == 0)
            return $"{Range(values[0], field.Max)},{Range(field.Min, values[1])}";
        return string.Join("-", bounds) + step;
    }

    private static string Range(int from, int to) => from == to ? $"{from}" : $"{from}-{to}";

    private static string? FullName(string text, CronField field)
    {
        var lower = text.ToLowerInvariant();
        string[] full = ReferenceEquals(field, CronField.Month)
            ? ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
            : ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
        return full.Contains(lower) ? text.Substring(0, 3) : null;
    }
}
