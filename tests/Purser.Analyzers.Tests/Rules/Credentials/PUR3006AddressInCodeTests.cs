using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class PUR3006AddressInCodeTests
{
    [Theory]
    // Connection strings without a credential.
    [InlineData("Host=db.prod.internal;Database=orders")]
    [InlineData("Host=postgres;Port=5432;Database=orders")]
    [InlineData("Server=sql01;Database=Orders;Integrated Security=true")]
    [InlineData(@"Server=sql01\\ORDERS;Database=Orders;Trusted_Connection=True;TrustServerCertificate=True")]
    [InlineData("Data Source=10.1.2.3,1433;Initial Catalog=Orders;Integrated Security=SSPI")]
    [InlineData("Server=tcp:shop.database.windows.net,1433;Initial Catalog=orders;Authentication=Active Directory Default")]
    [InlineData("Endpoint=sb://shop.servicebus.windows.net/;Authentication=Managed Identity")]
    // URLs of databases and brokers.
    [InlineData("postgres://db/orders")]
    [InlineData("postgresql://orders@db.shop.com:5432/orders")]
    [InlineData("jdbc:postgresql://db.shop.com:5432/orders")]
    [InlineData("mongodb://mongo-0.mongo:27017,mongo-1.mongo:27017/orders?replicaSet=rs0")]
    [InlineData("mongodb+srv://cluster0.ab1cd.mongodb.net/orders")]
    [InlineData("redis://cache")]
    [InlineData("rediss://cache.shop.com:6380/0")]
    [InlineData("amqp://broker")]
    [InlineData("amqps://orders@broker.shop.com:5671/vhost")]
    [InlineData("nats://nats:4222")]
    [InlineData("mqtt://10.0.0.4:1883")]
    [InlineData("ldap://dc01.corp.shop.com")]
    // URLs of services.
    [InlineData("http://10.0.3.7:9200")]
    [InlineData("http://172.20.1.9/api/")]
    [InlineData("https://192.168.1.20:8443/api/orders")]
    [InlineData("http://inventory:8080")]
    [InlineData("http://inventory:8080/api/v1/items")]
    [InlineData("http://inventory.shop.svc.cluster.local")]
    [InlineData("https://search.prod.internal/")]
    [InlineData("https://api.staging.shop.com/v2")]
    [InlineData("https://orders-uat.shop.com")]
    [InlineData("https://shop.vault.azure.net/")]
    [InlineData("https://shop.documents.azure.com:443/")]
    [InlineData("tcp://queue.shop.internal:61616")]
    // Host and port.
    [InlineData("redis:6379")]
    [InlineData("redis:6379,abortConnect=false")]
    [InlineData("kafka-1.shop.internal:9092,kafka-2.shop.internal:9092")]
    [InlineData("db.shop.com:5432")]
    [InlineData("10.0.3.7:8080")]
    public async Task An_address_of_one_environment_is_found(string address)
    {
        var diagnostic = Assert.Single(await Code.Diagnostics($$"""class C { private const string Orders = "{{address}}"; }"""));
        Assert.Equal("PUR3006", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    // This machine, documentation, placeholders, and what is the same everywhere.
    [InlineData("Host=localhost;Database=orders")]
    [InlineData("Server=.;Database=Orders;Integrated Security=true")]
    [InlineData("Server=(localdb)\\\\mssqllocaldb;Database=Orders;Trusted_Connection=True")]
    [InlineData("Data Source=orders.db;Cache=Shared")]
    [InlineData("Data Source=:memory:;Version=3")]
    [InlineData("Data Source=C:\\\\data\\\\orders.mdb;Mode=Read")]
    [InlineData("DataSource=|DataDirectory|orders.sdf;Mode=Read")]
    [InlineData("Host=<host>;Database=orders")]
    [InlineData("Host={0};Database={1}")]
    [InlineData("Server=myServer;Database=orders")]
    [InlineData("Endpoint=sb://mynamespace.servicebus.windows.net/;SharedAccessKeyName=myPolicy;SharedAccessKey=myKey")]
    [InlineData("Endpoint=sb://my-namespace.servicebus.windows.net/;Authentication=Managed Identity")]
    [InlineData("rabbitmq://some_server/orders")]
    [InlineData("http://localhost:9200")]
    [InlineData("http://127.0.0.1:9200")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("localhost:6379")]
    [InlineData("redis://localhost")]
    [InlineData("redis://")]
    [InlineData("amqp://{host}:5672")]
    [InlineData("http://example.com:8080")]
    [InlineData("https://orders.example.com/prod")]
    [InlineData("https://shop.test")]
    [InlineData("http://192.0.2.7:9200")]
    [InlineData("http://1.2.3.4:9200")]
    [InlineData("http://10.0.2.2:9200")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://kubernetes.default.svc")]
    [InlineData("http://metadata.google.internal/computeMetadata/v1/")]
    // Public ones, links, namespaces.
    [InlineData("https://api.github.com")]
    [InlineData("https://api.stripe.com:443/v1")]
    [InlineData("https://www.shop.com/terms")]
    [InlineData("http://www.w3.org/2001/XMLSchema")]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name")]
    [InlineData("http://schemas.microsoft.com/winfx/2006/xaml")]
    [InlineData("http://tempuri.org/orders")]
    [InlineData("urn:shop:orders")]
    [InlineData("https://opensource.org/licenses/MIT")]
    [InlineData("http://wiki.shop.local/setup.html")]
    [InlineData("https://downloads.shop.internal/agent.zip")]
    // The same name in each namespace.
    [InlineData("http://inventory")]
    [InlineData("https+http://inventory")]
    // Something else altogether.
    [InlineData("See http://10.0.3.7:9200 for more")]
    [InlineData("Orders:6379")]
    [InlineData("Shop.Orders.Internal")]
    [InlineData("settings.local")]
    [InlineData("orders.db")]
    [InlineData("10.0.19041.0")]
    [InlineData("12:30")]
    [InlineData("12:30:45")]
    [InlineData("nginx:1.25")]
    [InlineData("orders:latest")]
    [InlineData("step:42")]
    [InlineData("10.0.0.0/8")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("Expires=0; Path=/; Domain=shop")]
    [InlineData("a=1;b=2")]
    [InlineData("file://10.0.3.7/share")]
    [InlineData("pack://application:,,,/Shop;component/a.xaml")]
    [InlineData("://")]
    [InlineData("http://")]
    [InlineData(":6379")]
    [InlineData("=")]
    [InlineData("Host=;Database=")]
    public async Task Everything_else_is_left_alone(string text) =>
        Assert.Empty(await Code.Found($$"""class C { private const string Orders = "{{text}}"; }"""));

    [Theory]
    [InlineData("""var search = new Uri("http://10.0.3.7:9200");""")]
    [InlineData("""var search = $"http://10.0.3.7:9200/{user}/_search";""")]
    [InlineData("""var search = "http://10.0.3.7:9200/" + user;""")]
    [InlineData("""var orders = $"Host=db.prod.internal;Username=orders;Password={password}";""")]
    [InlineData("""var orders = "Host=db.prod.internal;Username=orders;Password=" + password;""")]
    [InlineData("""var client = new HttpClient { BaseAddress = new Uri("http://inventory.shop.svc:8080") };""")]
    [InlineData("""thing.Connect("redis:6379");""")]
    [InlineData("""var text = await thing.GetStringAsync("http://10.0.3.7:9200/_cat");""")]
    [InlineData("""thing.AddHttpClient("inventory", (Action<HttpClient>)(c => c.BaseAddress = new Uri("http://10.0.3.7:9200")));""")]
    [InlineData("""string[] brokers = ["kafka.shop.internal:9092"];""")]
    [InlineData("""thing.UseNpgsql("Host=db.prod.internal;Database=orders");""")]
    [InlineData("""config["Search:Url"] = "http://10.0.3.7:9200";""")]
    [InlineData("""_ = new Dictionary<string, string?> { ["Search:Url"] = "http://10.0.3.7:9200" };""")]
    [InlineData("""var mail = new System.Net.Mail.SmtpClient("mail.shop.com", 25);""")]
    [InlineData("""var mail = new System.Net.Mail.SmtpClient { Host = "mail" };""")]
    [InlineData("""var tcp = new System.Net.Sockets.TcpClient("inventory", 7000);""")]
    [InlineData("""var factory = new ConnectionFactory { HostName = "rabbit" };""")]
    [InlineData("""var producer = new ProducerConfig { BootstrapServers = "kafka:9092" };""")]
    [InlineData("""var smtpHost = "smtp.prod.internal";""")]
    [InlineData("""var searchServer = "10.0.3.7";""")]
    [InlineData("""var server = "inventory:8080";""")]
    public async Task Wherever_something_connects_to_it(string statement) =>
        Assert.StartsWith("PUR3006 ", Assert.Single(await Code.Found(Code.Method(statement).Replace("void Run", "async Task Run"))));

    [Theory]
    [InlineData("""var search = config["Search:Url"] ?? "http://10.0.3.7:9200";""")]
    [InlineData("""var search = config.GetValue("Search:Url", "http://10.0.3.7:9200");""")]
    [InlineData("""if (host == "redis:6379") { }""")]
    [InlineData("""if (host is "redis:6379") { }""")]
    [InlineData("""if (host.StartsWith("http://10.0.3.7:9200")) { }""")]
    [InlineData("""switch (host) { case "redis:6379": break; }""")]
    [InlineData("""Console.WriteLine("http://10.0.3.7:9200");""")]
    [InlineData("""thing.LogInformation("http://10.0.3.7:9200");""")]
    [InlineData("""throw new InvalidOperationException("http://10.0.3.7:9200");""")]
    [InlineData("""System.Diagnostics.Process.Start("http://wiki.shop.local/setup");""")]
    [InlineData("""var helpUrl = "http://wiki.shop.local/setup";""")]
    [InlineData("""const string ShopDocumentationUrl = "https://docs.prod.shop.com";""")]
    [InlineData("""var issuer = "https://login.prod.shop.com";""")]
    [InlineData("""thing.WithOrigins("http://10.0.3.7:3000");""")]
    [InlineData("""System.Xml.Linq.XNamespace orders = "http://orders.shop.local/2024";""")]
    [InlineData("""var p = thing["redis:6379"];""")]
    [InlineData("""void Connect(string server = "redis:6379") { }""")]
    [InlineData("""var port = $"http://{host}:9200";""")]
    [InlineData("""var url = user + "http://10.0.3.7:9200";""")]
    [InlineData("""var hostKey = "smtp.prod.internal";""")]
    [InlineData("""// var search = "http://10.0.3.7:9200";""")]
    public async Task But_not_where_it_is_shown_compared_or_given_otherwise(string statement) => Assert.Empty(await Code.Found(Code.Method(statement)));

    [Theory]
    [InlineData("""[System.ComponentModel.Description("http://10.0.3.7:9200")] class C;""")]
    [InlineData("""class UrlAttribute(string url) : System.Attribute; [Url("http://10.0.3.7:9200")] class C;""")]
    [InlineData("""[Purser.Stateless] [Purser.Setting("Search:Url", "http://10.0.3.7:9200")] class C;""")]
    [InlineData("""class SearchOptions { public string Url { get; set; } = "http://10.0.3.7:9200"; }""")]
    public async Task Nor_in_attributes_and_options_that_configuration_is_bound_to(string source) => Assert.Empty(await Code.Found(source));

    [Fact]
    public async Task Generated_code_and_test_projects_are_left_alone()
    {
        const string source = """class C { string search = "http://10.0.3.7:9200"; }""";
        Assert.Single(await Code.Found(source));
        Assert.Empty(await Code.Found("// <auto-generated/>\n" + source));
        Assert.Empty(await Code.Found(source, project => project.With("IsTestProject", "true")));
    }

    [Theory]
    [InlineData("""class C { string search = "http://10.0.3.7:9200" """)]
    [InlineData("""class C { void M() { var search = new Uri("http://10.0.3.7:9200" """)]
    [InlineData("""class C { void M() { new SmtpClient("mail.shop.internal", """)]
    [InlineData("""class C { void M() { thing.Search = "redis:6379" } }""")]
    public async Task Half_typed_code_does_no_harm(string source) => Assert.All(await Code.Found(source), found => Assert.StartsWith("PUR3006 ", found));

    [Theory]
    [InlineData("purser_allowed_values", "http://10.0.3.7:9200", 0)]
    [InlineData("purser_allowed_values", "10.0.3.7", 0)]
    [InlineData("purser_allowed_values", "10.0.3", 1)]
    [InlineData("purser_minimum_confidence", "high", 0)]
    [InlineData("purser_minimum_confidence", "medium", 1)]
    public async Task Options_allow_addresses(string key, string value, int count) =>
        Assert.Equal(count, (await Code.Found("""class C { string search = "http://10.0.3.7:9200"; }""", project => project.With(key, value))).Length);

    [Fact]
    public async Task The_message_says_what_it_is_the_address_of_and_where_it_belongs()
    {
        var diagnostic = Assert.Single(await Code.Diagnostics("""class C { string orders = "Host=db.prod.internal;Database=orders"; }"""));
        Assert.Equal("The value of 'orders' is an address of a database in the code; read it from configuration and let a [Setting] hold it", diagnostic.GetMessage());
    }

    [Fact]
    public Task The_fix_moves_it_to_a_setting() => FixTest.Verify<CredentialInCode, CredentialToConfigurationFix>(
        """
        using System;
        using Microsoft.Extensions.Configuration;
        using Purser;

        class Search(IConfiguration configuration)
        {
            private readonly string elasticUrl = {|PUR3006:"http://10.0.3.7:9200"|};
            private readonly string cache = {|PUR3006:"redis:6379"|};
        }

        class Feed(IConfiguration configuration)
        {
            private readonly string bus = {|PUR3006:"Endpoint=sb://shop.servicebus.windows.net/;Authentication=Managed Identity"|};
        }

        [Stateless]
        class Orders;
        """,
        """
        using System;
        using Microsoft.Extensions.Configuration;
        using Purser;

        class Search(IConfiguration configuration)
        {
            private readonly string elasticUrl = configuration["Elastic:Url"] ?? throw new InvalidOperationException("'Elastic:Url' is not configured");
            private readonly string cache = configuration["Cache:Host"] ?? throw new InvalidOperationException("'Cache:Host' is not configured");
        }

        class Feed(IConfiguration configuration)
        {
            private readonly string bus = configuration.GetConnectionString("Bus") ?? throw new InvalidOperationException("'ConnectionStrings:Bus' is not configured");
        }

        [Stateless]
        [Setting("Elastic:Url", "http://10.0.3.7:9200")]
        [Setting("Cache:Host", "redis:6379")]
        [Setting("ConnectionStrings:Bus", "Endpoint=sb://shop.servicebus.windows.net/;Authentication=Managed Identity")]
        class Orders;
        """);
}
