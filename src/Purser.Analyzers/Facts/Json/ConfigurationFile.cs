namespace Purser.Analyzers.Facts.Json;

/// <summary>A JSON file as .NET's configuration sees it: keys with colons, <c>Orders:PageSize</c>, items by their number.</summary>
internal static class ConfigurationFile
{
    /// <summary>The leaves in file order. An object or array without elements is not one: configuration has no key for it.</summary>
    public static IEnumerable<(string Key, JsonValue Value)> Leaves(JsonValue root) => Leaves(root, "");

    /// <summary>The text that configuration gives for a leaf; null for null.</summary>
    public static string? TextOf(JsonValue leaf) => leaf.Kind switch
    {
        JsonKind.Null => null,
        JsonKind.True => "True",
        JsonKind.False => "False",
        _ => leaf.Text,
    };

    private static IEnumerable<(string Key, JsonValue Value)> Leaves(JsonValue value, string path)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                return value.Properties.SelectMany(property => Leaves(property.Value, Join(path, property.Name)));
            case JsonKind.Array:
                return value.Items.SelectMany((item, i) => Leaves(item, Join(path, i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            default:
                return path.Length == 0 ? [] : [(path, value)];
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
