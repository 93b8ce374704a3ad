namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// Decides whether a text is a credential, by the text and by the name it stands under. Knows nothing of C#, so that code and
/// configuration files are judged alike. Strongest evidence first; one text gives at most one finding.
/// </summary>
internal static class CredentialClassifier
{
    public const string Literal = "PUR3001";
    public const string InConnectionString = "PUR3002";
    public const string InUrl = "PUR3003";
    public const string KnownFormat = "PUR3004";

    /// <param name="name">The variable, property, parameter or key that the value is given to; null where there is none.</param>
    /// <param name="value">The text; <see cref="ConnectionString.Hole"/> stands for unknown parts.</param>
    public static Finding? Classify(string? name, string value, in CredentialContext context = default) =>
        ByValue(name, value, context) ?? ByName(name, value, context);

    /// <summary>What the value gives away by itself.</summary>
    public static Finding? ByValue(string? name, string value, in CredentialContext context = default)
    {
        if (value.Length < 8 || WellKnownValues.Contains(value))
            return null;
        if (AuthorizationValue.IsPrivateKey(value))
            return new Finding(KnownFormat, CredentialKind.PrivateKey, Confidence.High, "private key", 0, value.Length);
        if (AuthorizationValue.JsonWebToken(value) is { } jwt && value.IndexOf(ConnectionString.Hole, jwt.Start) < 0)
            return new Finding(KnownFormat, CredentialKind.Token, Confidence.High, "JSON Web Token", jwt.Start, jwt.Length);
        if (TokenFormats.Find(value) is { } token)
        {
            var confidence = token.Format.IsForTests ? Confidence.Low
                : token.Format.Check is { } check && !check(value.Substring(token.Start, token.Length)) ? Confidence.Medium : Confidence.High;
            return new Finding(KnownFormat, CredentialKind.ProviderToken, confidence, token.Format.Name, token.Start, token.Length);
        }

        return OfConnectionString(name, value, context) ?? OfUrl(value) ?? OfAuthorization(value) ?? OfEmbeddedText(value, context);
    }

    private static Finding? OfConnectionString(string? name, string value, in CredentialContext context)
    {
        if (value.IndexOf('=') <= 0)
            return null;
        var isSink = IsConnectionName(name);
        if (ConnectionString.SecretOf(value, isSink) is not { } pair || !IsEmbeddedSecret(pair.Value))
            return null;
        return new Finding(InConnectionString, CredentialKind.ConnectionString, Confidence.High, "connection string with a " + WordsOf(pair.Key), pair.Start, pair.Length);
    }

    private static Finding? OfUrl(string value)
    {
        if (UrlCredential.PasswordOf(value) is { } password && IsEmbeddedSecret(value.Substring(password.Start, password.Length)))
            return new Finding(InUrl, CredentialKind.Url, Confidence.High, "password in a URL", password.Start, password.Length);
        if (UrlCredential.ParameterOf(value) is { } parameter)
        {
            var text = value.Substring(parameter.Start, parameter.Length);
            if (!NotASecret.IsPlaceholder(text) && !IsPlaceholderWord(text) && text.IndexOf(ConnectionString.Hole) < 0
                && (new ValueShape(text).LooksRandom(text, 16) || (IsPasswordParameter(parameter.Name) && !TextForm.IsName(text, new ValueShape(text)))))
                return new Finding(InUrl, CredentialKind.Url, Confidence.Medium, "credential in a URL", parameter.Start, parameter.Length);
        }

        return null;
    }

    private static Finding? OfAuthorization(string value)
    {
        if (AuthorizationValue.Of(value) is not { } header || value.IndexOf(ConnectionString.Hole) >= 0)
            return null;
        return new Finding(Literal, CredentialKind.Token, Confidence.High, header.Scheme + " authorization value", header.Start, header.Length);
    }

    /// <summary>A password in SQL, in a command line, in JSON or XML that is written as text.</summary>
    private static Finding? OfEmbeddedText(string value, in CredentialContext context)
    {
        foreach (var pair in EmbeddedText.Pairs(value))
        {
            if (ByName(pair.Name, pair.Value, context with { IsSink = false }) is { Confidence: >= Confidence.Medium } finding)
                return finding with { Start = pair.Start, Length = pair.Value.Length };
        }

        return null;
    }

    /// <summary>What the value is taken for because of its name.</summary>
    public static Finding? ByName(string? name, string value, in CredentialContext context = default)
    {
        var read = CredentialName.Of(name, context.ExtraWords);
        if (NamedValue.Weigh(read, value, context) is not { } confidence)
            return null;
        return new Finding(Literal, read.Kind, confidence, WordOf(read.Kind), 0, value.Length);
    }

    /// <summary>A password inside of a connection string or URL: it is there to be used, so a word will do; a placeholder will not.</summary>
    private static bool IsEmbeddedSecret(string text) =>
        text.Length > 0 && text.IndexOf(ConnectionString.Hole) < 0 && (WeakPasswords.IsInUse(text) || (!NotASecret.IsPlaceholder(text) && !IsPlaceholderWord(text)));

    private static bool IsPlaceholderWord(string text)
    {
        if (text[0] is '<' or '{' || (text[0] == '@' && text.Length < 3) || NotASecret.StartsWithVariable(text))
            return true;
        var words = IdentifierWords.Split(text);
        return words.Count > 1 && words.Contains("your") && text.All(c => char.IsLetter(c) || c is '_' or '-' or ' ');
    }

    private static bool IsPasswordParameter(string name) => name is "password" or "passwd" or "pwd" or "pass" or "client_secret" or "secret";

    private static bool IsConnectionName(string? name)
    {
        if (name is null)
            return false;
        var lower = name.ToLowerInvariant();
        return lower.Contains("connectionstring") || lower.Contains("connstr") || lower.Contains("connection");
    }

    private static string WordsOf(string key) => key switch
    {
        "password" or "pwd" or "userpassword" or "passwd" or "pass" => "password",
        "accountkey" => "account key",
        "sharedaccesskey" or "sharedaccesssignature" => "shared access key",
        "apikey" => "API key",
        _ => "secret",
    };

    private static string WordOf(CredentialKind kind) => kind switch
    {
        CredentialKind.Password => "password",
        CredentialKind.Key => "key",
        CredentialKind.Token => "token",
        _ => "secret",
    };
}
