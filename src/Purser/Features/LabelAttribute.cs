using System.Diagnostics;

namespace Purser;

/// <summary>A label on every object and pod of the workload; never part of a selector.</summary>
/// <param name="key">The key: a name of at most 63 characters, with an optional DNS prefix (<c>example.com/team</c>). Kubernetes: <c>metadata.labels</c>.</param>
/// <param name="value">The value: at most 63 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, with a letter or digit at both ends; may be empty.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class LabelAttribute(string key, string value) : Attribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;
}
