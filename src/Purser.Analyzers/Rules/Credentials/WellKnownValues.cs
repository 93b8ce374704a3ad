namespace Purser.Analyzers.Rules.Credentials;

/// <summary>Secrets that are no secrets: printed in the vendors' own docs for everybody to use.</summary>
internal static class WellKnownValues
{
    /// <summary>The secret key that the AWS docs print.</summary>
    public const string PrintedSecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static readonly string[] Parts =
    [
        // The storage emulator's account key, the Cosmos DB emulator's key, the example pair of the AWS docs, the token of jwt.io, the one-time password's key of every tutorial.
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq",
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw",
        PrintedSecretKey,
        "AKIAIOSFODNN7EXAMPLE",
        "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "UseDevelopmentStorage=true",
        "JBSWY3DPEHPK3PXP",
    ];

    public static bool Contains(string value)
    {
        foreach (var part in Parts)
        {
            if (value.IndexOf(part, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
