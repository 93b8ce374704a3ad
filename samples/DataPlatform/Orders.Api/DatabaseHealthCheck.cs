using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Orders.Api;

/// <summary>
/// Whether the database answers. Registered as Degraded, not Unhealthy: all replicas share the database, so taking them
/// out of the Service would turn an answer that says what is wrong (503 with a reason) into one that says nothing.
/// </summary>
internal sealed class DatabaseHealthCheck(OrdersDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "select 1";
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The orders database does not answer.", exception);
        }
    }
}
