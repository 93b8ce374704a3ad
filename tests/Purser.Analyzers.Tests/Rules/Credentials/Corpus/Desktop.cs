// Desktop, mobile, games, consoles, bots.
public class MainWindow
{
    const string AppSecret = "iOS={your ios secret};Android={your android secret}";
    public const string GoogleMapsKey = "«AIza<w:35>»"; //! PUR3004
    private string botToken = "«<d:10>:AA<w:33>»"; //! PUR3004
    static string TOKEN = "«M<w:23>.<w:6>.<w:38>»"; //! PUR3004
    private const string API_KEY = "4b7e91d0c52f8a3697e0d1b4c8f2a563"; //! PUR3001
    private const string OpenWeatherKey = "d81f3c0a9e5b4726c1d8e0f7a2b39465"; //! PUR3001
    private const string ApiUrl = "https://api.openweathermap.org/data/2.5/weather?q=London&appid=9c4a1e7f2b8d5063e1f7a9c3d5b08264"; //! PUR3003
    private const string NewsUrl = "https://newsapi.org/v2/top-headlines?country=us&apiKey={0}";
    public static readonly string encryptionKey = "MAKV2SPBNI99212"; //! PUR3001
    private static string PasswordHash = "P@@Sw0rd"; //! PUR3001
    private static readonly string SaltKey = "S@LT&KEY"; //! PUR3001
    private static readonly string VIKey = "@1B2c3D4e5F6g7H8"; //! PUR3001
    private const string initVector = "pemgail9uzpgzl88";
    private string passPhrase = "Pas5pr@se"; //! PUR3001
    private const string keyboardShortcut = "Ctrl+Shift+P";
    private readonly string hotKey = "F12";
    public string KeyStorePassword = "android"; //! PUR3001
    public string keyaliasPass = "gamedev42"; //! PUR3001
    const string PlayerPrefsKey = "HighScore";
    const string PasswordChars = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNOPQRSTUVWXYZ0123456789!@$?_-";
    const string TokenChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const string passwordMask = "••••••••";
    string photonAppId = "1f5c8a2e-7b3d-4096-a8e1-c9d0f2b3a475";
    string firebaseUrl = "https://mygame-3fa21.firebaseio.com/";
    public string adUnitId = "ca-app-pub-3940256099942544/1033173712";
    [SerializeField] private string secretWord = "open sesame";
    [SerializeField] string serverPassword = "unity-server-9"; //! PUR3001
    private string licenseKey = "7H3K9-QW2ER-5TYUI-0PLKJ-8MNBV"; //! PUR3001
    string password = "abc"; //! PUR3001
    string pwd = "1q2w3e4r"; //! PUR3001
    string pass = "x7Gh2k"; //! PUR3001
    string passwd = "admin"; //! PUR3001
    string userPassword = "test123"; //! PUR3001
    string Password = null, user = "admin";
    string username = "administrator";
    string token = "";
    string lblPassword = "Password";
    string txtPasswordText = "Type your password here";

    void Login()
    {
        if (txtUser.Text == "admin" && txtPassword.Text == "1234") Show(); //! PUR3001
        if (textBoxPassword.Text.Equals("qwerty")) Show(); //! PUR3001
        if (txtPassword.Text == "Password") txtPassword.Text = "";
        if (txtPassword.Text == string.Empty) MessageBox.Show("Please enter your password!");
        MessageBox.Show("Invalid username or password", "Login failed");
        txtPassword.Text = "Enter password...";
        txtPassword.PasswordChar = '*';
        passwordBox.Tag = "password";
        lblPassword.Text = "Password must have 8 characters";
        Console.Write("Password: ");
        string input = "password123"; 
        switch (password) { case "dragon": Open(); break; } //! PUR3001
        if (key == "Enter" || key == "Escape") Close();
        if (token == "class" || token == "public") Parse();
        if (Token.Type == "identifier") Next();
        var securePassword = new SecureString();
        foreach (char c in "MyS3cret!") securePassword.AppendChar(c); //! PUR3001
        psi.Arguments = "--user admin --password s3cr3t99"; //! PUR3001
        psi.Arguments = "/c echo hello";
        var args2 = new[] { "--password", "xP93kd" }; //! PUR3001
        var cert = new X509Certificate2("server.pfx", "pfxpass"); //! PUR3001
        var cert2 = new X509Certificate2("server.pfx", "");
        var cert3 = new X509Certificate2(path, password);
        store.SetPassword("keychain", value);
        Preferences.Set("auth_token", token);
        await SecureStorage.SetAsync("oauth_token", accessToken);
        PlayerPrefs.SetString("Password", "none");
        bot.StartAsync("«N<w:23>.<w:6>.<w:27>»"); //! PUR3004
        await client.LoginAsync(TokenType.Bot, "token");
        var pdf = new PdfReader("a.pdf", Encoding.UTF8.GetBytes("owner77")); 
        var zip = new ZipFile { Password = "z1pp3d" }; //! PUR3001
        workbook.Protect("sheetpw");
        wifi.Connect("HomeNet", password: "w1f1home"); //! PUR3001
        driver.FindElement(By.Id("password")).SendKeys("Test@1234");
        driver.FindElement(By.XPath("//input[@type='password']"));
        Keys.Add("Password", "Key1");
        labels["password"] = "Passwort";
        translations["login.password"] = "Mot de passe";
        errors.Add("password", "too short");
        dict["password"] = "hg73ksl"; //! PUR3001
        var d = new Dictionary<string, string> { { "username", "bob" }, { "password", "b0b!" }, { "grant_type", "password" } }; //! PUR3001
        var d2 = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_secret"] = "Rp4nVx8mQz1L" }; //! PUR3001
        values.Add(new KeyValuePair<string, string>("client_secret", "w9Xk2Lm5Tq8Z")); //! PUR3001
        var post = "grant_type=password&username=bob&password=b0bpass"; //! PUR3001,PUR3003
        headers.Add("Authorization", "Basic YWRtaW46c2VjcmV0MTIz"); //! PUR3001
        headers.Add("Authorization", "Bearer " + token);
        headers.Add("X-API-KEY", "b5e2d91f7c0a4836"); //! PUR3001
        headers.Add("Ocp-Apim-Subscription-Key", "91c7f2e0d8b54a36a0f1e2d3c4b5a697"); //! PUR3001
        headers.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "q7Ws9Ed3Rf5Tg1Yh8Uj2Ik4Ol6Pz0Xc"); //! PUR3001
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("admin:s3cret"))); //! PUR3001
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.AddHeader("PRIVATE-TOKEN", "kR7vN2xZq9wLm4Tb8cYs"); //! PUR3001
        request.AddHeader("cache-control", "no-cache");
        request.AddParameter("api_key", "e6a0f4c92b7d1538"); //! PUR3001
        request.AddParameter("token", Session["token"]);
        var url = "https://hooks.contoso.com/notify?token=Vb8mK2xQ9zLr4Tw7"; //! PUR3003
        var url2 = "https://contoso.com/reset?token=" + token;
        var url3 = "https://contoso.com/list?pageToken=abc&key=name";
    }
}
