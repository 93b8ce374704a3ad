namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class PUR3001CredentialInCodeTests
{
    private const string Value = "Xk29vLq8!";

    [Theory]
    [InlineData("""var smtpPassword = "Xk29vLq8!";""")]
    [InlineData("""const string DbPassword = @"Xk29vLq8!";""")]
    [InlineData(""""var dbPassword = """Xk29vLq8!""";"""")]
    [InlineData("""var passwordBytes = "Xk29vLq8!"u8;""")]
    [InlineData("""var dbPassword = $"Xk29vLq8!";""")]
    [InlineData("""thing.Password = "Xk29vLq8!";""")]
    [InlineData("""thing.Inner.Db.Password = ("Xk29vLq8!");""")]
    [InlineData("""thing["Password"] = "Xk29vLq8!";""")]
    [InlineData("""config["Smtp:Password"] = "Xk29vLq8!";""")]
    [InlineData("""var d = new Dictionary<string, string> { { "Password", "Xk29vLq8!" } };""")]
    [InlineData("""var d = new Dictionary<string, string> { ["Password"] = "Xk29vLq8!" };""")]
    [InlineData("""var d = new Dictionary<string, string>(); d.Add("Password", "Xk29vLq8!");""")]
    [InlineData("""var p = new KeyValuePair<string, string>("DbPassword", "Xk29vLq8!");""")]
    [InlineData("""Environment.SetEnvironmentVariable("DB_PASSWORD", "Xk29vLq8!");""")]
    [InlineData("""var o = new { Password = "Xk29vLq8!" };""")]
    [InlineData("""var o = new[] { new { name = "DB_PASSWORD", value = "Xk29vLq8!" } };""")]
    [InlineData("""string[] passwords = ["Xk29vLq8!"];""")]
    [InlineData("""string[] passwords = { "Xk29vLq8!" };""")]
    [InlineData("""var passwords = new List<string> { "Xk29vLq8!" };""")]
    [InlineData("""var (name, dbPassword) = ("bob", "Xk29vLq8!");""")]
    [InlineData("""(string User, string Password) login = ("bob", "Xk29vLq8!");""")]
    [InlineData("""var login = (User: "bob", Password: "Xk29vLq8!");""")]
    [InlineData("""if (password == "Xk29vLq8!") { }""")]
    [InlineData("""if ("Xk29vLq8!" != password) { }""")]
    [InlineData("""if (password.Equals("Xk29vLq8!")) { }""")]
    [InlineData("""if (string.Equals(password, "Xk29vLq8!", StringComparison.Ordinal)) { }""")]
    [InlineData("""if (password is "Xk29vLq8!") { }""")]
    [InlineData("""if (password is "Xk29vLq8!" or "") { }""")]
    [InlineData("""switch (password) { case "Xk29vLq8!": break; }""")]
    [InlineData("""var ok = password switch { "Xk29vLq8!" => true, _ => false };""")]
    [InlineData("""var dbPassword = user == "bob" ? "Xk29vLq8!" : "";""")]
    [InlineData("""var dbPassword = user switch { "bob" => "Xk29vLq8!", _ => "" };""")]
    [InlineData("""var passwordBytes = Encoding.UTF8.GetBytes("Xk29vLq8!");""")]
    [InlineData("""char[] dbPassword = "Xk29vLq8!".ToCharArray();""")]
    [InlineData("""void Login(string name, string password) { } Login("bob", "Xk29vLq8!");""")]
    [InlineData("""void Login(string name, string password) { } Login(password: "Xk29vLq8!", name: "bob");""")]
    [InlineData("""thing.SetPassword("Xk29vLq8!");""")]
    [InlineData("""System.Diagnostics.Process.Start("app", "--password Xk29vLq8!");""")]
    [InlineData("""void Connect(string dbPassword = "Xk29vLq8!") { }""")]
    public async Task The_name_at_the_place_speaks(string statement)
    {
        var found = Assert.Single(await Code.Found(Code.Method(statement)));
        Assert.StartsWith("PUR3001 ", found);
        Assert.Contains("Xk29vLq8!", found);
    }

    [Theory]
    [InlineData("""class C { string smtpPassword = "Xk29vLq8!"; }""")]
    [InlineData("""class C { public string Password { get; set; } = "Xk29vLq8!"; }""")]
    [InlineData("""class C { public string Password => "Xk29vLq8!"; }""")]
    [InlineData("""class C { public string Password { get { return "Xk29vLq8!"; } } }""")]
    [InlineData("""class C { string GetPassword() => "Xk29vLq8!"; }""")]
    [InlineData("""class C { string GetPassword() { return "Xk29vLq8!"; } }""")]
    [InlineData("""class C { string p; string Password { set { p = value; } } C() { this.Password = "Xk29vLq8!"; } }""")]
    [InlineData("""class C { public string Password { get; set; } static C Make() => new C { Password = "Xk29vLq8!" }; }""")]
    [InlineData("""class C { public string Password { get; set; } static C Make() => new() { Password = "Xk29vLq8!" }; }""")]
    [InlineData("""record R(string User, string Password) { static R With(R r) => r with { Password = "Xk29vLq8!" }; }""")]
    [InlineData("""record R(string User, string Password) { static R Make() => new("bob", "Xk29vLq8!"); }""")]
    [InlineData("""record R(string User, string Password = "Xk29vLq8!");""")]
    [InlineData("""class B(string password) { string p = password; } class C() : B("Xk29vLq8!");""")]
    [InlineData("""class B { public B(string password) { } } class C : B { public C() : base("Xk29vLq8!") { } }""")]
    [InlineData("""class LoginAttribute(string user, string password) : System.Attribute; [Login("bob", "Xk29vLq8!")] class C;""")]
    [InlineData("""class LoginAttribute : System.Attribute { public string Password { get; set; } } [Login(Password = "Xk29vLq8!")] class C;""")]
    [InlineData("""class C { (string User, string Password) Login() => ("bob", "Xk29vLq8!"); }""")]
    public async Task So_does_the_name_of_a_member(string source) => Assert.Equal(["PUR3001 \"Xk29vLq8!\""], await Code.Found(source));

    [Theory]
    [InlineData("""_ = new NetworkCredential("bob", "password");""")]
    [InlineData("""_ = new NetworkCredential(user, "Welcome");""")]
    [InlineData("""NetworkCredential c = new(user, "password");""")]
    [InlineData("""using var aes = Aes.Create(); aes.Key = Encoding.UTF8.GetBytes("abcdefghijklmnop");""")]
    [InlineData("""using var mac = new HMACSHA256(Encoding.UTF8.GetBytes("littlekeyofmine"));""")]
    [InlineData("""_ = new UriBuilder { Password = "password" };""")]
    [InlineData("""var b = new UriBuilder(); b.Password = "password";""")]
    [InlineData("""_ = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("littlekeyofmine"));""")]
    public async Task A_place_that_takes_nothing_else_speaks_for_any_word(string statement) =>
        Assert.StartsWith("PUR3001 ", Assert.Single(await Code.Found(Code.Method(statement))));

    [Fact]
    public async Task A_type_of_the_same_name_from_elsewhere_is_no_sink() => Assert.Empty(await Code.Found(
        """
        class NetworkCredential(string user, string role);
        class C { object Make() => new NetworkCredential("bob", "reader"); }
        """));

    [Theory]
    [InlineData("""var password = "";""")]
    [InlineData("""var password1 = "<password>";""")]
    [InlineData("""var password1 = "${DB_PASSWORD}";""")]
    [InlineData("""var passwordKey = "Smtp:Password";""")]
    [InlineData("""var passwordLabel = "Please enter your password";""")]
    [InlineData("""var passwordHint = "Xk29vLq8!";""")]
    [InlineData("""var title = "Xk29vLq8!";""")]
    [InlineData("""var p = config["Db:Password"];""")]
    [InlineData("""var p = thing["Xk29vLq8!"];""")]
    [InlineData("""if (password == "") { }""")]
    [InlineData("""var cancellationToken = "Xk29vLq8!";""")]
    [InlineData("""var p = $"{user}{password}";""")]
    [InlineData("""var dbPassword = $"{user}{password}";""")]
    [InlineData("""thing.Replace("password", "Xk29vLq8!");""")]
    [InlineData("""Console.WriteLine("password: {0}", password);""")]
    public async Task A_placeholder_a_name_or_a_text_is_none(string statement) => Assert.Empty(await Code.Found(Code.Method(statement)));

    [Fact]
    public async Task Generated_code_is_left_alone()
    {
        const string source = """class C { string smtpPassword = "Xk29vLq8!"; }""";
        Assert.Single(await Code.Found(source));
        Assert.Empty(await Code.Found("// <auto-generated/>\n" + source));
        Assert.Empty(await Code.Found(source, project => project with { Sources = [("/app/Client.g.cs", source)] }));
        Assert.Empty(await Code.Found("[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")]" + source));
    }

    [Fact]
    public async Task The_message_names_the_place_and_never_the_value()
    {
        var diagnostic = Assert.Single(await Code.Diagnostics(Code.Method("""var smtpPassword = "Xk29vLq8!";""")));
        Assert.Equal("The value of 'smtpPassword' is a password in the code; read it from configuration and let a Kubernetes Secret hold it", diagnostic.GetMessage());
        Assert.DoesNotContain(Value, diagnostic.GetMessage());
    }

    [Fact]
    public async Task The_key_that_the_vendors_docs_print_is_a_suggestion()
    {
        const string statement = """Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");""";
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Assert.Single(await Code.Diagnostics(Code.Method(statement))).Severity);
        Assert.Empty(await Code.Found(Code.Method(statement), project => project.With("IsTestProject", "true")));
        Assert.Empty(await Code.Found(Code.Method("""thing.Show("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");""")));
    }

    [Fact]
    public async Task In_a_test_project_a_name_alone_makes_a_suggestion()
    {
        var diagnostic = Assert.Single(await Code.Diagnostics(Code.Method("""var smtpPassword = "Xk29vLq8!";"""), project => project.With("IsTestProject", "true")));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Fact]
    public async Task Attributes_of_Purser_have_a_rule_of_their_own() => Assert.Empty(await Code.Found(
        """
        [Purser.Stateless]
        [Purser.Setting("Smtp:Password", "Xk29vLq8!")]
        class C;
        """));

    [Theory]
    [InlineData("purser_allowed_values", "other, Xk29vLq8!", "var smtpPassword = \"Xk29vLq8!\";", 0)]
    [InlineData("purser_allowed_values", "Xk29", "var smtpPassword = \"Xk29vLq8!\";", 1)]
    [InlineData("purser_credential_words", "Sesame", "var sesame = \"Xk29vLq8!\";", 1)]
    [InlineData("purser_credential_words", "", "var sesame = \"Xk29vLq8!\";", 0)]
    [InlineData("purser_minimum_confidence", "high", "var smtpPassword = \"Xk29vLq8!\";", 0)]
    [InlineData("purser_minimum_confidence", " Medium ", "var smtpPassword = \"Xk29vLq8!\";", 1)]
    [InlineData("purser_minimum_confidence", "nonsense", "var smtpPassword = \"Xk29vLq8!\";", 1)]
    public async Task Options_add_words_allow_values_and_raise_the_bar(string key, string value, string statement, int count) =>
        Assert.Equal(count, (await Code.Found(Code.Method(statement), project => project.With(key, value))).Length);

    [Theory]
    [InlineData("""var key = config["Payment:ApiKey"] ?? "9f8b2c61d0e74a5bb3f1";""", "'Payment:ApiKey'")]
    [InlineData("""var apiKey = config["Payment:Value"] ?? "9f8b2c61d0e74a5bb3f1";""", "'apiKey'")]
    public async Task A_fallback_is_called_by_the_name_that_tells_more(string statement, string name)
    {
        var diagnostic = Assert.Single(await Code.Diagnostics(Code.Method(statement)));
        Assert.Equal(("PUR3008", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.StartsWith(name + " falls back to ", diagnostic.GetMessage());
    }
}
