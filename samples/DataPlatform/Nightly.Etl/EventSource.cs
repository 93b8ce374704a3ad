using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Nightly.Etl;

/// <summary>An event as the store gives it.</summary>
internal sealed record Event(long Position, string Stream, string Type, JsonElement Data, DateTimeOffset RecordedAt);

/// <summary>Where events are read from, in the order in which they happened.</summary>
internal interface IEventSource
{
    IAsyncEnumerable<Event> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}

internal static class EventSource
{
    public static IEventSource Open(EtlOptions options) =>
        Uri.TryCreate(options.Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new StoreSource(address, options.PageSize)
            : new FileSource(options.Source);
}

/// <summary>The Events.Store, page by page.</summary>
internal sealed class StoreSource(Uri address, int pageSize) : IEventSource, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public async IAsyncEnumerable<Event> ReadAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long after = 0;
        while (true)
        {
            var page = await _http.GetFromJsonAsync<List<Event>>(
                FormattableString.Invariant($"/events?from={from.UtcDateTime:O}&to={to.UtcDateTime:O}&after={after}&take={pageSize}"), cancellation) ?? [];
            foreach (var item in page)
                yield return item;
            if (page.Count < pageSize)
                yield break;
            after = page[^1].Position;
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A file with one JSON event a line, for working without a store.</summary>
internal sealed class FileSource(string path) : IEventSource
{
    public async IAsyncEnumerable<Event> ReadAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            if (JsonSerializer.Deserialize<Event>(line, JsonSerializerOptions.Web) is { } item && item.RecordedAt >= from && item.RecordedAt < to)
                yield return item;
        }
    }
}
