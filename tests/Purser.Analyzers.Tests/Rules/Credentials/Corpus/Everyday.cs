// What people leave behind: weak passwords, snippets of other languages, help, tests, and what only looks like it.
public static class Everyday
{
    public const string DefaultPassword = "changeme"; //! PUR3001
    public const string DefaultAdminPassword = "admin"; //! PUR3001
    private const string clientSecret = "secret"; //! PUR3001
    private static string dbPassword = "root"; //! PUR3001
    private static string DbPass = "toor"; //! PUR3001
    private string _password = "letmein"; //! PUR3001
    private string ftpPassword = "anonymous";
    private string passphrase = "correct horse battery staple"; //! PUR3001
    private string adminPwd = "iloveyou"; //! PUR3001
    private string wifiPassword = "sunflower42"; //! PUR3001
    private string Pwd = "summer2023"; //! PUR3001
    private string oraclePassword = "tiger"; //! PUR3001
    private string UserPassword { get; } = "hunter2"; //! PUR3001
    private string ServicePassword = "Kv-9!mmQ_2"; //! PUR3001
    private string kafkaPassword = "kafka-secret"; //! PUR3001
    private string rabbitPassword = "guest"; //! PUR3001
    private string MqttPassword = "mosquitto"; //! PUR3001
    private string elasticPassword = "elastic"; //! PUR3001
    private string minioSecretKey = "minioadmin"; //! PUR3001
    private string grafanaPassword = "prom-operator"; //! PUR3001
    private string keystorePassword = "changeit"; //! PUR3001
    private string pfxPassword = "1234"; //! PUR3001
    private string certPassword = "Localhost!"; //! PUR3001
    private string zipPassword = "infected"; //! PUR3001
    private string pdfOwnerPassword = "0wn3r"; //! PUR3001
    private string mailPassword = "mailmail"; //! PUR3001
    private string SshPassword = "raspberry"; //! PUR3001
    private string RouterPassword = "Admin1234"; //! PUR3001
    private string licenseKey = "ABCD-EFGH-IJKL-MNOP"; //! PUR3001
    private string LicenceKey = "7QK2M-9XTRV-4WPLD-8HNBC-3FYGZ"; //! PUR3001
    private string ProductKey = "W269N-WFGWX-YVC9B-4J6C9-T83GX"; //! PUR3001
    private string AWS_SECRET_ACCESS_KEY = "Hq0Rz7tYb3mVx9LcKd2PwJ5sFn8GuT4eAiXoQ6Wr"; //! PUR3001
    private string AWS_ACCESS_KEY_ID = "«AKIA<u:16>»"; //! PUR3004
    private string Region2 = "«AKIA<u:16>»"; //! PUR3004
    private string AesKey = "b14ca5898a4e4133bbce2ea2315a1916"; //! PUR3001
    private string EncryptionKey = "MAKV2SPBNI99212"; //! PUR3001
    private string TripleDesKey = "ABCDEFGHJKLMNOPQRSTUVWXY"; //! PUR3001
    private static readonly string JwtKey = "ThisIsASecretKeyForJwtTokensOnly!"; //! PUR3001
    private static readonly string TokenSecret = "s3cr3t-t0k3n-s1gn1ng"; //! PUR3001
    private static readonly string cookieSecret = "keyboard cat"; //! PUR3001
    private static readonly string HmacSecret = "f6c1a20d-9c55-4a6b-8a0f-3a9c8f4e1b77"; //! PUR3001
    private static readonly string appSecret = "6b1f0c9de2a84735"; //! PUR3001
    private static readonly string OneSignalApiKey = "NGEwMGZmMjItY2NkNy0xMWUzLTk5ZDUtMDAwYzI5NDBlNjJj"; //! PUR3001
    private static readonly string weatherApiKey = "b6907d289e10d714a6e88b30761fae22"; //! PUR3001
    private static readonly string pushToken = "fmzYqzwE3xk2PQmV8d7RnT"; //! PUR3001
    private static readonly string sessionToken = "9fQ2x7LmZv4RkT1bNcYw8HsGd"; //! PUR3001
    private static readonly string accessTokenSecret = "Xq3VtLz9PmRb7KcWy2NdHs5FgJ8UeTo4AiQx6BvZ0MnS"; //! PUR3001

