using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Nightly.Etl;

/// <summary>One day's events as CSV. A second run of the same day gives the same file, so a retry does no harm.</summary>
internal sealed class DailyExport(IEventSource source, IOptions<EtlOptions> options, TimeProvider time, ILogger<DailyExport> logger)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var day = options.Value.Day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        var from = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        Directory.CreateDirectory(options.Value.OutputFolder);
        var target = Path.Combine(options.Value.OutputFolder, string.Create(CultureInfo.InvariantCulture, $"orders-{day:yyyy-MM-dd}.csv"));

        // Written beside and moved: a reader of the folder never sees half a file.
        var unfinished = target + ".part";
        var rows = await WriteAsync(unfinished, from, cancellation);
        File.Move(unfinished, target, overwrite: true);
        logger.LogInformation("{Rows} orders of {Day} -> {File}", rows, day, target);
    }

    private async Task<int> WriteAsync(string file, DateTimeOffset from, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false)) { NewLine = "\r\n" };
        await writer.WriteLineAsync("position,recorded_at,order,customer,total,currency");
        var rows = 0;
        await foreach (var item in source.ReadAsync(from, from.AddDays(1), cancellation))
        {
            if (item.Type != options.Value.EventType)
                continue;
            await writer.WriteLineAsync(string.Join(',',
                item.Position.ToString(CultureInfo.InvariantCulture),
                item.RecordedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                Cell(item.Stream),
                Cell(Text(item.Data, "customer")),
                Cell(Text(item.Data, "total")),
                Cell(Text(item.Data, "currency"))));
            rows++;
        }
        return rows;
    }

    private static string Text(JsonElement data, string property) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(property, out var value) ? value.ToString() : "";

    /// <summary>As RFC 4180 quotes it.</summary>
    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
