using System.Globalization;
using System.Numerics;

namespace Purser.Analyzers.Workloads;

/// <summary>What a pod may write to its node's disk: its logs, /tmp and every scratch folder together count against the limit.</summary>
internal static class EphemeralStorage
{
    public const string Request = "64Mi";

    private const int Mebi = 1024 * 1024;

    /// <summary>1Gi for logs and /tmp, and the scratch folders on top.</summary>
    public static string Limit(IEnumerable<Mount> mounts)
    {
        BigInteger bytes = 1024L * Mebi;
        foreach (var scratch in mounts.OfType<ScratchMount>())
        {
            if (!scratch.InMemory && scratch.Volume != StorageComposer.Temporary && Quantity.TryParse(scratch.SizeLimit, out var size) && size.Sign > 0)
                bytes += size.RoundedUp;
        }

        if (new Quantity(bytes, 0).CompareTo(Quantity.Max) > 0)
            return long.MaxValue.ToString(CultureInfo.InvariantCulture);
        var mebibytes = (bytes + Mebi - 1) / Mebi;
        return mebibytes % 1024 == 0
            ? (mebibytes / 1024).ToString(CultureInfo.InvariantCulture) + "Gi"
            : mebibytes.ToString(CultureInfo.InvariantCulture) + "Mi";
    }
}
