using System.Globalization;

namespace Purser.Analyzers.Workloads;

/// <summary>What a pod may write to its node's disk: its logs, /tmp and every scratch folder together count against the limit.</summary>
internal static class EphemeralStorage
{
    public const string Request = "64Mi";

    private const long Mebi = 1024 * 1024;

    /// <summary>1Gi for logs and /tmp, and the scratch folders on top.</summary>
    public static string Limit(IEnumerable<Mount> mounts)
    {
        var bytes = 1024m * Mebi;
        foreach (var scratch in mounts.OfType<ScratchMount>())
        {
            if (!scratch.InMemory && scratch.Volume != StorageComposer.Temporary)
                bytes += Bytes(scratch.SizeLimit) ?? 0;
        }

        var mebibytes = Math.Ceiling(bytes / Mebi);
        return mebibytes % 1024 == 0
            ? (mebibytes / 1024).ToString("0", CultureInfo.InvariantCulture) + "Gi"
            : mebibytes.ToString("0", CultureInfo.InvariantCulture) + "Mi";
    }

    /// <summary>The bytes of a quantity, null for what is none or beyond reason.</summary>
    private static decimal? Bytes(string quantity)
    {
        var end = quantity.Length;
        while (end > 0 && quantity[end - 1] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            end--;
        if (!decimal.TryParse(quantity.Substring(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000_000m)
            return null;
        decimal? unit = quantity.Substring(end) switch
        {
            "" => 1,
            "m" => 0.001m,
            "k" => 1_000,
            "M" => 1_000_000,
            "G" => 1_000_000_000,
            "T" => 1_000_000_000_000,
            "Ki" => 1024,
            "Mi" => Mebi,
            "Gi" => 1024 * Mebi,
            "Ti" => 1024 * 1024 * Mebi,
            _ => null,
        };
        return number * unit;
    }
}
