using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Manifests;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Names of workloads, and of the objects that are made of them, across a project.</summary>
internal static class PUR1004OneNameTwice
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1004",
        DiagnosticSeverity.Error,
        "Two workloads, or two objects of a kind, with one name",
        Problem.Message,
        "A namespace has each name once for a kind. Of two objects with one name the later one would replace the other.");

    /// <param name="all">The workloads of the project.</param>
    /// <param name="options">What MSBuild says.</param>
    /// <returns>Problems by the place in <paramref name="all"/> of the workload: each of those that collide has one.</returns>
    public static IEnumerable<(int Workload, Problem Problem)> Check(IReadOnlyList<WorkloadDeclaration> all, ProjectOptions options)
    {
        if (all.Count < 2)
            yield break;
        var objects = all.Select(declaration => Objects(declaration, options)).ToArray();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].WorkloadAttribute is not { } main)
                continue;
            var name = WorkloadName.Of(all[i]);
            if (Other(j => all[j].WorkloadAttribute is not null && WorkloadName.Of(all[j]) == name) is { } twin)
            {
                yield return (i, Problem.At(Rule, main, "Name", $"{Characters.Quote(name)} is the name of '{all[i].ClassName}' and of '{all[twin].ClassName}'", $"give one of them another, such as Name = \"{NameFor(all[i], name)}\""));
                continue;
            }

            foreach (var (kind, own) in objects[i])
            {
                if (Other(j => objects[j].Contains((kind, own))) is not { } other)
                    continue;
                yield return (i, Problem.At(Rule, main, "Name", $"'{all[i].ClassName}' and '{all[other].ClassName}' both make a {kind} of the name {Characters.Quote(own)}", $"give one of them another name, such as Name = \"{NameFor(all[i], name)}\""));
                break;
            }

            int? Other(Func<int, bool> collides) => Enumerable.Range(0, all.Count).Where(j => j != i && collides(j)).Cast<int?>().FirstOrDefault();
        }
    }

    private static (string Kind, string Name)[] Objects(WorkloadDeclaration declaration, ProjectOptions options) =>
        DeclarationRules.IsSound(declaration, options, files: null)
            ? [.. WorkloadManifests.ObjectsOf(WorkloadComposer.Compose(new WorkloadInputs(declaration, options, CodeFacts.None, EquatableArray<Entry>.Empty)))]
            : [];

    private static string NameFor(WorkloadDeclaration declaration, string name)
    {
        var own = DnsName.NearestLabel(WorkloadName.Default(declaration), DnsName.MaxLabel, letterFirst: true);
        return own.Length > 0 && own != name ? own : ObjectName.Of(name, "2", 52);
    }
}
