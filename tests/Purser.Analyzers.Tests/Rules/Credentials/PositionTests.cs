namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>Everywhere that a text can stand: each row has one credential, and it is found once, at the literal that holds it.</summary>
public sealed class PositionTests
{
    private const string Password = "Xk29vLq8!";

    /// <summary>Statements of a method; <c>Log</c>, <c>Options</c> and so on are of a library that is not referenced.</summary>
    public static TheoryData<string> Statements =>
    [
        // Variables, and what the text goes through before it gets there.
        """var smtpPassword = "Xk29vLq8!";""",
        """const string smtpPassword = "Xk29vLq8!";""",
        """string user1 = "bob", smtpPassword = "Xk29vLq8!";""",
        """var smtpPassword = @"Xk29vLq8!";""",
        """"var smtpPassword = """Xk29vLq8!""";"""",
        """"
        var smtpPassword = """
            Xk29vLq8!
            """;
        """",
        """"var smtpPassword = $"""Xk29vLq8!""";"""",
        """var smtpPassword = $"Xk29vLq8!";""",
        """var smtpPassword = "Xk29" + "vLq8!";""",
        """var smtpPassword = string.Concat("Xk29vLq8!", host);""",
        """ReadOnlySpan<byte> smtpPassword = "Xk29vLq8!"u8;""",
        """var smtpPassword = "Xk29vLq8!"u8.ToArray();""",
        """var smtpPassword = "Xk29vLq8!".ToCharArray();""",
        """ReadOnlySpan<char> smtpPassword = "Xk29vLq8!".AsSpan();""",
        """var smtpPassword = Encoding.UTF8.GetBytes("Xk29vLq8!");""",
        """byte[] encryptionKey = Encoding.ASCII.GetBytes("Xk29vLq8!Xk29vLq8!");""",
        """byte[] encryptionKey = Convert.FromBase64String("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ");""",
        """var smtpPassword = new string("Xk29vLq8!");""",
        """var smtpPassword = new StringBuilder("Xk29vLq8!");""",
        """var smtpPassword = (object)"Xk29vLq8!";""",
        """var smtpPassword = ("Xk29vLq8!")!;""",
        """var smtpPassword = host == "" ? password : "Xk29vLq8!";""",
        """var smtpPassword = host switch { "" => password, _ => "Xk29vLq8!" };""",
        """Func<string> smtpPassword = () => "Xk29vLq8!";""",
        """Lazy<string> smtpPassword = new(() => "Xk29vLq8!");""",
        """var smtpPassword = new Lazy<string>(() => "Xk29vLq8!");""",
        """Func<string> smtpPassword = () => { return "Xk29vLq8!"; };""",
        """smtpPassword: var ignored = 1; password = "Xk29vLq8!";""",
        """password += "Xk29vLq8!";""",
        """using var smtpPassword = new System.Security.SecureString(); foreach (var c in "Xk29vLq8!") smtpPassword.AppendChar(c);""",
        """var secure = new System.Security.SecureString(); foreach (var c in "Xk29vLq8!") { secure.AppendChar(c); }""",
        """var secure = new System.Security.SecureString(); "Xk29vLq8!".ToList().ForEach(secure.AppendChar);""",
        """var secure = new System.Security.SecureString(); "Xk29vLq8!".ToCharArray().ToList().ForEach(c => secure.AppendChar(c));""",
        """var secure = new System.Security.SecureString(); Array.ForEach("Xk29vLq8!".ToCharArray(), secure.AppendChar);""",
        """char[] smtpPassword = ['X', 'k', '2', '9', 'v', 'L', 'q', '8', '!'];""",
        """var smtpPassword = new[] { 'X', 'k', '2', '9', 'v', 'L', 'q', '8', '!' };""",

        """byte[] encryptionKey = { 0x8f, 0x14, 0xe4, 0x5f, 0xce, 0xea, 0x16, 0x7a, 0x5a, 0x36, 0xde, 0xdd, 0x4b, 0xea, 0x25, 0x43 };""",
        """byte[] encryptionKey = [143, 20, 228, 95, 206, 234, 22, 122, 90, 54, 222, 221, 75, 234, 37, 67];""",
        """aes.Key = new byte[] { 0x8f, 0x14, 0xe4, 0x5f, 0xce, 0xea, 0x16, 0x7a, 0x5a, 0x36, 0xde, 0xdd, 0x4b, 0xea, 0x25, 0x43 };""",
        """var secure = new System.Security.SecureString(); secure.AppendChar('X'); secure.AppendChar('k'); secure.AppendChar('2'); secure.AppendChar('9');""",

        // Members.
        """thing.Password = "Xk29vLq8!";""",
        """thing.Mail.Smtp.Password = "Xk29vLq8!";""",
        """thing?.Set(thing.Password = "Xk29vLq8!");""",
        """thing["Password"] = "Xk29vLq8!";""",
        """thing["Smtp"]["Password"] = "Xk29vLq8!";""",
        """_ = new Options { Password = "Xk29vLq8!" };""",
        """Options o = new() { Password = "Xk29vLq8!" };""",
        """_ = new Options { Smtp = { Password = "Xk29vLq8!" } };""",
        """_ = new Options { Smtp = new() { User = "bob", Password = "Xk29vLq8!" } };""",
        """_ = thing with { Password = "Xk29vLq8!" };""",
        """_ = new { User = "bob", Password = "Xk29vLq8!" };""",
        """thing.Configure<Options>((Action<dynamic>)(o => o.Password = "Xk29vLq8!"));""",
        """Services.Configure<Options>(o => { o.User = "bob"; o.Password = "Xk29vLq8!"; });""",

        // Keys.
        """config["Db:Password"] = "Xk29vLq8!";""",
        """Builder.Configuration["Db:Password"] = "Xk29vLq8!";""",
        """_ = new Dictionary<string, string> { { "User", "bob" }, { "Password", "Xk29vLq8!" } };""",
        """_ = new Dictionary<string, string> { ["user"] = "bob", ["password"] = "Xk29vLq8!", ["host"] = "db" };""",
        """_ = new Dictionary<string, string>(StringComparer.Ordinal) { ["user"] = "bob", ["password"] = "Xk29vLq8!" };""",
        """_ = new Dictionary<string, object> { ["grant_type"] = "password", ["client_secret"] = "Xk29vLq8!" };""",
        """_ = new Dictionary<string, Dictionary<string, string>> { ["smtp"] = new() { ["password"] = "Xk29vLq8!" } };""",
        """_ = new JsonObject { ["user"] = "bob", ["password"] = "Xk29vLq8!" };""",
        """new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Db:Host"] = "db", ["Db:Password"] = "Xk29vLq8!" });""",
        """new ConfigurationBuilder().AddInMemoryCollection([new("Db:Host", "db"), new("Db:Password", "Xk29vLq8!")]);""",
        """new ConfigurationBuilder().AddInMemoryCollection(new[] { new KeyValuePair<string, string?>("Db:Password", "Xk29vLq8!") });""",
        """_ = new KeyValuePair<string, string?>("Db:Password", "Xk29vLq8!");""",
        """_ = KeyValuePair.Create("Db:Password", "Xk29vLq8!");""",
        """_ = Tuple.Create("Db:Password", "Xk29vLq8!");""",
        """Host.UseSetting("Db:Password", "Xk29vLq8!");""",
        """_ = new FormUrlEncodedContent(new Dictionary<string, string> { { "username", "bob" }, { "password", "Xk29vLq8!" } });""",
        """_ = new FormUrlEncodedContent([new("username", "bob"), new("password", "Xk29vLq8!")]);""",
        """Form.Add(new StringContent("Xk29vLq8!"), "password");""",
        """Client.DefaultRequestHeaders.Add("X-Api-Key", "Xk29vLq8!Xk29vLq8!");""",
        """Request.Headers["X-Api-Key"] = "Xk29vLq8!Xk29vLq8!";""",
        """Request.Headers.TryAddWithoutValidation("X-Auth-Token", "Xk29vLq8!Xk29vLq8!");""",
        """Request.AddHeader("X-Api-Key", "Xk29vLq8!Xk29vLq8!");""",
        """Request.AddParameter("password", "Xk29vLq8!");""",
        """Command.Parameters.AddWithValue("@password", "Xk29vLq8!");""",
        """Client.Credentials.Add("password", "Xk29vLq8!");""",
        """Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ");""",
        """Environment.SetEnvironmentVariable("DB_PASSWORD", "Xk29vLq8!", EnvironmentVariableTarget.Process);""",
        """Start.Environment["DB_PASSWORD"] = "Xk29vLq8!";""",
        """Start.EnvironmentVariables.Add("DB_PASSWORD", "Xk29vLq8!");""",
        """Container.WithEnvironment("POSTGRES_PASSWORD", "Xk29vLq8!");""",

        // Arguments.
        """Login("bob", "Xk29vLq8!"); void Login(string name, string password) { }""",
        """Login(password: "Xk29vLq8!", name: "bob"); void Login(string name, string password) { }""",
        """Login("Xk29vLq8!", "x"); void Login(params string[] passwords) { }""",
        """Mail.Login(password: "Xk29vLq8!", name: "bob");""",
        """_ = new Mail(name: "bob", password: "Xk29vLq8!");""",
        """thing.SetPassword("Xk29vLq8!");""",
        """Mail.WithPassword("Xk29vLq8!");""",
        """Mail.Login(user, "Xk29vLq8!");""",
        """Smtp.Authenticate("bob", "Xk29vLq8!");""",
        """await smtp.AuthenticateAsync("bob@example.org", "Xk29vLq8!");""",
        """userManager.CreateAsync(user, "Pass123$");""",
        """await _userManager.CreateAsync(user, "Pass123$");""",
        """await UserManager.AddPasswordAsync(user, "Pass123$");""",
        """await signInManager.PasswordSignInAsync("bob", "Pass123$", false, false);""",
        """await UserManager.ResetPasswordAsync(user, host, "Pass123$");""",
        """void Connect(string password = "default-pw-1") { }""",
        """void Connect([System.ComponentModel.Description("For the database")] string? password = "default-pw-1", int port = 1) { }""",
        """var connect = (string password = "default-pw-1") => password;""",

        // Tuples.
        """_ = (user: "x", password: "tuple-pw-9");""",
        """var login = (user: "x", password: "tuple-pw-9");""",
        """(string User, string Password) login = ("x", "tuple-pw-9");""",
        """List<(string User, string Password)> logins = [("x", "tuple-pw-9")];""",
        """var logins = new List<(string User, string Password)> { ("x", "tuple-pw-9") };""",
        """var logins = new (string User, string Password)[] { ("x", "tuple-pw-9") };""",
        """var (login, dbPassword) = ("x", "tuple-pw-9");""",
        """(thing.User, thing.Password) = ("x", "tuple-pw-9");""",

        // Lists.
        """string[] passwords = ["Xk29vLq8!"];""",
        """var passwords = new[] { "Xk29vLq8!" };""",
        """string[] passwords = new string[1] { "Xk29vLq8!" };""",
        """var passwords = new HashSet<string>() { "Xk29vLq8!" };""",
        """thing.Passwords = new List<string> { "Xk29vLq8!" };""",
        """passwords.Add("Xk29vLq8!");""",
        """foreach (var secret in new[] { "Xk29vLq8!" }) { }""",

        // Comparisons.
        """if (password == "Xk29vLq8!") { }""",
        """if (("Xk29vLq8!") != thing.Password) { }""",
        """if (password.Trim() == "Xk29vLq8!") { }""",
        """if (password?.Equals("Xk29vLq8!") == true) { }""",
        """if ("Xk29vLq8!".Equals(password)) { }""",
        """if (string.Equals("Xk29vLq8!", password, StringComparison.Ordinal)) { }""",
        """if (string.Equals(password, "Xk29vLq8!", StringComparison.Ordinal)) { }""",
        """if (password.Equals("Xk29vLq8!", StringComparison.Ordinal)) { }""",
        """if (string.Compare(password, "Xk29vLq8!", true) == 0) { }""",
        """if (password.CompareTo("Xk29vLq8!") == 0) { }""",
        """if (object.Equals(password, "Xk29vLq8!")) { }""",
        """if (password.SequenceEqual("Xk29vLq8!")) { }""",
        """if (CryptographicOperations.FixedTimeEquals(passwordBytes, Encoding.UTF8.GetBytes("Xk29vLq8!"))) { }""",
        """if (Request.Headers["X-Api-Key"] == "Xk29vLq8!Xk29vLq8!") { }""",
        """if (Request.Form["password"].ToString() == "Xk29vLq8!") { }""",
        """if (password is "Xk29vLq8!") { }""",
        """if (password is not "Xk29vLq8!") { }""",
        """if (thing is { Password: "Xk29vLq8!" }) { }""",
        """if ((user, password) is ("bob", "Xk29vLq8!")) { }""",
        """if ((user, password) == ("bob", "Xk29vLq8!")) { }""",
        """switch (password) { case "Xk29vLq8!": break; }""",
        """switch (password) { case "Xk29vLq8!" when host == "": break; }""",
        """switch (thing.Password) { case "" or "Xk29vLq8!": break; }""",
        """_ = password switch { "Xk29vLq8!" => 1, _ => 2 };""",
        """_ = (user, password) switch { ("bob", "Xk29vLq8!") => 1, _ => 2 };""",
        """if (new[] { "Xk29vLq8!" }.Contains(password)) { }""",

        // Within a text.
        """Process.Start("app", "--user bob --password Xk29vLq8!");""",
        """Start.ArgumentList.Add("--password=Xk29vLq8!");""",
        """Run("--user", "bob", "--password", "Xk29vLq8!"); void Run(params string[] args) { }""",
        """string[] args = ["--user", "bob", "--password", "Xk29vLq8!"];""",
        """_ = new StringContent("grant_type=password&username=bob&password=Xk29vLq8!");""",
        """var text = "user=bob&password=" + "Xk29vLq8!";""",
        """var text = string.Format("user={0}&password={1}", user, "Xk29vLq8!");""",
        """var text = $"user={user}&password=Xk29vLq8!";""",
        """var text = $"user={user}&password={"Xk29vLq8!"}";""",
        """text.AppendFormat("password={0}", "Xk29vLq8!");""",
    ];

