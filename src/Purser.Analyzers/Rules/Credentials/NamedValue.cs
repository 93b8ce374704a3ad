namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Decides on a value by its name: what a password may look like differs from what a key does.</summary>
internal static class NamedValue
{
    private const int LongestPassword = 128;

    /// <summary>Passwords that are words and still let people in.</summary>
    private static readonly HashSet<string> WeakPasswords = new("""
        admin administrator root toor guest test testing tester demo secret postgres mysql oracle sa sql sqlserver mongo redis rabbitmq rabbit elastic minio minioadmin master letmein welcome welcomed qwerty qwertz azerty
        abc asdf asdfgh asdfasdf dragon monkey sunshine iloveyou princess football baseball superman batman trustno foobar foo bar baz hello helloworld pass manager system support public private
        sesame opensesame hunter supersecret topsecret verysecret mysecret secretpassword testpassword mypassword passw access god love sex money ninja shadow
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public static Confidence? Weigh(CredentialName name, string value, in CredentialContext context)
    {
        if (name.Strength == NameStrength.None && !context.IsSink)
            return null;
        var text = value.Trim();
        if (text.Length < 3 || NotASecret.IsPlaceholder(text) || WellKnownValues.Contains(text))
            return null;
        var shape = new ValueShape(text);
        return name.Kind switch
        {
            _ when name.Strength == NameStrength.None => context.IsSink && IsPassword(name, text, shape, context) ? Confidence.Medium : null,
            _ when name.Strength == NameStrength.Weak && !context.IsSink => IsRandomValue(text, shape, name.Kind == CredentialKind.Password || name.Kind == CredentialKind.Secret ? 8 : 16) ? Confidence.Low : null,
            CredentialKind.Password => IsPassword(name, text, shape, context) ? Confidence.Medium : null,
            CredentialKind.Secret => IsPassphraseOrKey(name, text, shape, context) ? Confidence.Medium : null,
            CredentialKind.Key when IsSigningName(name) => IsPassphraseOrKey(name, text, shape, context) ? Confidence.Medium : null,
            _ => IsRandomValue(text, shape, 8) || (context.IsSink && IsPassword(name, text, shape, context)) ? Confidence.Medium : null,
        };
    }

    private static bool IsPassword(CredentialName name, string text, in ValueShape shape, in CredentialContext context)
    {
        if (text.Length > LongestPassword || (TextForm.IsTechnical(text) && !context.IsSink) || text.IndexOf(ConnectionString.Hole) >= 0)
            return false;
        var isPlainWord = shape.Letters == text.Length;
        if (isPlainWord && WeakPasswords.Contains(text.ToLowerInvariant()))
            return !IsNameItself(name, text) || context.IsSink;
        if (TextForm.IsProse(text) || TextForm.IsGuid(text) && !context.IsSink)
            return IsPassphraseName(name) && shape.Spaces >= 2;
        if (context.IsSink && isPlainWord)
            return true;
        if (IsNameItself(name, text) || NamesACredential(text, shape, context))
            return false;
        if (name.IsAmbiguous)
            return shape.Letters < text.Length && (shape.Digits > 0 || shape.Marks > 0) && !TextForm.IsName(text, shape);
        if (TextForm.IsName(text, shape))
            return IsLikelyWord(text, shape, context);
        return true;
    }

    /// <summary>Letters only: a weak password, or the name of something? Compound names are names; a word in one case may be a password.</summary>
    private static bool IsLikelyWord(string text, in ValueShape shape, in CredentialContext context)
    {
        if (HoldsNames(context.Holder))
            return false;
        var words = IdentifierWords.Split(text);
        if (shape.Upper > 1 && shape.Lower > 0 && shape.WordLikeness < 0.5)
            return true;
        if (words.Count > 1 && !(words.Count == 2 && char.IsDigit(words[1][0])))
            return false;
        // "Password" in another language, a caption: one capital and then small letters is how texts are written.
        return shape.Upper == 0 || (shape.Digits > 0) || (shape.Upper > 1 && shape.Lower > 0);
    }

    /// <summary>A secret that signs or encrypts may be a sentence, and may be random; the name of a key is neither.</summary>
    private static bool IsPassphraseOrKey(CredentialName name, string text, in ValueShape shape, in CredentialContext context)
    {
        if (text.IndexOf(ConnectionString.Hole) >= 0 || (text.Length > 4096) || IsNameItself(name, text) && !context.IsSink)
            return false;
        if (TextForm.IsTechnical(text) && !shape.LooksRandom(text, 16))
            return false;
        if (WeakPasswords.Contains(text.ToLowerInvariant()))
            return true;
        if (shape.LooksRandom(text, 8) && !(TextForm.IsName(text, shape) && shape.WordLikeness > 0.3))
            return true;
        if (text.IndexOf(' ') >= 0)
            return text.Length >= 16 && SaysSecret(text) && IsSigningName(name) && !text.EndsWith(".", StringComparison.Ordinal) && !IsMessage(text);
        if (context.IsSink && text.Length >= 4)
            return true;
        if (NamesACredential(text, shape, context) && !IsBoastful(text))
            return false;
        if (TextForm.IsName(text, shape))
            return IsBoastful(text) && text.Length >= 10 || (shape.Letters + shape.Digits == text.Length && shape.Upper == 0 && shape.WordLikeness < 0.5 && text.Length >= 8);
        return text.Length >= 4 && (shape.Digits > 0 || shape.Marks > 0) && !TextForm.IsGuid(text) || TextForm.IsGuid(text);
    }

    private static bool IsRandomValue(string text, in ValueShape shape, int minimum)
    {
        if (text.IndexOf(ConnectionString.Hole) >= 0 || text.Length > 4096 || TextForm.IsGuid(text) && minimum > 8)
            return false;
        if (TextForm.IsGuid(text))
            return true;
        return shape.LooksRandom(text, minimum) && !(TextForm.IsTechnical(text) && shape.WordLikeness > 0.2) && !LooksLikeName(text, shape);
    }

    private static bool LooksLikeName(string text, in ValueShape shape) =>
        TextForm.IsName(text, shape) && shape.Digits == 0 && shape.WordLikeness > 0.3;

    /// <summary><c>Password = "password"</c>, <c>NewPassword = "new-password"</c>.</summary>
    private static bool IsNameItself(CredentialName name, string text)
    {
        var words = IdentifierWords.Split(text);
        if (words.Count == 0)
            return true;
        var joined = string.Concat(words);
        var joinedName = string.Concat(name.Words);
        return joined == joinedName
            || (words.Count <= name.Words.Count && words.All(word => name.Words.Contains(word)))
            || (joined.Length >= 4 && joinedName.EndsWith(joined, StringComparison.Ordinal));
    }

    /// <summary>The value is a name of a credential itself: <c>user_password</c>, <c>DB_PASSWORD</c>, <c>clientSecret</c>.</summary>
    private static bool NamesACredential(string text, in ValueShape shape, in CredentialContext context)
    {
        if (!TextForm.IsName(text, shape))
            return false;
        var words = IdentifierWords.Split(text);
        foreach (var word in words)
        {
            if (CredentialWords.Password.Contains(word) || CredentialWords.Secret.Contains(word) || CredentialWords.AmbiguousPassword.Contains(word)
                || word is "key" or "token" or "auth" or "credential" or "credentials" or "secrets" || CredentialWords.JoinedKey.Contains(word) || CredentialWords.JoinedToken.Contains(word)
                || word.EndsWith("password", StringComparison.Ordinal))
                return shape.Digits == 0 || words.Count > 2 || text.IndexOf('_') > 0;
        }

        return false;
    }

    private static bool SaysSecret(string text)
    {
        var words = IdentifierWords.Split(text);
        return words.Contains("secret") || words.Contains("key") || words.Contains("password") || words.Contains("jwt") || words.Contains("token") || words.Contains("sign");
    }

    private static bool IsMessage(string text)
    {
        var words = IdentifierWords.Split(text);
        return words.Contains("invalid") || words.Contains("missing") || words.Contains("not") || words.Contains("required") || words.Contains("must") || words.Contains("please") || words.Contains("enter") || words.Contains("failed");
    }

    private static bool IsBoastful(string text)
    {
        var lower = text.ToLowerInvariant();
        return lower.Contains("super") || lower.Contains("verysecret") || lower.Contains("very_secret") || lower.Contains("topsecret") || lower.Contains("very-secret") || lower.Contains("thisis") || lower.Contains("this_is") || lower.Contains("strong") || lower.Contains("long");
    }

    private static bool IsSigningName(CredentialName name)
    {
        foreach (var word in name.Words)
        {
            if (word is "secret" or "jwt" or "signing" or "sign" or "encryption" or "encrypt" or "crypto" or "symmetric" or "security" or "aes" or "hmac" or "master" or "private" or "cipher" or "des" or "jwtkey" or "signingkey" or "encryptionkey" or "securitykey" or "decryption" or "crypt" or "rijndael")
                return true;
        }

        return false;
    }

    private static bool IsPassphraseName(CredentialName name) => name.Words.Contains("passphrase") || name.Words.Contains("phrase");

    private static bool HoldsNames(string? holder)
    {
        if (holder is null)
            return false;
        foreach (var ending in CredentialWords.NameHolders)
        {
            if (holder.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
