// ASP.NET applications: set-up, controllers, data access, mail, identity.
public class Startup
{
    private const string JwtSecret = "a7Kq92mZx0TvBn4LpWs6"; //! PUR3001
    private const string JwtIssuer = "https://auth.contoso.com";
    private const string JwtAudience = "contoso-web";
    private static readonly string SecretKey = "this is my custom Secret key for authentication"; //! PUR3001
    public static string SigningKey = "my_super_secret_signing_key_do_not_share"; //! PUR3001
    private readonly byte[] key = Encoding.ASCII.GetBytes("0x8Kd7fT5sQwErTy12LmNb"); //! PUR3001
    public const string CookieName = ".Contoso.Auth";
    public const string AntiforgeryTokenName = "X-XSRF-TOKEN";
    public const string DefaultPasswordKey = "Identity:DefaultPassword";
    public const string TokenEndpoint = "/connect/token";
    public const string ApiKeyHeaderName = "X-Api-Key";
    public const string ConnectionStringName = "DefaultConnection";
    public const string PasswordResetTokenProvider = "PasswordReset";
    public const string ResetPasswordRoute = "account/reset-password";
    public const string CacheKey = "products_all_v2";
    private const string SessionTokenKey = "SessionToken";
    private const string TempDataKey = "StatusMessage";

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddDbContext<AppDbContext>(options => options.UseSqlServer("Server=10.1.4.22;Database=Shop;User Id=sa;Password=Passw0rd!23")); //! PUR3002
        services.AddDbContext<IdentityContext>(o => o.UseNpgsql("Host=localhost;Port=5432;Database=identity;Username=postgres;Password=postgres")); //! PUR3002
        services.AddDbContext<LogContext>(o => o.UseSqlServer("Server=(localdb)\\mssqllocaldb;Database=Logs;Trusted_Connection=True;MultipleActiveResultSets=true"));
        services.AddDbContext<OrderContext>(o => o.UseMySql("server=localhost;port=3306;database=orders;user=root;password=")); 
        services.AddDbContext<StockContext>(o => o.UseMySql("server=127.0.0.1;uid=root;pwd=1234;database=stock")); //! PUR3002
        services.AddStackExchangeRedisCache(o => o.Configuration = "cache.internal:6380,password=9fKd02LsQp3xZm,ssl=True,abortConnect=False"); //! PUR3002
        services.AddStackExchangeRedisCache(o => o.Configuration = "localhost:6379,abortConnect=False");
        services.AddAuthentication().AddGoogle(o => { o.ClientId = "482913746120-kq3v5d9s8a7f6g5h4j3k2l1m.apps.googleusercontent.com"; o.ClientSecret = "kX9s2PqLmZ4vT7bN1cRwYe5u"; }); //! PUR3001
        services.AddAuthentication().AddFacebook(o => { o.AppId = "184627395018263"; o.AppSecret = "5d2f8c91b7e64a03f1c8d92e7b6a5043"; }); //! PUR3001
        services.AddAuthentication().AddMicrosoftAccount(o => { o.ClientId = "11111111-2222-3333-4444-555555555555"; o.ClientSecret = Configuration["Authentication:Microsoft:ClientSecret"]; });
        services.AddAuthentication().AddTwitter(o => { o.ConsumerKey = "q8Wm3RtLx5KcVb7NzY2dHs9Fp"; }); //! PUR3001
        services.AddAuthentication().AddTwitter(o => { o.ConsumerSecret = "Zk3mPq8rTx5vNw2yLb7cHd9sFg4jKa6eRu1iOoWp0XzQnVtBhM"; }); //! PUR3001
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o => o.TokenValidationParameters = new TokenValidationParameters { ValidIssuer = "contoso", IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("veryVerySecretKeyForJwt2021")) }); //! PUR3001
        services.Configure<IdentityOptions>(o => o.Tokens.PasswordResetTokenProvider = "CustomPasswordReset");
        services.AddAntiforgery(o => o.HeaderName = "RequestVerificationToken");
        services.AddSwaggerGen(c => c.AddSecurityDefinition("Bearer", new OpenApiSecurityScheme { Description = "JWT Authorization header using the Bearer scheme. Example: \"Authorization: Bearer {token}\"", Name = "Authorization", Scheme = "bearer" }));
        services.AddSwaggerGen(c => c.AddSecurityDefinition("ApiKey", new OpenApiSecurityScheme { Description = "Enter your API key", Name = "X-API-KEY", In = ParameterLocation.Header }));
    }

    public async Task Seed(UserManager<AppUser> users)
    {
        await users.CreateAsync(new AppUser { UserName = "admin@contoso.com" }, "Admin@123"); //! PUR3001
        await users.CreateAsync(admin, "P@ssw0rd"); //! PUR3001
        var adminPassword = "Qwerty123!"; //! PUR3001
        string defaultPassword = "123456"; //! PUR3001
        var user = new User { Name = "Jane", Email = "jane@contoso.com", Password = "jane2020" }; //! PUR3001
        var customer = new Customer { Login = "bob", PasswordHash = "AQAAAAEAACcQAAAAEJ9s0k3hKqPz", PasswordSalt = "" };
        var role = new Role { Name = "Admin", NormalizedName = "ADMIN", ConcurrencyStamp = "c2b5a9f0-7d1e-4a3c-9b8f-6e5d4c3b2a10" };
        modelBuilder.Entity<User>().HasData(new User { Id = 1, Username = "root", Password = "r00t!" }); //! PUR3001
    }

    public IActionResult Login(LoginModel model)
    {
        if (model.UserName == "admin" && model.Password == "letmein") //! PUR3001
            return RedirectToAction("Index", "Admin");
        if (model.Password == "")
            ModelState.AddModelError("Password", "The password field is required.");
        if (model.Password != model.ConfirmPassword)
            ModelState.AddModelError("ConfirmPassword", "Passwords do not match");
        if (Request.Headers["X-Api-Key"] != "3f9a1c7e5b2d4806") //! PUR3001
            return Unauthorized("Invalid API key");
        ViewData["Title"] = "Forgot your password?";
        ViewBag.PasswordMessage = "Your password has been changed.";
        TempData["ResetToken"] = "A reset link was sent to you";
        var token = await users.GeneratePasswordResetTokenAsync(user);
        var link = Url.Action("ResetPassword", "Account", new { token = token, email = user.Email });
        var body = $"Hello {user.Name}, your password is {password}";
        return View("ChangePassword");
    }

    public void Mail()
    {
        var client = new SmtpClient("smtp.gmail.com", 587) { Credentials = new NetworkCredential("noreply.contoso@gmail.com", "wkqz mfpt xhrl bdvn") }; //! PUR3001
        client.Credentials = new NetworkCredential("postmaster@mg.contoso.com", "mailpass1"); //! PUR3001
        client.Credentials = new System.Net.NetworkCredential(from, fromPassword);
        smtp.Authenticate("orders@contoso.com", "Orders#2022"); //! PUR3001
        string fromPassword = "tr0ub4dor&3"; //! PUR3001
        const string fromPassword2 = "password goes here";
        const string subject = "Password reset";
        string mailPassword = ConfigurationManager.AppSettings["MailPassword"];
        var smtpPass = Environment.GetEnvironmentVariable("SMTP_PASS") ?? "changeme"; //! PUR3008
        var smtpPwd = "your-smtp-password";
        settings.SmtpPassword = "<password>";
        settings.MailPwd = "s3ndM4il"; //! PUR3001
    }
}