    // Names and words about them.
    private const string PasswordField = "password";
    private const string Password = "password";
    private const string PasswordColumn = "pwd_hash";
    private const string PasswordMask = "********";
    private const string PasswordChar = "•";
    private const string PasswordRegex = "^(?=.*[A-Z])(?=.*[0-9]).{8,}$";
    private const string PasswordTooShort = "PASSWORD_TOO_SHORT";
    private const string PasswordChanged = "password-changed";
    private const string InvalidPassword = "hunter3";
    private const string WrongPassword = "not-the-password";
    private const string OneTimePassword = "otp";
    private const string KeyPassword = "s3-password";
    private const string SecretsFile = "secrets.json";
    private const string SecretsPath = "/run/secrets/db";
    private const string SecretName = "orders-db";
    private const string SecretKeyRef = "orders-db/password";
    private const string TokenUrl = "https://login.contoso.com/oauth2/token";
    private const string TokenPrefix = "Bearer ";
    private const string TokenIssuer = "contoso";
    private const string TokenCacheKey = "token:{0}";
    private const string ApiKeyQuery = "api_key";
    private const string ApiKeyScheme = "ApiKey";
    private const string XApiKey = "X-API-KEY";
    private const string AccessTokenCookie = "access_token";
    private const string SessionKey = "cart";
    private const string PrimaryKey = "Id";
    private const string PartitionKey = "tenant-42-orders-2024";
    private const string RowKey = "7f3c9a1e5b2d4806";
    private const string CacheKey2 = "user:permissions:5f3e";
    private const string RegistryKey = @"HKEY_LOCAL_MACHINE\SOFTWARE\Contoso\Keys";
    private const string ForeignKey = "FK_Orders_Customers_CustomerId";
    private const string Key = "Orders";
    private const string KeyVaultName = "kv-orders-prod";
    private const string VaultToken = "${VAULT_TOKEN}";
    private const string PublicKey = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0q7pXc";
    private const string PublicKeyToken = "31bf3856ad364e35";
    private const string Thumbprint = "A909502DD82AE41433E6F83886B00D4277A32A7B";
    private const string CommitSha = "9fceb02d0ae598e95dc970b74767f19372d61af8";
    private const string Etag = "\"33a64df551425fcc55e4d42a148795d9f25f89d4\"";
    private const string Checksum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string PasswordHash = "$2a$11$9mTHqYI0sBOf7dXmWXyYnO2cZ3q7a0T6H0lqG2Wc7xv5uV1sJbKxS";
    private const string Integrity = "sha384-9gVQ4dYFwwWSjIDZnLEWnxCjeSWFphJiwGPXr1jddIhOegiu1FwO5qRGvFXOdJZ4";
    private const string Pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private const string Logo = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==";
    private const string ClientId = "0oa1b2c3d4e5f6g7h8i9";
    private const string AppId = "c9e1f7d2-55a3-4c1e-8f0d-2b7a9e6c4d10";
    private const string ProductId = "prod_NWjs8kKbJWmuuc";
    private const string PriceId = "price_1MoBy5LkdIwHu7ixZhnattbh";
    private const string CustomerId = "cus_9s6XKzkNRiz8i3";
    private const string ConnectionId = "dGhlIHNhbXBsZSBub25jZQ";
    private const string InstrumentationKey = "4d2f8c6a-1b3e-4f5a-9c7d-0e1f2a3b4c5d";
    private const string WebSocketMagic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!@#$%";
    private const string Lorem = "Lorem ipsum dolor sit amet, consectetur adipiscing elit";
    private static readonly byte[] iv = Encoding.UTF8.GetBytes("1234567890123456");
    private static readonly byte[] Iv2 = Convert.FromBase64String("AAECAwQFBgcICQoLDA0ODw==");
    private static readonly string initVector = "pemgail9uzpgzl88"; 
    private const string PasswordTodo = "TODO";
    private string Password2 = "<password>";
    private string Password3 = "your-password-here";
    private string Password4 = "{password}";
    private string Password5 = "[REDACTED]";
    private string Password6 = "xxxxxxxx";
    private string ApiKey1 = "your_api_key";
    private string ApiKey2 = "INSERT-API-KEY-HERE";
    private string ApiKey3 = "API_KEY";
    private string Secret1 = "#{ClientSecret}#";
    private string Secret2 = "op://vault/item/field";
    private string Secret3 = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db)";
    private string Secret4 = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";

    public static void Run(string[] args)
    {
        // Written out in other languages.
        var json = "{\"user\":\"admin\",\"password\":\"adm1nPw!\"}"; //! PUR3001
        var json2 = @"{ ""client_id"": ""web"", ""client_secret"": ""9d7Kq2ZxV4m"" }"; //! PUR3001
        var json3 = """{"apiKey":"c4d1e7f0a29b48358d6c0e5f1a7b3924"}"""; //! PUR3001
        var json4 = """{"username":"{0}","password":"{1}"}""";
        var json5 = """{"type":"password","name":"Password","placeholder":"Password"}""";
        var json6 = """{"error":"invalid_grant","error_description":"Bad password"}""";
        var json7 = """{"token_type":"Bearer","expires_in":3600}""";
        var xml = "<credentials><username>svc</username><password>Wq83!kd</password></credentials>"; //! PUR3001
        var xml2 = "<add key=\"SmtpPassword\" value=\"m4ilP@ss\" />"; //! PUR3001
        var xml3 = "<input type=\"password\" name=\"password\" placeholder=\"Your password\" />";
        var xml4 = "<password>string</password>";
        var soap = "<wsse:Username>bob</wsse:Username><wsse:Password>b0bsPw!</wsse:Password>"; //! PUR3001
        var sql = "CREATE LOGIN report WITH PASSWORD = 'R3port!ng'"; //! PUR3001
        var sql2 = "ALTER USER postgres PASSWORD 'postgres'"; //! PUR3001
        var sql3 = "SELECT Id FROM Users WHERE Login = @login AND Password = @password";
        var sql4 = "INSERT INTO Users (Name, Password) VALUES ('admin', 'admin123')"; //! PUR3001
        var sql5 = "UPDATE Users SET PasswordHash = @hash WHERE Id = @id";
        var sql6 = "ALTER TABLE Users ADD Password nvarchar(50) NOT NULL DEFAULT ''";
        var cmd = "sqlcmd -S localhost -U sa -P Yukon900"; //! PUR3001
        var cmd2 = "mysql -uroot -pS3cret! shop"; //! PUR3001
        var cmd3 = "psql postgresql://app:4ppPw@db:5432/shop"; //! PUR3003
        var cmd4 = "docker login -u ci --password dckr9xKq2 registry.contoso.com"; //! PUR3001
        var cmd5 = "curl -u admin:district https://play.contoso.org/api/me"; //! PUR3001
        var cmd6 = "az login --service-principal -u app -p $AZ_SECRET --tenant contoso";
        var cmd7 = "Use --password=<value> to set the password";
        var cmd8 = "The --export-passwords flag is not set";
        var cmd9 = "Cannot use --keep-password with a provided password";
        var cmd10 = "usage: tool [--user USER] [--password PASSWORD] host";
        var env = "POSTGRES_PASSWORD=postgres"; //! PUR3001
        var env2 = "export GITHUB_TOKEN=$TOKEN";
        var url = "mongodb://root:example@mongo:27017"; //! PUR3003
        var url2 = "amqp://guest:guest@localhost:5672/"; //! PUR3003
        var url3 = "redis://:p4ssw0rd@cache:6379/0"; //! PUR3003
        var url4 = "https://user:password@host/path";
        var url5 = "https://{user}:{password}@contoso.com";
        var url6 = "postgres://user:pass@localhost/db";
        var url7 = "https://contoso.com/reset?token={token}&email={email}";
        var url8 = "https://api.weather.com/v1?appid=b6907d289e10d714a6e88b30761fae22"; //! PUR3003
        var url9 = "https://contoso.com/?code=EN&sig=none";
        var url10 = "git@github.com:contoso/orders.git";
        var url11 = "https://oauth2:«glpat-<w:20>»@gitlab.com/contoso/shop.git"; //! PUR3004,PUR3003
        var cs = "Server=.;Database=Shop;User Id=sa;Password=yourStrong(!)Password"; //! PUR3002
        var cs2 = "Data Source=:memory:;Version=3;New=True;";
        var cs3 = "Server=db;User Id=sa;Password=example;"; //! PUR3002
        var cs4 = "Host=localhost;Database=test;Username=test;Password=test"; //! PUR3002
        var cs5 = "Server=tcp:x.database.windows.net;User ID={your_username};Password={your_password};";
        var cs6 = "mongodb+srv://app:Kd83hQz@cluster0.abcde.mongodb.net/?retryWrites=true"; //! PUR3003
        var cs7 = "Server=" + host + ";Uid=root;Pwd=" + "r00t" + ";"; //! PUR3002
        var cs8 = "server=localhost;user=root;database=shop;port=3306;password=******";

        // Help, labels, logs, errors.
        Console.WriteLine("Enter your password: ");
        Console.WriteLine("Password must be at least 8 characters");
        logger.LogInformation("Token refreshed for {User}", user);
        logger.LogError("API key is missing; set Api:Key in appsettings.json");
        throw new ArgumentException("Secret key must be 32 bytes", nameof(key));
        var label = new Label { Text = "Password:", Name = "lblPassword" };
        var label2 = new TextBox { Name = "txtPassword", PlaceholderText = "Password", PasswordChar = '*' };
        var option = new Option<string>("--password", "The password to use for the connection");
        var option2 = new Option<string>("--encryption-key", "Encryption key for the database (if settings are encrypted)");
        var argument = new Argument<string>("passphrase", "The passphrase to use for decryption of the file, if encrypted");
        command.Description = "Resets the password of a user";
        dictionary["password"] = "Passwort";
        dictionary["password_hint"] = "Mindestens 8 Zeichen";
        resources.Add("Password", "Mot de passe");
        form["username"] = "bob"; form["password"] = "b0bby!"; //! PUR3001
        form["grant_type"] = "password";
        body.Add("client_secret", "Zq8Kd03mXv2"); //! PUR3001
        var content = new FormUrlEncodedContent(new[] { new KeyValuePair<string, string>("password", "Sommer#24") }); //! PUR3001
        var dict = new Dictionary<string, string> { { "grant_type", "password" }, { "username", "u1" }, { "password", "pw4u1" } }; //! PUR3001
        var login = new LoginRequest { UserName = "admin", Password = "admin" }; //! PUR3001
        var login2 = new LoginRequest("test@example.com", password: "Test1234!"); //! PUR3001
        var login3 = new { username = "demo", password = "demo" }; //! PUR3001
        var register = new RegisterModel { Email = "a@b.c", Password = "Abcdef1!", ConfirmPassword = "Abcdef1!" }; //! PUR3001
        Assert.Equal("password", field.Type);
        Assert.Equal("Invalid password", result.Error);
        Assert.Contains("token", response.Headers);
        driver.FindElement(By.Id("password")).SendKeys("Sup3rman"); //! PUR3001
        driver.FindElement(By.Id("username")).SendKeys("clark");
        if (password == "12345") return; //! PUR3001
        if (token == "") return;
        if (user.Password is "admin" or "root") return; //! PUR3001
        if (key == "Enter" || key == "Escape") return;
        var hash = Sha256("salt" + password);
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes("admin:s3cr3t!")); //! PUR3001
        var basic2 = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{user}:{password}"));
        client.DefaultRequestHeaders.Add("Authorization", "Basic YWRtaW46czNjcjN0IQ=="); //! PUR3001
        client.DefaultRequestHeaders.Add("X-Api-Key", "7d3e9a20-5c1b-4f86-a0d2-9b8c7e6f5a41"); //! PUR3001
        client.DefaultRequestHeaders.Add("X-Request-Id", "7d3e9a20-5c1b-4f86-a0d2-9b8c7e6f5a41");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "q7Zt2LxV9mKb4RwNc8HsYd1Fg"); //! PUR3001
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var slack = "«xoxb-<d:12>-<d:12>-<a:24>»"; //! PUR3004
        var npm = "//registry.npmjs.org/:_authToken=«npm_<a:36>»"; //! PUR3004
        var gemini = "«AIza<w:35>»"; //! PUR3004
        var secretMessage = "The eagle has landed";
        var secretSanta = "Alice";
        var tokens = new[] { "if", "else", "while" };
        var keyPress = "Ctrl+Shift+K";
        var passRate = "87%";
        var passCount = "12 passed";
        var compass = "north";
        var bypass = "true";
        var passport = "X1234567";
        var tokenCount = "1024 tokens";
        var hashtag = "#secretlife";
        var author = "Pat Smith";
        var authority = "https://login.microsoftonline.com/common";
        var keyboard = "qwerty";
        var monkey = "bananas4";
    }
}
