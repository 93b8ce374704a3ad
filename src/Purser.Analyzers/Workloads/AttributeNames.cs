namespace Purser.Analyzers.Workloads;

/// <summary>The attributes of the vocabulary, by the name that a user writes.</summary>
internal static class AttributeNames
{
    public const string Namespace = "Purser";

    public const string Stateless = "Stateless";
    public const string Stateful = "Stateful";
    public const string BatchJob = "BatchJob";
    public const string PerNode = "PerNode";

    public const string Exposed = "Exposed";
    public const string Volume = "Volume";
    public const string Scratch = "Scratch";
    public const string Setting = "Setting";
    public const string Secret = "Secret";
    public const string MountedConfig = "MountedConfig";
    public const string MountedSecret = "MountedSecret";
    public const string Probe = "Probe";
    public const string Autoscaled = "Autoscaled";
    public const string Label = "Label";
    public const string Annotation = "Annotation";

    public static readonly string[] Workloads = [Stateless, Stateful, BatchJob, PerNode];

    public static readonly string[] Features =
        [Exposed, Volume, Scratch, Setting, Secret, MountedConfig, MountedSecret, Probe, Autoscaled, Label, Annotation];

    public static bool IsWorkload(string name) => name is Stateless or Stateful or BatchJob or PerNode;

    /// <summary>The metadata name: <c>Purser.StatelessAttribute</c>.</summary>
    public static string MetadataName(string name) => $"{Namespace}.{name}Attribute";
}
