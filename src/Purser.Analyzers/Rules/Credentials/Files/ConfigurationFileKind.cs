namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>Which files hold configuration, by their names.</summary>
internal static class ConfigurationFileKind
{
    /// <summary>Reads a file's values; null for a file that is no configuration.</summary>
    public static Func<string, IEnumerable<FileValue>>? ReaderOf(string path)
    {
        var name = FileName(path);
        if (Ends(name, ".json"))
            return IsNamedConfiguration(name) ? JsonValues.Read : null;
        if (Ends(name, ".config") || Ends(name, ".runsettings") || (Ends(name, ".xml") && IsNamedConfiguration(name)))
            return XmlValues.Read;
        if (Ends(name, ".properties") || Ends(name, ".ini") || Ends(name, ".toml") || Ends(name, ".cfg") || Ends(name, ".conf"))
            return LineValues.ReadSections;
        if (Ends(name, ".yaml") || Ends(name, ".yml"))
            return Ends(name, ".secret.template.yaml") ? null : YamlValues.Read;
        return Ends(name, ".env") || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase) ? LineValues.ReadEnvironment : null;
    }

    /// <summary>Whether a file is for a developer's own machine, or shows how to write one: what is in it matters less.</summary>
    public static bool IsForDevelopment(string path)
    {
        var name = FileName(path).ToLowerInvariant();
        return name is "launchsettings.json" or "local.settings.json" || name.StartsWith("docker-compose.override", StringComparison.Ordinal) || name.StartsWith("compose.override", StringComparison.Ordinal)
            || name.Split('.', '-', '_').Any(static part => part is "development" or "dev" or "local" or "debug" or "test" or "tests" or "testing" or "example" or "sample" or "template");
    }

    /// <summary>JSON and XML are data too: the name tells.</summary>
    private static bool IsNamedConfiguration(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.Contains("settings") || lower.Contains("config") || lower.Contains("secret") || lower.Contains("connection") || lower.Contains("credential");
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
