using System.Globalization;
using Purser.Analyzers.Workloads;
using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>
/// A Job that can be applied again. Its pod template can never be changed, so its name carries a hash of it: unchanged is the same Job, changed is a new run.
/// </summary>
internal static class Job
{
    public static YamlMap Of(Workload workload) => new()
    {
        ["apiVersion"] = "batch/v1",
        ["kind"] = "Job",
        ["metadata"] = Metadata.Of(workload, NameOf(workload)),
        ["spec"] = Spec(workload),
    };

    /// <summary>What a CronJob's template has too; a CronJob's history limits clear away what a TTL would.</summary>
    public static YamlMap Spec(Workload workload)
    {
        var batch = workload.Batch!;
        var isStandalone = workload.Kind == WorkloadKind.Job;
        return new()
        {
            ["suspend"] = isStandalone && batch.Suspend ? true : (bool?)null,
            ["parallelism"] = batch.Parallelism,
            ["completions"] = batch.Completions,
            ["completionMode"] = batch.Indexed ? "Indexed" : "NonIndexed",
            ["backoffLimit"] = batch.BackoffLimit,
            ["activeDeadlineSeconds"] = batch.ActiveDeadlineSeconds,
            ["ttlSecondsAfterFinished"] = isStandalone ? batch.TtlSecondsAfterFinished : (long?)null,
            ["podFailurePolicy"] = PodFailurePolicy(),
            ["template"] = Template(workload),
        };
    }

    /// <summary>The name leaves room for what an indexed pod's host name adds to it.</summary>
    public static string NameOf(Workload workload)
    {
        var batch = workload.Batch!;
        var immutable = new YamlMap
        {
            ["completions"] = batch.Completions,
            ["indexed"] = batch.Indexed,
            ["podFailurePolicy"] = PodFailurePolicy(),
            ["template"] = Template(workload),
        };
        var index = batch.Indexed ? 1 + (batch.Completions - 1).ToString(CultureInfo.InvariantCulture).Length : 0;
        var hash = Fingerprint.Short(YamlText.WithoutComments(immutable));
        return ObjectName.Fit(workload.Name, ObjectName.Label - index - 1 - hash.Length) + "-" + hash;
    }

    /// <summary>Never: a failed pod stays for its log, and backoffLimit counts pods.</summary>
    private static YamlMap Template(Workload workload) => PodTemplate.Of(workload, restartPolicy: "Never");

    private static YamlMap PodFailurePolicy() => new()
    {
        ["rules"] = new YamlList
        {
            new YamlMap
            {
                ["action"] = "Ignore",
                ["onPodConditions"] = new YamlList { new YamlMap { ["type"] = "DisruptionTarget", ["status"] = "True" } },
            }.From("a drained node is no failure of the program"),
        },
    };
}
