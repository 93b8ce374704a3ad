using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Where volumes are mounted.</summary>
internal static class PUR1013NotAMountPath
{
    private const string DefaultDisk = "/data";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1013",
        DiagnosticSeverity.Error,
        "Not a mount path, or one path twice",
        Problem.Message,
        "A volume is mounted at an absolute path of the container without ':' or '..', and at one path there is one volume. What the image has at that path is hidden.");

    private static readonly string[] Mounting = [AttributeNames.Volume, AttributeNames.Scratch, AttributeNames.MountedConfig, AttributeNames.MountedSecret];

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in declaration.Of(AttributeNames.Stateful).Concat(declaration.Attributes.Where(attribute => Mounting.Contains(attribute.Name))))
        {
            var isDisk = attribute.Name == AttributeNames.Stateful;
            var path = attribute.Text("MountPath") ?? (isDisk ? DefaultDisk : null);
            if (path is null)
            {
                if (attribute["MountPath"] is not null)
                    yield return Problem.At(Rule, attribute, "MountPath", "null is not a mount path", "write an absolute path such as \"/work\"");
                continue;
            }

            if (MountPath.Wrong(path) is { } wrong)
            {
                var nearest = MountPath.Nearest(path);
                yield return Problem.At(Rule, attribute, "MountPath", $"{Characters.Quote(path)} is not a mount path: {wrong}", $"write an absolute path such as \"{nearest ?? "/work"}\"").FixedBy(Fix.Write("MountPath", nearest));
                continue;
            }

            var normal = UnixFolder.Normal(path);
            if (taken.TryGetValue(normal, out var other))
                yield return Problem.At(Rule, attribute, "MountPath", $"{Characters.Quote(path)} is a mount path of [{other}] already", "at one path there is one volume: choose another path")
                    .FixedBy(other == attribute.Name ? Fix.RemoveAttribute(attribute.Name) : null);
            else
                taken.Add(normal, attribute.Name);

            if (normal == "/app" && declaration.WorkloadAttribute is { } main && main.Text("Image") is null && main.Texts("Command") is null)
                yield return Problem.At(Rule, attribute, "MountPath", "'/app' is where .NET's images keep the program, which the volume would hide", "choose another path, such as \"/app/data\" or \"/etc/app\"").AsWarning();
        }
    }
}
