namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Passwords that are words and still let people in.</summary>
internal static class WeakPasswords
{
    private static readonly HashSet<string> All = new("""
        changeme changeit admin administrator root toor guest test testing tester demo secret postgres mysql oracle sa sql sqlserver mongo redis rabbitmq rabbit elastic minio minioadmin master letmein welcome welcomed qwerty qwertz azerty
        abc asdf asdfgh asdfasdf dragon monkey sunshine iloveyou princess football baseball superman batman trustno foobar foo bar baz hello helloworld pass manager system support public private
        sesame opensesame hunter supersecret topsecret verysecret mysecret secretpassword testpassword mypassword passw access god love sex money ninja shadow
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Words that hold a place elsewhere, and let people in where a URL or a connection string is ready to be used: the documentation of the images has them.</summary>
    public static bool IsInUse(string text) => text is "example" or "default" or "user" or "basic" or "custom" or "dummy";

    /// <summary>Small letters, or one capital in front; in capitals it is a place to fill.</summary>
    public static bool Contains(string text) =>
        text.Length is >= 3 and <= 24 && !(text.Length > 3 && char.IsUpper(text[1])) && All.Contains(text.ToLowerInvariant());
}
