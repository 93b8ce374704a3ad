namespace Purser.Analyzers.Tests.Testing;

/// <summary>Whole outputs that a person has read. <c>PURSER_ACCEPT=1</c> takes what is rendered as right; read the difference before you commit it.</summary>
internal static class Golden
{
    public static void Check(string name, IEnumerable<KeyValuePair<string, string>> files)
    {
        var folder = Path.Combine(References.RepositoryRoot, "tests", "Purser.Analyzers.Tests", "Manifests", "Golden");
        var path = Path.Combine(folder, name + ".yaml");
        var text = string.Concat(files.Select(file => $"--- # {file.Key}\n{file.Value}"));
        if (Environment.GetEnvironmentVariable("PURSER_ACCEPT") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing; PURSER_ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
