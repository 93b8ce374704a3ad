using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Facts.Json;

internal enum JsonKind
{
    Null,
    False,
    True,
    Number,
    Text,
    Array,
    Object,
}

/// <summary>A value and where it stands. The span of a text takes in its quotes.</summary>
internal sealed class JsonValue(JsonKind kind, TextSpan span)
{
    public JsonKind Kind { get; } = kind;

    public TextSpan Span { get; } = span;

    /// <summary>A text without escapes, a number as written; empty for the rest.</summary>
    public string Text { get; init; } = "";

    public ImmutableArray<JsonProperty> Properties { get; init; } = ImmutableArray<JsonProperty>.Empty;

    public ImmutableArray<JsonValue> Items { get; init; } = ImmutableArray<JsonValue>.Empty;

    public bool IsLeaf => Kind is not (JsonKind.Array or JsonKind.Object);
}

internal sealed record JsonProperty(string Name, TextSpan NameSpan, JsonValue Value);
