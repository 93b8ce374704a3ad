using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Readers;

/// <summary><c>app.MapGet("/healthz", () => Results.Ok())</c>: a route that is called as the kubelet's are.</summary>
internal static class HealthRoute
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "health", "healthz", "_health", "healthcheck", "healthchecks", "health-check", "hc", "live", "livez", "liveness", "alive", "ready", "readyz", "readiness", "startup", "startupz",
    };

    /// <summary>What such routes are grouped under.</summary>
    private static readonly HashSet<string> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "internal", "management", "actuator", "ops", "system", "status", "probe", "probes", "k8s", "-",
    };

    public static bool IsCalledSo(string path)
    {
        var segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        return segments.Length is > 0 and < 4
            && Names.Contains(segments[segments.Length - 1])
            && segments.Take(segments.Length - 1).All(static segment => Names.Contains(segment) || Groups.Contains(segment));
    }

    /// <summary>A handler that is given nothing but the request answers for the process alone; what else it may ask cannot be known.</summary>
    public static HealthSelection Selection(IInvocationOperation call)
    {
        var handler = call.Arguments.LastOrDefault()?.Value;
        var method = Calls.Lambda(handler)?.Symbol ?? Calls.MethodGroup(handler);
        return method is not null && method.Parameters.All(static parameter => parameter.Type.Name is "HttpContext" or "HttpRequest" or "HttpResponse" or "CancellationToken")
            ? new(HealthSelectionKind.Own, EquatableArray<string>.Empty)
            : HealthSelection.Unknown;
    }
}
