using Purser.Analyzers.Facts.Json;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>appsettings.json and its like, launchSettings.json, local.settings.json.</summary>
internal static class JsonValues
{
    private const string LaunchVariables = ":environmentVariables:";
    private const string FunctionValues = "Values:";

    public static IEnumerable<FileValue> Read(string text) => JsonReader.Parse(text) is { } root
        ? ConfigurationFile.Leaves(root).Where(static leaf => leaf.Value.Kind == JsonKind.Text).Select(static leaf => new FileValue(KeyOf(leaf.Key), leaf.Value.Text, leaf.Value.Span))
        : [];

    /// <summary>The key that the app sees: a launch profile's variable, not the path to it.</summary>
    private static string KeyOf(string path)
    {
        var variables = path.IndexOf(LaunchVariables, StringComparison.Ordinal);
        if (variables >= 0)
            return path.Substring(variables + LaunchVariables.Length);
        return path.StartsWith(FunctionValues, StringComparison.Ordinal) ? path.Substring(FunctionValues.Length) : path;
    }
}
