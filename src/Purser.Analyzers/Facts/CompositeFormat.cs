using System.Globalization;

namespace Purser.Analyzers.Facts;

/// <summary><c>string.Format</c> over texts that may have holes.</summary>
internal static class CompositeFormat
{
    public static ResolvedText Fill(string format, IReadOnlyList<ResolvedText> arguments)
    {
        var parts = new List<ResolvedText>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c is '{' or '}' && i + 1 < format.Length && format[i + 1] == c)
            {
                literal.Append(c);
                i++;
                continue;
            }

            if (c != '{')
            {
                literal.Append(c);
                continue;
            }

            var end = format.IndexOf('}', i);
            if (end < 0)
                return ResolvedText.Unknown;
            parts.Add(ResolvedText.Of(literal.ToString()));
            literal.Clear();
            parts.Add(Argument(format.Substring(i + 1, end - i - 1), arguments));
            i = end;
        }

        parts.Add(ResolvedText.Of(literal.ToString()));
        return ResolvedText.Concat(parts);
    }

    /// <summary><c>{0}</c> is the argument; with an alignment or a format (<c>{0:x}</c>) its text is not known.</summary>
    private static ResolvedText Argument(string item, IReadOnlyList<ResolvedText> arguments) =>
        int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < arguments.Count ? arguments[index] : ResolvedText.Unknown;
}
