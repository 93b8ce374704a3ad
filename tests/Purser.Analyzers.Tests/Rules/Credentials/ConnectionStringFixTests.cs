using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>Connection strings, URLs and addresses: PUR3002, PUR3003, PUR3006.</summary>
public sealed class ConnectionStringFixTests
{
    private const string Usings = """
        using System;
        using Microsoft.Extensions.Configuration;
        using Purser;


        """;

    [Fact]
    public Task A_connection_string_is_read_by_its_name() => Verify(
        """
        class Repository(IConfiguration configuration)
        {
            private readonly string ordersConnectionString = {|PUR3002:"Host=db;Username=orders;Password=hunter2"|};
        }

        [Stateless]
        class Orders;
        """,
        """
        class Repository(IConfiguration configuration)
        {
            private readonly string ordersConnectionString = configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("'ConnectionStrings:Orders' is not configured");
        }

        [Stateless]
        [Secret("ConnectionStrings:Orders")]
        class Orders;
        """);

    [Fact]
    public Task Without_configuration_the_password_alone_moves() => Verify(
        """
        [Stateless]
        class Orders
        {
            private const string OrdersDb = {|PUR3002:"Host=db;Username=orders;Password=hunter2;Options=\"{a}\""|};
        }
        """,
        """
        [Stateless]
        [Secret("ORDERS_PASSWORD")]
        class Orders
        {
            private static readonly string OrdersDb = $"Host=db;Username=orders;Password={Environment.GetEnvironmentVariable("ORDERS_PASSWORD") ?? throw new InvalidOperationException("'ORDERS_PASSWORD' is not set")};Options=\"{{a}}\"";
        }
        """);

    [Fact]
    public Task What_is_known_at_run_time_alone_stays_in_the_text() => Verify(
        """
        class Orders
        {
            string Connect(IConfiguration configuration, string host)
            {
                var storageConnection = {|PUR3002:$"Server={host};Database=orders;User Id=sa;Password=hunter2;Encrypt=true"|};
                return storageConnection;
            }
        }
        """,
        """
        class Orders
        {
            string Connect(IConfiguration configuration, string host)
            {
                var storageConnection = $"Server={host};Database=orders;User Id=sa;Password={configuration["Storage:Password"] ?? throw new InvalidOperationException("'Storage:Password' is not configured")};Encrypt=true";
                return storageConnection;
            }
        }
        """);

    [Fact]
    public Task Pieces_of_one_constant_go_together() => Verify(
        """
        class Orders
        {
            string Connect(IConfiguration configuration)
            {
                var orders = "Server=db;" + {|PUR3002:"User Id=sa;Password=hunter2;"|} + "Encrypt=true";
                return orders;
            }
        }
        """,
        """
        class Orders
        {
            string Connect(IConfiguration configuration)
            {
                var orders = configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("'ConnectionStrings:Orders' is not configured");
                return orders;
            }
        }
        """);

    [Fact]
    public Task The_context_that_is_registered_gives_the_name() => Verify(
        """
        class OrdersContext;

        class Start
        {
            void Add<T>(Action<string> use, string connectionString) { }

            void Run(IConfiguration configuration) => Add<OrdersContext>(_ => { }, {|PUR3002:"Host=db;Username=orders;Password=hunter2"|});
        }
        """,
        """
        class OrdersContext;

        class Start
        {
            void Add<T>(Action<string> use, string connectionString) { }

            void Run(IConfiguration configuration) => Add<OrdersContext>(_ => { }, configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("'ConnectionStrings:Orders' is not configured"));
        }
        """);

    [Fact]
    public Task A_url_with_a_password_moves_as_a_whole() => Verify(
        """
        class Feed(IConfiguration configuration)
        {
            private readonly string brokerUrl = {|PUR3003:"amqp://orders:hunter2@broker:5672/"|};
        }
        """,
        """
        class Feed(IConfiguration configuration)
        {
            private readonly string brokerUrl = configuration["Broker:Url"] ?? throw new InvalidOperationException("'Broker:Url' is not configured");
        }
        """);

    [Fact]
    public Task Without_configuration_the_password_of_a_url_moves() => Verify(
        """
        class Feed
        {
            private readonly string brokerUrl = {|PUR3003:@"amqp://orders:hunter2@broker:5672/"|};
        }
        """,
        """
        class Feed
        {
            private readonly string brokerUrl = $"amqp://orders:{Environment.GetEnvironmentVariable("BROKER_PASSWORD") ?? throw new InvalidOperationException("'BROKER_PASSWORD' is not set")}@broker:5672/";
        }
        """);

    [Fact]
    public Task An_address_moves_to_a_setting_with_its_value() => Verify(
        """
        class Search(IConfiguration configuration)
        {
            private readonly string elasticUrl = {|PUR3006:"http://elastic.prod.internal:9200"|};
            private readonly string orders = {|PUR3006:"Host=db.prod.internal;Database=orders"|};
        }

        [BatchJob]
        class Orders
        {
            private const string Host = {|PUR3006:"smtp.prod.internal"|};
        }
        """,
        """
        class Search(IConfiguration configuration)
        {
            private readonly string elasticUrl = configuration["Elastic:Url"] ?? throw new InvalidOperationException("'Elastic:Url' is not configured");
            private readonly string orders = configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("'ConnectionStrings:Orders' is not configured");
        }

        [BatchJob]
        [Setting("Elastic:Url", "http://elastic.prod.internal:9200")]
        [Setting("ConnectionStrings:Orders", "Host=db.prod.internal;Database=orders")]
        [Setting("ORDERS_HOST", "smtp.prod.internal")]
        class Orders
        {
            private static readonly string Host = Environment.GetEnvironmentVariable("ORDERS_HOST") ?? throw new InvalidOperationException("'ORDERS_HOST' is not set");
        }
        """);

    [Fact]
    public Task An_address_stays_where_no_workload_could_carry_it()
    {
        const string source = """
            class Search(IConfiguration configuration)
            {
                private readonly string elasticUrl = {|PUR3006:"http://elastic.prod.internal:9200"|};
            }
            """;
        return Verify(source, source);
    }

    [Fact]
    public Task Of_several_workloads_the_one_that_reads_it_gets_the_reference() => Verify(
        """
        [Stateless]
        class Orders
        {
            private readonly string dbPassword = {|PUR3001:"hunter2"|};
        }

        [BatchJob]
        class Nightly;

        class Library
        {
            private readonly string apiPassword = {|PUR3001:"hunter2"|};
        }
        """,
        """
        [Stateless]
        [Secret("DB_PASSWORD")]
        class Orders
        {
            private readonly string dbPassword = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw new InvalidOperationException("'DB_PASSWORD' is not set");
        }

        [BatchJob]
        class Nightly;

        class Library
        {
            private readonly string apiPassword = Environment.GetEnvironmentVariable("API_PASSWORD") ?? throw new InvalidOperationException("'API_PASSWORD' is not set");
        }
        """);

    private static Task Verify(string source, string expected) =>
        FixTest.Verify<LeakMarker, CredentialToConfigurationFix>(Usings + source, Usings + expected);
}
