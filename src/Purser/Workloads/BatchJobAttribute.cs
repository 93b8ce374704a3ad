using System.Diagnostics;

namespace Purser;

/// <summary>A program that does its work and ends: an import, an ETL, a training run. Emits a Job, or a CronJob when <see cref="Schedule"/> is given.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class BatchJobAttribute : WorkloadAttribute
{
    /// <summary>When it runs, as a cron schedule of five fields (<c>"0 2 * * *"</c>: each night at two) or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>, <c>@monthly</c>, <c>@yearly</c>, <c>@every 1h</c>. Default: none; the Job runs once when it is applied. Kubernetes: <c>CronJob.spec.schedule</c>.</summary>
    public string? Schedule { get; set; }

    /// <summary>The IANA time zone of <see cref="Schedule"/>, such as <c>"Europe/Berlin"</c>. Default: the zone of the cluster's controller, mostly UTC. Kubernetes: <c>CronJob.spec.timeZone</c>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>What happens when a run is due while the last one still runs. Default: <see cref="ConcurrencyPolicy.Forbid"/>. Kubernetes: <c>CronJob.spec.concurrencyPolicy</c>.</summary>
    public ConcurrencyPolicy ConcurrencyPolicy { get; set; } = ConcurrencyPolicy.Forbid;

    /// <summary>How late a run may still start, in seconds, 10 or more (the controller looks every 10 seconds). Default: 300. Kubernetes: <c>CronJob.spec.startingDeadlineSeconds</c>.</summary>
    public long StartingDeadlineSeconds { get; set; } = 300;

    /// <summary>Whether no run is started. Default: <c>false</c>. Kubernetes: <c>spec.suspend</c>.</summary>
    public bool Suspend { get; set; }

    /// <summary>How many pods run at a time, 0 or more. Default: 1. Kubernetes: <c>Job.spec.parallelism</c>.</summary>
    public int Parallelism { get; set; } = 1;

    /// <summary>How many pods must succeed, 1 or more. Default: 1. Kubernetes: <c>Job.spec.completions</c>.</summary>
    public int Completions { get; set; } = 1;

    /// <summary>Whether each pod gets a number from 0 to <see cref="Completions"/> - 1 in the environment variable <c>JOB_COMPLETION_INDEX</c>. Default: <c>false</c>. Kubernetes: <c>Job.spec.completionMode: Indexed</c>.</summary>
    public bool Indexed { get; set; }

    /// <summary>How many times failed pods are replaced before the Job counts as failed, 0 or more. Default: 3. Kubernetes: <c>Job.spec.backoffLimit</c>.</summary>
    public int BackoffLimit { get; set; } = 3;

    /// <summary>How long a run may take in all, in seconds, 1 or more; then it is stopped and counts as failed. Default: no limit. Kubernetes: <c>Job.spec.activeDeadlineSeconds</c>.</summary>
    public long ActiveDeadlineSeconds { get; set; }

    /// <summary>How long a finished Job is kept, in seconds, 0 or more. Default: 86400, a day. Not for a CronJob, whose history limits do it. Kubernetes: <c>Job.spec.ttlSecondsAfterFinished</c>.</summary>
    public int TtlSecondsAfterFinished { get; set; } = 86400;
}
