namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What a literal was found to be.</summary>
/// <param name="Finding">The evidence.</param>
/// <param name="Use">What is done with the text.</param>
/// <param name="Name">What it is given to; null where it has no name that can be shown.</param>
internal readonly record struct Judgement(Finding Finding, TextUse Use, string? Name)
{
    private const int LongestName = 60;

    /// <summary>For the message; never a part of the value.</summary>
    public string Subject => (Use, Shown) switch
    {
        (TextUse.Fallback, { } name) => $"'{name}'",
        (TextUse.Fallback, null) => "This setting",
        (TextUse.Compared, { } name) => $"What '{name}' is compared with",
        (_, { } name) => $"The value of '{name}'",
        _ => "This text",
    };

    /// <summary>With its article: <c>an AWS access key</c>.</summary>
    public string What => (Finding.What.Length > 0 && "AEIOUaeiou".IndexOf(Finding.What[0]) >= 0 ? "an " : "a ") + Finding.What;

    /// <summary>A key can be anything; shown is what looks like a name and no credential itself.</summary>
    private string? Shown
    {
        get
        {
            if (Name is not { Length: > 0 and <= LongestName } name)
                return null;
            foreach (var c in name)
            {
                if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or ':' or '.' or ' '))
                    return null;
            }

            return CredentialClassifier.ByValue(null, name) is null ? name : null;
        }
    }
}
