using System.Globalization;
using System.Text.RegularExpressions;

namespace Purser.Analyzers.Facts.Schedules;

/// <summary>Schedules as Kubernetes writes them, and as a person says them.</summary>
internal static class ScheduleText
{
    public static string Of(TimeSpan interval)
    {
        if (interval.TotalHours >= 1 && interval.TotalHours % 1 == 0)
            return Units(interval.TotalHours, "hour");
        return interval.TotalMinutes >= 1 && interval.TotalMinutes % 1 == 0 ? Units(interval.TotalMinutes, "minute") : Units(interval.TotalSeconds, "second");
    }

    /// <summary>Null where cron has no such rhythm: every 7 hours, every 30 seconds.</summary>
    public static string? Cron(TimeSpan interval)
    {
        var minutes = interval.TotalMinutes;
        if (minutes < 1 || minutes % 1 != 0)
            return null;
        var whole = (long)minutes;
        return whole switch
        {
            1 => "* * * * *",
            < 60 when 60 % whole == 0 => string.Format(CultureInfo.InvariantCulture, "*/{0} * * * *", whole),
            60 => "0 * * * *",
            < 1440 when whole % 60 == 0 && 1440 % whole == 0 => string.Format(CultureInfo.InvariantCulture, "0 */{0} * * *", whole / 60),
            1440 => "0 0 * * *",
            10080 => "0 0 * * 0",
            _ => null,
        };
    }

    /// <summary>Kubernetes' five fields of a library's expression: Quartz and NCrontab have seconds in front, Quartz also a year and <c>?</c>.</summary>
    public static string? Cron(string expression)
    {
        var fields = expression.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (fields.Count is 6 or 7)
        {
            if (fields[0] != "0")
                return null;
            fields.RemoveAt(0);
            if (fields.Count == 6)
                fields.RemoveAt(5);
            // Quartz counts the days of the week from 1 for Sunday.
            if (fields[4].Any(char.IsDigit))
                return null;
        }

        if (fields.Count != 5)
            return null;
        var text = string.Join(" ", fields).Replace('?', '*');
        return text.IndexOfAny(['L', 'W', '#']) < 0 || Regex.IsMatch(text, "[A-Z]{3}") ? text : null;
    }

    /// <summary><c>DateTime.Today.AddDays(1).AddHours(2)</c> is <c>0 2 * * *</c>; null where the time is not written there.</summary>
    public static string? OfClock(string expression)
    {
        if (expression.IndexOf("AddDays(1)", StringComparison.Ordinal) < 0)
            return null;
        var hour = Regex.Match(expression, @"AddHours\((\d{1,2})\)");
        return hour.Success && int.Parse(hour.Groups[1].Value, CultureInfo.InvariantCulture) is < 24 and var at ? string.Format(CultureInfo.InvariantCulture, "0 {0} * * *", at)
            : expression.IndexOf("AddHours", StringComparison.Ordinal) < 0 && expression.IndexOf("Today.AddDays(1)", StringComparison.Ordinal) >= 0 ? "0 0 * * *" : null;
    }

    private static string Units(double number, string unit) => number == 1 ? unit : string.Format(CultureInfo.InvariantCulture, "{0:0.##} {1}s", number, unit);
}
