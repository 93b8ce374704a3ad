namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>Keys of ConfigMaps and Secrets, and the environment variables that they become.</summary>
internal static class ConfigurationKey
{
    public const int MaxKey = 253;

    /// <summary>What .NET reads as the key: <c>Orders:PageSize</c> is <c>Orders__PageSize</c>.</summary>
    public static string Variable(string key) => key.Replace(":", "__");

    /// <summary>What is wrong with a configuration key that becomes an entry of a ConfigMap and an environment variable.</summary>
    public static string? Wrong(string key)
    {
        var variable = Variable(key);
        if (variable.Length > 0 && variable[0] is >= '0' and <= '9')
            return "an environment variable does not begin with a digit";
        return WrongKey(variable);
    }

    /// <summary>What is wrong with a key of a ConfigMap or a Secret.</summary>
    public static string? WrongKey(string key)
    {
        if (key.Length == 0)
            return "it is empty";
        foreach (var c in key)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_'))
                return $"{Characters.Show(c)} is not accepted in it";
        if (key.Length > MaxKey)
            return $"it is longer than {MaxKey} characters";
        return key == "." || key.StartsWith("..", StringComparison.Ordinal) ? "it looks like a folder above" : null;
    }

    /// <summary>With underscores for what is not accepted; null where nothing is left.</summary>
    public static string? Nearest(string key)
    {
        var nearest = new string([.. key.Trim().Select(c => c == ':' || WrongKey(c == '.' ? "a." : c.ToString()) is null ? c : '_')]).TrimStart('.');
        return nearest != key && nearest.Trim('_').Length > 0 && Wrong(nearest) is null ? nearest : null;
    }
}
