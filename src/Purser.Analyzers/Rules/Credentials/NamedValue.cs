namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Decides on a value by its name: what a password may look like differs from what a key does.</summary>
internal static class NamedValue
{
    private const int LongestPassword = 128;
    private const int LongestKey = 4096;

    public static Confidence? Weigh(CredentialName name, string value, in CredentialContext context)
    {
        if (name.Strength == NameStrength.None && !context.IsSink && !name.IsOfHash)
            return null;
        var text = value.Trim();
        // Nobody's key, but where a key is given it opens nothing either: a suggestion to look.
        if (text == WellKnownValues.PrintedSecretKey && name.Strength == NameStrength.Strong)
            return Confidence.Low;
        if (text.Length < 3 || text.IndexOf(ConnectionString.Hole) >= 0 || WellKnownValues.Contains(text) || NotASecret.IsPlaceholder(text, isInvented: context.IsSink || IsOwnKey(name)))
            return null;

        var shape = new ValueShape(text);
        if (context.IsSink)
            return IsSinkValue(text, shape) ? Confidence.Medium : null;
        if (name.IsOfHash)
            return text.Length < 16 && shape.Classes >= 3 && !TextForm.IsTechnical(text) && shape.Spaces == 0 ? Confidence.Low : null;
        if (name.Strength == NameStrength.Weak)
            return IsWeaklyNamed(name, text, shape) ? Confidence.Low : null;
        return name.Kind switch
        {
            CredentialKind.Password => IsPassword(name, text, shape, context),
            CredentialKind.Secret => IsSecret(name, text, shape, context),
            CredentialKind.Key when IsOwnKey(name) => IsSecret(name, text, shape, context),
            _ => IsRandom(text, shape, 8) || (IsOfLicense(name) && IsProductKey(text)) || (context.IsConfiguration && shape.Digits > 0 && text.Length >= 8 && !TextForm.IsTechnical(text)),
        } ? Confidence.Medium : null;
    }

    /// <summary>Where nothing but secrets goes, a word is one, and a few words are too.</summary>
    private static bool IsSinkValue(string text, in ValueShape shape) =>
        text.Length <= LongestKey && (shape.Spaces == 0 || IsAppPassword(text) || (shape.Spaces <= 12 && !IsMessage(text)));

    private static bool IsWeaklyNamed(CredentialName name, string text, in ValueShape shape)
    {
        var isKeyMaterial = name.Has("salt") || name.Has("vi");
        if (IsNameItself(name, text) || TextForm.IsMailAddress(text) || SaysItsName(name, text))
            return false;
        return IsRandom(text, shape, isKeyMaterial || name.Kind is CredentialKind.Password or CredentialKind.Secret ? 8 : 16)
            || (isKeyMaterial && text.Length >= 8 && shape.Marks > 0 && shape.Spaces == 0 && shape.Letters > 0 && !TextForm.IsName(text, shape) && !TextForm.IsTechnical(text));
    }

    private static bool IsPassword(CredentialName name, string text, in ValueShape shape, in CredentialContext context)
    {
        if (text.Length > LongestPassword || TextForm.IsTechnical(text) || TextForm.IsGuid(text))
            return false;
        if (name.Has("pin"))
            return shape.Digits == text.Length && text.Length is >= 4 and <= 10;
        if (shape.Spaces > 0 && TextForm.IsProse(text))
            return IsAppPassword(text) || (name.Has("passphrase") && shape.Spaces >= 2 && !IsMessage(text) && !IsDescription(name, text));
        if (IsOwnersWeakOne(name, text, context))
            return true;
        var isNameItself = IsNameItself(name, text);
        if (!isNameItself && WeakPasswords.Contains(text))
            return true;
        if (isNameItself || NamesACredential(text, shape))
            return context.IsConfiguration && text == text.ToLowerInvariant();
        if (name.IsAmbiguous)
            return shape.Letters < text.Length && (shape.Digits > 0 || shape.Marks > 0) && (!TextForm.IsName(text, shape) || TextForm.IsUneven(text, shape));
        return !TextForm.IsName(text, shape) || IsLikelyWord(text, shape, context);
    }

    /// <summary>Words, in the form of a name: a weak password, or the name of something? Compound names are names; what does not read like words is a password.</summary>
    private static bool IsLikelyWord(string text, in ValueShape shape, in CredentialContext context)
    {
        if (context.IsConfiguration)
            return true;
        if (HoldsNames(context.Holder))
            return false;
        if (shape.Letters >= 5 && shape.WordLikeness < 0.4)
            return true;
        if (text.Length >= 6 && ((shape.Digits > 0 && shape.Upper == 0) || TextForm.IsUneven(text, shape)))
            return true;
        var words = IdentifierWords.Split(text);
        if (words.Count > 1 && !(words.Count == 2 && char.IsDigit(words[1][0])))
            return false;
        // "Password" in another language, a caption: one capital and then small letters is how texts are written.
        return shape.Upper == 0 || shape.Digits > 0 || (shape.Upper > 1 && shape.Lower > 0);
    }

