namespace Purser.Build;

/// <summary>Something that the user must mend, said in the words of the build log.</summary>
internal sealed class ManifestException(string code, string file, string message) : Exception(message)
{
    public string Code { get; } = code;

    public string File { get; } = file;
}
