using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

internal static class CronJob
{
    public static YamlMap Of(Workload workload)
    {
        var batch = workload.Batch!;
        return new()
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "CronJob",
            ["metadata"] = Metadata.Of(workload, workload.Name),
            ["spec"] = new YamlMap
            {
                ["schedule"] = batch.Schedule,
                ["timeZone"] = batch.TimeZone,
                ["concurrencyPolicy"] = batch.ConcurrencyPolicy,
                ["startingDeadlineSeconds"] = batch.StartingDeadlineSeconds,
                ["suspend"] = batch.Suspend ? true : (bool?)null,
                ["successfulJobsHistoryLimit"] = 3,
                ["failedJobsHistoryLimit"] = 3,
                ["jobTemplate"] = new YamlMap
                {
                    ["metadata"] = new YamlMap { ["labels"] = Metadata.Map(workload.Labels) },
                    ["spec"] = Job.Spec(workload),
                },
            },
        };
    }
}
