// Clouds, payment, messaging, models, Kubernetes.
public class Clients
{
    private const string AwsAccessKeyId = "«AKIA<u:16>»"; //! PUR3004,PUR3001
    private const string AwsSecretAccessKey = "kP8zXv2LmQ9tRw5YbN7cHd3FgJ1sUe0oIaZ4WqTx"; //! PUR3001
    private static readonly string accessKey = "uJ7fD0aQx2ZmVb8KcLp5"; //! PUR3001
    private static readonly string secretKey = "9wLm4TbkR7vN2xZq8cYs3HfGd6JpUe1oIa5XtQzW"; //! PUR3001
    private const string BucketName = "contoso-invoices-prod";
    private const string Region = "eu-central-1";
    private const string KeyVaultUrl = "https://contoso-kv.vault.azure.net/";
    private const string SecretName = "Sql--ConnectionString";
    private const string ClientId = "6d1c8f0a-2b7e-4a35-9c4d-e1f0a2b3c4d5";
    private const string TenantId = "0f9e8d7c-6b5a-4938-8271-605f4e3d2c1b";
    private const string ClientSecret = "«<w:3>8Q~<w:34>»"; //! PUR3004,PUR3001
    private const string ClientSecretV1 = "/7Vn]kP-2xQ9zLr4Tw?mB8yK0cHdF5g="; //! PUR3001
    private const string SubscriptionKey = "c4d1e7f0a29b48358d6c0e5f1a7b3924"; //! PUR3001
    private const string StorageKey = "«<b:76>+AStC<b:4>»=="; //! PUR3004,PUR3001
    private const string FunctionKey = "xQ9zLr4Tw7mB8yK2cHdF5gVnkP1sUeJoIaZ3WqTxYb6RfNtMpLvCgHjK=="; //! PUR3001
    private const string SasToken = "?sv=2021-08-06&ss=b&srt=sco&sp=rwdlac&se=2030-01-01T00:00:00Z&st=2023-01-01T00:00:00Z&spr=https&sig=q8Zk3LmX0vTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtM%3D"; //! PUR3004,PUR3001,PUR3003
    private const string StripeKey = "«sk_live_<a:24>»"; //! PUR3004,PUR3001
    private const string StripeTest = "«sk_test_<a:24>»"; //! PUR3004,PUR3001
    private const string StripePublic = "pk_live_TYooMQauvdEDq54NiTphI7jx";
    private const string SendGridKey = "«SG.<w:22>.<w:43>»"; //! PUR3004,PUR3001
    private const string TwilioSid = "AC5d0e8f1a7b3c9246e0f5d8a1b7c3942e6";
    private const string TwilioAuthToken = "f0a9c4e7d1b83526e0f7a4c9d2b81635"; //! PUR3001
    private const string MailgunKey = "«key-<h:32>»"; //! PUR3004,PUR3001
    private const string SlackHook = "https://«hooks.slack.com/services/T<u:9>/B<u:9>/<a:24>»"; //! PUR3004
    private const string SlackToken = "«xoxb-<d:12>-<d:12>-<a:24>»"; //! PUR3004,PUR3001
    private const string DiscordHook = "https://«discord.com/api/webhooks/<d:18>/<w:68>»"; //! PUR3004
    private const string OpenAI = "«sk-<a:20>T3BlbkFJ<a:20>»"; //! PUR3004
    private const string OpenAIProject = "«sk-proj-<w:48>»"; //! PUR3004
    private const string OpenAIModel = "gpt-4o-mini";
    private const string Anthropic = "«sk-ant-api03-<w:93>»AA"; //! PUR3004
    private const string HuggingFace = "«hf_<a:34>»"; //! PUR3004
    private const string GitHubToken = "«ghp_<a:36>»"; //! PUR3004,PUR3001
    private const string GitHubClientId = "Iv1.8a61f9b3a7aba766";
    private const string GitHubClientSecret = "7e2b9d4f0c6a8135e9d7b3f1a5c08264d2e6f9b1"; //! PUR3001
    private const string Pat = "«github_pat_<a:22>_<a:59>»"; //! PUR3004
    private const string GitLab = "«glpat-<w:20>»"; //! PUR3004
    private const string NuGetApiKey = "«oy2<l:43>»"; //! PUR3004,PUR3001
    private const string DevOpsPat = "k3x7vn2zq9wlm4tb8cysr5hfgd6jpue1oia0xtqzw2kvb4nmlpqr"; //! PUR3001
    private const string Dapi = "«dapi<h:32>»"; //! PUR3004
    private const string RecaptchaSiteKey = "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI";
    private const string RecaptchaSecretKey = "6LdKx2QTBBBBAGq8Zk3LmX0vTb7NwRy5CpHd2FgJ"; //! PUR3001
    private const string PayPalClientId = "AeA1QIZXiflr1_-r0U2UbWTziOWX1GRQer5jkUq4ZfWT5qwb6qQRPq7jDtv57TL4POEEezGLdutcxnkJ";
    private const string PayPalSecret = "EOq8Zk3LmX0vTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPnBcDfGhJkLyRsTuVwXz"; //! PUR3001
    private const string MerchantKey = "gTy2Kp8X"; //! PUR3001
    private const string MerchantId = "5834129";
    private const string VnpHashSecret = "RAOEXHYVSDDIIENYWSLDIIZTANXUXZFJ"; //! PUR3001
    private const string MomoSecretKey = "at67qH6mk8w5Y1nAyMoYKMWACiEi2bsa"; //! PUR3001
    private const string InstagramUser = "contoso.shop";
    private const string FacebookPageToken = "«EAA<a:120>»"; //! PUR3004,PUR3001
    private const string TwitterBearer = "AAAAAAAAAAAAAAAAAAAAAMx8Zk3Lm%2BX0vTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPnBcDfGhJkLyRsTuVwXzQ8Zk3LmX0vTb"; //! PUR3004,PUR3001
    private const string PrivateKey = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx8Zk3LmX0vTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPnBcDf\n-----END RSA PRIVATE KEY-----"; //! PUR3004
    private const string PemHeader = "-----BEGIN PRIVATE KEY-----";
    private const string PublicKey = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx8Zk3LmX0vTb7NwRy5CpHd2FgJ4s\n-----END PUBLIC KEY-----";
    private const string Jwt = "«jwt»"; //! PUR3004
    private const string PublicKeyToken = "b77a5c561934e089";
    private const string MsPublicKey = "0024000004800000940000000602000000240000525341310004000001000100b5fc90e7027f67871e773a8fde8938c81dd402ba65b9201d60593e96c492651e889cc13f1415ebb53fac1131ae0bd333c5ee6021672d9718ea31a8aebd0da0072f25d87dba6fc90ffd598ed4da35e44c398c454307e8e33b8426143daec9f596836f97c8f74750e5975c64e2189f45def46b2a2b1247adc3652bf5c308055da9";

