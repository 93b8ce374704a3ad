using System.Security.Cryptography;
using System.Text;

namespace Purser.Analyzers.Workloads;

/// <summary>The same text gives the same letters on every machine.</summary>
internal static class Fingerprint
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(string text)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        var digits = new StringBuilder(2 * hash.Length);
        foreach (var b in hash)
            digits.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        return digits.ToString();
    }

    /// <summary>8 hexadecimal digits, for a name.</summary>
    public static string Short(string text) => Of(text).Substring(0, 8);
}
