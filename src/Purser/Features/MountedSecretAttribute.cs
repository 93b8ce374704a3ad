using System.Diagnostics;

namespace Purser;

/// <summary>Mounts an existing Secret as files, read-only.</summary>
/// <param name="mountPath">The folder in the container: an absolute path without <c>:</c> or <c>..</c>. Kubernetes: <c>volumeMounts[].mountPath</c>.</param>
/// <param name="secretName">The name of the Secret. Kubernetes: <c>volumes[].secret.secretName</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class MountedSecretAttribute(string mountPath, string secretName) : Attribute
{
    /// <summary>The folder in the container.</summary>
    public string MountPath { get; } = mountPath;

    /// <summary>The name of the Secret.</summary>
    public string SecretName { get; } = secretName;
}
