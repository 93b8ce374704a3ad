using Purser.Analyzers.Tests.Rules.Networking;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Storage;

namespace Purser.Analyzers.Tests.Rules.Storage;

public sealed class PUR5002GracePeriodTooShortTests
{
    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));", "[Stateless(TerminationGracePeriodSeconds = 30)]", "30")]
    [InlineData("builder.WebHost.UseShutdownTimeout(TimeSpan.FromMinutes(2));", "[Stateful(TerminationGracePeriodSeconds = 60)]", "60")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));", "[Stateless(TerminationGracePeriodSeconds = 62), Exposed]", "62")]
    [InlineData("", "[Stateless(TerminationGracePeriodSeconds = 30), Setting(\"DOTNET_SHUTDOWNTIMEOUTSECONDS\", \"45\")]", "30")]
    public async Task A_period_that_ends_too_early_is_reported_at_its_number(string code, string attributes, string expected) => Assert.Equal($"PUR5002 {expected}", await FactRule.Lines("PUR5002", Program(code, attributes)));

    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));", "[Stateless(TerminationGracePeriodSeconds = 60)]")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));", "[Stateless]")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(Environment.ProcessorCount));", "[Stateless(TerminationGracePeriodSeconds = 1)]")]
    [InlineData("", "[Stateless(TerminationGracePeriodSeconds = 5)]")]
    public async Task One_that_is_long_enough_or_follows_the_code_is_not(string code, string attributes) => Assert.Equal("", await FactRule.Lines("PUR5002", Program(code, attributes)));

    [Fact]
    public async Task The_message_says_both_times() => Assert.Equal(
        "the pod is killed after 30 seconds, 5 of which it waits for the last requests, but the app takes up to 60 seconds to stop (ShutdownTimeout = TimeSpan.FromSeconds(60)); write 70 or more, or leave it out, and it follows the app's timeout",
        await FactRule.Message("PUR5002", FactsOf.Web(Program("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));", "[Stateless(TerminationGracePeriodSeconds = 30), Exposed]"))));

    [Theory]
    [InlineData(0, "[Stateless(TerminationGracePeriodSeconds = 65)]")]
    [InlineData(1, "[Stateless]")]
    public Task The_fix_raises_it_or_leaves_it_to_the_code(int index, string expected)
    {
        const string Code = "builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));";
        return FactRule.Fix<PUR5002GracePeriodTooShortFix>("PUR5002", Program(Code, "[Stateless(TerminationGracePeriodSeconds = {|PUR5002:30|})]"), Program(Code, expected), index);
    }

    private static string Program(string code, string attributes) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{code}}
        builder.Build().Run();

        {{attributes}}
        public partial class Program;
        """;
}
