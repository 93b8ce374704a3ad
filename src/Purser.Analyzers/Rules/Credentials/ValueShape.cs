namespace Purser.Analyzers.Rules.Credentials;

/// <summary>What a value is made of.</summary>
internal readonly struct ValueShape
{
    public readonly int Length;
    public readonly int Lower;
    public readonly int Upper;
    public readonly int Digits;
    public readonly int Spaces;

    /// <summary>Neither letter, digit nor white space.</summary>
    public readonly int Marks;

    /// <summary>Bits for each character.</summary>
    public readonly double Entropy;

    /// <summary>Letters of the value that stand in runs which read like words, 0 to 1.</summary>
    public readonly double WordLikeness;

    public ValueShape(string value)
    {
        Length = value.Length;
        foreach (var c in value)
        {
            if (char.IsDigit(c))
                Digits++;
            else if (char.IsUpper(c))
                Upper++;
            else if (char.IsLetter(c))
                Lower++;
            else if (char.IsWhiteSpace(c))
                Spaces++;
            else
                Marks++;
        }

        Entropy = EntropyOf(value);
        WordLikeness = WordLikenessOf(value, Letters);
    }

    public int Letters => Lower + Upper;

    /// <summary>How many of small letters, capitals, digits and marks there are.</summary>
    public int Classes => (Lower > 0 ? 1 : 0) + (Upper > 0 ? 1 : 0) + (Digits > 0 ? 1 : 0) + (Marks > 0 ? 1 : 0);

    public bool IsHex(string value)
    {
        foreach (var c in value)
        {
            if (!(c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                return false;
        }

        return Length > 0;
    }

    /// <summary>Made by a machine and not by a mind: digits among the letters, no words, many different characters.</summary>
    public bool LooksRandom(string value, int minimumLength)
    {
        if (Length < minimumLength || Spaces > 0)
            return false;
        if (IsWordsApart(value))
            return false;
        if (IsHex(value))
            return Digits > 0 && Length >= Math.Max(minimumLength, 16) && Entropy >= 2.6 && (Letters > 0 || Length >= 24);
        if (Letters == 0 || Entropy < (Length < 16 ? 2.5 : 3.0))
            return false;
        if (Digits == 0)
            return Length >= 16 && WordLikeness < (Upper > 2 && Lower > 2 ? 0.45 : 0.3) && Entropy >= (Upper > 2 && Lower > 2 ? 3.5 : 3.0);
        return WordLikeness <= (Length >= 32 ? 0.6 : 0.5) || (WordLikeness < 0.7 && Turns(value) >= 4);
    }

    /// <summary>How often a digit follows a letter, or a letter a digit.</summary>
    private static int Turns(string value)
    {
        var turns = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if ((char.IsDigit(value[i - 1]) && char.IsLetter(value[i])) || (char.IsLetter(value[i - 1]) && char.IsDigit(value[i])))
                turns++;
        }

        return turns;
    }

    /// <summary><c>ya29-not-a-real-one</c>: most of three or more parts are letters of one case, and short.</summary>
    private static bool IsWordsApart(string value)
    {
        int parts = 0, words = 0, start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] is not ('-' or '_' or '.' or '/'))
                continue;
            if (i > start)
            {
                parts++;
                if (i - start <= 16 && IsOneWord(value, start, i))
                    words++;
            }

            start = i + 1;
        }

        return parts >= 3 && words >= 0.6 * parts;
    }

    /// <summary>Letters of one case, or a capital in front.</summary>
    private static bool IsOneWord(string value, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetter(value[i]) || (i > start + 1 && char.IsUpper(value[i]) != char.IsUpper(value[i - 1])) || (i == start + 1 && char.IsLower(value[start]) && char.IsUpper(value[i])))
                return false;
        }

        return true;
    }

    private static double EntropyOf(string value)
    {
        if (value.Length == 0)
            return 0;
        Span<int> counts = stackalloc int[128];
        foreach (var c in value)
            counts[c & 127]++;
        var sum = 0.0;
        foreach (var count in counts)
        {
            if (count == 0)
                continue;
            var share = (double)count / value.Length;
            sum -= share * Math.Log(share, 2);
        }

        return sum;
    }

    /// <summary>Runs of one case with a capital at most in front, four letters or more, whose neighbours are neighbours in English too.</summary>
    private static double WordLikenessOf(string value, int letters)
    {
        if (letters == 0)
            return 0;
        var wordLetters = 0;
        var start = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            var isLetter = i < value.Length && char.IsLetter(value[i]);
            var ends = start >= 0 && (!isLetter || (char.IsUpper(value[i]) && char.IsLower(value[i - 1])));
            if (ends)
            {
                if (i - start >= 4 && IsOneWord(value, start, i) && Pronounceable(value, start, i))
                    wordLetters += i - start;
                start = isLetter ? i : -1;
            }
            else if (isLetter && start < 0)
            {
                start = i;
            }
        }

        return (double)wordLetters / letters;
    }

    private static bool Pronounceable(string value, int start, int end)
    {
        int common = 0, vowels = 0;
        for (var i = start; i < end; i++)
        {
            if (Vowels.IndexOf(value[i]) >= 0)
                vowels++;
            if (i > start && IsCommonPair(value[i - 1], value[i]))
                common++;
        }

        return vowels > 0 && common >= 0.6 * (end - start - 1);
    }

    private const string Vowels = "aeiouyAEIOUY";

    private static bool IsCommonPair(char first, char second)
    {
        int a = (first | 32) - 'a', b = (second | 32) - 'a';
        return a is >= 0 and < 26 && b is >= 0 and < 26 && (Followers[a] & (1 << b)) != 0;
    }

    /// <summary>For each letter the letters that often follow it in English and in the words of programs.</summary>
    private static readonly int[] Followers =
    [
        Mask("bcdgilmnprstuvwy"), Mask("aeilorusyj"), Mask("aehiklortuc"), Mask("aeiorsduy"), Mask("acdelmnprstvxyfgqwi"), Mask("aefiloru"), Mask("aeghilrounms"), Mask("aeiotry"),
        Mask("acdefglmnoprstvzb"), Mask("aeou"), Mask("eiysa"), Mask("adeiloustyfv"), Mask("aeimopubsy"), Mask("acdegikostfvntu"), Mask("bcdfgklmnoprstuvwi"), Mask("aehiloprtus"),
        Mask("u"), Mask("acdegikmnorstuvyl"), Mask("aceihkmoptuswsy"), Mask("aehiorstuywl"), Mask("abcdegilmnprst"), Mask("aeio"), Mask("aehionr"), Mask("aceipty"), Mask("eopmst"), Mask("aeioz"),
    ];

    private static int Mask(string letters)
    {
        var mask = 0;
        foreach (var letter in letters)
            mask |= 1 << (letter - 'a');
        return mask;
    }
}
