using CsCheck;

namespace Purser.Contract.Tests.Hostile;

/// <summary>What people, generators and attackers put where a text is expected.</summary>
internal static class HostileTexts
{
    private static readonly string[] Known =
    [
        "", " ", "\t", "\n", "\r\n", "~", "null", "on", "yes", "No", "true", "1e3", "0o7", "0x1F", ".5", "12:30:45", "2026-01-01", "-", "--", "---", "...", "?", ":", "a: b", "a:", "a #b", "#",
        "*a", "&a", "!a", "!!str a", "%a", "@a", "`a`", "{a}", "[a]", "{a: b}", "[a, b]", "|", ">", "'", "\"", "\\", "'a", "\"a", "a\nb: injected", "a\r\nkind: Secret", "---\nkind: Secret",
        "../../etc/passwd", "/etc/passwd", "..", ".", "a/../b", "C:\\Windows", "\\\\server\\share", "con", "nul", "a\0b", "\u0085", "\u2028", "\ufeff", "\ud83d", "\udc00\ud83d", "é", "İ", "ß", "😀", "𝕏",
        "$(whoami)", "${HOME}", "$(POD_NAME)", "{{ .Values.a }}", "<script>", "%00", "%2e%2e%2f", "a,b;c", "a=b", "key=value", new('a', 63), new('a', 64), new('a', 253), new('a', 254), new('a', 5000),
        "-1", "0", "1", "65536", "99999999999999999999", "1.5", "1e400", "NaN", "Infinity", "10gb", "10Gi", "512 Mi", "1/2", "*/5 * * * *", "TZ=UTC 0 0 * * *", "0 0 31 2 *", "@daily", "Mars/Olympus",
    ];

    public static readonly Gen<string> Any = Gen.Frequency(
        (6, Gen.OneOf(Known)),
        (1, Gen.String),
        (1, Gen.String[Gen.Char.AlphaNumeric, 1, 70]),
        (1, Gen.Select(Gen.OneOf(Known), Gen.OneOf(Known), static (a, b) => a + b)));
}
