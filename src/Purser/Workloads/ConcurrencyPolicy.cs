namespace Purser;

/// <summary>What a CronJob does when a run is due while the last one still runs. Kubernetes: <c>CronJob.spec.concurrencyPolicy</c>.</summary>
public enum ConcurrencyPolicy
{
    /// <summary>The new run is left out.</summary>
    Forbid,

    /// <summary>Both run side by side.</summary>
    Allow,

    /// <summary>The old run is stopped, the new one starts.</summary>
    Replace,
}
