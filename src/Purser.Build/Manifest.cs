using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Purser.Build;

/// <summary>One file to write.</summary>
/// <param name="Path">Where, relative to the folder, with forward slashes.</param>
/// <param name="Content">UTF-8 without a byte order mark.</param>
internal sealed record Manifest(string Path, byte[] Content)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Manifest Of(string path, string text) => new(path, Utf8.GetBytes(text));

    /// <summary>The same with the image's digest beside its tag, so that a tag that moves changes nothing.</summary>
    public Manifest Pin(string image, string digest)
    {
        var text = Utf8.GetString(Content);
        var pinned = Regex.Replace(text, @"(?m)^([ -]*image: )(""?)" + Regex.Escape(image) + @"\2$", match => $"{match.Groups[1].Value}{match.Groups[2].Value}{image}@{digest}{match.Groups[2].Value}");
        return pinned == text ? this : Of(Path, Renamed(pinned, digest));
    }

    /// <summary>A Job's template cannot be changed, and its name carries a hash of it: another image is another Job.</summary>
    private static string Renamed(string text, string digest) => !text.Contains("\nkind: Job\n")
        ? text
        : new Regex("(?m)^(  name: .*-)([0-9a-f]{8})$").Replace(text, match => match.Groups[1].Value + Hash(match.Groups[2].Value + digest), count: 1);

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Utf8.GetBytes(text)), 0, 4).Replace("-", "").ToLowerInvariant();
    }
}