    public async Task Run(IConfiguration configuration)
    {
        var credentials = new BasicAWSCredentials("«AKIA<u:16>»", "Lm4TbkR7vN2xZq9w8cYs3HfGd6JpUe1oIa5XtQzW"); //! PUR3004,PUR3001
        var s3 = new AmazonS3Client(accessKey, secretKey, RegionEndpoint.USEast1);
        var credential = new ClientSecretCredential(TenantId, ClientId, "vN2xZq9wLm4Tb8cYsR7kHfGd6JpUe1oI"); //! PUR3001
        var managed = new DefaultAzureCredential();
        var search = new SearchClient(endpoint, "products", new AzureKeyCredential("E1A7C3F9B5D20846E0F1A2B3C4D5E6F7")); //! PUR3001
        var azureOpenAi = new OpenAIClient(new Uri("https://contoso.openai.azure.com/"), new AzureKeyCredential("9d3f1b7e5a0c48269e8d7f6b5a4c3d2e")); //! PUR3001
        var shared = new StorageSharedKeyCredential("contosofiles", "Zk3LmX0vTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPnBcDfGhJkLyRsTuVwXzQ8Zk3LmX0vTb7NwRy5CpHd2A=="); //! PUR3001
        var cosmos = new CosmosClient("https://contoso.documents.azure.com:443/", "TvPnBcDfGhJkLyRsTuVwXzQ8Zk3LmX0vTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPnBcDfGhJkLyRsTuVwXg=="); //! PUR3001
        var emulator = new CosmosClient("https://localhost:8081", "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==");
        StripeConfiguration.ApiKey = "«sk_live_<a:24>»"; //! PUR3004
        StripeConfiguration.ApiKey = configuration["Stripe:SecretKey"];
        TwilioClient.Init("AC5d0e8f1a7b3c9246e0f5d8a1b7c3942e6", "a7c3942e65d0e8f1b3c9246e0f5d8a1b"); //! PUR3001
        var telegram = new TelegramBotClient("«<d:10>:AA<w:33>»"); //! PUR3004
        var openai = new OpenAIService(new OpenAiOptions { ApiKey = "«sk-<a:20>T3BlbkFJ<a:20>»" }); //! PUR3004
        var google = new CalendarService(new BaseClientService.Initializer { ApiKey = "«AIza<w:35>»", ApplicationName = "Contoso" }); //! PUR3004
        var secrets = new ClientSecrets { ClientId = "482913746120-kq3v5d9s8a7f6g5h.apps.googleusercontent.com", ClientSecret = "«GOCSPX-<w:28>»" }; //! PUR3004,PUR3001
        var pusher = new Pusher("1240982", "5f1c9a2e8b7d3046", "c0e7a1f9d3b52846"); 
        var cloudinary = new Cloudinary(new Account("contoso", "482913746120185", "Zk3LmX0vTb7NwRy5CpHd2FgJ4sU")); //! PUR3001
        var algolia = new SearchClient("H7X2K9QW3E", "e0f1a2b3c4d5e6f79d3f1b7e5a0c4826"); //! PUR3001
        var secret = new V1Secret { Metadata = new V1ObjectMeta { Name = "db" }, StringData = new Dictionary<string, string> { ["password"] = "kR7vN2xZ" } }; //! PUR3001
        var env = new V1EnvVar { Name = "DB_PASSWORD", Value = "qX92mLz0" }; //! PUR3001
        var envRef = new V1EnvVar { Name = "DB_PASSWORD", ValueFrom = new V1EnvVarSource { SecretKeyRef = new V1SecretKeySelector { Name = "db", Key = "password" } } };
        var envPlain = new V1EnvVar { Name = "LOG_LEVEL", Value = "debug" };
        Environment.SetEnvironmentVariable("POSTGRES_PASSWORD", "pgTest99"); //! PUR3001
        Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
        var container = new PostgreSqlBuilder().WithUsername("app").WithPassword("app-pw").Build(); //! PUR3001
        var builder = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string> { ["Jwt:Key"] = "UnitTestSigningKey-0123456789-abcdef", ["Jwt:Issuer"] = "tests" }); //! PUR3001
        var vault = configuration["KeyVault:ClientSecret"];
        var dbPassword = configuration["Db:Password"] ?? throw new InvalidOperationException("Db:Password is not configured");
        var fallback = configuration["Db:Password"] ?? "postgres123"; //! PUR3001,PUR3008
        var fallback2 = Environment.GetEnvironmentVariable("API_TOKEN") ?? "t0k3n-d3fault-9x"; //! PUR3001,PUR3008
        var fallback3 = configuration.GetValue<string>("Smtp:Password", "mailme22"); //! PUR3001,PUR3008
        var fallback4 = configuration["Smtp:Host"] ?? "localhost";
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes("webhook-signing-2023")); //! PUR3001
        using var sha = SHA256.Create();
        var aes = new AesManaged { Key = Encoding.UTF8.GetBytes("b14ca5898a4e4133bbce2ea2315a1916"), IV = new byte[16] }; //! PUR3001
        var derive = new Rfc2898DeriveBytes("MyEncryptionPass", salt, 1000); //! PUR3001
        var derived = new PasswordDeriveBytes("hj5$!kL", saltBytes); //! PUR3001
        des.Key = ASCIIEncoding.ASCII.GetBytes("8xQ2mZ1k"); //! PUR3001
        var credentialsJwt = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("401b09eab3c013d4ca54922bb802bec8fd5318192b0a75f201d8b3727429090fb337591abd3e44453b954555b7a0812e1081c39b740293f765eae731f5a65ed1")), SecurityAlgorithms.HmacSha256); //! PUR3001
        var partition = new PartitionKey("orders");
        var item = await container2.ReadItemAsync<Order>("42", new PartitionKey("customer-7"));
        logger.LogInformation("Token {Token} expired", tokenId);
        activity.SetTag("enduser.token", "none");
        cache.Set("token:user:42", value);
        var lockKey = "lock:orders:process";
        var idempotencyKey = "order-2024-000042";
        var etag = "\"33a64df551425fcc55e4d42a148795d9f25f89d4\"";
        var commit = "9fceb02d0ae598e95dc970b74767f19372d61af8";
        var sri = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";
        var md5 = "d41d8cd98f00b204e9800998ecf8427e";
        var guid = new Guid("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        var image = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        var arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf";
        var keyRef = "@Microsoft.KeyVault(SecretUri=https://contoso-kv.vault.azure.net/secrets/db)";
    }
}
