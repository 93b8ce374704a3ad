using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Declarations;

namespace Purser.Analyzers.Tests.Rules.Declarations;

/// <summary>The light bulb of each rule, alone and for the whole file.</summary>
public sealed class DeclarationFixTests
{
    [Fact]
    public Task The_second_workload_attribute_is_removed() => Verify<PUR1001TwoKindsOfWorkloadFix>(
        """
        /// <summary>Orders.</summary>
        [Stateless]
        [{|PUR1001:BatchJob(Schedule = "@daily")|}]
        // kept
        public class Orders;
        [Stateful, {|PUR1001:PerNode|}] public class Events;
        """,
        """
        /// <summary>Orders.</summary>
        [Stateless]
        // kept
        public class Orders;
        [Stateful] public class Events;
        """);

    [Fact]
    public Task A_workload_attribute_is_added_on_top() => Verify<PUR1002NoWorkloadFix>(
        """
        /// <summary>Orders.</summary>
        [{|PUR1002:Exposed|}]
        [Scratch("/work")]
        public class Orders;
        [{|PUR1002:Volume("/cache")|}] public class Cache;
        """,
        """
        /// <summary>Orders.</summary>
        [Stateless]
        [Exposed]
        [Scratch("/work")]
        public class Orders;
        [Stateless] [Volume("/cache")] public class Cache;
        """);

    [Fact]
    public Task Another_workload_attribute_can_be_chosen() => Verify<PUR1002NoWorkloadFix>(
        "[{|PUR1002:Volume(\"/cache\")|}] public class Cache;",
        "[BatchJob] [Volume(\"/cache\")] public class Cache;", test => test.CodeActionIndex = 2);

    [Fact]
    public Task Names_become_kebab_case() => Verify<PUR1003NotANameFix>(
        """
        [Stateless(Name = {|PUR1003:"Orders_API"|}, Cpu = "1")] public class Orders;
        [{|PUR1003:Stateless|}] public class Ördér;
        [BatchJob(Name = {|PUR1003:Names.Import|}, Schedule = "@daily")] public class Import;
        public static class Names { public const string Import = "An_Import_Of_A_Name_That_Is_Much_Too_Long_For_A_CronJob"; }
        """,
        """
        [Stateless(Name = "orders-api", Cpu = "1")] public class Orders;
        [Stateless(Name = "rd-r")] public class Ördér;
        [BatchJob(Name = "an-import-of-a-name-that-is-much-too-long-f-21f6629d", Schedule = "@daily")] public class Import;
        public static class Names { public const string Import = "An_Import_Of_A_Name_That_Is_Much_Too_Long_For_A_CronJob"; }
        """);

    [Fact]
    public Task Quantities_get_Kubernetes_suffixes() => Verify<PUR1005NotAQuantityFix>(
        """
        [Stateless(Memory = {|PUR1005:"10gb"|}, Cpu = {|PUR1005:"0,5"|}, Args = new[] { "a" })]
        [Volume("/c", Size = {|PUR1005:@"5 GiB"|})]
        public class Orders;
        """,
        """
        [Stateless(Memory = "10G", Cpu = "0.5", Args = new[] { "a" })]
        [Volume("/c", Size = "5Gi")]
        public class Orders;
        """);

    [Fact]
    public Task A_quantity_can_be_taken_as_1024_based() => Verify<PUR1005NotAQuantityFix>(
        "[Stateless(Memory = {|PUR1005:\"512MB\"|})] public class Orders;",
        "[Stateless(Memory = \"512Mi\")] public class Orders;", test => test.CodeActionIndex = 1);

    [Fact]
    public Task Request_and_limit_are_swapped() => Verify<PUR1006RequestAboveLimitFix>(
        "[Stateless(Memory = {|PUR1006:\"2Gi\"|}, MemoryLimit = \"1Gi\")] public class Orders;",
        "[Stateless(Memory = \"1Gi\", MemoryLimit = \"2Gi\")] public class Orders;");

    [Fact]
    public Task The_limit_is_raised() => Verify<PUR1006RequestAboveLimitFix>(
        "[Stateless(Memory = {|PUR1006:\"2Gi\"|}, MemoryLimit = \"1Gi\")] public class Orders;",
        "[Stateless(Memory = \"2Gi\", MemoryLimit = \"2Gi\")] public class Orders;", test => test.CodeActionIndex = 1);

    [Fact]
    public Task A_default_request_is_lowered_to_its_limit() => Verify<PUR1006RequestAboveLimitFix>(
        "[Stateless(MemoryLimit = {|PUR1006:\"128Mi\"|})] public class Orders;",
        "[Stateless(MemoryLimit = \"128Mi\", Memory = \"128Mi\")] public class Orders;");

    [Fact]
    public Task Schedules_become_five_fields_with_their_zone_beside() => Verify<PUR1007NotAScheduleFix>(
        """
        [BatchJob(Schedule = {|PUR1007:"0 0 2 * * ?"|}, Args = new[] { "a" })] public class Quartz;
        [BatchJob(Schedule = {|PUR1007:"TZ=Europe/Berlin 0 2 * * *"|}, Args = new[] { "b" })] public class Zoned;
        """,
        """
        [BatchJob(Schedule = "0 2 * * *", Args = new[] { "a" })] public class Quartz;
        [BatchJob(Schedule = "0 2 * * *", Args = new[] { "b" }, TimeZone = "Europe/Berlin")] public class Zoned;
        """);

