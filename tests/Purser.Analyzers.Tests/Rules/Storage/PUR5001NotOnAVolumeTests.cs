using Purser.Analyzers.Rules.Storage;
using Purser.Analyzers.Tests.Rules.Kinds;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Storage;

namespace Purser.Analyzers.Tests.Rules.Storage;

public sealed class PUR5001NotOnAVolumeTests
{
    [Theory]
    [InlineData("""[BatchJob]""", """File.WriteAllText("out.csv", "");""", "PUR5001")]
    [InlineData("""[BatchJob]""", """File.WriteAllText("/tmp/out.csv", "");""", "")]
    [InlineData("""[BatchJob] [Volume("/exports")]""", """File.WriteAllText($"/exports/{DateTime.UtcNow:yyyy-MM-dd}.csv", "");""", "")]
    [InlineData("""[BatchJob] [Volume("/exports")]""", """File.WriteAllText($"/export/{DateTime.UtcNow:yyyy-MM-dd}.csv", "");""", "PUR5001")]
    [InlineData("""[BatchJob] [Scratch("/work")]""", """File.WriteAllText("/work/part.csv", "");""", "")]
    [InlineData("""[BatchJob] [Scratch("/work")]""", """File.WriteAllText("/working/part.csv", "");""", "PUR5001")]
    [InlineData("""[BatchJob] [Volume("/models", ReadOnly = true)]""", """File.WriteAllText("/models/m.bin", "");""", "PUR5001")]
    [InlineData("""[BatchJob] [MountedConfig("/etc/app", "a.json")]""", """File.WriteAllText("/etc/app/a.json", "");""", "PUR5001")]
    [InlineData("""[BatchJob] [Volume("/app/out")]""", """File.WriteAllText("out/a.csv", "");""", "")]
    [InlineData("""[BatchJob] [Volume("/srv/etl/out")]""", """File.WriteAllText("out/a.csv", "");""", "")]
    [InlineData("""[BatchJob]""", """Directory.CreateDirectory("/var/lib/etl");""", "PUR5001")]
    [InlineData("""[Stateful]""", """File.AppendAllText("/data/events.log", "");""", "")]
    [InlineData("""[Stateful]""", """File.AppendAllText("/var/lib/events/events.bin", "");""", "PUR5001")]
    [InlineData("""[Stateful(MountPath = "/var/lib/events")]""", """File.AppendAllText("/var/lib/events/events.bin", "");""", "")]
    [InlineData("""[Stateful]""", """File.AppendAllText("data/events.bin", "");""", "PUR5001")]
    [InlineData("""[PerNode]""", """File.WriteAllText("/var/run/agent.pid", "1");""", "PUR5001")]
    [InlineData("""[Stateless]""", """File.AppendAllText("/var/log/shop/carts.log", "");""", "PUR5001")]
    [InlineData("""[Stateless] [Scratch("/var/log/shop")]""", """File.AppendAllText("/var/log/shop/carts.log", "");""", "")]
    [InlineData("""[Stateless]""", """File.WriteAllText("reports/today.csv", "");""", "PUR5001")]
    [InlineData("""[Stateless]""", """File.WriteAllText("reports/today.csv", ""); Console.WriteLine(File.ReadAllText("reports/today.csv"));""", "PUR2001")]
    [InlineData("""[Stateless]""", """Directory.CreateDirectory("uploads"); File.WriteAllText(Path.Combine("uploads", "a"), "");""", "PUR2001")]
    public async Task A_place_decides(string attributes, string statement, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of(statement + " " + attributes + " public partial class Program;")));

    [Theory]
    [InlineData("[Stateless]", "log/shop.log")]
    [InlineData("[Stateful]", "/var/log/shop.log")]
    public async Task A_log_file_is_a_write_too(string attributes, string path)
    {
        var found = Assert.Single(await StateProgram.Analyze(StateProgram.Of($$"""
            using Serilog;
            Log.Logger = new LoggerConfiguration().WriteTo.Console().WriteTo.File("{{path}}", rollingInterval: RollingInterval.Day).CreateLogger();
            File.WriteAllText("/data/x", Environment.MachineName);
            {{attributes}} [Volume("/data/x")] public partial class Program;
            """, Packages.Serilog)));
        Assert.Equal("PUR5001", found.Id);
        Assert.EndsWith("log to the console, which Kubernetes collects, or add a [Scratch] folder for it", found.GetMessage());
    }

    [Fact]
    public async Task Generated_code_is_not_looked_at()
    {
        var project = StateProgram.Of("A.B(); [BatchJob] public partial class Program;", "static class A { public static void B() => File.WriteAllText(\"out.csv\", \"\"); }");
        Assert.Equal("PUR5001", await StateProgram.Ids(project));
        Assert.Equal("", await StateProgram.Ids(project with { Sources = [.. project.Sources.Select((source, i) => i == 1 ? ("/app/obj/A.g.cs", source.Text) : source)] }));
    }

    [Theory]
    [InlineData("""File.WriteAllText("out.csv", """)]
    [InlineData("""File.WriteAllText(Path.Combine("out", ), x);""")]
    [InlineData("""File.WriteAllText($"{", "");""")]
    [InlineData("""var f = new FileStream(); new StreamWriter""")]
    [InlineData("""string p = p + "a"; File.WriteAllText(p, p);""")]
    public async Task Half_typed_code_harms_nobody(string statement) =>
        await StateProgram.Analyze(FactsOf.Web(statement + " \n[BatchJob] public partial class Program;"));

    [Fact]
    public Task A_scratch_folder_is_added() => FixTest.Verify<PUR5001NotOnAVolume, PUR5001NotOnAVolumeFix>(
        """
        using Purser;

        [{|PUR5001:BatchJob|}]
        public static class Program
        {
            public static void Main() => System.IO.File.WriteAllText("/exports/a.csv", "");
        }
        """,
        """
        using Purser;

        [BatchJob]
        [Scratch("/exports")]
        public static class Program
        {
            public static void Main() => System.IO.File.WriteAllText("/exports/a.csv", "");
        }
        """);

    [Fact]
    public Task Of_several_folders_each_gets_its_own() => FixTest.Verify<PUR5001NotOnAVolume, PUR5001NotOnAVolumeFix>(
        """
        using System.IO;
        using Purser;

        [{|PUR5001:{|PUR5001:BatchJob|}|}]
        public static class Program
        {
            public static void Main()
            {
                File.WriteAllText("/exports/a.csv", "");
                File.WriteAllText("/state/a.csv", "");
            }
        }
        """,
        """
        using System.IO;
        using Purser;

        [BatchJob]
        [Volume("/exports")]
        [Volume("/state")]
        public static class Program
        {
            public static void Main()
            {
                File.WriteAllText("/exports/a.csv", "");
                File.WriteAllText("/state/a.csv", "");
            }
        }
        """,
        static test => (test.CodeActionIndex, test.NumberOfFixAllIterations, test.NumberOfIncrementalIterations) = (1, 1, 2));
}
