namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>What the value says by itself: PUR3002, PUR3003, PUR3004; and PUR3008 where it stands in for what is not configured.</summary>
public sealed class CredentialInTextTests
{
    [Theory]
    [InlineData("""var s = "Server=db;Database=orders;User Id=sa;Password=Xk29vLq8";""")]
    [InlineData("""thing.UseNpgsql("Host=db;Username=orders;Password=Xk29vLq8");""")]
    [InlineData("""var s = "Server=db;User Id=sa;" + "Password=Xk29vLq8";""")]
    [InlineData("""var s = "Server=" + host + ";User Id=sa;Password=Xk29vLq8";""")]
    [InlineData("""var s = $"Server={host};User Id=sa;Password=Xk29vLq8";""")]
    [InlineData("""var s = string.Format("Server={0};User Id=sa;Password=Xk29vLq8", host);""")]
    [InlineData("""var s = string.Format("Server={0};User Id=sa;Password={1}", host, "Xk29vLq8");""")]
    [InlineData("""var s = "Server=db;User Id=sa;Password=" + "Xk29vLq8";""")]
    [InlineData("""var s = "redis:6379,password=Xk29vLq8,ssl=true";""")]
    [InlineData("""var s = "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=bG9uZ2VyIHRoYW4gdGhhdCBpcyB0aGUga2V5IG9mIGFuIGFjY291bnQ9PQ==";""")]
    public async Task PUR3002_a_connection_string_with_a_password(string statement)
    {
        var found = Assert.Single(await Code.Found(Code.Method(statement)));
        Assert.StartsWith("PUR3002 ", found);
    }

    [Theory]
    [InlineData("""var s = "Server=db;Database=orders;Integrated Security=true";""")]
    [InlineData("""var s = $"Server=db;User Id=sa;Password={password}";""")]
    [InlineData("""var s = "Server=db;User Id=sa;Password=" + password;""")]
    [InlineData("""var s = "Server=db;User Id=sa;Password=";""")]
    [InlineData("""var s = "Server=db;User Id=sa;Password={0}";""")]
    [InlineData("""var s = "Server=db;User Id=sa;Password=<password>";""")]
    public async Task PUR3002_a_connection_string_without(string statement) => Assert.DoesNotContain(await Code.Found(Code.Method(statement)), found => found.StartsWith("PUR3002"));

    [Theory]
    [InlineData("""var s = "https://bob:Xk29vLq8@example.org/feed";""")]
    [InlineData("""var s = new Uri("amqp://guest:Xk29vLq8@broker:5672");""")]
    [InlineData("""var s = "https://" + "bob:Xk29vLq8@example.org";""")]
    [InlineData("""var s = $"mongodb://orders:Xk29vLq8@{host}/db";""")]
    [InlineData("""var s = "https://api.example.org/v1?api_key=8f14e45fceea167a5a36dedd4bea2543";""")]
    public async Task PUR3003_a_URL_with_a_password(string statement) => Assert.StartsWith("PUR3003 ", Assert.Single(await Code.Found(Code.Method(statement))));

    [Theory]
    [InlineData("""var s = "https://example.org/bob:x@y";""")]
    [InlineData("""var s = $"https://{user}:{password}@example.org";""")]
    [InlineData("""var s = "https://bob@example.org";""")]
    public async Task PUR3003_a_URL_without(string statement) => Assert.Empty(await Code.Found(Code.Method(statement)));

    [Theory]
    [InlineData("""var s = "AKIA" + "Q3EGRLP7ZK5WNTB2";""")]
    [InlineData("""thing.Use("glpat-Zk3vLq8XrT2mWc7PyB4d");""")]
    [InlineData("""_ = new[] { 1 }.Select(x => "glpat-Zk3vLq8XrT2mWc7PyB4d");""")]
    [InlineData("""Console.WriteLine($"curl -H 'PRIVATE-TOKEN: glpat-Zk3vLq8XrT2mWc7PyB4d' {host}");""")]
    [InlineData("""var s = config["A"] ?? "glpat-Zk3vLq8XrT2mWc7PyB4d";""")]
    [InlineData("""var apiKey = "glpat-Zk3vLq8XrT2mWc7PyB4d";""")]
    public async Task PUR3004_a_provider_s_token_anywhere_once(string statement) => Assert.StartsWith("PUR3004 ", Assert.Single(await Code.Found(Code.Method(statement))));

    [Fact]
    public async Task PUR3004_stays_a_warning_in_tests_and_says_what_it_is()
    {
        var diagnostic = Assert.Single(await Code.Diagnostics(Code.Method("""thing.Use("glpat-Zk3vLq8XrT2mWc7PyB4d");"""), project => project.With("IsTestProject", "true")));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal("This text is a GitLab token in the code; revoke it where it was issued, and read a new one from a Kubernetes Secret", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("""var s = config["Db:Password"] ?? "postgres";""")]
    [InlineData("""var s = config.GetValue("Db:Password", "postgres");""")]
    [InlineData("""var s = config.GetValue<string>("Db:Password") ?? "postgres";""")]
    [InlineData("""var s = config.GetSection("Db:Password").Value ?? "postgres";""")]
    [InlineData("""var s = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? "postgres";""")]
    [InlineData("""var s = thing.Password ?? "postgres";""")]
    [InlineData("""password ??= "postgres";""")]
    [InlineData("""var dbPassword = thing.Value ?? "postgres";""")]
    [InlineData("""var s = config.GetConnectionString("Db") ?? "Host=db;Username=sa;Password=Xk29vLq8";""")]
    public async Task PUR3008_a_fallback(string statement) => Assert.StartsWith("PUR3008 ", Assert.Single(await Code.Found(Code.Method(statement))));

    [Theory]
    [InlineData("""var s = config["Db:Password"] ?? "";""")]
    [InlineData("""var s = config["Db:Name"] ?? "postgres";""")]
    [InlineData("""var s = config.GetValue("Db:PasswordLength", "12");""")]
    [InlineData("""var s = config["Db:Password"] ?? throw new InvalidOperationException("Db:Password is missing");""")]
    public async Task PUR3008_no_fallback_for_a_secret(string statement) => Assert.Empty(await Code.Found(Code.Method(statement)));

    [Fact]
    public async Task PUR3008_names_the_key() => Assert.Equal(
        "'Db:Password' falls back to a password in the code where it is not configured; throw an exception that names what is missing",
        Assert.Single(await Code.Diagnostics(Code.Method("""var s = config["Db:Password"] ?? "postgres";"""))).GetMessage());
}
