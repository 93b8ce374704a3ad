using Purser.Analyzers.Facts.Conclusions;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>From the findings of a whole program to the facts of one workload.</summary>
internal static class WorkloadFacts
{
    public static CodeFacts Of(WorkloadDeclaration declaration, FindingSet all, AppSettings settings, ProjectOptions options)
    {
        var own = all.Of(declaration);
        return In(AppSettings.Production) with { Overlays = settings.OtherEnvironments.Select(environment => new OverlayFact(environment, In(environment))).ToEquatableArray() };

        CodeFacts In(string environment) => new()
        {
            Ports = PortConclusion.Of(declaration, own, settings, options, all.IsServer(declaration), environment).Ports,
            Health = HealthConclusion.Of(own),
            Configuration = ConfigurationConclusion.Of(own, settings, environment),
            Shutdown = Shutdown(declaration, own),
            MapsGrpc = own.Any(static finding => finding is GrpcServiceFinding),
            ApiAccess = own.OfType<ApiFinding>()
                .Where(static finding => finding.Call is not null)
                .Select(static finding => new ApiAccessFact(finding.Call!.Group, finding.Call.Resource, finding.Call.Verb, finding.Call.ClusterScoped, finding.Origin))
                .Distinct()
                .ToEquatableArray(),
            UnresolvedApiCalls = own.OfType<ApiFinding>().Where(static finding => finding.Call is null).Select(static finding => finding.Origin).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>The host's own key beats the code's default; of several hosts the slowest counts.</summary>
    private static ShutdownFact? Shutdown(WorkloadDeclaration declaration, IReadOnlyList<Finding> findings)
    {
        foreach (var setting in declaration.Of(AttributeNames.Setting))
        {
            if (setting.Text("Key")?.ToUpperInvariant() is "DOTNET_SHUTDOWNTIMEOUTSECONDS" or "ASPNETCORE_SHUTDOWNTIMEOUTSECONDS" or "SHUTDOWNTIMEOUTSECONDS"
                && int.TryParse(setting.Text("Value"), out var seconds) && seconds > 0)
                return new(seconds, new Origin(declaration.FileName, $"[Setting(\"{setting.Text("Key")}\", ...)]"));
        }

        var slowest = findings.OfType<ShutdownFinding>().OrderByDescending(static finding => finding.Seconds).FirstOrDefault();
        return slowest is null ? null : new(slowest.Seconds, slowest.Origin);
    }
}
