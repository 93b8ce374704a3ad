namespace Purser.Analyzers.Rules.Credentials;

/// <summary>The checksums that vendors put into their tokens, so that a scanner need not guess.</summary>
internal static class TokenChecksum
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>GitHub and npm: the last six characters are the CRC-32 of what stands between the prefix and them, in base 62.</summary>
    public static bool IsCrc32Base62(string token)
    {
        var underscore = token.IndexOf('_');
        if (underscore < 0 || token.Length - underscore - 1 <= 6)
            return false;
        var body = token.Substring(underscore + 1, token.Length - underscore - 7);
        ulong expected = 0;
        foreach (var c in token.Substring(token.Length - 6))
        {
            var digit = Base62.IndexOf(c);
            if (digit < 0)
                return false;
            expected = expected * 62 + (ulong)digit;
        }

        return expected == Crc32(body);
    }

    private static uint Crc32(string text)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var c in text)
        {
            crc ^= (byte)c;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
