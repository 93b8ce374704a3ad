// Workers, integrations, tools: a second sitting.
public class Integrations
{
    private const string SmsApiKey = "5d8c2f1ba7e94036"; //! PUR3001
    private const string SmsSender = "CONTOSO";
    private readonly string _apiSecret = "Qz7mVx29KpLw"; //! PUR3001
    private readonly string _accessToken = "IGQVJXkZAWm5tR2xwUzB4Q3l2b0dNc1RkYVZAqWm9jTkxPb3hWcVdKT1N6"; //! PUR3001
    private static readonly string LineChannelSecret = "b3f0c91a72e84d5566f1a0c7d39e2b84"; //! PUR3001
    private static readonly string LineChannelId = "1655348201";
    private const string ZoomJwtSecret = "hJ8kLm2Np4Qr6St8Uv0WxYz1"; //! PUR3001
    private const string WebhookSecret = "order-hooks-2024!"; //! PUR3001
    private const string WebhookPath = "/hooks/orders";
    internal const string HashKey = "d8f1b6c03e7a4925"; //! PUR3001
    internal const string SaltValue = "s@1tValue"; //! PUR3001
    internal const string Salt = "Kx72!mPq"; //! PUR3001
    public static string EncryptionPassword = "tuVung#2015"; //! PUR3001
    static readonly string AesKey = "E546C8DF278CD5931069B522E695D4F2"; //! PUR3001
    static readonly string AesIV = "8yHs0PqLxW3nBv5T";
    static readonly byte[] DesKey = Encoding.UTF8.GetBytes("zxcvbnm1"); //! PUR3001
    static string jwtKey = "ProductManagerBackend2022"; //! PUR3001
    static string Issuer = "ProductManagerBackend";
    public string AppPassword = "abcd efgh ijkl mnop"; //! PUR3001
    public string GmailPassword = "rtqwmnzlkvhsyfpd"; //! PUR3001
    public string SmtpUser = "support@contoso.com";
    public string MailFrom = "noreply@contoso.com";
    public string DbPass = "mySqlP4ss"; //! PUR3001
    public string dbpassword = "Contoso123"; //! PUR3001
    public string DB_PWD = "root"; //! PUR3001
    public string DB_USER = "root";
    public string ftpPass = "f7p!acc"; //! PUR3001
    public string sshPassphrase = "correct horse battery staple"; //! PUR3001
    public string certPassword = "localhost1"; //! PUR3001
    public string PfxPassword = "1234"; //! PUR3001
    public string KeystorePass = "changeit"; //! PUR3001
    public string ServiceAccountPassword = "Svc.P@ss.2016"; //! PUR3001
    public string adminPass = "superadmin!"; //! PUR3001
    public string TeacherPassword = "teacher"; //! PUR3001
    public string StudentPassword = "student1"; //! PUR3001
    public string DefaultPin = "0000"; 
    public string UserPin = "4711"; //! PUR3001
    public string PinCode = "110001";
    public string PostalCode = "560001";
    public string PassCode = "9988"; //! PUR3001
    public string PassportNo = "L8982Z3";
    public string RoomPassword = "let-me-in"; //! PUR3001
    public string WifiPassword = "kitchen table"; 
    public string TestPassword = "Test!234"; //! PUR3001
    public string ValidPassword = "ValidPass1!"; //! PUR3001
    public string InvalidPassword = "short";
    public string WrongPassword = "Wrong123!";
    public string NewPassword = "N3wPass!"; //! PUR3001
    public string HashedPassword = "$2a$11$K3g6Z8vQ0b1x7tYwR5uOeO7n1c2d3e4f5g6h7i8j9k0l1m2n3o4p5";
    public string PasswordSha1 = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";
    public string PassMark = "45";
    public string passStatus = "pass";
    public string PasswordGenerator = "Random";
    public string SecretSanta = "Alice";
    public string ClientSecretExpression = "configuration.ClientSecret";
    public string TokenCacheName = "MsalCache";
    public string OAuthToken = "ya29-not-a-real-one";
    public string AccessTokenPath = "data.access_token";
    public string TokenServiceUrl = "https://sts.contoso.com/token";
    public string ApiVersion = "2023-05-15-preview";
    public string DeploymentKey = "production";
    public string TelemetryKey = "4f6d8b21-90c3-4e7a-b5d1-2c8f0a9e7b36";
    public string DataKey = "orders/2024/03";
    public string EncryptedConnectionString = "Server=db;Database=x;Integrated Security=SSPI";
    public string StorageConnection = "BlobEndpoint=https://contoso.blob.core.windows.net/;SharedAccessSignature=sv=2022-11-02&ss=b&srt=sco&sp=rl&se=2030-01-01&sig=Lz8Tq3VbN7mXw2Yp9Kr5Cs1Dg6Fh4Ja0UeIoQtXzWvM%3D"; //! PUR3002,PUR3004,PUR3003
    public string RedisConn = "redis-12345.c1.us-east-1-2.ec2.cloud.redislabs.com:12345,password=Qm7Zt2Wk9Xv4Lp8R,ssl=False"; //! PUR3002
    public string MailConn = "smtps://mailer:Xq8!pLm2@mail.contoso.com:465"; //! PUR3003
    public string Elastic = "https://elastic:Vz93KqTm@es.contoso.com:9243"; //! PUR3003
    public string GitRemote = "https://oauth2:«glpat-<w:20>»@gitlab.contoso.com/team/repo.git"; //! PUR3004,PUR3003
    public string GitPublic = "https://github.com/dotnet/runtime.git";
    public string GitSsh = "git@github.com:contoso/app.git";
    public string Sip = "sip:alice@contoso.com";
    public string MailTo = "mailto:info@contoso.com?subject=Password%20reset";
    public string Ldap = "LDAP://OU=Users,DC=contoso,DC=local";
    public string LdapBind = "CN=svc_web,OU=Service,DC=contoso,DC=local";
    public string Sql = "SELECT TOP 1 * FROM ApiKeys WHERE [Key] = @key AND Secret = @secret";
    public string SqlLogin = "select count(*) from users where username='admin' and password='admin@321'"; //! PUR3001
    public string SqlInsert = "INSERT INTO Users (Name, Password) VALUES (@n, @p)";
    public string CreateLogin = "CREATE LOGIN [app] WITH PASSWORD=N'Zt83#kLq', DEFAULT_DATABASE=[shop]"; //! PUR3001
    public string GrantMySql = "GRANT ALL ON shop.* TO 'app'@'%' IDENTIFIED BY 'Kp72xLm'"; //! PUR3001
    public string Json = "{\"client_id\":\"shop\",\"client_secret\":\"Xw92LmQ7vT\",\"grant_type\":\"client_credentials\"}"; //! PUR3001
    public string JsonTemplate = "{\"username\":\"{0}\",\"password\":\"{1}\"}";
    public string JsonSchema = "{\"type\":\"object\",\"properties\":{\"password\":{\"type\":\"string\"}}}";
    public string Soap = "<wsse:Username>svc</wsse:Username><wsse:Password>Kq83!mPz</wsse:Password>"; //! PUR3001
    public string SoapEmpty = "<Password></Password>";
    public string Xml = "<user><name>Bob</name><password>{0}</password></user>";
    public string Cmd = "mysqldump -u root --password=Tz83kLm2 shop"; //! PUR3001
    public string CmdHelp = "  --password <value>   The password to use";
    public string CmdHelp2 = "Use --token to pass an access token";
    public string Curl = "curl -H 'X-Api-Key: $API_KEY' https://api.contoso.com";
    public string NetUse = @"net use Z: \\nas\share /user:backup B4ckup!9"; 
    public string Form = "username=bob&password=Hx73kq&remember=true"; //! PUR3001,PUR3003
    public string FormTemplate = "username={0}&password={1}";
    public string Callback = "https://contoso.com/cb?code={code}&state={state}";
    public string Maps = "https://maps.googleapis.com/maps/api/js?key=«AIza<w:35>»&callback=initMap"; //! PUR3004,PUR3003
    public string MapsTemplate = "https://maps.googleapis.com/maps/api/js?key=YOUR_API_KEY";
    public string Youtube = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    public string Signed = "https://contoso.com/files/1?expires=1700000000&signature=placeholder";

