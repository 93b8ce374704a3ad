using System.Text.Json;

namespace Events.Store;

/// <summary>What a producer sends.</summary>
internal sealed record NewEvent(string Type, JsonElement Data);

/// <summary>An event as it is kept: <paramref name="Position"/> counts all events, <paramref name="Version"/> those of its stream.</summary>
internal sealed record Event(long Position, string Stream, long Version, string Type, JsonElement Data, DateTimeOffset RecordedAt);

/// <summary>What was appended: the stream's version and the log's position after it.</summary>
internal sealed record Appended(string Stream, long Version, long Position);
