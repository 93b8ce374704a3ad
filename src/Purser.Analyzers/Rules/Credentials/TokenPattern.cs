namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// The shape of a token, written as its vendor documents it: text as it is, and <c>&lt;class:length&gt;</c> or <c>&lt;class:min-max&gt;</c> for a run.
/// Classes: d digit, h small hex, H hex, l small letter or digit, u capital or digit, a letter or digit, w a and <c>_ -</c>, b base64, v w and <c>. = ~ +</c> and the slash, z w and <c>. ~</c>, p z and the percent sign.
/// </summary>
internal sealed class TokenPattern
{
    private readonly Part[] parts;
    private readonly int anchor;

    public TokenPattern(string pattern)
    {
        parts = Parse(pattern).ToArray();
        anchor = parts[0].Text is null ? 1 : 0;
    }

    /// <summary>The text to search for first.</summary>
    public string Anchor => parts[anchor].Text!;

    /// <summary>The token around an anchor found at <paramref name="at"/>.</summary>
    public bool TryMatch(string text, int at, out int start, out int length)
    {
        start = at;
        length = 0;
        if (anchor == 1)
        {
            while (start > 0 && at - start < parts[0].Max && IsIn(parts[0].Class, text[start - 1]))
                start--;
            if (at - start < parts[0].Min)
                return false;
        }

        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] == '_' && anchor == 0 && char.IsLetter(text[start]))))
            return false;
        var i = at + Anchor.Length;
        for (var k = anchor + 1; k < parts.Length; k++)
        {
            var part = parts[k];
            if (part.Text is { } literal)
            {
                if (string.CompareOrdinal(text, i, literal, 0, literal.Length) != 0)
                    return false;
                i += literal.Length;
                continue;
            }

            var next = k + 1 < parts.Length ? parts[k + 1].Text : null;
            var run = 0;
            while (i + run < text.Length && IsIn(part.Class, text[i + run]))
            {
                // A run ends where the text after it starts, once it is long enough.
                if (run >= part.Min && next is not null && string.CompareOrdinal(text, i + run, next, 0, next.Length) == 0)
                    break;
                if (k + 1 < parts.Length && run == part.Max)
                    break;
                run++;
            }

            if (run < part.Min || run > part.Max)
                return false;
            i += run;
        }

        // A token ends where a word ends: one that goes on is something else.
        if (i < text.Length && IsAlphanumeric(text[i]))
            return false;
        length = i - start;
        return true;
    }

    private static bool IsIn(char kind, char c) => kind switch
    {
        'd' => c is >= '0' and <= '9',
        'h' => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'),
        'H' => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
        'l' => c is (>= '0' and <= '9') or (>= 'a' and <= 'z'),
        'u' => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z'),
        'a' => IsAlphanumeric(c),
        'w' => IsAlphanumeric(c) || c is '_' or '-',
        'z' => IsAlphanumeric(c) || c is '_' or '-' or '.' or '~',
        'p' => IsAlphanumeric(c) || c is '_' or '-' or '.' or '~' or '%',
        'b' => IsAlphanumeric(c) || c is '+' or '/' or '=',
        _ => IsAlphanumeric(c) || c is '_' or '-' or '.' or '=' or '~' or '+' or '/',
    };

    private static bool IsAlphanumeric(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static IEnumerable<Part> Parse(string pattern)
    {
        var i = 0;
        while (i < pattern.Length)
        {
            if (pattern[i] != '<')
            {
                var end = pattern.IndexOf('<', i);
                end = end < 0 ? pattern.Length : end;
                yield return new Part(pattern.Substring(i, end - i), ' ', 0, 0);
                i = end;
                continue;
            }

            var close = pattern.IndexOf('>', i);
            var range = pattern.Substring(i + 3, close - i - 3).Split('-');
            yield return new Part(null, pattern[i + 1], int.Parse(range[0]), int.Parse(range[range.Length - 1]));
            i = close + 1;
        }
    }

    private readonly record struct Part(string? Text, char Class, int Min, int Max);
}