    /// <summary>Declarations.</summary>
    public static TheoryData<string> Members =>
    [
        """class C { string smtpPassword = "Xk29vLq8!"; }""",
        """class C { const string SmtpPassword = "Xk29vLq8!"; }""",
        """class C { internal static readonly string SmtpPassword = "Xk29vLq8!"; }""",
        """class C { static readonly string[] Passwords = { "Xk29vLq8!" }; }""",
        """class C { static readonly string[] Passwords = ["Xk29vLq8!"]; }""",
        """class C { static readonly byte[] EncryptionKey = System.Text.Encoding.UTF8.GetBytes("Xk29vLq8!Xk29vLq8!"); }""",
        """class C { static readonly char[] Password = "Xk29vLq8!".ToCharArray(); }""",
        """class C { static System.ReadOnlySpan<byte> Password => "Xk29vLq8!"u8; }""",
        """class C { public string Password { get; set; } = "Xk29vLq8!"; }""",
        """class C { public required string Password { get; init; } = "Xk29vLq8!"; }""",
        """class C { public string Password => "Xk29vLq8!"; }""",
        """class C { public string Password { get => "Xk29vLq8!"; } }""",
        """class C { public string Password { get { return "Xk29vLq8!"; } } }""",
        """class C { public override string Password { get { return "Xk29vLq8!"; } } }""",
        """class C { string GetPassword() => "Xk29vLq8!"; }""",
        """class C { string GetPassword() { if (true) return "Xk29vLq8!"; } }""",
        """class C { System.Threading.Tasks.Task<string> GetPasswordAsync() => System.Threading.Tasks.Task.FromResult("Xk29vLq8!"); }""",
        """class C { void M() { string GetPassword() => "Xk29vLq8!"; } }""",
        """class C { (string User, string Password) Login() => ("bob", "Xk29vLq8!"); }""",
        """class C { static readonly (string User, string Password)[] Logins = [("bob", "Xk29vLq8!")]; }""",
        """class C { static readonly System.Collections.Generic.Dictionary<string, string> Passwords = new() { ["bob"] = "Xk29vLq8!" }; }""",
        """class C { static readonly System.Collections.Generic.Dictionary<string, string> Passwords = new() { { "bob", "Xk29vLq8!" } }; }""",
        """class C { string p; C() { this.Password = "Xk29vLq8!"; } string Password { set { p = value; } } }""",
        """class C(string user, string password = "Xk29vLq8!") { string p = password; }""",
        """record R(string User, string Password = "Xk29vLq8!");""",
        """record struct R(string User, string Password) { static R Make() => new("bob", "Xk29vLq8!"); }""",
        """record R(string User, string Password) { static R Of(R r) => r with { Password = "Xk29vLq8!" }; }""",
        """record R(string User, string Password) { static readonly R[] All = [new("bob", "Xk29vLq8!")]; }""",
        """record R(string User, string Password) { static readonly System.Collections.Generic.List<R> All = new() { new R("bob", "Xk29vLq8!") }; }""",
        """class B(string password) { string p = password; } class C() : B("Xk29vLq8!");""",
        """class B { public B(string password) { } } class C : B { public C() : base("Xk29vLq8!") { } }""",
        """class C { C(string password) { } C() : this("Xk29vLq8!") { } }""",
        """class LoginAttribute(string user, string password) : System.Attribute; [Login("bob", "Xk29vLq8!")] class C;""",
        """class LoginAttribute(string user, string password) : System.Attribute; [Login(password: "Xk29vLq8!", user: "bob")] class C;""",
        """class LoginAttribute : System.Attribute { public string Password { get; set; } } [Login(Password = "Xk29vLq8!")] class C;""",
        """[Ftp(Password = "Xk29vLq8!")] class C;""",
        """class C { [System.ComponentModel.DefaultValue("Xk29vLq8!")] public string Password { get; set; } }""",
        """interface I { string Password => "Xk29vLq8!"; }""",
        """interface I { void Connect(string user, string password = "Xk29vLq8!"); }""",
        """delegate void Connect(string password = "Xk29vLq8!");""",
        """enum E { A } class C { string Password(E e) => e switch { E.A => "Xk29vLq8!", _ => "" }; }""",
        """class C { string this[int password] => password switch { _ => "" }; string Secret { get { const string secret = "Xk29vLq8!"; return secret; } } }""",
        """class C { event System.Action A; string P = ""; System.Func<string> _password = () => "Xk29vLq8!"; }""",
        """string smtpPassword = "Xk29vLq8!";""",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task In_a_statement(string statement) => await FoundOnce(Code.Method(statement));

    [Theory]
    [MemberData(nameof(Members))]
    public async Task In_a_declaration(string source) => await FoundOnce(source);

    /// <summary>The same places with what is no credential.</summary>
    [Theory]
    [InlineData("""Mail.Login(user, "Xk29vLq8!"); """, """class Mail { public static void Login(string user, string theme) { } }""")]
    [InlineData("""userManager.CreateAsync(user, "Pass123$");""", """class UserManager { public void CreateAsync(string user, string culture) { } } partial class Subject { UserManager userManager = new(); }""")]
    [InlineData("""Users.Register("login", "other", "test@email-1");""", """static class Users { public static void Register(string login, string password, string mail) { } }""")]
    [InlineData("""Users.Register("login", "password", "test@email-1");""", """static class Users { public static void Register(string login, string password, string mail) { } }""")]
    [InlineData("""Connections.Create(host, userIdentifier: "user-A1");""", "")]
    [InlineData("""order.CreateAsync(host, "A-1234");""", "")]
    [InlineData("""names.Add("Xk29vLq8!");""", "")]
    [InlineData("""string[] args = ["--user", "Xk29vLq8!"];""", "")]
    [InlineData("""string[] passwords = ["--user", "-p"];""", "")]
    [InlineData("""foreach (var c in "Xk29vLq8!") Console.Write(c);""", "")]
    [InlineData("""char[] separators = [';', ',', '.', ':', '|'];""", "")]
    [InlineData("""int[] keys = { 143, 20, 228, 95, 206, 234, 22, 122, 90, 54, 222, 221, 75, 234, 37, 67 };""", "")]
    [InlineData("""byte[] header = { 143, 20, 228, 95, 206, 234, 22, 122, 90, 54, 222, 221, 75, 234, 37, 67 };""", "")]
    [InlineData("""byte[] pngSignature = [137, 80, 78, 71, 13, 10, 26, 10];""", "")]
    [InlineData("""Store.SetPassword(1, "hash", "new", "hint-1!");""", "")]
    [InlineData("""if ((user, password) is ("Xk29vLq8!", _)) { }""", "")]
    [InlineData("""_ = (user: "Xk29vLq8!", password: password);""", "")]
    [InlineData("""_ = new Dictionary<string, string> { ["user"] = "Xk29vLq8!", ["password"] = password };""", "")]
    [InlineData("""_ = new Dictionary<string, string> { ["PasswordHint"] = "Xk29vLq8!" };""", "")]
    [InlineData("""_ = new[] { "Xk29vLq8!" }.Contains(user);""", "")]
    [InlineData("""_ = new Lazy<string>(() => "Xk29vLq8!");""", "")]
    [InlineData("""Form.Add(new StringContent("Xk29vLq8!"), "user");""", "")]
    [InlineData("""Environment.SetEnvironmentVariable("DB_USER", "Xk29vLq8!");""", "")]
    public async Task Nothing_speaks_for_it(string statement, string declarations) => Assert.Empty(await Code.Found(Code.Method(statement).Replace("class Subject", "partial class Subject") + declarations));

    private static async Task FoundOnce(string source)
    {
        var found = await Code.Found(source);
        var only = Assert.Single(found);
        Assert.Matches("^PUR300[1-3] ", only);
    }
}
