using System.Diagnostics;

namespace Purser;

/// <summary>A configuration value that comes from a Kubernetes Secret. The manifest names the Secret and its key, never a value.</summary>
/// <param name="configurationKey">The configuration key, such as <c>"ConnectionStrings:Orders"</c>; the app sees <c>ConnectionStrings__Orders</c>. Kubernetes: <c>env[].name</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class SecretAttribute(string configurationKey) : Attribute
{
    /// <summary>The configuration key.</summary>
    public string ConfigurationKey { get; } = configurationKey;

    /// <summary>The name of the Secret. Default: the workload's name with <c>-secrets</c>. Kubernetes: <c>env[].valueFrom.secretKeyRef.name</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The key in the Secret. Default: the configuration key with <c>__</c> for <c>:</c>. Kubernetes: <c>env[].valueFrom.secretKeyRef.key</c>.</summary>
    public string? Key { get; set; }

    /// <summary>Whether the pod starts without it. Default: <c>false</c>. Kubernetes: <c>env[].valueFrom.secretKeyRef.optional</c>.</summary>
    public bool Optional { get; set; }
}
