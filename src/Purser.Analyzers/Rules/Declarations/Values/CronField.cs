using System.Globalization;

namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>One of the five fields, with its bounds and the names that it takes.</summary>
internal sealed record CronField(string Name, int Min, int Max, string[] Names)
{
    public static readonly CronField Minute = new("minute", 0, 59, []);
    public static readonly CronField Hour = new("hour", 0, 23, []);
    public static readonly CronField DayOfMonth = new("day of month", 1, 31, []);
    public static readonly CronField Month = new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);
    public static readonly CronField DayOfWeek = new("day of week", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    /// <summary>In the order of the schedule.</summary>
    public static readonly CronField[] All = [Minute, Hour, DayOfMonth, Month, DayOfWeek];

    /// <summary>The values that the field names, as bits; null and what is wrong where it is not accepted.</summary>
    public ulong? Parse(string text, out string? wrong)
    {
        var bits = 0UL;
        foreach (var range in text.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParseRange(range, out wrong) is not { } part)
                return null;
            bits |= part;
        }

        wrong = bits == 0 ? $"the {Name} is empty" : null;
        return bits == 0 ? null : bits;
    }

    private ulong? ParseRange(string text, out string? wrong)
    {
        var rangeAndStep = text.Split('/');
        var bounds = rangeAndStep[0].Split('-');
        if (rangeAndStep.Length > 2 || bounds.Length > 2)
        {
            wrong = $"{Characters.Quote(text)} is no range of the {Name}";
            return null;
        }

        var isAll = bounds[0] is "*" or "?";
        int? from = isAll ? Min : Number(bounds[0]);
        int? to = isAll ? Max : bounds.Length == 2 ? Number(bounds[1]) : from;
        if (isAll && bounds.Length == 2)
        {
            wrong = $"the range {Characters.Quote(rangeAndStep[0])} of the {Name} begins with '{bounds[0]}', which means all already";
            return null;
        }

        if (from is null || to is null)
        {
            wrong = $"{Characters.Quote(from is null ? bounds[0] : bounds[bounds.Length - 1])} is no {Name}";
            return null;
        }

        var step = 1;
        if (rangeAndStep.Length == 2)
        {
            if (!TryNumber(rangeAndStep[1], out step) || step == 0)
            {
                wrong = $"the step {Characters.Quote(rangeAndStep[1])} of the {Name} is no number above 0";
                return null;
            }

            if (bounds.Length == 1)
                to = Max;
        }

        wrong = from < Min || from > Max ? $"the {Name} {from} is not in {Min}-{Max}"
            : to > Max ? $"the {Name} {to} is not in {Min}-{Max}"
            : from > to ? $"the range '{rangeAndStep[0]}' of the {Name} runs backwards"
            : null;
        if (wrong is not null)
            return null;

        var bits = 0UL;
        for (var value = from.Value; value <= to; value += Math.Min(step, 100))
            bits |= 1UL << value;
        return bits;
    }

    public int? Number(string text)
    {
        var named = Array.IndexOf(Names, text.ToLowerInvariant());
        return named >= 0 ? named + Min : TryNumber(text, out var number) ? number : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.StartsWith("+", StringComparison.Ordinal) ? text.Substring(1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