    /// <summary>A secret that signs or encrypts may be a sentence, and may be random; the name of a key is neither.</summary>
    private static bool IsSecret(CredentialName name, string text, in ValueShape shape, in CredentialContext context)
    {
        if (text.Length > LongestKey || (TextForm.IsTechnical(text) && !shape.LooksRandom(text, 16)))
            return false;
        if (IsOwnersWeakOne(name, text, context))
            return true;
        if (IsNameItself(name, text))
            return false;
        if (WeakPasswords.Contains(text) || TextForm.IsGuid(text))
            return true;
        if (shape.LooksRandom(text, 8) && !(TextForm.IsName(text, shape) && shape.WordLikeness > 0.3))
            return true;
        if (shape.Spaces > 0)
            return text.Length >= 16 && IsOwnKey(name) && SaysSecret(text) && !text.EndsWith(".", StringComparison.Ordinal) && !IsMessage(text) && !IsDescription(name, text);
        if (NamesACredential(text, shape))
            return IsBoastful(text) || (context.IsConfiguration && text.Length >= 8);
        if (!TextForm.IsName(text, shape))
            return (shape.Digits > 0 || shape.Marks > 0) && text.Length >= (name.Kind == CredentialKind.Key ? 8 : 4);
        return IsBoastful(text) || (name.Kind == CredentialKind.Secret && text.Length >= 6 && TextForm.IsUneven(text, shape)) || IsMadeUpName(name, text, shape, context) || (shape.Letters >= 8 && shape.WordLikeness < 0.4);
    }

    /// <summary><c>ProjectOmegaTeam</c> as the key of a cipher or of tokens: somebody had to think of something.</summary>
    private static bool IsMadeUpName(CredentialName name, string text, in ValueShape shape, in CredentialContext context) =>
        text.Length >= 10 && IsOwnKey(name) && !HoldsNames(context.Holder) && shape.Letters + shape.Digits == text.Length && IdentifierWords.Split(text) is { Count: >= 2 } words
        && !words.Any(static word => word is "settings" or "config" or "configuration" or "section" or "default" or "name" or "provider" or "algorithm");

    private static bool IsRandom(string text, in ValueShape shape, int minimum)
    {
        if (text.Length > LongestKey)
            return false;
        if (TextForm.IsGuid(text))
            return minimum <= 8;
        return shape.LooksRandom(text, minimum) && !(TextForm.IsTechnical(text) && shape.WordLikeness > 0.2) && !(TextForm.IsName(text, shape) && shape.Digits == 0 && shape.WordLikeness > 0.3);
    }

    /// <summary><c>adminPassword = "password"</c>: it says whose password it is, and the value is the weakest of all.</summary>
    private static bool IsOwnersWeakOne(CredentialName name, string text, in CredentialContext context) =>
        text is "password" or "secret" or "pass" or "pwd" && name.Words.Count > 1 && name.Words[name.Words.Count - 1] == text
        && CredentialWords.Owners.Contains(name.Words[name.Words.Count - 2]) && !HoldsNames(context.Holder);

    /// <summary><c>salt = "argon2-salt-value"</c>: small words apart, the name's own among them.</summary>
    private static bool SaysItsName(CredentialName name, string text)
    {
        var parts = text.Split('-', '_');
        return parts.Length > 1 && parts.Any(name.Words.Contains) && parts.All(static part => part.Length > 0 && char.IsLetter(part[0]) && part.All(static c => char.IsLower(c) || char.IsDigit(c)));
    }

    /// <summary><c>Password = "password"</c>, <c>NewPassword = "new-password"</c>.</summary>
    private static bool IsNameItself(CredentialName name, string text)
    {
        var words = IdentifierWords.Split(text);
        if (words.Count == 0)
            return true;
        var joined = string.Concat(words);
        var joinedName = string.Concat(name.Words);
        return joined == joinedName
            || (words.Count <= name.Words.Count && words.Any(CredentialWords.NamesCredential) && words.All(word => name.Words.Contains(word)))
            || (joined.Length >= 4 && joinedName.EndsWith(joined, StringComparison.Ordinal))
            || IsInitialsOf(name.Words, joined);
    }

    /// <summary><c>OneTimePassword = "otp"</c>.</summary>
    private static bool IsInitialsOf(IReadOnlyList<string> words, string text)
    {
        if (text.Length < 3 || words.Count != text.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (words[i][0] != text[i])
                return false;
        }

        return true;
    }