    [Fact]
    public Task A_zone_gets_its_IANA_name() => Verify<PUR1008NotATimeZoneFix>(
        "[BatchJob(Schedule = \"@daily\", TimeZone = {|PUR1008:\"W. Europe Standard Time\"|})] public class Nightly;",
        "[BatchJob(Schedule = \"@daily\", TimeZone = \"Europe/Berlin\")] public class Nightly;");

    [Fact]
    public Task A_zone_gets_the_schedule_that_is_missing() => Verify<PUR1008NotATimeZoneFix>(
        "[BatchJob(TimeZone = {|PUR1008:\"Europe/Berlin\"|})] public class Nightly;",
        "[BatchJob(TimeZone = \"Europe/Berlin\", Schedule = \"0 2 * * *\")] public class Nightly;");

    [Fact]
    public Task A_zone_without_a_schedule_can_go() => Verify<PUR1008NotATimeZoneFix>(
        "[BatchJob(TimeZone = {|PUR1008:\"Europe/Berlin\"|})] public class Nightly;",
        "[BatchJob] public class Nightly;", test => test.CodeActionIndex = 1);

    [Fact]
    public Task The_second_exposure_of_a_port_is_removed() => Verify<PUR1009NotAPortFix>(
        """
        [Stateless]
        [Exposed(Port = 8080)]
        [Exposed(Port = {|PUR1009:8080|})]
        [Exposed(Port = {|PUR1009:8080|})]
        public class Orders;
        """,
        """
        [Stateless]
        [Exposed(Port = 8080)]
        public class Orders;
        """);

    [Fact]
    public Task Hosts_and_paths_are_written_as_routes_take_them() => Verify<PUR1010NotARouteFix>(
        """
        [Stateless]
        [Exposed(Host = {|PUR1010:"https://Orders.Example.com/"|}, Path = {|PUR1010:"api"|})]
        [Probe(ProbeKind.Liveness, {|PUR1010:"healthz"|})]
        public class Orders;
        """,
        """
        [Stateless]
        [Exposed(Host = "orders.example.com", Path = "/api")]
        [Probe(ProbeKind.Liveness, "/healthz")]
        public class Orders;
        """);

    [Fact]
    public Task Label_keys_and_values_lose_what_is_not_accepted() => Verify<PUR1011NotALabelFix>(
        """
        [Stateless]
        [Label({|PUR1011:"cost center"|}, value: {|PUR1011:"data platform"|})]
        public class Orders;
        """,
        """
        [Stateless]
        [Label("cost-center", value: "data-platform")]
        public class Orders;
        """);

    [Fact]
    public Task Max_is_raised_to_Min() => Verify<PUR1012OutOfRangeFix>(
        "[Stateless] [Autoscaled(Min = 5, Max = {|PUR1012:3|})] public class Orders;",
        "[Stateless] [Autoscaled(Min = 5, Max = 5)] public class Orders;");

    [Fact]
    public Task Mount_paths_become_absolute() => Verify<PUR1013NotAMountPathFix>(
        "[Stateless] [Volume({|PUR1013:\"cache\"|})] [Scratch({|PUR1013:\"./work/\"|})] public class Orders;",
        "[Stateless] [Volume(\"/cache\")] [Scratch(\"/work\")] public class Orders;");

    [Fact]
    public Task What_has_no_effect_is_taken_away() => Verify<PUR1014DoNotGoTogetherFix>(
        """
        [BatchJob(Schedule = "@daily", TtlSecondsAfterFinished = {|PUR1014:60|}, Args = new[] { "a" })] public class Nightly;
        [PerNode]
        [{|PUR1014:Autoscaled(Max = 5)|}]
        public class Agent;
        """,
        """
        [BatchJob(Schedule = "@daily", Args = new[] { "a" })] public class Nightly;
        [PerNode]
        public class Agent;
        """);

    [Fact]
    public Task An_image_loses_its_scheme_and_upper_case() => Verify<PUR1015NotAFixedImageFix>(
        "[Stateless(Image = {|PUR1015:\"https://ghcr.io/Org/App:1.0\"|})] public class Orders;",
        "[Stateless(Image = \"ghcr.io/org/app:1.0\")] public class Orders;");

    [Fact]
    public Task A_key_loses_what_is_not_accepted_and_its_double() => Verify<PUR1017NotAKeyFix>(
        """
        [Stateless]
        [Setting({|PUR1017:"Page Size"|}, "50")]
        [Setting("A:B", "1")]
        [Setting({|PUR1017:"A__B"|}, "2")]
        public class Orders;
        """,
        """
        [Stateless]
        [Setting("Page_Size", "50")]
        [Setting("A:B", "1")]
        public class Orders;
        """);

    private static Task Verify<TFix>(string source, string expected, Action<CSharpCodeFixTest<DeclarationAnalyzer, TFix, DefaultVerifier>>? adjust = null)
        where TFix : CodeFixProvider, new() => FixTest.Verify("using Purser;\n" + source, "using Purser;\n" + expected, (CSharpCodeFixTest<DeclarationAnalyzer, TFix, DefaultVerifier> test) =>
        {
            // It compares the workloads of a project, which these are not.
            test.DisabledDiagnostics.Add("PUR1016");
            adjust?.Invoke(test);
        });
}
