namespace Purser.Analyzers.Facts;

/// <summary><c>Path.Combine</c> and <c>Path.Join</c> as they work in a Linux container, whatever machine builds it.</summary>
internal static class UnixPath
{
    /// <param name="texts">The parts; any of them may have holes.</param>
    /// <param name="rootedWins">Whether a part that begins with a slash discards what was before it, as Path.Combine does.</param>
    public static ResolvedText Combine(IReadOnlyList<ResolvedText> texts, bool rootedWins)
    {
        var parts = new List<ResolvedText>();
        foreach (var text in texts)
        {
            if (text.Text is { Length: 0 })
                continue;
            if (rootedWins && text.Prefix.StartsWith("/", StringComparison.Ordinal))
                parts.Clear();
            else if (parts.Count > 0 && !EndsWithSlash(parts[parts.Count - 1]) && (rootedWins || !text.Prefix.StartsWith("/", StringComparison.Ordinal)))
                parts.Add(ResolvedText.Of("/"));
            parts.Add(text);
        }

        return ResolvedText.Concat(parts);
    }

    private static bool EndsWithSlash(ResolvedText text) => text.Parts is { Count: > 0 and var count } parts && parts[count - 1].Text is { } last && last.EndsWith("/", StringComparison.Ordinal);
}
