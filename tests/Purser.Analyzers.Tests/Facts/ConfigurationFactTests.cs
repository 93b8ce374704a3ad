using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Small programs and the configuration that they read.</summary>
public sealed class ConfigurationFactTests
{
    public static TheoryData<string, string, string> Programs() => new()
    {
        { "single keys", """
            var a = builder.Configuration["Orders:Queue"];
            var b = builder.Configuration.GetValue<int>("Orders:PageSize");
            var c = builder.Configuration.GetValue("Orders:Retries", 3);
            var d = builder.Configuration["Orders:Region"] ?? "eu-west-1";
            var e = builder.Configuration["Orders:Tenant"] ?? throw new InvalidOperationException();
            """, "setting Orders:PageSize\nsetting Orders:Queue\nsetting Orders:Region=eu-west-1\nsetting Orders:Retries=3\nsetting Orders:Tenant required" },
        { "a prefix beside the host's own variables is not needed", """
            builder.Configuration.AddEnvironmentVariables("SHOP_");
            var a = builder.Configuration["Orders:Queue"];
            """, "setting Orders:Queue" },
        { "connection strings", """
            var a = builder.Configuration.GetConnectionString("Orders");
            var b = builder.Configuration.GetConnectionString("Cache") ?? throw new InvalidOperationException();
            var c = builder.Configuration["ConnectionStrings:Audit"];
            """, "secret ConnectionStrings:Audit\nsecret ConnectionStrings:Cache required\nsecret ConnectionStrings:Orders" },
        { "names that say secret, and names that only sound so", """
            var a = builder.Configuration["Smtp:Password"];
            var b = builder.Configuration["Payments:ApiKey"];
            var c = builder.Configuration["Jwt:Key"];
            var d = builder.Configuration["Jwt:TokenLifetime"];
            var e = builder.Configuration["Orders:PartitionKey"];
            var f = builder.Configuration.GetValue<int>("Limits:MaxToken");
            var g = builder.Configuration["PAYMENTS_CLIENT_SECRET"];
            var h = builder.Configuration["Storage:ConnectionString"];
            var i = builder.Configuration["Password:MinimumLength"];
            """, """
            secret Jwt:Key
            setting Jwt:TokenLifetime
            setting Limits:MaxToken
            setting Orders:PartitionKey
            setting Password:MinimumLength
            secret Payments:ApiKey
            secret PAYMENTS_CLIENT_SECRET
            secret Smtp:Password
            secret Storage:ConnectionString
            """ },
        { "sections", """
            var orders = builder.Configuration.GetSection("Orders");
            var a = orders["Queue"];
            var b = orders.GetSection("Limits").GetValue<long>("Max", 10L);
            var c = builder.Configuration.GetRequiredSection("Payments")["Provider"];
            """, "setting Orders:Limits:Max=10\nsetting Orders:Queue\nsetting Payments:Provider" },
        { "configuration under any name and type", """
            new Reader(builder.Configuration).Read(new());
            new Nested(builder.Configuration).Read();
            interface ITenants : IConfiguration;
            sealed class Reader(IConfiguration source)
            {
                private readonly IConfiguration? fallback = source;
                private static IConfigurationRoot Shared { get; set; } = null!;
                private readonly Dictionary<string, string> texts = new();

                public void Read(Dictionary<string, string> settings, ITenants? tenants = null)
                {
                    var a = this.fallback!["Any:Field"] + Shared["Any:Property"] + source["Any:Parameter"] + tenants!["Any:Derived"];
                    var b = settings["No:Parameter"] + this.texts["No:Field"] + texts["No:Member"] + source.GetSection("Any").GetChildren().ToDictionary(child => child.Key, child => child.Value)["No:Result"];
                    var words = new Dictionary<string, string>();
                    var c = words["No:Local"] + new string[3].Select((text, index) => settings["No:Lambda"]).First();
                    Func<IConfiguration, string?> read = settings => settings["Any:Lambda"];
                    var d = typeof(string).GetProperty("Length")!.GetValue("No:Reflection", null);
                    var e = Environment.GetEnvironmentVariable("ANY_VARIABLE");
                }
            }
            sealed class Nested(IConfiguration settings)
            {
                private readonly Dictionary<string, string> items = new();

                public void Read()
                {
                    IConfiguration items = settings;
                    var a = items["Any:Shadowing"];
                }
            }
            """, """
            setting Any:Derived
            setting Any:Field
            setting Any:Lambda
            setting Any:Parameter
            setting Any:Property
            setting Any:Shadowing
            setting ANY_VARIABLE
            """ },
        { "keys from constants", """
            var a = builder.Configuration[Keys.Queue];
            var b = builder.Configuration[$"{Keys.Section}:{nameof(Keys.Section)}"];
            static class Keys { public const string Section = "Orders"; public static readonly string Queue = Section + ":Queue"; }
            """, "setting Orders:Queue\nsetting Orders:Section" },
        { "an options class bound by a section", """
            builder.Services.Configure<OrderOptions>(builder.Configuration.GetSection("Orders"));
            """ + Options, """
            setting Orders:Currency=EUR
            setting Orders:Enabled=true
            secret Orders:Gateway:ApiKey required
            setting Orders:Gateway:Timeout=00:00:30
            setting Orders:Gateway:Url required
            setting Orders:Mode=Fast
            setting Orders:Optional
            setting Orders:PageSize=50
            setting Orders:Ratio=0.5
            """ },
        { "an options class by BindConfiguration", """
            builder.Services.AddOptions<Small>().BindConfiguration("Small").ValidateOnStart();
            record Small { public int Size { get; init; } = 1; }
            """, "setting Small:Size=1" },
        { "an options class by its section's name", """
            builder.Services.AddOptions<Small>().Bind(builder.Configuration.GetSection(Small.Section));
            class Small { public const string Section = "Team:Small"; public int Size { get; set; } = 7; }
            """, "setting Team:Small:Size=7" },
        { "Get", """
            var small = builder.Configuration.GetSection("Small").Get<Small>() ?? new Small();
            class Small { public int Size { get; set; } public Uri? Endpoint { get; set; } }
            """, "setting Small:Endpoint\nsetting Small:Size" },
        { "Bind to an object", """
            var small = new Small();
            builder.Configuration.Bind("Small", small);
            builder.Configuration.GetSection("Other").Bind(small);
            class Small { public int Size { get; set; } }
            """, "setting Other:Size\nsetting Small:Size" },
        { "an inherited and an endless options class", """
            builder.Services.Configure<Child>(builder.Configuration.GetSection("Node"));
            class Base { public string Name { get; set; } = "root"; }
            class Child : Base { public Child? Next { get; set; } public int Depth { get; set; } }
            """, "setting Node:Depth\nsetting Node:Name=root\nsetting Node:Next:Depth\nsetting Node:Next:Name=root" },
        { "collections have no defaults", """
            builder.Services.Configure<Lists>(builder.Configuration.GetSection("Lists"));
            class Lists
            {
                public string[] Hosts { get; set; } = ["a", "b"];
                public Dictionary<string, int> Weights { get; set; } = new();
                [System.ComponentModel.DataAnnotations.Required] public List<string> Brokers { get; set; } = [];
            }
            """, "setting Lists:Brokers:0 required" },
        { "what the binder does not set", """
            builder.Services.Configure<Odd>(builder.Configuration.GetSection("Odd"));
            class Odd
            {
                public static string Shared { get; set; } = "";
                public string ReadOnly { get; } = "x";
                internal string Hidden { get; set; } = "x";
                public string PrivateSet { get; private set; } = "x";
                [ConfigurationKeyName("renamed")] public string Named { get; set; } = "x";
                public string Computed => Named + ReadOnly;
                public System.IO.Stream? Log { get; set; }
                public System.Text.StringBuilder? Buffer { get; set; }
                public Func<int>? Later { get; set; }
                public Shape? Any { get; set; }
            }
            abstract class Shape { public int Corners { get; set; } }
            """, "setting Odd:renamed=x" },
        { "environment variables", """
            var a = Environment.GetEnvironmentVariable("ORDERS_REGION");
            var b = Environment.GetEnvironmentVariable("Orders__PageSize") ?? "50";
            var c = Environment.GetEnvironmentVariable("PATH");
            var d = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
            var e = Environment.GetEnvironmentVariable("BROKER_PASSWORD");
            """, "secret BROKER_PASSWORD\nsetting Orders:PageSize=50\nsetting ORDERS_REGION" },
        { "a class that is given the configuration", """
            builder.Services.AddSingleton<Repository>();
            class Repository(IConfiguration configuration)
            {
                private readonly string region = configuration["Orders:Region"] ?? "eu";
                public string? Queue => configuration.GetValue<string>("Orders:Queue");
            }
            """, "setting Orders:Queue\nsetting Orders:Region=eu" },
        { "a class that keeps a section", """
            class Repository
            {
                private readonly IConfigurationSection _section;
                public Repository(IConfiguration configuration) { _section = configuration.GetSection("Repository"); }
                public string? Queue => _section["Queue"];
            }
            """, "setting Repository:Queue" },
        { "an extension method that is given a section", """
            builder.Services.AddOrders(builder.Configuration.GetSection("Orders"));
            static class Orders
            {
                public static IServiceCollection AddOrders(this IServiceCollection services, IConfiguration configuration)
                {
                    services.Configure<Small>(configuration);
                    var queue = configuration["Queue"];
                    return services;
                }
            }
            class Small { public int Size { get; set; } = 2; }
            """, "setting Orders:Queue\nsetting Orders:Size=2" },
        { "a helper that is told the key", """
            var a = Read("Orders:Queue");
            var b = Read("Orders:Region");
            string? Read(string key) => builder.Configuration[key];
            """, "setting Orders:Queue\nsetting Orders:Region" },
        { "a generic helper for options", """
            builder.AddTeamOptions<Small>("Small");
            static class Team
            {
                public static void AddTeamOptions<T>(this WebApplicationBuilder builder, string section) where T : class =>
                    builder.Services.AddOptions<T>().BindConfiguration(section);
            }
            class Small { public int Size { get; set; } = 3; }
            """, "setting Small:Size=3" },
        { "what is written is not read", """
            builder.Configuration["Orders:Queue"] = "x";
            var other = new Dictionary<string, string> { ["Orders:Region"] = "x" }["Orders:Region"];
            """, "" },
        { "a section that nobody knows", """
            foreach (var section in builder.Configuration.GetChildren())
                Console.WriteLine(section["Queue"]);
            """, "" },
        { "the framework's own keys", """
            var a = builder.Configuration["AllowedHosts"];
            var b = builder.Configuration["Logging:LogLevel:Default"];
            var c = builder.Configuration["Kestrel:Endpoints:Http:Url"];
            """, "" },
        { "keys that no environment variable can have", """
            var a = builder.Configuration["Orders Page Size"];
            var b = builder.Configuration["1st"];
            var c = builder.Configuration["Orders:P\u00e9age"];
            """, "" },
        { "two reads that do not agree on a default", """
            var a = builder.Configuration.GetValue("Orders:PageSize", 10);
            var b = builder.Configuration.GetValue("orders:pagesize", 20);
            """, "setting Orders:PageSize" },
        { "a default with a password in it", """
            var a = builder.Configuration["Broker:Url"] ?? "amqp://guest:guest@broker:5672";
            """, "secret Broker:Url has default" },
        { "for developers only", """
            if (builder.Environment.IsDevelopment())
            {
                var a = builder.Configuration["Developer:Name"];
            }
            """, "" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_keys_of_a_program_are_known(string name, string program, string expected)
    {
        var source = $"var builder = WebApplication.CreateBuilder(args);\n{program}";
        Assert.Equal($"{name}:\n{expected}", $"{name}:\n{FactsOf.Lines(FactsOf.Class(FactsOf.Web(source)))}");
    }

    [Fact]
    public void Files_give_the_defaults_that_run_in_Production_and_overlays_what_differs()
    {
        var project = FactsOf.Web("""
            var builder = WebApplication.CreateBuilder(args);
            var a = builder.Configuration.GetValue("Orders:PageSize", 10);
            var b = builder.Configuration["Orders:Queue"];
            var c = builder.Configuration["Orders:Region"] ?? "eu";
            var d = builder.Configuration["Orders:OnlyProduction"];
            var e = builder.Configuration.GetConnectionString("Orders");
            var f = builder.Configuration["Orders:Empty"];
            var g = builder.Configuration["Orders:OnlyStaging"];
            """)
            .WithFile("/app/appsettings.json", """
            { // the base
              "Logging": { "LogLevel": { "Default": "Information" } }, "AllowedHosts": "*",
              "Orders": { "PageSize": 20, "Queue": "orders", "Empty": "", "NobodyReads": 1, },
              "ConnectionStrings": { "Orders": "Host=localhost;Password=hunter2" },
            }
            """)
            .WithFile("/app/appsettings.Production.json", """{ "Orders": { "Queue": "orders-production", "OnlyProduction": true } }""")
            .WithFile("/app/appsettings.Development.json", """{ "Orders": { "PageSize": 1 } }""")
            .WithFile("/app/appsettings.Staging.json", """{ "orders": { "PageSize": 30, "OnlyStaging": "x" }, "ConnectionStrings": { "Orders": "y" } }""")
            .WithFile("/app/other.json", """{ "Orders": { "PageSize": 99 } }""");

        Assert.Equal(
            """
            secret ConnectionStrings:Orders has default
            setting Orders:Empty
            setting Orders:OnlyProduction=true
            setting Orders:OnlyStaging
            setting Orders:PageSize=20
            setting Orders:Queue=orders-production
            setting Orders:Region=eu
            overlay Staging: Orders:OnlyProduction=none, Orders:OnlyStaging=x, Orders:PageSize=30, Orders:Queue=orders
            """,
            FactsOf.Lines(FactsOf.Class(project)));
    }

    [Fact]
    public void The_origin_names_the_call_and_never_a_default()
    {
        var facts = FactsOf.Class(FactsOf.Web("""
            var builder = WebApplication.CreateBuilder(args);
            var a = builder.Configuration.GetValue<string>("Db:Password", "hunter2");
            var b = builder.Configuration.GetValue("Orders:PageSize", 10);
            """).WithFile("/app/appsettings.json", """{ "Orders": { "PageSize": 20 } }"""));
        Assert.Equal(
            ["from Program.cs: GetValue<string>(\"Db:Password\", ...)", "from Program.cs: GetValue(\"Orders:PageSize\", ...), value from appsettings.json"],
            facts.Configuration.Select(key => key.Origin.ToString()));
    }

    /// <summary>A program without a host builds its configuration itself, and only what it takes in can be given to it.</summary>
    [Theory]
    [InlineData("AddEnvironmentVariables(\"IMPORT_\")", "setting IMPORT_Import:Size=5\nsetting IMPORT_Import:Source\nsetting REGION")]
    [InlineData("AddEnvironmentVariables(prefix: Names.Prefix)", "setting IMPORT_Import:Size=5\nsetting IMPORT_Import:Source\nsetting REGION")]
    [InlineData("AddEnvironmentVariables(\"DOTNET_\").AddEnvironmentVariables(\"IMPORT_\")", "setting IMPORT_Import:Size=5\nsetting IMPORT_Import:Source\nsetting REGION")]
    [InlineData("AddEnvironmentVariables(\"IMPORT_\").AddEnvironmentVariables()", "setting Import:Size=5\nsetting Import:Source\nsetting REGION")]
    [InlineData("AddEnvironmentVariables()", "setting Import:Size=5\nsetting Import:Source\nsetting REGION")]
    [InlineData("AddEnvironmentVariables(Environment.MachineName)", "setting Import:Size=5\nsetting Import:Source\nsetting REGION")]
    public void Keys_are_given_under_the_prefix_that_the_program_takes(string source, string expected) => Assert.Equal(expected, FactsOf.Lines(FactsOf.Class(FactsOf.Web($$"""
        var configuration = new ConfigurationBuilder().{{source}}.Build();
        Console.WriteLine(configuration["Import:Source"] + configuration.GetValue("Import:Size", 5) + Environment.GetEnvironmentVariable("REGION"));
        [BatchJob] public partial class Program;
        static class Names { public const string Prefix = "IMPORT_"; }
        """).With("UsingMicrosoftNETSdkWeb", "false"))));

    private const string Options = """

        class OrderOptions
        {
            public int PageSize { get; set; } = Defaults.PageSize;
            public string Currency { get; set; } = "EUR";
            public bool Enabled { get; set; } = true;
            public double Ratio { get; set; } = 0.5;
            public Mode Mode { get; set; } = Mode.Fast;
            public string? Optional { get; set; }
            public GatewayOptions? Gateway { get; set; }
        }
        class GatewayOptions
        {
            [System.ComponentModel.DataAnnotations.Required] public string ApiKey { get; set; } = "";
            public required string Url { get; set; }
            public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
        }
        enum Mode { Slow, Fast }
        static class Defaults { public const int PageSize = 50; }
        """;
}
