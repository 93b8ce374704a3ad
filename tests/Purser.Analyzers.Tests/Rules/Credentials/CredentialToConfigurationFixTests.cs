using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class CredentialToConfigurationFixTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Purser;


        """;

    [Fact]
    public Task A_password_in_a_method_is_read_from_the_configuration_parameter() => Verify(
        """
        class Mail
        {
            void Send(IConfiguration configuration)
            {
                var smtpPassword = {|PUR3001:"hunter2"|};
            }
        }
        """,
        """
        class Mail
        {
            void Send(IConfiguration configuration)
            {
                var smtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("'Smtp:Password' is not configured");
            }
        }
        """);

    [Fact]
    public Task The_class_gives_the_section_where_the_name_has_none() => Verify(
        """
        class SmtpClientFactory(IConfiguration configuration)
        {
            private readonly string password = {|PUR3001:"hunter2"|};
        }
        """,
        """
        class SmtpClientFactory(IConfiguration configuration)
        {
            private readonly string password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("'Smtp:Password' is not configured");
        }
        """);

    [Fact]
    public Task The_only_workload_gets_the_secret() => Verify(
        """
        class Mail
        {
            void Send(IConfiguration configuration) => Use({|PUR3001:"hunter2"|});

            void Use(string smtpPassword) { }
        }

        [Stateless]
        class Orders;
        """,
        """
        class Mail
        {
            void Send(IConfiguration configuration) => Use(configuration["Smtp:Password"] ?? throw new InvalidOperationException("'Smtp:Password' is not configured"));

            void Use(string smtpPassword) { }
        }

        [Stateless]
        [Secret("Smtp:Password")]
        class Orders;
        """);

    [Fact]
    public Task A_constant_becomes_read_only_and_reads_the_environment() => Verify(
        """
        [Stateless]
        class Orders
        {
            /// <summary>For the broker.</summary>
            private const string BrokerPassword = {|PUR3001:"hunter2"|};

            string Read() => BrokerPassword;
        }
        """,
        """
        [Stateless]
        [Secret("BROKER_PASSWORD")]
        class Orders
        {
            /// <summary>For the broker.</summary>
            private static readonly string BrokerPassword = Environment.GetEnvironmentVariable("BROKER_PASSWORD") ?? throw new InvalidOperationException("'BROKER_PASSWORD' is not set");

            string Read() => BrokerPassword;
        }
        """);

    [Fact]
    public Task A_local_constant_becomes_a_variable() => Verify(
        """
        class Orders
        {
            void Run(HostBuilderContext hostContext)
            {
                const string apiKey = {|PUR3001:"hunter2"|};
                Console.WriteLine(apiKey);
            }
        }
        """,
        """
        class Orders
        {
            void Run(HostBuilderContext hostContext)
            {
                string apiKey = hostContext.Configuration["Orders:ApiKey"] ?? throw new InvalidOperationException("'Orders:ApiKey' is not configured");
                Console.WriteLine(apiKey);
            }
        }
        """);

    [Theory]
    [InlineData("[Obsolete(BrokerPassword)] void Use() { }")]
    [InlineData("void Use(string value = BrokerPassword) { }")]
    [InlineData("bool Use(string value) => value is BrokerPassword;")]
    [InlineData("void Use(string value) { switch (value) { case BrokerPassword: break; } }")]
    [InlineData("const string All = \"user:\" + BrokerPassword;")]
    [InlineData("int Use(string value) => value switch { BrokerPassword => 1, _ => 2 };")]
    public Task A_constant_that_must_be_one_is_left_alone(string use) => NoFix($$"""
        class Orders
        {
            private const string BrokerPassword = {|PUR3001:"hunter2"|};
            {{use}}
        }
        """);

    [Fact]
    public Task A_static_field_above_would_read_null_so_the_constant_stays() => NoFix("""
        class Orders
        {
            private static readonly string Header = "Basic " + BrokerPassword;
            private const string BrokerPassword = {|PUR3001:"hunter2"|};
        }
        """);

    [Theory]
    [InlineData("[Obsolete({|PUR3001:\"hunter2\"|})] void Use() { }")]
    [InlineData("void Use(string password = {|PUR3001:\"hunter2\"|}) { }")]
    [InlineData("bool Use(string password) => password is {|PUR3001:\"hunter2\"|};")]
    [InlineData("void Use(string password) { switch (password) { case {|PUR3001:\"hunter2\"|}: break; } }")]
    [InlineData("int Use(string password) => password switch { {|PUR3001:\"hunter2\"|} => 1, _ => 2 };")]
    [InlineData("System.Linq.Expressions.Expression<Func<string, bool>> Use() => password => password == {|PUR3001:\"hunter2\"|};")]
    public Task Where_C_sharp_wants_a_constant_there_is_no_fix(string member) => NoFix($$"""
        class Orders
        {
            {{member}}
        }
        """);

    [Fact]
    public Task Nameof_is_no_use_of_a_constant() => Verify(
        """
        class Orders
        {
            private const string BrokerPassword = {|PUR3001:"hunter2"|};
            [Obsolete(nameof(BrokerPassword))] void Use() { }
        }
        """,
        """
        class Orders
        {
            private static readonly string BrokerPassword = Environment.GetEnvironmentVariable("BROKER_PASSWORD") ?? throw new InvalidOperationException("'BROKER_PASSWORD' is not set");
            [Obsolete(nameof(BrokerPassword))] void Use() { }
        }
        """);

    [Theory]
    [InlineData("var dbPassword = {0};", "Db:Password")]
    [InlineData("var db_pwd = {0};", "Db:Password")]
    [InlineData("string githubToken; githubToken = {0};", "Github:Token")]
    [InlineData("var stripeApiKey = {0};", "Stripe:ApiKey")]
    [InlineData("var token = {0};", "Orders:Token")]
    [InlineData("var map = new Dictionary<string, string> { [\"Smtp:Password\"] = {0} };", "Smtp:Password")]
    [InlineData("var map = new Dictionary<string, string> { { \"sqlPassword\", {0} } };", "Sql:Password")]
    [InlineData("var o = new SmtpOptions { Password = {0} };", "Smtp:Password")]
    [InlineData("SmtpOptions o = new() { Password = {0} };", "Smtp:Password")]
    [InlineData("var smtp = new SmtpOptions(); smtp.Password = {0};", "Smtp:Password")]
    [InlineData("var c = new System.Net.NetworkCredential(\"me\", {0});", "Network:Password")]
    [InlineData("(string user, string password) pair = (\"me\", password: {0});", "Orders:Password")]
    [InlineData("var anonymous = new { jwtSecret = {0} };", "Jwt:Secret")]
    [InlineData("var jwtKey = System.Text.Encoding.UTF8.GetBytes({0});", "Jwt:Key")]
    [InlineData("var isAdmin = (Console.ReadLine() ?? \"\").Equals({0});", "Orders:Secret")]
    public Task Names_become_keys(string statement, string key) => Verify(
        $$"""
        class OrdersService
        {
            void Run(IConfiguration configuration)
            {
                {{statement.Replace("{0}", "{|PUR3001:\"hunter2\"|}")}}
            }
        }

        class SmtpOptions { public string Password { get; set; } = ""; }
        """,
        $$"""
        class OrdersService
        {
            void Run(IConfiguration configuration)
            {
                {{statement.Replace("{0}", $"configuration[\"{key}\"] ?? throw new InvalidOperationException(\"'{key}' is not configured\")")}}
            }
        }

        class SmtpOptions { public string Password { get; set; } = ""; }
        """);

    [Theory]
    [InlineData("if (password == {0}) return;")]
    [InlineData("var chars = {0}.ToCharArray();")]
    [InlineData("var header = \"Basic \" + user + {0};")]
    [InlineData("var either = user == \"\" ? {0} : user;")]
    public Task Operators_around_it_get_parentheses(string statement)
    {
        var fixedCode = statement.Replace("{0}", "(Environment.GetEnvironmentVariable(\"VARIABLE\") ?? throw new InvalidOperationException(\"'VARIABLE' is not set\"))");
        var variable = statement.Contains("==") && statement.StartsWith("if") ? "ORDERS_PASSWORD" : statement.Contains("chars") ? "CHARS" : statement.Contains("header") ? "HEADER" : "EITHER";
        return Verify(
            $$"""
            class Orders
            {
                void Run(string user, string password)
                {
                    {{statement.Replace("{0}", "{|PUR3001:\"hunter2\"|}")}}
                }
            }
            """,
            $$"""
            class Orders
            {
                void Run(string user, string password)
                {
                    {{fixedCode.Replace("VARIABLE", variable is "ORDERS_PASSWORD" ? variable : variable + "_SECRET")}}
                }
            }
            """);
    }

    [Fact]
    public Task A_fix_for_all_gives_each_its_key_and_its_secret() => Verify(
        """
        class Mail
        {
            private const string SmtpPassword = {|PUR3001:"hunter2"|}, SmtpUser = "mail";

            void Send(IConfiguration configuration)
            {
                var imapPassword = {|PUR3001:"hunter2-imap"|};
                var apiKey = {|PUR3001:"hunter2-api"|};
            }
        }

        [Stateless]
        class Orders;
        """,
        """
        class Mail
        {
            private static readonly string SmtpPassword = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("'SMTP_PASSWORD' is not set"), SmtpUser = "mail";

            void Send(IConfiguration configuration)
            {
                var imapPassword = configuration["Imap:Password"] ?? throw new InvalidOperationException("'Imap:Password' is not configured");
                var apiKey = configuration["Mail:ApiKey"] ?? throw new InvalidOperationException("'Mail:ApiKey' is not configured");
            }
        }

        [Stateless]
        [Secret("SMTP_PASSWORD")]
        [Secret("Imap:Password")]
        [Secret("Mail:ApiKey")]
        class Orders;
        """);

    [Fact]
    public Task Names_that_are_taken_are_qualified() => Verify(
        """
        class Mail
        {
            string Environment => "Production";

            string SmtpPassword => {|PUR3001:"hunter2"|};
        }
        """,
        """
        class Mail
        {
            string Environment => "Production";

            string SmtpPassword => System.Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("'SMTP_PASSWORD' is not set");
        }
        """);

    [Fact]
    public Task A_utf8_literal_is_read_as_bytes() => Verify(
        """
        class Orders
        {
            void Run(IConfiguration configuration)
            {
                ReadOnlySpan<byte> jwtSecret = {|PUR3001:"hunter2"u8|};
            }
        }
        """,
        """
        class Orders
        {
            void Run(IConfiguration configuration)
            {
                ReadOnlySpan<byte> jwtSecret = System.Text.Encoding.UTF8.GetBytes(configuration["Jwt:Secret"] ?? throw new InvalidOperationException("'Jwt:Secret' is not configured"));
            }
        }
        """);

    private static Task Verify(string source, string expected) =>
        FixTest.Verify<LeakMarker, CredentialToConfigurationFix>(Usings + source, Usings + expected);

    private static Task NoFix(string source) => Verify(source, source);
}
