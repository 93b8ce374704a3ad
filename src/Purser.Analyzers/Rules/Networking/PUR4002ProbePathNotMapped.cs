using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A path of [Probe] that the program does not map.</summary>
internal static class PUR4002ProbePathNotMapped
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4002",
        DiagnosticSeverity.Warning,
        "Probe path that the app does not map",
        Problem.Message,
        "The kubelet asks the path again and again and gets 404: readiness never lets a request through, liveness and startup restart the pod for ever.");

    public static IEnumerable<Problem> Check(WorkloadReading workload)
    {
        if (!workload.Serves)
            yield break;
        foreach (var probe in workload.Declaration.Of(AttributeNames.Probe))
        {
            if (probe.Text("Path") is not { } path || IsMapped(path, workload) != false)
                continue;
            var health = Health(probe, workload);
            yield return Problem.At(
                Rule, probe, "Path",
                $"nothing in the app answers '{path}'",
                health is null ? $"map it, such as app.MapHealthChecks(\"{path}\")" : $"write a path that is mapped, such as \"{health}\", or map this one: app.MapHealthChecks(\"{path}\")")
                .FixedBy(Fix.Write("Path", health));
        }
    }

    /// <summary>Null where it cannot be known: a path is computed, or something maps paths of its own.</summary>
    public static bool? IsMapped(string path, WorkloadReading workload)
    {
        foreach (var finding in workload.Findings)
        {
            if (finding is RouteFinding route && (route.Path is null || Matches(route.Path, path)))
                return route.Path is null ? null : true;
            if (finding is HealthEndpointFinding { IsGrpc: false } health && (health.Path is null || Matches(health.Path, path)))
                return health.Path is null ? null : true;
        }

        return workload.Elsewhere.Value.IsEmpty ? false : null;
    }

    private static string? Health(DeclaredAttribute probe, WorkloadReading workload)
    {
        var paths = workload.Facts.Health.Where(static fact => fact.Path is not null).ToArray();
        return (paths.FirstOrDefault(fact => fact.Kind.ToString() == probe.Text("Kind")) ?? paths.FirstOrDefault())?.Path;
    }

    /// <summary>As routing compares: whatever the case, a slash at the end is none, and a parameter takes any segment.</summary>
    private static bool Matches(string template, string path)
    {
        var wanted = Segments(path.Split('?', '#')[0]);
        var given = Segments(template);
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i].StartsWith("{*", StringComparison.Ordinal))
                return true;
            var isOptional = given[i].EndsWith("?}", StringComparison.Ordinal) || given[i].IndexOf('=') > 0;
            if (i >= wanted.Length)
            {
                if (!isOptional)
                    return false;
            }
            else if (given[i].IndexOf('{') < 0 && !string.Equals(given[i], wanted[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return wanted.Length <= given.Length;
    }

    private static string[] Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
}
