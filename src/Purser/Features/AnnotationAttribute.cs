using System.Diagnostics;

namespace Purser;

/// <summary>An annotation on every object and pod of the workload.</summary>
/// <param name="key">The key: a name of at most 63 characters, with an optional DNS prefix (<c>example.com/owner</c>). Kubernetes: <c>metadata.annotations</c>.</param>
/// <param name="value">The value: any text; all annotations of an object together at most 256 KiB.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class AnnotationAttribute(string key, string value) : Attribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;
}
