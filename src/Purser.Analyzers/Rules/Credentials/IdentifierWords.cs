namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Splits a name into its words: <c>DbPassword2</c>, <c>db_password-2</c> and <c>Db:Password:2</c> are all <c>db password 2</c>.</summary>
internal static class IdentifierWords
{
    public static List<string> Split(string name)
    {
        var words = new List<string>(4);
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]))
            {
                if (start < 0)
                    start = i;
                else if (IsBorder(name, i))
                {
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                    start = i;
                }
            }
            else if (start >= 0)
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    private static bool IsBorder(string name, int i)
    {
        char before = name[i - 1], here = name[i];
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        if (!char.IsUpper(here))
            return false;
        // "dbPassword" and "SSHKey": a capital starts a word after a small letter, or before one.
        return char.IsLower(before) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }
}