    public async Task Run()
    {
        var client = new ImapClient(); client.Authenticate("support@contoso.com", "Supp0rt!"); //! PUR3001
        client.Login("sales@contoso.com", "s4les2019"); //! PUR3001
        await page.FillAsync("#password", "S3lenium!"); //! PUR3001
        await signIn.PasswordSignInAsync("admin@contoso.com", "Adm1n!23", false, false); //! PUR3001
        await users.AddPasswordAsync(user, "Temp#2024"); //! PUR3001
        await users.CheckPasswordAsync(user, model.Password);
        await users.ResetPasswordAsync(user, token, "Reset!99"); //! PUR3001
        var ok = BCrypt.Net.BCrypt.Verify("hunter2", hash); //! PUR3001
        var hash2 = BCrypt.HashPassword("s3cr3t!"); //! PUR3001
        var user = await service.Authenticate("test", "test"); //! PUR3001
        Login("admin", "nimda99"); //! PUR3001
        var u = new UserDto("bob", "bob@contoso.com", password: "b0bPwd"); //! PUR3001
        db.Users.Add(new User { Username = "teacher", Password = "teach3r", Role = "Teacher" }); //! PUR3001
        db.Users.Add(new User { Username = "x", PasswordHash = Hash("w0rd!") });
        context.Admins.Add(new Admin { Email = "root@contoso.com", Pwd = "MTIzNDU2" }); //! PUR3001
        if (pwd == "opensesame") Unlock(); //! PUR3001
        if (password.Equals("P@55") || password == adminPassword) Unlock(); //! PUR3001
        if (apiKey != "test-9f83kd72") return Unauthorized(); //! PUR3001
        if (args[0] == "--password") ReadPassword();
        if (claim.Type == "password_expired") Redirect();
        if (column.Name == "Password") column.Hide();
        var pw = args.Length > 1 ? args[1] : "d3fault!"; //! PUR3001
        var t = token ?? "none";
        var key = config["Key"] ?? throw new Exception("Key missing");
        string password = isTest ? "testing1" : ReadSecret(); //! PUR3001
        (string user2, string password2) = ("sa", "Sa!2019"); //! PUR3001
        var creds = (User: "sa", Password: "Str0ngSa"); //! PUR3001
        var lines = new[] { "password", "123456", "qwerty" };
        var common = new HashSet<string> { "password1", "letmein", "iloveyou" };
        var fields = new[] { "Username", "Password", "Token" };
        var settings = new Settings { Host = "db", User = "sa", Pass = "5a5a!" }; //! PUR3001
        var s2 = settings with { Pass = "8xQm2!" }; //! PUR3001
        options.Password.RequiredLength = 8; options.Tokens.AuthenticatorIssuer = "Contoso";
        options.TokenValidationParameters.NameClaimType = "name";
        options.ClientSecret = "«GOCSPX-<w:28>»"; //! PUR3004,PUR3001
        options.ClientId = "shop-web"; options.Scope.Add("offline_access"); options.SaveTokens = true;
        options.CallbackPath = "/signin-oidc"; options.SignedOutRedirectUri = "/";
        builder.Configuration["Jwt:Secret"] = "integration-tests-signing-secret-32b"; //! PUR3001
        builder.UseSetting("ConnectionStrings:Default", "Host=localhost;Username=test;Password=t3st;Database=it"); //! PUR3002
        config.AddInMemoryCollection(new[] { new KeyValuePair<string, string?>("Smtp:Password", "m4il!") }); //! PUR3001
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "Lm4TbkR7vN2xZq9w8cYs3HfGd6JpUe1oIa5XtQzW"); //! PUR3001
        process.StartInfo.EnvironmentVariables["PGPASSWORD"] = "pg!pass9"; //! PUR3001
        message.Headers.Add("x-auth-token", "c8f2e1d07b3a4956"); //! PUR3001
        httpClient.DefaultRequestHeaders.Add("apikey", "Zk81LmQp27Xv"); //! PUR3001
        httpClient.DefaultRequestHeaders.Add("User-Agent", "Contoso/1.0");
        httpClient.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Token 9f3b1c7e5a0d48269e8d7f6b5a4c3d2e91f0a7b6"); //! PUR3001
        request.Headers["x-functions-key"] = "Tz83kLm2Qw9Xv4Rb7Np1Hs6Yd0Gf5Jc"; //! PUR3001
        request.Headers["Content-Type"] = "application/x-www-form-urlencoded";
        var state = "xyz"; var nonce = Guid.NewGuid().ToString("N"); var challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        var id = "01HRZ3K5T7Y8M2N4P6Q9S0V1WX"; var tracking = "UA-12345678-1"; var gtm = "GTM-ABC1234";
        var color = "#ff8800"; var font = "fa-key"; var icon = "🔑"; var regex = @"(?i)password\s*=\s*(.+)";
        throw new SecurityException("Password for user '" + name + "' is wrong");
    }
}
