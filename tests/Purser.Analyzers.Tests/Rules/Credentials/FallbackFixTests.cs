using Microsoft.CodeAnalysis;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>PUR3008, options classes, programs of top-level statements and workloads in other files.</summary>
public sealed class FallbackFixTests
{
    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Purser;


        """;

    [Theory]
    [InlineData("configuration[\"Db:Password\"] ?? {|PUR3008:\"hunter2\"|}", "configuration[\"Db:Password\"] ?? throw new InvalidOperationException(\"'Db:Password' is not configured\")", "Db:Password")]
    [InlineData("configuration.GetConnectionString(\"Orders\") ?? {|PUR3008:\"hunter2\"|}", "configuration.GetConnectionString(\"Orders\") ?? throw new InvalidOperationException(\"'ConnectionStrings:Orders' is not configured\")", "ConnectionStrings:Orders")]
    [InlineData("configuration.GetSection(\"Db\")[\"Password\"] ?? {|PUR3008:\"hunter2\"|}", "configuration.GetSection(\"Db\")[\"Password\"] ?? throw new InvalidOperationException(\"'Db:Password' is not configured\")", "Db:Password")]
    [InlineData("configuration.GetSection(\"Db:Password\").Value ?? {|PUR3008:\"hunter2\"|}", "configuration.GetSection(\"Db:Password\").Value ?? throw new InvalidOperationException(\"'Db:Password' is not configured\")", "Db:Password")]
    [InlineData("Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? {|PUR3008:\"hunter2\"|}", "Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? throw new InvalidOperationException(\"'DB_PASSWORD' is not set\")", "DB_PASSWORD")]
    [InlineData("Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? configuration[\"Db:Password\"] ?? {|PUR3008:\"hunter2\"|}", "Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? configuration[\"Db:Password\"] ?? throw new InvalidOperationException(\"'DB_PASSWORD' is not set\")", "DB_PASSWORD")]
    [InlineData("configuration.GetValue(\"Db:Password\", {|PUR3008:\"hunter2\"|})", "configuration.GetValue<string>(\"Db:Password\") ?? throw new InvalidOperationException(\"'Db:Password' is not configured\")", "Db:Password")]
    public Task A_fallback_becomes_an_exception(string expression, string expected, string key) => Verify(
        $$"""
        [Stateless]
        class Orders
        {
            string Password(IConfiguration configuration) => {{expression}};
        }
        """,
        $$"""
        [Stateless]
        [Secret("{{key}}")]
        class Orders
        {
            string Password(IConfiguration configuration) => {{expected}};
        }
        """);

    [Fact]
    public Task The_section_of_a_variable_is_followed() => Verify(
        """
        class Orders
        {
            string Password(IConfiguration configuration)
            {
                var section = configuration.GetSection("Db");
                return section["Password"] ?? {|PUR3008:"hunter2"|};
            }
        }
        """,
        """
        class Orders
        {
            string Password(IConfiguration configuration)
            {
                var section = configuration.GetSection("Db");
                return section["Password"] ?? throw new InvalidOperationException("'Db:Password' is not configured");
            }
        }
        """);

    [Fact]
    public Task A_secret_that_the_workload_has_is_not_added_twice() => Verify(
        """
        [Stateless]
        [Secret("db:password")]
        class Orders
        {
            string Password(IConfiguration configuration) => configuration["Db:Password"] ?? {|PUR3008:"hunter2"|};
        }
        """,
        """
        [Stateless]
        [Secret("db:password")]
        class Orders
        {
            string Password(IConfiguration configuration) => configuration["Db:Password"] ?? throw new InvalidOperationException("'Db:Password' is not configured");
        }
        """);

    [Fact]
    public Task Binding_supplies_what_an_options_class_had_as_a_default() => Verify(
        """
        class MailSettings
        {
            public string Host { get; set; } = "";

            public string Password { get; set; } = {|PUR3001:"hunter2"|};
        }

