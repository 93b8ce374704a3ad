using System.Text.RegularExpressions;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Conclusions;

/// <summary>The configuration contract: the keys that are read, and what they are in an environment.</summary>
internal static class ConfigurationConclusion
{
    /// <summary>Keys of the host and its libraries. They have their own defaults and their own files, and nobody wants them as environment variables.</summary>
    private static readonly HashSet<string> OfFramework = new(StringComparer.OrdinalIgnoreCase)
    {
        "Logging", "AllowedHosts", "Kestrel", "urls", "http_ports", "https_ports", "environment", "applicationName", "contentRoot", "webroot", "HostOptions",
    };

    /// <summary>What is a key of a ConfigMap and a name of an environment variable alike.</summary>
    private static readonly Regex Acceptable = new("^[A-Za-z_.-][A-Za-z0-9_.:-]{0,200}$", RegexOptions.CultureInvariant);

    public static EquatableArray<ConfigurationFact> Of(IReadOnlyList<Finding> findings, AppSettings settings, string environment)
    {
        var here = settings.In(environment);
        // Whether a key is a secret is the same everywhere: a credential in any environment's file makes it one.
        var everywhere = settings.OtherEnvironments.Append(AppSettings.Production).Select(settings.In).ToArray();
        var prefix = Prefix(findings);
        return findings.OfType<KeyFinding>()
            .Where(static finding => Acceptable.IsMatch(finding.Key) && !OfFramework.Contains(finding.Key.Split(':')[0]))
            .GroupBy(static finding => finding.Key, StringComparer.OrdinalIgnoreCase)
            .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => Fact(group.ToArray()))
            .OfType<ConfigurationFact>()
            .ToEquatableArray();

        ConfigurationFact? Fact(KeyFinding[] key) =>
            FactOf(key, here, everywhere) is { } fact ? key.Any(static finding => finding.IsVariable) ? fact : fact with { Key = prefix + fact.Key } : null;
    }

    /// <summary>What a variable's name begins with that becomes configuration: nothing where any variable does, which the host sees to.</summary>
    private static string Prefix(IReadOnlyList<Finding> findings)
    {
        var prefixes = findings.OfType<EnvironmentFinding>().Select(static finding => finding.Prefix).Distinct().ToArray();
        return prefixes.Contains("") ? "" : prefixes.FirstOrDefault(static prefix => prefix is not ("DOTNET_" or "ASPNETCORE_")) ?? "";
    }

    private static ConfigurationFact? FactOf(
        KeyFinding[] key, IReadOnlyDictionary<string, (string? Value, string File)> here, IEnumerable<IReadOnlyDictionary<string, (string? Value, string File)>> everywhere)
    {
        var first = key[0];
        var isRequired = key.Any(static finding => finding.IsRequired);
        if (key.Any(static finding => finding.IsCollection))
        {
            // The binder would append what an environment variable gives to what the file gives: only a list that is nowhere is worth a word.
            var isGiven = here.Keys.Any(other => other.StartsWith(first.Key + ":", StringComparison.OrdinalIgnoreCase));
            return isRequired && !isGiven ? new(first.Key + ":0", null, SecretName.IsSecret(first.Key), IsRequired: true, first.Origin) : null;
        }

        var value = Value(key, here);
        var isSecret = key.All(static finding => finding.CanBeSecret)
            && (SecretName.IsSecret(first.Key)
                || key.Any(static finding => SecretName.HoldsCredential(finding.Default))
                || everywhere.Any(environment => SecretName.HoldsCredential(Value(key, environment))));
        var origin = here.TryGetValue(first.Key, out var given) && given.Value is { Length: > 0 }
            ? first.Origin with { Call = $"{first.Origin.Call}, value from {given.File}" }
            : first.Origin;
        return new(first.Key, value, isSecret, isRequired, isSecret ? first.Origin : origin);
    }

    /// <summary>What an environment's files give, else the code's own default where all its reads agree on one. Empty is as good as nothing.</summary>
    private static string? Value(KeyFinding[] key, IReadOnlyDictionary<string, (string? Value, string File)> values)
    {
        if (values.TryGetValue(key[0].Key, out var given))
            return string.IsNullOrEmpty(given.Value) ? null : given.Value;
        var defaults = key.Select(static finding => finding.Default).Where(static text => text is not null).Distinct().ToArray();
        return defaults.Length == 1 ? defaults[0] : null;
    }
}
