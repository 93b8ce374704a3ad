using System.Globalization;
using System.Text;

namespace Purser.Analyzers.Yaml;

/// <summary>
/// How a text is written so that every reader takes it for that text: plain only where YAML 1.1 and 1.2 agree that it is a string,
/// a literal block where lines survive in it, quoted otherwise.
/// </summary>
internal static class YamlQuoting
{
    public static ScalarStyle StyleOf(string text, bool isKey = false)
    {
        if (IsPlain(text) || IsQuantity(text))
            return ScalarStyle.Plain;
        return !isKey && IsLiteral(text) ? ScalarStyle.Literal : ScalarStyle.Quoted;
    }

    /// <summary>Double quotes, in which everything but what is harmless is escaped.</summary>
    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        value = WithoutLoneSurrogates(value);
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case var _ when char.IsSurrogate(c) || IsPrintable(c):
                    text.Append(c);
                    break;
                default:
                    text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        text.Append('"');
    }

    /// <summary>What every reader takes as it stands: no control character, no line end of Unicode, no mark of byte order, no half of a pair.</summary>
    public static bool IsPrintable(char c) =>
        c is >= ' ' and not ((>= '\x7f' and <= '\x9f') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF') && !char.IsSurrogate(c);

    /// <summary>UTF-8 cannot carry half a surrogate pair.</summary>
    public static string WithoutLoneSurrogates(string text)
    {
        StringBuilder? repaired = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            (repaired ??= new StringBuilder(text))[i] = '\uFFFD';
        }

        return repaired?.ToString() ?? text;
    }

    /// <summary>A small set of harmless characters, and a shape that no schema takes for a number, a boolean, null or a time.</summary>
    private static bool IsPlain(string text)
    {
        if (text.Length is 0 or > 1000 || !(IsAsciiLetter(text[0]) || text[0] is '/' or '_'))
            return false;
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            var harmless = IsAsciiLetter(c) || c is (>= '0' and <= '9') or '.' or '/' or '_' or '-' or '+' or '@' or '%' or '='
                || (c == ':' && i + 1 < text.Length && text[i + 1] != ' ')
                || (c is ' ' or ',' or ';' or '(' or ')' && i + 1 < text.Length && text[i - 1] != ' ');
            if (!harmless)
                return false;
        }

        return !IsReserved(text) && !IsExponent(text);
    }

    /// <summary><c>250m</c>, <c>10Gi</c>: digits with a suffix that makes them no number. Not E, which makes <c>1E3</c>.</summary>
    private static bool IsQuantity(string text)
    {
        var digits = 0;
        while (digits < text.Length && text[digits] is >= '0' and <= '9')
            digits++;
        return digits > 0 && text.Substring(digits) is "m" or "k" or "M" or "G" or "T" or "P" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi";
    }

    /// <summary><c>e2</c>: some readers of YAML 1.1 take it for a float without digits before its exponent.</summary>
    private static bool IsExponent(string text)
    {
        var start = text.Length > 1 && text[1] is '+' or '-' ? 2 : 1;
        return text[0] is 'e' or 'E' && text.Length > start && text.Skip(start).All(c => c is >= '0' and <= '9');
    }

    /// <summary>Booleans and null of YAML 1.1 in every case; numbers cannot start with a letter but for .inf, .nan, which cannot either.</summary>
    private static bool IsReserved(string text) => text.Length <= 5 && text.ToLowerInvariant() is
        "y" or "n" or "yes" or "no" or "on" or "off" or "true" or "false" or "null";

    /// <summary>
    /// Several lines that end in exactly one line feed or none, without anything that a block would lose.
    /// One line is quoted: some readers take a block of <c>8</c> for the number.
    /// </summary>
    private static bool IsLiteral(string text)
    {
        if (text.TrimEnd('\n').IndexOf('\n') < 0 || text[0] is ' ' or '\n' or '\t' || text.EndsWith("\n\n", StringComparison.Ordinal) || !ReferenceEquals(WithoutLoneSurrogates(text), text))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (text[i - 1] is ' ' or '\t')
                    return false;
            }
            else if (c != '\t' && !char.IsSurrogate(c) && !IsPrintable(c))
            {
                return false;
            }
        }

        return text[text.Length - 1] is not (' ' or '\t');
    }

    private static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
