namespace Purser.Analyzers.Rules.Credentials;

/// <summary>What was found, and how sure that is.</summary>
/// <param name="RuleId">PUR3001 to PUR3004, or PUR3006.</param>
/// <param name="What">The kind in words for the message (<c>password</c>, <c>GitHub token</c>); never a part of the value.</param>
/// <param name="Start">Where the secret part of the value starts, so that a fix can take that part alone.</param>
internal readonly record struct Finding(string RuleId, CredentialKind Kind, Confidence Confidence, string What, int Start, int Length);

internal enum CredentialKind
{
    Password,
    Secret,
    Key,
    Token,
    ConnectionString,
    Url,
    ProviderToken,
    PrivateKey,

    /// <summary>No secret: where a database, a broker or a service is.</summary>
    Address,
}

/// <summary>How much speaks for it. Options can raise the bar; test projects see less of the lower ones.</summary>
internal enum Confidence
{
    /// <summary>A name like <c>key</c> or <c>token</c>, and a value that looks random.</summary>
    Low,

    /// <summary>A name like <c>password</c>, or a place that takes nothing but secrets, and a value that is no placeholder.</summary>
    Medium,

    /// <summary>The value says it by itself: a provider's format, a private key, a connection string with a password.</summary>
    High,
}

/// <summary>Where the value stands.</summary>
/// <param name="IsSink">The place takes nothing but secrets, so even a dictionary word is one.</param>
/// <param name="Holder">The type or the section that holds the name: members of <c>*Names</c> and <c>*Constants</c> are rarely secrets.</param>
/// <param name="IsConfiguration">In a configuration file, where a value is a value and never the name of something.</param>
internal readonly record struct CredentialContext(bool IsSink = false, string? Holder = null, bool IsConfiguration = false)
{
    /// <summary>Words of the user's own that name credentials, in lower case.</summary>
    public IReadOnlyCollection<string>? ExtraWords { get; init; }
}
