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

    /// <summary>What is accepted where <see cref="IsText"/> says no.</summary>
    public const string TextRule = "write text without NUL, U+007F to U+009F and half characters";

    /// <summary>Whether manifest and process can carry the text: NUL ends an argument, kustomize chokes on other control characters, half a surrogate pair is no character.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' or ((>= '\x7f' and <= '\x9f') and not '\x85') or '\uFFFE' or '\uFFFF' || char.IsLowSurrogate(text[i]))
                return false;
            if (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[++i])))
                return false;
        }

        return true;
    }
}