public class LoginModel
{
    [Required(ErrorMessage = "Password is required")]
    [DataType(DataType.Password)]
    [Display(Name = "Password")]
    [StringLength(100, ErrorMessage = "The {0} must be at least {2} characters long.", MinimumLength = 6)]
    public string Password { get; set; }

    [Compare("Password", ErrorMessage = "The password and confirmation password do not match.")]
    public string ConfirmPassword { get; set; } = "";

    [RegularExpression(@"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,15}$", ErrorMessage = "Weak")]
    public string NewPassword { get; set; } = string.Empty;

    [JsonProperty("access_token")]
    public string AccessToken { get; set; }

    [JsonPropertyName("refresh_token")]
    public string RefreshToken { get; set; }

    [FromHeader(Name = "X-Auth-Token")]
    public string AuthToken { get; set; }

    public string TokenType { get; set; } = "Bearer";
    public string GrantType { get; set; } = "client_credentials";
    public string PasswordPlaceholder { get; set; } = "Enter password";
    public string ClientSecret { get; set; } = "secret"; //! PUR3001
    public string ApiSecret { get; init; } = "511536EF-F270-4058-80CA-1C89C192F69A"; //! PUR3001
    public string ApiKey { get; set; } = "YOUR_API_KEY";
    public string AppKey { get; set; } = "8c1f0d7b3a9e4652"; //! PUR3001
    public string UserPassword => "Welcome1"; //! PUR3001
    public string PasswordLabel => "Password:";
}

public static class Config
{
    public static IEnumerable<Client> Clients => new[]
    {
        new Client { ClientId = "mvc", ClientSecrets = { new Secret("secret".Sha256()) }, AllowedGrantTypes = GrantTypes.Code, RedirectUris = { "https://localhost:5002/signin-oidc" } }, //! PUR3001
        new Client { ClientId = "ro.client", ClientSecrets = { new Secret("K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=") } }, //! PUR3001
        new Client { ClientId = "spa", AllowedScopes = { "openid", "profile", "api1" }, RequireClientSecret = false },
    };

    public static List<TestUser> Users => new List<TestUser>
    {
        new TestUser { SubjectId = "1", Username = "alice", Password = "alice" }, //! PUR3001
        new TestUser { SubjectId = "2", Username = "bob", Password = "Pass123$" }, //! PUR3001
    };

    public static class Scopes { public const string ReadTokens = "tokens.read"; public const string PasswordReset = "password.reset"; }
    public static class ClaimNames { public const string Secret = "http://contoso.com/claims/secret"; public const string SessionKey = "session_key"; public const string AccessToken = "access_token"; }
}
