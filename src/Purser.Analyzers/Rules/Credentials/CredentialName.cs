namespace Purser.Analyzers.Rules.Credentials;

/// <summary>How a name speaks for a credential.</summary>
internal enum NameStrength
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Perhaps: the value must look random.</summary>
    Weak,

    /// <summary>Plainly.</summary>
    Strong,
}

/// <summary>What a name says about the value under it.</summary>
/// <param name="IsAmbiguous">A strong word that means other things too (<c>pass</c>, <c>pin</c>).</param>
internal sealed record CredentialName(NameStrength Strength, CredentialKind Kind, bool IsAmbiguous, IReadOnlyList<string> Words)
{
    private static readonly CredentialName Nothing = new(NameStrength.None, CredentialKind.Secret, false, []);

    /// <summary><c>PasswordHash</c>: what stands there is a hash, or a password whose name is wrong.</summary>
    public bool IsOfHash { get; private init; }

    public bool Has(string word) => Words.Contains(word);

    public static CredentialName Of(string? name, IReadOnlyCollection<string>? extraWords = null)
    {
        if (string.IsNullOrEmpty(name) || name!.Length > 200)
            return Nothing;
        var words = IdentifierWords.Split(name);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (Match(words, i, extraWords) is not { } match)
                continue;
            return Weigh(words, i, match);
        }

        return Nothing with { Words = words };
    }

    private static CredentialName Weigh(List<string> words, int at, (NameStrength Strength, CredentialKind Kind, bool Ambiguous) match)
    {
        var strength = match.Strength;
        var isOfHash = false;
        for (var i = at + 1; i < words.Count && strength != NameStrength.None; i++)
        {
            var tail = words[i];
            isOfHash |= tail is "hash" or "hashed";
            if (CredentialWords.NegativeTail.Contains(tail))
                strength = NameStrength.None;
            else if (!CredentialWords.NeutralTail.Contains(tail) && !IsNumber(tail))
                strength = match.Ambiguous ? NameStrength.None : NameStrength.Weak;
        }

        if (at > 0 && CredentialWords.NegativeHead.Contains(words[0]))
            strength = NameStrength.None;
        for (var i = 0; i < at && strength != NameStrength.None; i++)
        {
            if (CredentialWords.Transformed.Contains(words[i]))
                strength = words[i] is "hashed" or "masked" or "obfuscated" ? NameStrength.None : NameStrength.Weak;
        }

        // What is typed into a box or stands on a page: a word there is a caption.
        var isAmbiguous = match.Ambiguous || (at > 0 && words[0] is "txt" or "tb" or "textbox" or "input");
        return new CredentialName(strength, match.Kind, isAmbiguous, words) { IsOfHash = isOfHash && match.Kind == CredentialKind.Password };
    }

    private static (NameStrength Strength, CredentialKind Kind, bool Ambiguous)? Match(List<string> words, int i, IReadOnlyCollection<string>? extraWords)
    {
        var word = words[i];
        if (extraWords is not null && extraWords.Contains(word))
            return (NameStrength.Strong, CredentialKind.Secret, false);
        if (CredentialWords.Password.Contains(word) || EndsWith(word, "password", "passwd", "passphrase") || (word.Length <= 12 && EndsWith(word, "pwd")))
            return (NameStrength.Strong, CredentialKind.Password, false);
        if (word == "phrase" && i > 0 && words[i - 1] == "pass")
            return (NameStrength.Strong, CredentialKind.Password, false);
        if (word is "word" or "code" && i > 0 && words[i - 1] == "pass")
            return (NameStrength.Strong, CredentialKind.Password, false);
        if (CredentialWords.AmbiguousPassword.Contains(word))
            return i > 0 && CredentialWords.BeforeOtherPass.Contains(words[i - 1]) ? (NameStrength.None, CredentialKind.Password, true) : (NameStrength.Strong, CredentialKind.Password, true);
        if (CredentialWords.Secret.Contains(word) || EndsWith(word, "secret"))
            return (NameStrength.Strong, CredentialKind.Secret, false);
        if (CredentialWords.JoinedKey.Contains(word))
            return (NameStrength.Strong, CredentialKind.Key, false);
        if (CredentialWords.JoinedToken.Contains(word))
            return (NameStrength.Strong, CredentialKind.Token, false);
        return word is "key" or "keys" or "token" or "tokens" ? MatchKeyOrToken(words, i)
            : CredentialWords.Weak.Contains(word) ? (NameStrength.Weak, word is "credential" or "credentials" or "cred" or "creds" ? CredentialKind.Secret : CredentialKind.Key, false)
            : EndsWith(word, "apikey", "authkey", "secretkey", "accesskey", "privatekey") ? (NameStrength.Strong, CredentialKind.Key, false)
            : EndsWith(word, "authtoken", "accesstoken", "apitoken") ? (NameStrength.Strong, CredentialKind.Token, false)
            : null;
    }

    private static (NameStrength, CredentialKind, bool)? MatchKeyOrToken(List<string> words, int i)
    {
        var isKey = words[i].StartsWith("key", StringComparison.Ordinal);
        var kind = isKey ? CredentialKind.Key : CredentialKind.Token;
        if (i == 0)
            return (NameStrength.Weak, kind, false);
        var before = words[i - 1];
        if (CredentialWords.NeverBefore.Contains(before))
            return (NameStrength.None, kind, false);
        if (isKey && (before is "secret" or "secrets"))
            return (NameStrength.Strong, CredentialKind.Secret, false);
        // "PasswordKey" and "TokenKey" name the key under which one is found.
        if (isKey && (CredentialWords.Password.Contains(before) || before is "secret" or "string"))
            return (NameStrength.None, kind, false);
        var strong = (isKey ? CredentialWords.BeforeKey : CredentialWords.BeforeToken).Contains(before);
        return (strong ? NameStrength.Strong : NameStrength.Weak, kind, false);
    }

    private static bool EndsWith(string word, params string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsNumber(string word) => char.IsDigit(word[0]);
}
