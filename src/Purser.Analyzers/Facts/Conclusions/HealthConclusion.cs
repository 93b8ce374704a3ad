using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Conclusions;

/// <summary>Which endpoint answers which of the kubelet's questions: told apart by tag, by path, by name, and by whether it asks a dependency.</summary>
internal static class HealthConclusion
{
    public static EquatableArray<HealthFact> Of(IReadOnlyList<Finding> findings)
    {
        var checks = findings.OfType<HealthCheckFinding>().ToArray();
        // Health checks go before routes that are called like them, and whatever asks for a name would send the kubelet away.
        var endpoints = findings.OfType<HealthEndpointFinding>()
            .Where(endpoint => !IsClosed(endpoint, findings))
            .OrderBy(static endpoint => endpoint.IsRoute)
            .ToArray();
        var http = endpoints.Where(static endpoint => endpoint.Path is not null).GroupBy(static endpoint => endpoint.Path).Select(static group => group.First()).ToArray();
        var live = http.Where(endpoint => KindOf(endpoint) == HealthKind.Liveness).ToArray();
        var general = http.Where(endpoint => KindOf(endpoint) is null).ToList();

        var readiness = http.FirstOrDefault(endpoint => KindOf(endpoint) == HealthKind.Readiness)
            ?? general.FirstOrDefault(endpoint => AsksDependency(endpoint, checks))
            ?? general.FirstOrDefault();
        general.RemoveAll(endpoint => endpoint == readiness);

        // A database that is down must not restart every pod: a check of the process alone is better, whatever its path.
        var liveness = live.FirstOrDefault(endpoint => !AsksDependency(endpoint, checks))
            ?? general.FirstOrDefault(endpoint => !AsksDependency(endpoint, checks))
            ?? live.FirstOrDefault();
        var startup = http.FirstOrDefault(endpoint => KindOf(endpoint) == HealthKind.Startup);

        var facts = new List<HealthFact>();
        Add(HealthKind.Readiness, readiness ?? endpoints.FirstOrDefault(static endpoint => endpoint.IsGrpc));
        Add(HealthKind.Liveness, liveness);
        Add(HealthKind.Startup, startup);
        return facts.ToEquatableArray();

        void Add(HealthKind kind, HealthEndpointFinding? endpoint)
        {
            if (endpoint is not null)
                facts.Add(new(kind, endpoint.Path, endpoint.Origin, endpoint.Port));
        }
    }

    /// <summary>Whether an endpoint wants to know who asks.</summary>
    public static bool IsClosed(HealthEndpointFinding endpoint, IReadOnlyList<Finding> all) =>
        endpoint.Guard == HealthGuard.Closed || (endpoint.Guard == HealthGuard.Fallback && all.Any(static finding => finding is FallbackPolicyFinding));

    private static HealthKind? KindOf(HealthEndpointFinding endpoint)
    {
        var selection = endpoint.Selection;
        var byTag = selection.Kind is HealthSelectionKind.Tagged or HealthSelectionKind.Named
            ? selection.Names.Select(KindOf).FirstOrDefault(static kind => kind is not null)
            : null;
        var byName = byTag ?? KindOf(endpoint.Path ?? "");
        if (byName is not null)
            return byName;
        var isAlone = selection.Kind == HealthSelectionKind.None
            || (selection.Kind == HealthSelectionKind.NotTagged && selection.Names.Any(static tag => KindOf(tag) == HealthKind.Readiness));
        return isAlone ? HealthKind.Liveness : null;
    }

    /// <summary>By the words in a tag, a path or a name: <c>/health/live</c>, <c>livez</c>, <c>readiness</c>.</summary>
    private static HealthKind? KindOf(string text)
    {
        foreach (var word in text.Split('/', '-', '_', '.', ' '))
        {
            switch (word.ToLowerInvariant())
            {
                case "live" or "livez" or "liveness" or "alive" or "self":
                    return HealthKind.Liveness;
                case "ready" or "readyz" or "readiness":
                    return HealthKind.Readiness;
                case "startup" or "startupz" or "started" or "start":
                    return HealthKind.Startup;
            }
        }

        return null;
    }

    private static bool AsksDependency(HealthEndpointFinding endpoint, HealthCheckFinding[] checks)
    {
        var names = endpoint.Selection.Names;
        return endpoint.Selection.Kind switch
        {
            HealthSelectionKind.None or HealthSelectionKind.Own => false,
            HealthSelectionKind.All => checks.Any(static check => check.AsksDependency),
            HealthSelectionKind.Tagged => checks.Any(check => check.AsksDependency && check.Tags.Any(names.Contains)),
            HealthSelectionKind.NotTagged => checks.Any(check => check.AsksDependency && !check.Tags.Any(names.Contains)),
            HealthSelectionKind.Named => checks.Any(check => check.AsksDependency && check.Name is { } name && names.Contains(name)),
            _ => true,
        };
    }
}
