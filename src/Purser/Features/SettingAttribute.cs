using System.Diagnostics;

namespace Purser;

/// <summary>A configuration value: an entry of the workload's ConfigMap, which the app sees as an environment variable and so as configuration.</summary>
/// <param name="key">The configuration key, such as <c>"Orders:PageSize"</c>; the app sees <c>Orders__PageSize</c>. Kubernetes: the key in <c>ConfigMap.data</c>.</param>
/// <param name="value">The value. Never a secret: use [Secret]. Kubernetes: the value in <c>ConfigMap.data</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class SettingAttribute(string key, string value) : Attribute
{
    /// <summary>The configuration key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;
}
