using System.Text;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Keys of settings, secrets and mounted files, and what they hold.</summary>
internal static class PUR1017NotAKey
{
    /// <summary>What a ConfigMap may hold in all.</summary>
    private const int MaxConfigMap = 1024 * 1024;

    /// <summary><c>kubectl apply</c> keeps a copy of the object in an annotation, and annotations have at most 256 KiB.</summary>
    private const int MaxApplied = 240 * 1024;

    private const string KeyRule = "keys are letters, digits, '-', '_' and '.', and ':' between the parts";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1017",
        DiagnosticSeverity.Error,
        "Not a configuration, environment or secret key that Kubernetes accepts",
        Problem.Message,
        "A setting becomes a key of a ConfigMap and an environment variable, a secret a key of a Secret, a mounted file a key of a ConfigMap. Keys have at most 253 letters, digits, '-', '_' and '.', and each is there once.");

    /// <param name="declaration">The class.</param>
    /// <param name="files">The files of [MountedConfig] that are there, by the path in the attribute; null where nobody looked.</param>
    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, EquatableArray<Entry>? files) =>
        Variables(declaration).Concat(Values(declaration)).Concat(SecretKeys(declaration)).Concat(declaration.Of(AttributeNames.MountedConfig).SelectMany(mounted => Files(mounted, files)));

    private static IEnumerable<Problem> Variables(WorkloadDeclaration declaration)
    {
        // Windows and .NET's configuration take no notice of case.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in declaration.Attributes)
        {
            var property = attribute.Name switch { AttributeNames.Setting => "Key", AttributeNames.Secret => "ConfigurationKey", _ => null };
            if (property is null || attribute[property] is not { } argument)
                continue;
            if (argument.Value.Text is not { } key)
                yield return Problem.At(Rule, attribute, property, "null is not a configuration key", $"{KeyRule}, such as \"Orders:PageSize\"");
            else if (ConfigurationKey.Wrong(key) is { } wrong)
                yield return Problem.At(Rule, attribute, property, $"{Characters.Quote(key)} is not a configuration key: {wrong}", $"{KeyRule}, such as \"{ConfigurationKey.Nearest(key) ?? "Orders:PageSize"}\"")
                    .FixedBy(Fix.Write(property, ConfigurationKey.Nearest(key)));
            else if (!taken.Add(ConfigurationKey.Variable(key)))
                yield return Problem.At(Rule, attribute, property, $"{Characters.Quote(key)} is given twice: both are the environment variable {ConfigurationKey.Variable(key)}", "give each key once, as [Setting] or as [Secret]").FixedBy(Fix.RemoveAttribute(attribute.Name));
        }
    }

    private static IEnumerable<Problem> Values(WorkloadDeclaration declaration)
    {
        var size = new Size();
        foreach (var setting in declaration.Of(AttributeNames.Setting))
        {
            if (setting["Value"] is not { } value)
                continue;
            if (value.Value.Text is not { } text)
                yield return Problem.At(Rule, setting, "Value", "null is not the value of a setting", "write a text; \"\" for none");
            else if (!Characters.IsText(text))
                yield return Problem.At(Rule, setting, "Value", $"the value of {Characters.Quote(setting.Text("Key") ?? "")} has a character that no manifest can carry", Characters.TextRule);
            else if (size.Add(text) is var (given, accepted, isError))
                yield return Problem.At(Rule, setting, "Value", "the settings " + given, accepted) is var problem && isError ? problem : problem.AsWarning();
        }
    }

    private static IEnumerable<Problem> SecretKeys(WorkloadDeclaration declaration) =>
        from secret in declaration.Of(AttributeNames.Secret)
        let key = secret.Text("Key")
        where key is not null
        let wrong = ConfigurationKey.WrongKey(key)
        where wrong is not null
        select Problem.At(Rule, secret, "Key", $"{Characters.Quote(key)} is not the key of a Secret: {wrong}", "keys are at most 253 letters, digits, '-', '_' and '.', such as \"api-key\"");

    private static IEnumerable<Problem> Files(DeclaredAttribute mounted, EquatableArray<Entry>? files)
    {
        if (mounted["Files"] is not { } argument)
            yield break;
        var paths = argument.Value.Texts ?? EquatableArray<string>.Empty;
        if (paths.Count == 0)
            yield return Problem.At(Rule, mounted, null, "[MountedConfig] names no file", "name the files of the project to mount, such as \"config/app.json\"");

        var names = new HashSet<string>(StringComparer.Ordinal);
        var size = new Size();
        for (var i = 0; i < paths.Count; i++)
        {
            var path = paths[i];
            var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
            if (ConfigurationKey.WrongKey(name) is { } wrong)
                yield return At(i, $"{Characters.Quote(path)} is not a file that a ConfigMap can hold: {(name == path ? "" : "of its name, ")}{wrong}", "names are letters, digits, '-', '_' and '.', such as \"config/app.json\"");
            else if (!names.Add(name))
                yield return At(i, $"{Characters.Quote(path)} has the name of another file", "files of one folder have different names: mount it with a second [MountedConfig]");
            else if (files is null)
                continue;
            else if (files.Value.FirstOrDefault(file => file.Key == path) is not { } file)
                yield return At(i, $"{Characters.Quote(path)} is not among the project's additional files", $"write its path from the project's folder, and add it: <AdditionalFiles Include=\"{(Characters.IsText(path) ? Characters.Quote(path).Trim('\'') : "config/app.json")}\" />");
            else if (!Characters.IsText(file.Value))
                yield return At(i, $"{Characters.Quote(path)} is no text", "a file with other content belongs into the image or on a [Volume]");
            else if (size.Add(file.Value) is var (given, accepted, isError))
                yield return At(i, "the files " + given, accepted) is var problem && isError ? problem : problem.AsWarning();
        }

        Problem At(int item, string given, string accepted) => Problem.At(Rule, mounted, "Files", given, accepted) with { Item = item };
    }

    /// <summary>How large a ConfigMap has become; it says so once for each bound that is passed.</summary>
    private sealed class Size
    {
        private long bytes;

        public (string Given, string Accepted, bool IsError)? Add(string text)
        {
            var before = bytes;
            bytes += Encoding.UTF8.GetByteCount(text);
            if (before <= MaxConfigMap && bytes > MaxConfigMap)
                return ($"have {bytes / 1024} KiB", "a ConfigMap holds at most 1 MiB: put large text into the image or on a [Volume]", true);
            return before <= MaxApplied && bytes > MaxApplied
                ? ($"have {bytes / 1024} KiB, too much for the copy that 'kubectl apply' keeps of an object", "put large text into the image or on a [Volume], or apply with --server-side", false)
                : null;
        }
    }
}
