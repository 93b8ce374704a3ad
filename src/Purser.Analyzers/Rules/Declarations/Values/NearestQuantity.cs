using System.Globalization;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>What somebody meant who wrote <c>10gb</c>, <c>1.5 GiB</c> or <c>50%</c>.</summary>
internal static class NearestQuantity
{
    /// <summary>The likely quantities of bytes, the most likely first; empty where nobody can tell.</summary>
    public static IReadOnlyList<string> OfBytes(string text)
    {
        if (Split(text) is not var (number, unit))
            return [];

        var lower = unit.ToLowerInvariant();
        if (lower is "" or "b" or "byte" or "bytes")
            return Accepted(number);
        var isBinary = lower.EndsWith("i", StringComparison.Ordinal) || lower.EndsWith("ib", StringComparison.Ordinal) || lower.EndsWith("ibyte", StringComparison.Ordinal) || lower.EndsWith("ibytes", StringComparison.Ordinal) || lower.EndsWith("bibyte", StringComparison.Ordinal);
        var letter = lower[0];
        var stem = letter switch { 'k' => "kilo", 'm' => "mega", 'g' => "giga", 't' => "tera", 'p' => "peta", 'e' => "exa", _ => null };
        if (stem is null || lower == "e" || !IsUnit(lower, letter, stem))
            return [];

        var decimalSuffix = letter == 'k' ? "k" : char.ToUpperInvariant(letter).ToString();
        var binarySuffix = char.ToUpperInvariant(letter) + "i";
        return isBinary ? Accepted(number + binarySuffix) : Accepted(number + decimalSuffix, number + binarySuffix);
    }

    /// <summary>The likely quantities of cores.</summary>
    public static IReadOnlyList<string> OfCores(string text)
    {
        if (Split(text) is not var (number, unit))
            return [];
        return unit.ToLowerInvariant() switch
        {
            "" or "c" or "core" or "cores" or "cpu" or "cpus" or "vcpu" or "vcpus" => Accepted(Whole(number)),
            "m" or "mcpu" or "millicpu" or "millicpus" or "millicore" or "millicores" or "mcore" or "mcores" or "mi" => Accepted(RoundedUp(number)),
            "%" or "percent" when decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) =>
                Accepted((percent * 10).ToString("0.###", CultureInfo.InvariantCulture) + "m"),
            _ => [],
        };
    }

    private static bool IsUnit(string lower, char letter, string stem)
    {
        var rest = lower.Substring(1);
        return rest is "" or "b" or "i" or "ib" or "byte" or "bytes" or "ibyte" or "ibytes"
            || lower == stem + "byte" || lower == stem + "bytes"
            || lower == stem.Substring(0, 2) + "bibyte" || lower == stem.Substring(0, 2) + "bibytes";

    }

    /// <summary>Below a thousandth of a core: the thousandth.</summary>
    private static string Whole(string number) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cores) && cores < 1_000_000 && cores * 1000 != Math.Floor(cores * 1000)
            ? Math.Ceiling(cores * 1000).ToString("0", CultureInfo.InvariantCulture) + "m"
            : number;

    private static string RoundedUp(string number) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milli)
            ? Math.Ceiling(milli).ToString("0", CultureInfo.InvariantCulture) + "m"
            : number + "m";

    private static string[] Accepted(params string[] candidates) =>
        [.. candidates.Where(candidate => Quantity.TryParse(candidate, out var quantity) && quantity.Sign >= 0 && quantity.CompareTo(Quantity.Max) <= 0)];

    /// <summary>Number and unit, spaces and digit separators taken out, a comma before other than three digits read as a dot.</summary>
    private static (string Number, string Unit)? Split(string text)
    {
        var compact = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c != '_' && c != '\'')]);
        if (compact.StartsWith("+", StringComparison.Ordinal))
            compact = compact.Substring(1);
        var end = 0;
        while (end < compact.Length && (compact[end] is (>= '0' and <= '9') or '.' or ','))
            end++;
        var number = compact.Substring(0, end);
        if (number.Length is 0 or > 30)
            return null;
        if (number.IndexOf(',') >= 0)
        {
            var parts = number.Split(',');
            number = parts.Length == 2 && parts[0].IndexOf('.') < 0 && parts[1].IndexOf('.') < 0 && parts[1].Length != 3
                ? parts[0] + "." + parts[1]
                : number.Replace(",", "");
        }

        return number.Count(c => c == '.') > 1 || number == "." ? null : (number.EndsWith(".", StringComparison.Ordinal) ? number.TrimEnd('.') : number, compact.Substring(end));
    }
}
