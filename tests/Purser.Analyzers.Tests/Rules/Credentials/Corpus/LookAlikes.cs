// What looks like a credential and is none.
public static class Permissions { public const string ManageApiKeys = "manage_api_keys"; public const string ViewSecrets = "secrets.view"; public const string ResetPassword = "Pages.Administration.Users.ResetPassword"; }
public static class ErrorCodes { public const string InvalidPassword = "invalid_password"; public const string TokenExpired = "token_expired"; public const string BadApiKey = "ERR_BAD_API_KEY"; public const string PasswordMismatch = "PasswordMismatch"; }
public static class GrantTypes { public const string Password = "password"; public const string RefreshToken = "refresh_token"; public const string ClientCredentials = "client_credentials"; public const string AuthorizationCode = "authorization_code"; }
public static class HeaderNames { public const string ApiKey = "X-Api-Key"; public const string AuthToken = "X-Auth-Token"; public const string CsrfToken = "X-CSRF-TOKEN"; public const string Authorization = "Authorization"; }
public static class OAuthConstants { public const string AccessToken = "access_token"; public const string IdToken = "id_token"; public const string TokenTypeHint = "token_type_hint"; public const string ClientSecret = "client_secret"; public const string ClientAssertion = "client_assertion"; public const string BearerToken = "bearer_token"; }
public static class SettingKeys { public const string SmtpPassword = "Abp.Net.Mail.Smtp.Password"; public const string TwilioAuthToken = "Twilio:AuthToken"; public const string StripeSecret = "Stripe__Secret"; public const string DbPassword = "DB_PASSWORD"; public const string AdminPassword = "ADMIN-PASSWORD"; }
public static class Messages { public const string WrongPassword = "Wrong password!"; public const string PasswordChanged = "Password changed successfully."; public const string TokenInvalid = "The token is not valid"; public const string SecretRequired = "Secret is required"; public const string PasswordSent = "Passwort wurde gesendet"; }
public static class RegistryKeys { public const string RunKey = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Run"; public const string UninstallKey = @"HKEY_LOCAL_MACHINE\SOFTWARE\Contoso"; }
public enum TokenKind { [Description("keyword")] Keyword, [EnumMember(Value = "password")] Password, [XmlEnum("secret-key")] SecretKey }
public class Lexer
{
    public const string OpenParenToken = "("; public const string CloseBraceToken = "}"; public const string ArrowToken = "=>"; public const string KeywordToken = "function"; public const string EndToken = "<EOF>";
    private string currentToken = "identifier";
    private readonly string tokenSeparator = "|";
    private string endOfStreamToken = "$EOF$";
    private const string UnknownToken = "[UNK]";
    private const string PadToken = "<pad>";
    public string ContinuationToken = "eyJWIjoxfQ==";
    private string nextPageToken = "CAUQAA";
    private string syncToken = "00000001";
    private string ConcurrencyToken = "RowVersion";
    private string cancellationToken = "cts";
    void Scan() { if (token == "{0}") Push(token); var tokens = "a b c".Split(' '); tokens.Add("then"); parser.Expect("return"); }
}
public class Labels
{
    public string PasswordHint = "At least eight characters";
    public string PasswordRegex = @"^(?=.*\d)(?=.*[a-z]).{6,}$";
    public string PasswordFormat = "Hashed";
    public string PasswordQuestion = "What was the name of your first pet?";
    public string PasswordColumn = "pwd_hash";
    public string PasswordParameter = "@Password";
    public string PasswordField = "user[password]";
    public string PasswordXPath = "//*[@id='Passwd']";
    public string PasswordSelector = "#login-password";
    public string PasswordCssClass = "form-control password-input";
    public string PasswordUrl = "/account/password";
    public string PasswordFile = "/run/secrets/db_password";
    public string PasswordPath = @"C:\secrets\pw.txt";
    public string PasswordTooltip = "Your password";
    public string PasswordVariable = "CONTOSO_PASSWORD";
    public string PasswordPrompt = "Password> ";
    public string PasswordTitle = "Change Password";
    public string PasswordStrength = "Medium";
    public string PasswordPolicy = "Complex";
    public string PasswordProperty = "Password";
    public string PasswordType = "password";
    public string PasswordIcon = "fa-lock";
    public string PasswordHelpText = "Passwords are case-sensitive.";
    public string PasswordResetSubject = "Reset your Contoso password";
    public string PasswordAlgorithm = "PBKDF2";
    public string PasswordExpiredMessage = "Expired";
    public string NoPassword = "none";
    public string EmptyPassword = "";
    public string PasswordChar = "*";
    public string Password = "********";
    public string MaskedPassword = "xxxxxxxx";
    public string DefaultPassword = "{password}";
    public string Pass = "pass";
    public string PassThrough = "passthrough";
    public string Passenger = "John Smith";
    public string Compass = "north";
    public string Bypass = "true";
    public string PassingGrade = "B+";
    public string TestPassed = "passed";
    public string Secretary = "Mary Jones";
    public string SecretName = "my-secret";
    public string SecretsPath = "secret/data/app";
    public string SecretType = "Opaque";
    public string SecretStore = "azure-keyvault";
    public string Author = "Jane Doe";
    public string AuthScheme = "Bearer";
    public string AuthType = "oauth2";
    public string Authority = "https://login.microsoftonline.com/common";
    public string AuthEndpoint = "https://accounts.google.com/o/oauth2/v2/auth";
    public string AuthMode = "Windows";
    public string Keyword = "csharp";
    public string Keyboard = "qwerty";
    public string Monkey = "George";
    public string KeyName = "Id";
    public string PrimaryKey = "CustomerId";
    public string ForeignKey = "FK_Orders_Customers";
    public string PartitionKey = "tenant-42";
    public string RowKey = "2024-03-01T10:15:00Z";
    public string SortKey = "createdAt";
    public string CacheKey = "user_{0}_profile";
    public string RoutingKey = "orders.created.v1";
    public string MessageKey = "order-789";
    public string TranslationKey = "common.buttons.ok";
    public string ResourceKey = "Lbl_Welcome";
    public string HotKey = "Ctrl+Alt+Delete";
    public string AccessKeyAttribute = "accesskey";
    public string Accesskey = "s";
    public string SharedKeyName = "RootManageSharedAccessKey";
    public string ApiKeyParameter = "api_key";
    public string ApiKeyId = "k_8a7f2";
    public string ApiKeyHeader = "x-functions-key";
    public string ApiKeyPlaceholder = "Paste your API key here";
    public string ApiKey = "<insert api key>";
    public string ApiToken = "todo";
    public string ApiSecret = "REPLACE_ME";
    public string AccessToken = "[access token]";
    public string RefreshToken = "";
    public string Token = "token";
    public string TokenUrl = "https://oauth2.googleapis.com/token";
    public string TokenType = "JWT";
    public string TokenPrefix = "ctso_";
    public string TokenCookie = ".AspNetCore.Token";
    public string TokenName = "__RequestVerificationToken";
    public string Credentials = "include";
    public string CredentialType = "UserNamePassword";
    public string CredentialsFile = "~/.aws/credentials";
    public string ClientId = "js_oidc";
    public string ClientName = "JavaScript Client";
    public string ConnectionName = "Default";
    public string PrivateKeyPath = "/etc/ssl/private/key.pem";
    public string PrivateKeyHeader = "-----BEGIN EC PRIVATE KEY-----";
    public string PublicKey = "BEl62iUYgUivxIkv69yViEuiBIa40HI80NM9DJyT5sE2VbZC0vXhoX3VVcxz3sQfAfb0H9E6yGJxIhQrVjsQJcY";
    public string Fingerprint = "4A:2B:9C:1D:8E:7F:60:51:42:33:24:15:06:F7:E8:D9";
    public string Thumbprint = "a909502dd82ae41433e6f83886b00d4277a32a7b";
    public string SecurityStamp = "7D3F1B7E5A0C48269E8D7F6B5A4C3D2E";
    public string Nonce = "n-0S6_WzA2Mj";
    public string Etag = "W/\"67ab43\"";
    public string Build = "1.0.0-alpha.20240312.4+sha.5114f85";
    public string Culture = "en-US";
    public string InstrumentationKey = "00000000-0000-0000-0000-000000000000";
    public string TestCardNumber = "4242424242424242";
    public string Lorem = "Lorem ipsum dolor sit amet";
    public string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    public string Charset = "0123456789abcdef";
    public string Base64Chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    public string Query = "select password from users";
    public string Scope = "api://contoso/access_as_user";
    public string Purpose = "Contoso.Auth.PasswordReset";
    public string Policy = "RequireApiKey";
    public string Endpoint = "api/v1/tokens/{token}/revoke";
    public string Example = "Authorization: Bearer <token>";
    public string Usage = "usage: tool --user <name> --password <password>";
    public string EnvName = "AZURE_CLIENT_SECRET";
    public string ConfigPath = "AzureAd:ClientSecret";
    public string Mask = "***-**-****";
    public string Version = "v1.2.3";
}
public class PasswordPolicy
{
    public const string Lowercase = "abcdefghijklmnopqrstuvwxyz"; public const string SpecialCharacters = "!@#$%^&*()-_=+[]{}";
    public string RequiredPasswordMessage { get; set; } = "Password must contain at least one digit ('0'-'9').";
    public string GeneratePassword(int length = 8, string allowed = "ABCDEFGHJKMNPQRSTUVWXYZ23456789") => Random(length, allowed);
    public void Check(string password, string paramName = "password") { if (password is null) throw new ArgumentNullException("password"); if (password.Length < 8) throw new ArgumentException("Password too short", "password"); }
    [Obsolete("Use SetPasswordAsync instead")] public void SetPassword(string password) => Log("SetPassword called");
    [Option('p', "password", Required = true, HelpText = "Password of the user.")] public string Password { get; set; }
    [Column("password")] public string PasswordColumn { get; set; }
    [Display(Name = "Current password", Prompt = "Enter current password")] public string CurrentPassword { get; set; }
    [ConfigurationProperty("password", DefaultValue = "")] public string ConfigPassword { get; set; }
    [ApiKey("X-KEY")] public void Get() { }
    void Write() { writer.WriteElementString("Password", value); xml.Add(new XElement("Token", t)); node.Attributes["password"].Value = p; json["token"] = token; builder.Property(u => u.Password).HasColumnName("passwd").HasMaxLength(64); }
    void Tests() { Assert.Equal("Password", label); Assert.Contains("token", body); Assert.Throws<ArgumentException>("password", () => Set(null)); result.Errors.Should().Contain("PasswordTooShort"); }
    void Parse() { switch (name) { case "password": Read(); break; case "token": Skip(); break; case "client_secret": Read(); break; } }
    void Get() { var password = config["Database:Password"]; var token = context.Request.Query["access_token"]; var secret = await client.GetSecretAsync("sql-password"); var key = Environment.GetEnvironmentVariable("STRIPE_API_KEY"); var pwd = section.GetValue<string>("Pwd"); }
    void Say() { Console.WriteLine("Password: secret"); logger.LogError("Password reset failed for {User}", user); throw new InvalidOperationException("ApiKey is missing; set the API_KEY environment variable"); }
}
