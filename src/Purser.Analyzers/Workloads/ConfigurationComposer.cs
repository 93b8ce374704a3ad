using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Workloads;

/// <summary>Settings and secrets: [Setting] and [Secret], and what the code reads beyond them.</summary>
internal static class ConfigurationComposer
{
    public static (EquatableArray<Entry> Settings, EquatableArray<MissingSetting> Missing, EquatableArray<SecretReference> Secrets) Compose(
        WorkloadDeclaration declaration, string workload, ProjectOptions options, CodeFacts facts, string? environment)
    {
        // Configuration ignores the case of keys; an environment variable given twice in different cases would be a matter of luck.
        var settings = new SortedDictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var missing = new SortedDictionary<string, MissingSetting>(StringComparer.OrdinalIgnoreCase);
        var secrets = new SortedDictionary<string, SecretReference>(StringComparer.OrdinalIgnoreCase);
        var defaultSecret = ObjectName.Of(workload, "secrets");

        foreach (var secret in declaration.Of(AttributeNames.Secret))
        {
            if (secret.Text("ConfigurationKey") is not { } key)
                continue;
            var variable = Variable(key);
            secrets[variable] = new(variable, secret.Text("Name") ?? defaultSecret, secret.Text("Key") ?? variable, secret.Flag("Optional") ?? false, null);
        }

        foreach (var setting in declaration.Of(AttributeNames.Setting))
        {
            if (setting.Text("Key") is { } key && !secrets.ContainsKey(Variable(key)))
                settings[Variable(key)] = new(Variable(key), setting.Text("Value") ?? "");
        }

        if (environment is not null)
        {
            // A web host reads both, a generic host the second alone, an old web host the first alone.
            foreach (var variable in options.IsWeb ? new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" } : ["DOTNET_ENVIRONMENT"])
            {
                if (!settings.ContainsKey(variable) && !secrets.ContainsKey(variable))
                    settings[variable] = new(variable, environment);
            }
        }

        if (IsInferred(options))
        {
            foreach (var fact in facts.Configuration)
                Infer(fact);
        }

        return (settings.Values.ToEquatableArray(), missing.Values.ToEquatableArray(), secrets.Values.ToEquatableArray());

        void Infer(ConfigurationFact fact)
        {
            var variable = Variable(fact.Key);
            if (secrets.ContainsKey(variable) || settings.ContainsKey(variable))
                return;
            var origin = fact.Origin.ToString();
            if (fact.IsSecret)
                secrets[variable] = new(variable, defaultSecret, variable, Optional: fact.Default is not null, origin);
            else if (fact.Default is { } value)
                settings[variable] = new(variable, value, origin);
            else
                missing[variable] = new(variable, fact.IsRequired);
        }
    }

    public static bool IsInferred(ProjectOptions options) => !string.Equals(options.Configuration, "Explicit", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where external-secrets.io finds the values; null where people put them in by hand.</summary>
    public static SecretStore? Store(ProjectOptions options)
    {
        if (!string.Equals(options.Secrets, "ExternalSecrets", StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = (options.SecretStore ?? "secret-store").Split('/');
        return parts.Length > 1 ? new(parts[0], parts[1]) : new("SecretStore", parts[0]);
    }

    /// <summary>.NET reads <c>Orders__PageSize</c> as <c>Orders:PageSize</c>.</summary>
    private static string Variable(string key) => key.Replace(":", "__");
}
