using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Kinds;

namespace Purser.Analyzers.Tests.Rules.Kinds;

public sealed class PUR2007WritesNothingTests
{
    [Theory]
    [InlineData("[Stateful]", """WebApplication.CreateBuilder(args).Build().Run();""", "PUR2007")]
    [InlineData("[Stateless]", """WebApplication.CreateBuilder(args).Build().Run();""", "")]
    [InlineData("[Stateful(Command = new[] { \"redis-server\" })]", """WebApplication.CreateBuilder(args).Build().Run();""", "")]
    [InlineData("[Stateful] [Setting(\"Store:Path\", \"/data/orders\")]", """WebApplication.CreateBuilder(args).Build().Run();""", "")]
    [InlineData("[Stateful(Args = new[] { \"--dir=/data\" })]", """Console.WriteLine(args[0]);""", "")]
    [InlineData("[Stateful]", """File.WriteAllText("/data/a", "");""", "")]
    [InlineData("[Stateful]", """File.WriteAllText(args[0], "");""", "")]
    [InlineData("[Stateful]", """Console.WriteLine(File.ReadAllText("seed.json"));""", "PUR2007")]
    [InlineData("[Stateful]", """Console.WriteLine(File.ReadAllText("/data/seed.json"));""", "")]
    [InlineData("[Stateful]", """var engine = new { Path = "/data/index" }; Console.WriteLine(engine);""", "")]
    [InlineData("[Stateful]", """Console.WriteLine("/database");""", "PUR2007")]
    [InlineData("[Stateful]", """System.Diagnostics.Process.Start("redis-server");""", "")]
    [InlineData("[Stateful]", """System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("redis-server"));""", "")]
    [InlineData("[Stateful]", """var ordinal = int.Parse(Environment.MachineName.Split('-')[^1]); Console.WriteLine(ordinal);""", "")]
    [InlineData("[Stateful]", """using var connection = new Microsoft.Data.Sqlite.SqliteConnection(args[0]);""", "")]
    [InlineData("[Stateful]", """void Dead() { } if (args.Length > 5) Dead(); Console.WriteLine();""", "PUR2007")]
    public async Task Something_must_use_the_disk(string attributes, string statement, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of(statement + " " + attributes + " public partial class Program;", Packages.Sqlite)));

    [Fact]
    public async Task A_library_of_the_product_may_write()
    {
        var storage = (Project.Of("namespace Storage; public class Log { }") with { AssemblyName = "Orders.Storage" }).Compile().ToMetadataReference();
        var project = StateProgram.Of("WebApplication.CreateBuilder(args).Build().Run(); [Stateful] public partial class Program;");
        Assert.Equal("PUR2007", await StateProgram.Ids(project));
        Assert.Equal("", await StateProgram.Ids(project with { References = [.. project.References, storage] }));
    }

    [Fact]
    public async Task What_nobody_calls_does_not_count()
    {
        const string Writer = "public static class Backup { public static void Write() => File.WriteAllText(\"/data/backup\", \"\"); }";
        Assert.Equal("", await StateProgram.Ids(StateProgram.Of("Backup.Write(); [Stateful] public partial class Program;", Writer)));
        Assert.Equal("PUR2007", await StateProgram.Ids(StateProgram.Of("Console.WriteLine(); [Stateful] public partial class Program;", Writer)));
    }

    [Fact]
    public Task The_kind_changes() => Testing.FixTest.Verify<PUR2007WritesNothing, PUR2007WritesNothingFix>(
        """
        using Purser;

        [{|PUR2007:Stateful(Storage = "10Gi", Replicas = 3)|}]
        public static class Program
        {
            public static void Main() => System.Console.WriteLine();
        }
        """,
        """
        using Purser;

        [Stateless(Replicas = 3)]
        public static class Program
        {
            public static void Main() => System.Console.WriteLine();
        }
        """,
        static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);
}
