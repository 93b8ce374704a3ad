using System.Globalization;
using System.Numerics;

namespace Purser.Analyzers.Workloads;

/// <summary>A quantity as Kubernetes' <c>resource.Quantity</c> parses it, exactly: <see cref="Digits"/> times ten to the minus <see cref="Scale"/>.</summary>
internal readonly struct Quantity : IComparable<Quantity>
{
    /// <summary>Beyond this Kubernetes cuts a value off without a word.</summary>
    public static readonly Quantity Max = new(long.MaxValue, 0);

    /// <summary>No node has as many cores.</summary>
    public static readonly Quantity MaxCores = new(10_000, 0);

    /// <summary>More digits than this are no quantity that a person would write.</summary>
    private const int MaxLength = 128;

    public Quantity(BigInteger digits, int scale)
    {
        Digits = digits;
        Scale = scale;
    }

    public BigInteger Digits { get; }

    public int Scale { get; }

    public int Sign => Digits.Sign;

    /// <summary>The least whole number that is not below it.</summary>
    public BigInteger RoundedUp
    {
        get
        {
            var whole = BigInteger.DivRem(Digits, BigInteger.Pow(10, Scale), out var rest);
            return rest.Sign > 0 ? whole + 1 : whole;
        }
    }

    /// <summary>Whether it is a whole number of units of ten to the minus <paramref name="scale"/>: 0 for bytes, 3 for thousandths of a core.</summary>
    public bool IsMultipleOf(int scale) => Scale <= scale || Digits % BigInteger.Pow(10, Scale - scale) == 0;

    public int CompareTo(Quantity other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return (Digits * BigInteger.Pow(10, scale - Scale)).CompareTo(other.Digits * BigInteger.Pow(10, scale - other.Scale));
    }

    /// <summary>The grammar: a sign, digits with a dot anywhere, then <c>Ki Mi Gi Ti Pi Ei</c>, <c>n u m k M G T P E</c>, or <c>e</c> with an exponent.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        if (text.Length is 0 or > MaxLength)
            return false;

        var at = text[0] is '+' or '-' ? 1 : 0;
        var start = at;
        var dot = -1;
        for (; at < text.Length && (IsDigit(text[at]) || (text[at] == '.' && dot < 0)); at++)
            if (text[at] == '.')
                dot = at;

        var number = text.Substring(start, at - start);
        var plain = number.Replace(".", "");
        if (plain.Length == 0 || !BigInteger.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return false;
        var scale = dot < 0 ? 0 : at - dot - 1;
        if (text[0] == '-')
            digits = -digits;

        return TryApply(text.Substring(at), digits, scale, out quantity);
    }

    private static bool TryApply(string suffix, BigInteger digits, int scale, out Quantity quantity)
    {
        quantity = default;
        if (suffix.Length > 1 && (suffix[0] is 'e' or 'E') && suffix != "Ei")
        {
            // A thousand and more is out of every range, and would take for ever to compute.
            if (!TryExponent(suffix.Substring(1), out var exponent) || Math.Abs(exponent) > 1000)
                return false;
            quantity = Scaled(digits, scale - exponent);
            return true;
        }

        var binary = suffix switch { "Ki" => 1, "Mi" => 2, "Gi" => 3, "Ti" => 4, "Pi" => 5, "Ei" => 6, _ => 0 };
        if (binary > 0)
        {
            quantity = new(digits * BigInteger.Pow(1024, binary), scale);
            return true;
        }

        int? power = suffix switch
        {
            "n" => -9, "u" => -6, "m" => -3, "" => 0, "k" => 3, "M" => 6, "G" => 9, "T" => 12, "P" => 15, "E" => 18,
            _ => null,
        };
        if (power is not { } known)
            return false;
        quantity = Scaled(digits, scale - known);
        return true;
    }

    private static bool TryExponent(string text, out int exponent)
    {
        exponent = 0;
        var digits = text.TrimStart('+', '-');
        return text.Length - digits.Length <= 1 && digits.Length > 0 && digits.All(IsDigit)
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
    }

    private static Quantity Scaled(BigInteger digits, int scale) =>
        scale < 0 ? new(digits * BigInteger.Pow(10, -scale), 0) : new(digits, scale);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
