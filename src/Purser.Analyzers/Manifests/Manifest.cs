namespace Purser.Analyzers.Manifests;

/// <summary>One file: its path below the folder of manifests, with forward slashes, and its text.</summary>
internal sealed record Manifest(string Path, string Yaml)
{
    /// <summary>A template is for a person; nothing applies it.</summary>
    public bool IsTemplate => Path.EndsWith(".template.yaml", StringComparison.Ordinal);
}
