using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Several workloads of one project start the same program; something must tell it which one it is.</summary>
internal static class PUR1016NothingTellsThemApart
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1016",
        DiagnosticSeverity.Warning,
        "Workloads of one project that nothing tells apart",
        Problem.Message,
        "A project has one entry point and one image. Two workloads that start it with the same arguments and the same settings run the same code.");

    /// <returns>Problems by the place in <paramref name="all"/> of the workload.</returns>
    public static IEnumerable<(int Workload, Problem Problem)> Check(IReadOnlyList<WorkloadDeclaration> all)
    {
        var first = new Dictionary<string, WorkloadDeclaration>(StringComparer.Ordinal);
        // The class that holds the entry point is what the program is by itself: the others need to say something.
        foreach (var i in Enumerable.Range(0, all.Count).OrderByDescending(i => all[i].HasEntryPoint || all[i].SimpleName == "Program").ThenBy(i => all[i].ClassName, StringComparer.Ordinal))
        {
            if (all[i].WorkloadAttribute is not { } main)
                continue;
            var start = StartOf(all[i], main);
            if (first.TryGetValue(start, out var other))
                yield return (i, Problem.At(
                    Rule, main, null,
                    $"'{all[i].SimpleName}' and '{other.SimpleName}' start the same program, and nothing tells it which of them it is",
                    $"give one of them arguments, such as Args = new[] {{ \"{WorkloadName.KebabCase(all[i].SimpleName)}\" }}, and read them in the program"));
            else
                first.Add(start, all[i]);
        }
    }

    /// <summary>All that the process can see of its declaration.</summary>
    private static string StartOf(WorkloadDeclaration declaration, DeclaredAttribute main)
    {
        var settings = declaration.Of(AttributeNames.Setting).Select(setting => $"{setting.Text("Key")}={setting.Text("Value")}")
            .Concat(declaration.Of(AttributeNames.MountedConfig).SelectMany(mounted => mounted.Texts("Files") ?? EquatableArray<string>.Empty))
            .OrderBy(setting => setting, StringComparer.Ordinal);
        return string.Join("\0", new[] { main.Text("Image") ?? "" }
            .Concat(main.Texts("Command") ?? EquatableArray<string>.Empty).Append("\0")
            .Concat(main.Texts("Args") ?? EquatableArray<string>.Empty).Append("\0")
            .Concat(settings));
    }
}
