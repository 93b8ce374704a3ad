using System.Collections.Immutable;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Tests.Testing;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Tests.Manifests;

public sealed class BatchTests
{
    [Fact]
    public void A_schedule_makes_a_CronJob()
    {
        var yaml = Rendered.Of("using Purser; [BatchJob(Schedule = \"0 2 * * *\", TimeZone = \"Europe/Berlin\", ConcurrencyPolicy = ConcurrencyPolicy.Replace, StartingDeadlineSeconds = 60, Suspend = true)] public class Etl;")["etl.cronjob.yaml"];
        YamlAssert.Contains("spec:\n  schedule: \"0 2 * * *\"\n  timeZone: Europe/Berlin\n  concurrencyPolicy: Replace\n  startingDeadlineSeconds: 60\n  suspend: true\n  successfulJobsHistoryLimit: 3\n  failedJobsHistoryLimit: 3", yaml);
        Assert.DoesNotContain("ttlSecondsAfterFinished", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_runs_once_and_is_cleared_away() => YamlAssert.Contains(
        """
        spec:
          parallelism: 4
          completions: 8
          completionMode: Indexed
          backoffLimit: 1
          activeDeadlineSeconds: 60
          ttlSecondsAfterFinished: 10
          podFailurePolicy:
        """,
        Rendered.Of("using Purser; [BatchJob(Parallelism = 4, Completions = 8, Indexed = true, BackoffLimit = 1, ActiveDeadlineSeconds = 60, TtlSecondsAfterFinished = 10)] public class Etl;")["etl.job.yaml"]);

    [Fact]
    public void A_failed_pod_stays_for_its_log() =>
        YamlAssert.Contains("restartPolicy: Never", Rendered.Of("using Purser; [BatchJob] public class Etl;")["etl.job.yaml"]);

    [Fact]
    public void An_unchanged_job_is_the_same_job() => Assert.Equal(Name("[BatchJob] public class Etl;"), Name("[BatchJob] public class Etl; public class Another;"));

    [Theory]
    [InlineData("[BatchJob(BackoffLimit = 1)]")]
    [InlineData("[BatchJob(TtlSecondsAfterFinished = 1)]")]
    [InlineData("[BatchJob(Parallelism = 2)]")]
    [InlineData("[BatchJob(ActiveDeadlineSeconds = 1)]")]
    [InlineData("[BatchJob(Suspend = true)]")]
    public void What_a_job_may_change_makes_no_new_run(string attribute) => Assert.Equal(Name("[BatchJob] public class Etl;"), Name(attribute + " public class Etl;"));

    [Theory]
    [InlineData("[BatchJob(Image = \"etl:2\")]")]
    [InlineData("[BatchJob(Memory = \"1Gi\")]")]
    [InlineData("[BatchJob(Args = new[] { \"x\" })]")]
    [InlineData("[BatchJob(Completions = 2)]")]
    [InlineData("[BatchJob(Indexed = true)]")]
    [InlineData("[BatchJob] [Label(\"team\", \"data\")]")]
    [InlineData("[BatchJob] [Setting(\"a\", \"b\")]")]
    [InlineData("[BatchJob] [Secret(\"a\")]")]
    [InlineData("[BatchJob] [Scratch(\"/a\")]")]
    public void What_a_job_can_never_change_makes_a_new_run(string attribute) => Assert.NotEqual(Name("[BatchJob] public class Etl;"), Name(attribute + " public class Etl;"));

    [Fact]
    public void A_changed_setting_makes_a_new_run() =>
        Assert.NotEqual(Name("[BatchJob] [Setting(\"a\", \"b\")] public class Etl;"), Name("[BatchJob] [Setting(\"a\", \"c\")] public class Etl;"));

    [Fact]
    public void A_comment_makes_no_new_run()
    {
        Assert.Equal(WithOrigin("Program.cs"), WithOrigin("Moved.cs"));

        static string WithOrigin(string file) => NameIn(Rendered.With(new CodeFacts { Shutdown = new(60, new(file, "ShutdownTimeout")) }, "[BatchJob] public class Etl;"));
    }

    [Theory]
    [InlineData(63, "", 63)]
    [InlineData(63, "Indexed = true, Completions = 1000", 59)]
    [InlineData(10, "", 19)]
    public void The_name_of_a_job_fits_with_its_hash_and_its_index(int length, string arguments, int expected)
    {
        var name = Name($"[BatchJob(Name = \"{new string('a', length)}\"{(arguments.Length > 0 ? ", " : "")}{arguments})] public class Etl;");
        Assert.Equal(expected, name.Length);
        Assert.Matches("^a+(-[0-9a-f]{8})+$", name);
    }

    [Fact]
    public void Two_long_names_that_begin_alike_stay_two()
    {
        var common = new string('a', 60);
        Assert.NotEqual(ObjectName.Fit(common + "-one", 40), ObjectName.Fit(common + "-two", 40));
        Assert.Equal(40, ObjectName.Fit(common, 40).Length);
        Assert.Equal(common, ObjectName.Fit(common, 60));
    }

    private static string Name(string source) => NameIn(Rendered.Of("using Purser;\n" + source));

    private static string NameIn(ImmutableSortedDictionary<string, string> files) =>
        files.Single(file => file.Key.EndsWith(".job.yaml", StringComparison.Ordinal)).Value.Split('\n').First(line => line.StartsWith("  name: ", StringComparison.Ordinal))["  name: ".Length..];
}
