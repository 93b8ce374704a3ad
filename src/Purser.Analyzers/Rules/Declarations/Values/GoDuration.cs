namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>A duration as Go's <c>time.ParseDuration</c> takes it: <c>90s</c>, <c>1h30m</c>, <c>1.5h</c>.</summary>
internal static class GoDuration
{
    /// <summary>The seconds; null where it is no duration.</summary>
    public static double? Seconds(string text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var sign = at == 1 && text[0] == '-' ? -1 : 1;
        if (text.Length == at + 1 && text[at] == '0')
            return 0;
        if (at == text.Length)
            return null;

        var total = 0.0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (text[at] is (>= '0' and <= '9') or '.'))
                at++;
            var number = text.Substring(start, at - start);
            start = at;
            while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.'))
                at++;
            if (number.Trim('.').Length == 0
                || !double.TryParse(number, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value)
                || Unit(text.Substring(start, at - start)) is not { } unit)
                return null;
            total += value * unit;
        }

        // Go counts nanoseconds in 64 bits: 292 years.
        return total > long.MaxValue / 1e9 ? null : sign * total;
    }

    private static double? Unit(string unit) => unit switch
    {
        "ns" => 1e-9,
        "us" or "\u00b5s" or "\u03bcs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => null,
    };
}
