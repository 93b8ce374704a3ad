using System.Runtime.CompilerServices;

namespace Purser.Analyzers.Facts;

/// <summary>
/// A value that is found once for each key, and kept as long as the key lives: rules begin side by side, and the second to ask waits for
/// the first instead of finding the same again. Who is cancelled leaves nothing behind.
/// </summary>
internal sealed class Once<TKey, TValue>
    where TKey : class
    where TValue : class
{
    private readonly ConditionalWeakTable<TKey, Place> places = new();

    public TValue Of(TKey key, Func<TKey, TValue> find)
    {
        var place = places.GetOrCreateValue(key);
        if (Volatile.Read(ref place.Value) is { } known)
            return known;
        lock (place)
        {
            if (place.Value is null)
                Volatile.Write(ref place.Value, find(key));
            return place.Value!;
        }
    }

    private sealed class Place
    {
        public TValue? Value;
    }
}