    /// <summary>The value is a name of a credential itself: <c>user_password</c>, <c>DB_PASSWORD</c>, <c>clientSecret</c>, <c>password_hash_b64</c>.</summary>
    private static bool NamesACredential(string text, in ValueShape shape)
    {
        if (IsNumberedName(text))
            return true;
        if (!TextForm.IsName(text, shape))
            return false;
        var words = IdentifierWords.Split(text);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!CredentialWords.NamesCredential(word))
                continue;
            // "Password1" and "secret7" are as weak as they come, "Key1" is a name.
            return shape.Digits == 0 || (words.Count > 2 && !(char.IsDigit(text[text.Length - 1]) && text.IndexOf('-') > 0)) || text.IndexOf('_') > 0 || word is "key" or "token" or "auth";
        }

        return false;
    }

    /// <summary><c>s3-password</c>, <c>v1-wrapped-private-key</c>: short parts with a number, and a credential's word at the end.</summary>
    private static bool IsNumberedName(string text)
    {
        var parts = text.Split('-', '_');
        if (parts.Length < 2 || IdentifierWords.Split(parts[parts.Length - 1]) is not { Count: > 0 } last || !CredentialWords.NamesCredential(last[last.Count - 1]))
            return false;
        return parts.All(static part => part.Length > 0 && char.IsLetter(part[0]) && (part.All(char.IsLetter) || (part.Length <= 3 && char.IsDigit(part[part.Length - 1]))));
    }

    /// <summary>Four groups of four small letters, as mail providers make them for one app.</summary>
    private static bool IsAppPassword(string text)
    {
        if (text.Length != 19)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i % 5 == 4 ? text[i] != ' ' : text[i] is < 'a' or > 'z')
                return false;
        }

        return true;
    }

    private static bool SaysSecret(string text) =>
        IdentifierWords.Split(text).Any(static word => word is "secret" or "key" or "password" or "jwt" or "token" or "sign" or "secure" or "security");

    private static bool IsMessage(string text) =>
        IdentifierWords.Split(text).Any(static word => word is "invalid" or "missing" or "not" or "required" or "must" or "please" or "enter" or "failed" or "your");

    /// <summary>Says what belongs there, as the help of an option does: <c>Key for the database (if it is encrypted)</c>.</summary>
    private static bool IsDescription(CredentialName name, string text)
    {
        if (!char.IsUpper(text[0]) || IsBoastful(text))
            return false;
        var words = IdentifierWords.Split(text);
        return text.IndexOf('(') > 0 || words.Any(word => word.Length > 3 && name.Words.Contains(word)) && words.Count(static word => word is "the" or "to" or "for" or "of" or "if" or "from" or "used" or "when" or "which") >= 2;
    }

    private static bool IsOfLicense(CredentialName name) => name.Words.Any(static word => word is "license" or "licence" or "licensekey" or "product" or "serial" or "activation" or "registration");

    /// <summary><c>ABCD-EFGH-IJKL-MNOP</c>: three groups or more of as many capitals and digits each.</summary>
    private static bool IsProductKey(string text)
    {
        var groups = text.Split('-');
        return groups.Length >= 3 && groups.All(group => group.Length is >= 4 and <= 8 && group.Length == groups[0].Length && group.All(static c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9')));
    }

    private static bool IsBoastful(string text)
    {
        if (text.Length < 8)
            return false;
        var joined = string.Concat(IdentifierWords.Split(text));
        return Boasts.Any(boast => joined.Contains(boast));
    }

    private static readonly string[] Boasts = ["super", "verysecret", "topsecret", "thisis", "strong", "verylong", "donotshare", "dontshare", "ultrasecret", "mysecret", "myencryption", "mykey", "mycustom", "ourlittle"];

    /// <summary>A key that the code's author thinks of and nobody issues: it signs or encrypts.</summary>
    private static bool IsOwnKey(CredentialName name)
    {
        for (var i = 0; i < name.Words.Count; i++)
        {
            var word = name.Words[i];
            if (word is "jwt" or "signing" or "sign" or "encryption" or "encrypt" or "crypto" or "symmetric" or "security" or "aes" or "hmac" or "master" or "cipher" or "des" or "decryption" or "crypt" or "rijndael"
                or "jwtkey" or "signingkey" or "encryptionkey" or "securitykey" or "secretkey" or "jwtsecret" || (word == "secret" && i + 1 < name.Words.Count && name.Words[i + 1] == "key"))
                return true;
        }

        return false;
    }

    private static bool HoldsNames(string? holder) =>
        holder is not null && CredentialWords.NameHolders.Any(ending => holder.EndsWith(ending, StringComparison.Ordinal));
}
