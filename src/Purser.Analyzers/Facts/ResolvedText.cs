using System.Collections.Immutable;
using System.Text;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>What is known of a text: known parts and holes in order. <c>$"/data/{name}.db"</c> is <c>/data/</c>, a hole, <c>.db</c>.</summary>
internal readonly record struct ResolvedText(EquatableArray<TextPart> Parts)
{
    /// <summary>Nothing is known: one hole.</summary>
    public static readonly ResolvedText Unknown = new(EquatableArray.Of(TextPart.Hole));

    /// <summary>Known to be <c>null</c>; there is no text, and nothing missing either.</summary>
    public static readonly ResolvedText Null = new() { IsNull = true };

    public bool IsNull { get; init; }

    public bool IsUnknown => Parts.Count == 1 && Parts[0].IsHole;

    public bool HasHole => Parts.Any(static part => part.IsHole);

    /// <summary>The whole text; null where there is a hole, or where the value is <c>null</c>.</summary>
    public string? Text => TryGetText(out var text) ? text : null;

    /// <summary>The known text before the first hole: <c>/data/</c>.</summary>
    public string Prefix => string.Concat(Parts.TakeWhile(static part => !part.IsHole).Select(static part => part.Text));

    public static ResolvedText Of(string text) => new(EquatableArray.Of(new TextPart(text)));

    public bool TryGetText(out string text)
    {
        text = "";
        if (IsNull || HasHole)
            return false;
        text = string.Concat(Parts.Select(static part => part.Text));
        return true;
    }

    /// <summary>One after the other; <c>null</c> adds nothing, as in C#.</summary>
    public static ResolvedText Concat(IEnumerable<ResolvedText> texts)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var known = new StringBuilder();
        foreach (var part in texts.SelectMany(static text => text.Parts))
        {
            if (!part.IsHole)
            {
                known.Append(part.Text);
                continue;
            }

            Flush();
            if (parts.Count == 0 || !parts[parts.Count - 1].IsHole)
                parts.Add(TextPart.Hole);
        }

        if (known.Length > 0 || parts.Count == 0)
            parts.Add(new TextPart(known.ToString()));
        return new ResolvedText(parts.ToImmutable());

        void Flush()
        {
            if (known.Length == 0)
                return;
            parts.Add(new TextPart(known.ToString()));
            known.Clear();
        }
    }

    /// <summary>For a person: <c>/data/{}.db</c>.</summary>
    public override string ToString() => IsNull ? "null" : string.Concat(Parts.Select(static part => part.Text ?? "{}"));
}

/// <summary>A part of a text; a hole where nothing is known.</summary>
internal readonly record struct TextPart(string? Text)
{
    public static readonly TextPart Hole = new(null);

    public bool IsHole => Text is null;
}
