namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What a text has that could give it away by itself: one pass over its characters, before anything that costs more.</summary>
internal static class TextSigns
{
    private const int ShortestToken = 16;

    /// <summary>Whether it is worth looking at closely: a pair, a quoted value, an element, a URL, a PEM block, a header, or a run that no word makes.</summary>
    public static bool MayTell(string text)
    {
        if (text.Length < 8)
            return false;
        int run = 0, digits = 0, upper = 0, lower = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '=' when i > 0:
                case ':' when i > 2 && text[i - 1] is '"' or '\'':
                case '\'' when i > 1 && text[i - 1] is ' ' or 'N' && text[text.Length - 1] != '.':
                case '<' when i + 1 < text.Length && (text[i + 1] == '/' || i == 0):
                case 'A' when i + 19 < text.Length && text[i + 1] is 'K' or 'S' && text[i + 2] == 'I' && text[i + 3] == 'A':
                case ' ' when i + 3 < text.Length && text[i + 1] == '-' && char.IsLetter(text[i + 2]):
                    return true;
                case ':' when i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/':
                    return true;
                case '-' when i + 4 < text.Length && text[i + 1] == '-' && text[i + 2] == '-' && text[i + 3] == '-' && text[i + 4] == '-':
                    return true;
                case >= '0' and <= '9':
                    digits++;
                    run++;
                    break;
                case >= 'a' and <= 'z':
                    lower++;
                    run++;
                    break;
                case >= 'A' and <= 'Z':
                    upper++;
                    run++;
                    break;
                case '_' or '-' or '+' or '/' or '.' or '~' or '%':
                    run++;
                    break;
                case ' ' when i is >= 3 and <= 22 && IsScheme(text, i):
                    return true;
                default:
                    run = digits = upper = lower = 0;
                    break;
            }

            if (run >= ShortestToken && ((digits > 1 && upper + lower > 0) || (upper > 2 && lower > 2)))
                return true;
        }

        return false;
    }

    private static bool IsScheme(string text, int end) =>
        Is(text, end, "basic") || Is(text, end, "bearer") || Is(text, end, "token") || Is(text, end, "apikey") || Is(text, end, "bot") || Is(text, end, "authorization:") || Is(text, end, "sharedaccesssignature");

    private static bool Is(string text, int length, string scheme) => length == scheme.Length && string.Compare(text, 0, scheme, 0, length, StringComparison.OrdinalIgnoreCase) == 0;
}
