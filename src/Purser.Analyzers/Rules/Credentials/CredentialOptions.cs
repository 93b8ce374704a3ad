using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// What a user sets in .editorconfig. <c>purser_credential_words</c>: further words that name credentials; <c>purser_allowed_values</c>: values that are none;
/// both lists are separated by commas. <c>purser_minimum_confidence</c>: low (the default), medium or high.
/// </summary>
internal sealed class CredentialOptions
{
    public const string WordsKey = "purser_credential_words";
    public const string AllowedKey = "purser_allowed_values";
    public const string ConfidenceKey = "purser_minimum_confidence";

    public static readonly CredentialOptions Default = new([], [], Confidence.Low);

    private readonly HashSet<string> allowed;
    private readonly ConcurrentDictionary<string, NameStrength> strengths = new(StringComparer.Ordinal);

    private CredentialOptions(IEnumerable<string> words, IEnumerable<string> allowed, Confidence minimum)
    {
        Words = new HashSet<string>(words.Select(static word => word.ToLowerInvariant()), StringComparer.Ordinal);
        this.allowed = new HashSet<string>(allowed, StringComparer.Ordinal);
        Minimum = minimum;
    }

    /// <summary>In lower case.</summary>
    public HashSet<string> Words { get; }

    public Confidence Minimum { get; }

    public static CredentialOptions Of(AnalyzerConfigOptions options)
    {
        var words = Text(options, WordsKey);
        var allowed = Text(options, AllowedKey);
        var minimum = Text(options, ConfidenceKey)?.ToLowerInvariant() switch
        {
            "high" => Confidence.High,
            "medium" => Confidence.Medium,
            _ => Confidence.Low,
        };
        return words is null && allowed is null && minimum == Confidence.Low ? Default : new(Items(words), Items(allowed), minimum);
    }

    /// <summary>The finding, where the options leave it one.</summary>
    public Finding? Filter(Finding? finding, string text)
    {
        if (finding is not { } found || found.Confidence < Minimum)
            return null;
        if (allowed.Count > 0 && (allowed.Contains(text) || (found.Start + found.Length <= text.Length && allowed.Contains(text.Substring(found.Start, found.Length)))))
            return null;
        return finding;
    }

    /// <summary>How a name speaks for a credential; the same names come again and again.</summary>
    public NameStrength StrengthOf(string name) =>
        strengths.TryGetValue(name, out var strength) ? strength : strengths.GetOrAdd(name, CredentialName.Of(name, Words).Strength);

    private static string? Text(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) && value.Trim().Length > 0 ? value.Trim() : null;

    private static IEnumerable<string> Items(string? list) => list is null ? [] : list.Split(',').Select(static item => item.Trim()).Where(static item => item.Length > 0);
}
