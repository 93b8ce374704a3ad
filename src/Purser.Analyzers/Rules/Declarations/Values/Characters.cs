namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>Characters and texts in messages.</summary>
internal static class Characters
{
    private const int MostShown = 60;

    /// <summary>A character that a person can read: itself, or its number.</summary>
    public static string Show(char c) => c is > ' ' and < (char)127 ? $"'{c}'" : c == ' ' ? "a space" : $"U+{(int)c:X4}";

    /// <summary>A value between quotes, cut where it is long, control characters by number.</summary>
    public static string Quote(string text)
    {
        var shown = text.Length > MostShown ? text.Substring(0, MostShown) + "..." : text;
        return "'" + string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString())) + "'";
    }

    /// <summary>Whether a process can be given the text: no NUL, and no half of a surrogate pair.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
                return false;
            if (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[++i])))
                return false;
        }

        return true;
    }
}
