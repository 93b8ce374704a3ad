using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Kinds;

namespace Purser.Analyzers.Tests.Rules.Kinds;

public sealed class PUR2011ReliesOnPodNameTests
{
    [Theory]
    // Taken apart, or made a number
    [InlineData("""var ordinal = int.Parse(Environment.MachineName.Split('-')[^1]); Console.WriteLine(ordinal);""", "PUR2011")]
    [InlineData("""var host = Environment.GetEnvironmentVariable("HOSTNAME"); var n = host![(host!.LastIndexOf('-') + 1)..]; Console.WriteLine(n);""", "PUR2011")]
    [InlineData("""var host = Environment.GetEnvironmentVariable("HOSTNAME") ?? "local"; Console.WriteLine(host[^1]);""", "PUR2011")]
    [InlineData("""const string Variable = "HOSTNAME"; var host = Environment.GetEnvironmentVariable(Variable); Console.WriteLine(host?.Split('-').Last());""", "PUR2011")]
    [InlineData("""var seed = System.Net.Dns.GetHostName().GetHashCode(); Console.WriteLine(seed % 32);""", "PUR2011")]
    [InlineData("""var m = System.Text.RegularExpressions.Regex.Match(Environment.MachineName, "-([0-9]+)$"); Console.WriteLine(m);""", "PUR2011")]
    [InlineData("""var n = builder.Configuration["POD_NAME"]!.Split('-'); Console.WriteLine(n);""", "PUR2011")]
    [InlineData("""Console.WriteLine(Environment.GetEnvironmentVariable("POD_INDEX"));""", "PUR2011")]
    [InlineData("""Console.WriteLine(Names.Number(Environment.MachineName));""", "PUR2011")]
    [InlineData("""Console.WriteLine(Names.Host.Length); Console.WriteLine(Names.IsFirst);""", "PUR2011")]
    // Compared with a fixed name
    [InlineData("""if (Environment.MachineName == "orders-0") Console.WriteLine("first");""", "PUR2011")]
    [InlineData("""if (Environment.MachineName.EndsWith("-0")) Console.WriteLine("first");""", "PUR2011")]
    [InlineData("""if (Environment.MachineName is "orders-0" or "orders-1") Console.WriteLine("first");""", "PUR2011")]
    [InlineData("""if (builder.Configuration["Leader"] == Environment.MachineName) Console.WriteLine("first");""", "PUR2011")]
    // An id or an address
    [InlineData("""var workerId = Environment.MachineName; Console.WriteLine(workerId);""", "PUR2011")]
    [InlineData("""var settings = new Names { ShardKey = Environment.MachineName }; Console.WriteLine(settings);""", "PUR2011")]
    [InlineData("""Names.Claim(partition: Environment.MachineName);""", "PUR2011")]
    [InlineData("""var self = $"http://{Environment.MachineName}.orders:8080"; Console.WriteLine(self);""", "PUR2011")]
    // Only told
    [InlineData("""app.Logger.LogInformation("Started on {Host}", Environment.MachineName);""", "")]
    [InlineData("""var host = Environment.MachineName; app.Logger.LogInformation("Started on {Host}", host);""", "")]
    [InlineData("""var tags = new KeyValuePair<string, object?>("host", Environment.MachineName); Console.WriteLine(tags);""", "")]
    [InlineData("""app.MapGet("/info", () => new { Host = Environment.MachineName });""", "")]
    [InlineData("""app.Use((context, next) => { context.Response.Headers["X-Served-By"] = Environment.MachineName; return next(context); });""", "")]
    [InlineData("""var id = $"{Environment.MachineName}-{Guid.NewGuid()}"; Console.WriteLine(id);""", "")]
    [InlineData("""var host = Environment.GetEnvironmentVariable("HOSTNAME"); if (string.IsNullOrEmpty(host)) Console.WriteLine("?");""", "")]
    [InlineData("""if (Environment.GetEnvironmentVariable("HOSTNAME") is null) Console.WriteLine("?");""", "")]
    [InlineData("""if (Environment.GetEnvironmentVariable("HOSTNAME") == "") Console.WriteLine("?");""", "")]
    [InlineData("""var holder = Console.ReadLine(); if (holder == Environment.MachineName) Console.WriteLine("mine");""", "")]
    [InlineData("""if (builder.Environment.IsDevelopment() && Environment.MachineName == "build-1") Console.WriteLine("mine");""", "PUR2011")]
    [InlineData("""if (builder.Environment.IsDevelopment()) { var ordinal = Environment.MachineName.Split('-'); Console.WriteLine(ordinal); }""", "")]
    public async Task A_use_decides(string statements, string expected) => Assert.Equal(expected, await StateProgram.Ids(Program(statements, "[Stateless]")));

    [Theory]
    [InlineData("[Stateless(Replicas = 1)]", "PUR2011")]
    [InlineData("[Stateful]", "")]
    [InlineData("[PerNode]", "")]
    public async Task Only_a_stateful_pod_has_a_name(string attributes, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(Program("""Console.WriteLine(Environment.MachineName.Split('-')[^1]);""", attributes)));

    [Fact]
    public async Task A_message_shows_what_is_done()
    {
        var only = Assert.Single(await StateProgram.Analyze(Program("""var ordinal = int.Parse(Environment.MachineName.Split('-')[^1]); Console.WriteLine(ordinal);""", "[Stateless]")));
        Assert.Equal(
            "'Program' is [Stateless], but 'Split' in Program.cs relies on its pod's name (Environment.MachineName.Split('-')): such a pod has a random name without a number, and a new one when it is replaced; make it [Stateful], whose pods are numbered from 0",
            only.GetMessage());
    }

    [Theory]
    [InlineData("var n = Environment.MachineName.Split(")]
    [InlineData("string host = host + Environment.MachineName; if (host == ")]
    [InlineData("Environment.GetEnvironmentVariable(\"HOSTNAME\").")]
    public async Task Half_typed_code_harms_nobody(string statement) => await StateProgram.Analyze(FactsOf.Web(statement));

    [Fact]
    public Task The_kind_changes() => FixTest.Verify<PUR2011ReliesOnPodName, PUR2011ReliesOnPodNameFix>(
        """
        using System;
        using Purser;

        [{|PUR2011:Stateless(Replicas = 4)|}]
        [Exposed(Port = 8080)]
        public static class Program
        {
            public static void Main() => Console.WriteLine(Environment.MachineName.Split('-')[^1]);
        }
        """,
        """
        using System;
        using Purser;

        [Stateful(Replicas = 4)]
        [Exposed(Port = 8080)]
        public static class Program
        {
            public static void Main() => Console.WriteLine(Environment.MachineName.Split('-')[^1]);
        }
        """);

    private static Project Program(string statements, string attributes) => StateProgram.Of(
        $"var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); {statements} {attributes} public partial class Program;",
        """
        public sealed class Names
        {
            public static string Host { get; } = Environment.MachineName;
            public static bool IsFirst => Host.EndsWith("-0");
            public string? ShardKey { get; set; }
            public static int Number(string host) => int.Parse(host.Substring(host.LastIndexOf('-') + 1));
            public static void Claim(string partition) { }
        }
        """);
}