        static class Start
        {
            static void Run(IServiceCollection services, IConfiguration configuration) => services.Configure<MailSettings>(configuration.GetSection("Smtp"));
        }

        [Stateless]
        class Orders;
        """,
        """
        class MailSettings
        {
            public string Host { get; set; } = "";

            public string Password { get; set; } = null!;
        }

        static class Start
        {
            static void Run(IServiceCollection services, IConfiguration configuration) => services.Configure<MailSettings>(configuration.GetSection("Smtp"));
        }

        [Stateless]
        [Secret("Smtp:Password")]
        class Orders;
        """);

    [Fact]
    public Task A_class_that_nothing_binds_reads_the_environment() => Verify(
        """
        class SmtpSettings
        {
            public string Password { get; set; } = {|PUR3001:"hunter2"|};
        }
        """,
        """
        class SmtpSettings
        {
            public string Password { get; set; } = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("'SMTP_PASSWORD' is not set");
        }
        """);

    [Fact]
    public Task In_top_level_statements_the_builder_is_reachable_once_it_is_there() => Verify(
        """
        var early = {|PUR3001:"hunter2-early"|};
        var builder = WebApplication.CreateBuilder(args);
        var smtpPassword = {|PUR3001:"hunter2"|};
        static string Ftp() => {|PUR3001:"hunter2-ftp"|};
        var app = builder.Build();
        app.MapGet("/", (string user) => user == {|PUR3001:"hunter2-handler"|});
        app.Run();

        [Stateless]
        partial class Program;
        """,
        """
        var early = Environment.GetEnvironmentVariable("EARLY_SECRET") ?? throw new InvalidOperationException("'EARLY_SECRET' is not set");
        var builder = WebApplication.CreateBuilder(args);
        var smtpPassword = builder.Configuration["Smtp:Password"] ?? throw new InvalidOperationException("'Smtp:Password' is not configured");
        static string Ftp() => Environment.GetEnvironmentVariable("FTP_SECRET") ?? throw new InvalidOperationException("'FTP_SECRET' is not set");
        var app = builder.Build();
        app.MapGet("/", (string user) => user == (app.Configuration["User:Secret"] ?? throw new InvalidOperationException("'User:Secret' is not configured")));
        app.Run();

        [Stateless]
        [Secret("EARLY_SECRET")]
        [Secret("Smtp:Password")]
        [Secret("FTP_SECRET")]
        [Secret("User:Secret")]
        partial class Program;
        """,
        OutputKind.ConsoleApplication);

    [Fact]
    public Task The_workload_may_be_in_another_file() => FixTest.Verify<LeakMarker, CredentialToConfigurationFix>(
        """
        class Mail
        {
            private readonly string smtpPassword = {|PUR3001:"hunter2"|};
        }
        """,
        """
        class Mail
        {
            private readonly string smtpPassword = System.Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new System.InvalidOperationException("'SMTP_PASSWORD' is not set");
        }
        """,
        test =>
        {
            test.TestState.Sources.Add(("/0/Orders.cs", "namespace Shop;\n\n[Purser.Stateless]\nclass Orders;\n"));
            test.FixedState.Sources.Add(("/0/Orders.cs", "using Purser;\n\nnamespace Shop;\n\n[Purser.Stateless]\n[Secret(\"SMTP_PASSWORD\")]\nclass Orders;\n"));
        });

    [Fact]
    public Task Code_that_is_half_typed_is_left_as_it_is()
    {
        const string source = """
            class Orders
            {
                void Run(string password = {|PUR3001:"hunter2"|}
            """;
        return FixTest.Verify<LeakMarker, CredentialToConfigurationFix>(source, source, test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);
    }

    private static Task Verify(string source, string expected, OutputKind output = OutputKind.DynamicallyLinkedLibrary) =>
        FixTest.Verify<LeakMarker, CredentialToConfigurationFix>(Usings + source, Usings + expected, test => test.TestState.OutputKind = output);
}
