using Purser.Analyzers.Rules.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class EmbeddedTextTests
{
    [Theory]
    [InlineData("{\"user\":\"bob\",\"password\":\"Xk29vLq8\"}", "Xk29vLq8")]
    [InlineData("[{ 'client_secret' : 'Xk29vLq8' }]", "Xk29vLq8")]
    [InlineData("<login><user>bob</user><Password>Xk29vLq8</Password></login>", "Xk29vLq8")]
    [InlineData("<wsse:Password Type=\"Text\">Xk29vLq8</wsse:Password>", "Xk29vLq8")]
    [InlineData("--user app --password Xk29vLq8", "Xk29vLq8")]
    [InlineData("mysqldump -u root --password=Xk29vLq8 orders", "Xk29vLq8")]
    [InlineData("CREATE USER app WITH PASSWORD 'Xk29vLq8'", "Xk29vLq8")]
    [InlineData("ALTER LOGIN sa WITH PASSWORD=N'Xk29vLq8', CHECK_POLICY=OFF", "Xk29vLq8")]
    [InlineData("grant all on x.* to 'app'@'%' identified by 'Xk29vLq8'", "Xk29vLq8")]
    [InlineData("select * from users where name='bob' and [password] = 'Xk29vLq8'", "Xk29vLq8")]
    [InlineData("INSERT INTO users (name, password) VALUES ('bob', 'Xk29vLq8')", "Xk29vLq8")]
    [InlineData("insert into [Users] ([Id], [Name], [Pwd]) values (1, 'a', NULL), (2, 'bob', 'Xk29vLq8')", "Xk29vLq8")]
    [InlineData("sqlcmd -S db -U sa -P Xk29vLq8 -Q 'SELECT 1'", "Xk29vLq8")]
    [InlineData("/usr/bin/mysql -uroot -pXk29vLq8 orders", "Xk29vLq8")]
    [InlineData("curl -s -u bob:Xk29vLq8 https://orders", "Xk29vLq8")]
    [InlineData("docker login -u ci -p Xk29vLq8 registry.example.org", "Xk29vLq8")]
    [InlineData("redis-cli -h cache -a Xk29vLq8 ping", "Xk29vLq8")]
    [InlineData("<add key=\"SmtpPassword\" value=\"Xk29vLq8\" />", "Xk29vLq8")]
    [InlineData("<user name='bob' password='Xk29vLq8'/>", "Xk29vLq8")]
    [InlineData("X-Api-Key: 5d8c2f1ba7e94036", "5d8c2f1ba7e94036")]
    public void A_credential_in_another_language_is_found_where_it_stands(string text, string value)
    {
        var finding = CredentialClassifier.Classify(null, text);

        Assert.Equal("PUR3001", finding?.RuleId);
        Assert.Equal(value, text.Substring(finding!.Value.Start, finding.Value.Length));
    }

    [Theory]
    [InlineData("{\"user\":\"{0}\",\"password\":\"{1}\"}")]
    [InlineData("{\"properties\":{\"password\":{\"type\":\"string\"}}}")]
    [InlineData("{\"password\":\"\uFFFC\"}")]
    [InlineData("{\"error\":\"invalid_password\",\"code\":\"token_expired\"}")]
    [InlineData("<Password></Password>")]
    [InlineData("<label for=\"password\">Password</label>")]
    [InlineData("<Password>{0}</Password>")]
    [InlineData("usage: app --user <name> --password <password>")]
    [InlineData("Use --password to give the password of the user")]
    [InlineData("app --password $DB_PASSWORD")]
    [InlineData("The --export-passwords flag is not set")]
    [InlineData("Cannot use --keep-password with a provided password")]
    [InlineData("mysql -uroot -p orders")]
    [InlineData("sqlcmd -S db -U sa -P $SA_PASSWORD")]
    [InlineData("curl -u user:password https://orders")]
    [InlineData("curl -u $USER:$PASSWORD https://orders")]
    [InlineData("curl -u")]
    [InlineData("INSERT INTO users (name, password) VALUES (@name, @password)")]
    [InlineData("INSERT INTO users (name, password")]
    [InlineData("<input type=\"password\" name=\"password\" value=\"Xk29vLq8\" />")]
    [InlineData("<add key=\"SmtpPassword\" value=\"\" />")]
    [InlineData("<a b=\"")]
    [InlineData("SELECT password FROM users WHERE password = @password")]
    [InlineData("INSERT INTO users (name, password) VALUES ('bob', 'x')")]
    [InlineData("UPDATE users SET password = '\uFFFC' WHERE id = 1")]
    [InlineData("SELECT * FROM settings WHERE name = 'password'")]
    [InlineData("X-Api-Key: {key}")]
    [InlineData("Password: secret")]
    [InlineData("{")]
    [InlineData("{\":\"")]
    [InlineData("<")]
    [InlineData("--")]
    [InlineData("--password")]
    [InlineData("--password ")]
    [InlineData("--password=")]
    public void Templates_and_names_are_fine(string text) => Assert.Null(CredentialClassifier.Classify(null, text));
}
