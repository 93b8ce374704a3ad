using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts.Json;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>One <c>appsettings[.Environment].json</c>: its leaves as configuration sees them.</summary>
/// <param name="Environment">Empty for appsettings.json itself.</param>
internal sealed record AppSettingsFile(string Path, string Environment, EquatableArray<ConfiguredValue> Values)
{
    private const string Stem = "appsettings";

    public static bool IsOne(string path) => EnvironmentOf(path) is not null;

    public static AppSettingsFile? Read(AdditionalText file, CancellationToken cancellation) =>
        EnvironmentOf(file.Path) is { } environment && JsonReader.Parse(file.GetText(cancellation)?.ToString() ?? "") is { } root
            ? new(file.Path, environment, ConfigurationFile.Leaves(root).Select(static leaf => new ConfiguredValue(leaf.Key, Text(leaf.Value))).ToEquatableArray())
            : null;

    private static string? Text(JsonValue leaf) => ConfigurationFile.TextOf(leaf) switch
    {
        "True" => "true",
        "False" => "false",
        var text => text,
    };

    private static string? EnvironmentOf(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (!name.StartsWith(Stem, StringComparison.OrdinalIgnoreCase) || !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return null;
        var middle = name.Substring(Stem.Length, name.Length - Stem.Length - ".json".Length);
        return middle.Length == 0 ? "" : middle[0] == '.' && middle.Length > 1 ? middle.Substring(1) : null;
    }
}

/// <summary>A key of a configuration file and its value.</summary>
internal sealed record ConfiguredValue(string Key, string? Value);

/// <summary>The configuration files of the project, by environment.</summary>
internal sealed record AppSettings(EquatableArray<AppSettingsFile> Files)
{
    public const string Production = "Production";

    public static readonly AppSettings None = new(EquatableArray<AppSettingsFile>.Empty);

    /// <summary>Of several files for an environment the one nearest to the root counts: the project's own.</summary>
    public static AppSettings Of(IEnumerable<AppSettingsFile> files) => new(files
        .GroupBy(static file => file.Environment, StringComparer.OrdinalIgnoreCase)
        .Select(static group => group.OrderBy(static file => file.Path.Count(static c => c is '/' or '\\')).ThenBy(static file => file.Path, StringComparer.Ordinal).First())
        .OrderBy(static file => file.Environment, StringComparer.OrdinalIgnoreCase)
        .ToEquatableArray());

    public static AppSettings Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        Of(files.Select(file => AppSettingsFile.Read(file, cancellation)).Where(static file => file is not null).Select(static file => file!));

    /// <summary>The environments that become overlays: Production is the base, and a developer's machine and an example are no place to deploy to.</summary>
    public IEnumerable<string> OtherEnvironments => Files
        .Select(static file => file.Environment)
        .Where(static environment => environment.Length > 0 && !Is(environment, Production)
            && !environment.Split('.', '-').Any(static part => part.ToLowerInvariant() is "development" or "local" or "example" or "sample" or "template"));

    /// <summary>What the files give in an environment, a later file over an earlier one; a null is there and hides what is below.</summary>
    public IReadOnlyDictionary<string, (string? Value, string File)> In(string environment)
    {
        var values = new Dictionary<string, (string? Value, string File)>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files.Where(file => file.Environment.Length == 0).Concat(Files.Where(file => Is(file.Environment, environment))))
        {
            var name = file.Environment.Length == 0 ? "appsettings.json" : $"appsettings.{file.Environment}.json";
            foreach (var value in file.Values)
                values[value.Key] = (value.Value, name);
        }

        return values;
    }

    private static bool Is(string environment, string name) => string.Equals(environment, name, StringComparison.OrdinalIgnoreCase);
}
