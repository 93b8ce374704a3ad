using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Events.Store;

/// <summary>Whether the log can be read. Its disk is this replica's own, so without it the replica has nothing to answer with.</summary>
internal sealed class EventLogHealthCheck(EventLog log) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await log.PingAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
