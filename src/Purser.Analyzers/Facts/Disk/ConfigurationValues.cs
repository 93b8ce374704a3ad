using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>What a configuration key is in Production, for one workload: its [Setting]s over the files of the project.</summary>
internal sealed class ConfigurationValues
{
    private readonly Dictionary<string, ResolvedText> declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyDictionary<string, (string? Value, string File)> files;

    public ConfigurationValues(WorkloadDeclaration declaration, IReadOnlyDictionary<string, (string? Value, string File)> files)
    {
        this.files = files;
        foreach (var secret in declaration.Of(AttributeNames.Secret))
            declared[Normalized(secret.Text("Key"))] = ResolvedText.Unknown;
        foreach (var setting in declaration.Of(AttributeNames.Setting))
            declared[Normalized(setting.Text("Key"))] = setting.Text("Value") is { } value ? ResolvedText.Of(value) : ResolvedText.Unknown;
    }

    /// <summary>Null as a value where nothing gives the key; a hole where a Secret does.</summary>
    public ResolvedText this[string key]
    {
        get
        {
            key = Normalized(key);
            if (declared.TryGetValue(key, out var text))
                return text;
            return files.TryGetValue(key, out var given) && given.Value is { Length: > 0 } value ? ResolvedText.Of(value) : ResolvedText.Null;
        }
    }

    private static string Normalized(string? key) => (key ?? "").Replace("__", ":");
}
