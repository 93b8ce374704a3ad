using Purser.Analyzers.Rules.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class UrlCredentialTests
{
    private const string Hole = "\uFFFC";

    [Theory]
    [InlineData("https://admin:Xk29vLq8@host.internal/path", "Xk29vLq8")]
    [InlineData("mongodb://shop:Xk29vLq8@m1:27017,m2:27017/shop?replicaSet=rs0", "Xk29vLq8")]
    [InlineData("mongodb+srv://dev:Xk29@cluster0.mongodb.net/test", "Xk29")]
    [InlineData("amqp://guest:guest@localhost:5672/", "guest")]
    [InlineData("redis://:p4ss@cache:6379/0", "p4ss")]
    [InlineData("postgres://postgres:postgres@db/app", "postgres")]
    [InlineData("ftp://up:l0@d@ftp.host/in", "l0@d")]
    [InlineData("http://proxy:pr0xy@10.0.0.8:3128", "pr0xy")]
    [InlineData("http://proxy:pr0xy@[::1]:3128", "pr0xy")]
    [InlineData("connect to amqp://orders:Xk29vLq8@" + Hole + "/orders", "Xk29vLq8")]
    [InlineData("jdbc:oracle:thin:hr/Xk29vLq8@db:1521:xe", "Xk29vLq8")]
    [InlineData("jdbc:mysql://db:3306/shop?user=root&password=toor42", "toor42")]
    [InlineData("https://api.host/weather?q=London&appid=9c4a1e7f2b8d5063e1f7a9c3d5b08264", "9c4a1e7f2b8d5063e1f7a9c3d5b08264")]
    [InlineData("/weather?api_key=9c4a1e7f2b8d5063", "9c4a1e7f2b8d5063")]
    [InlineData("grant_type=password&username=bob&password=b0bpass", "b0bpass")]
    public void A_password_in_it_is_found_where_it_stands(string text, string password)
    {
        var finding = CredentialClassifier.Classify(null, text);

        Assert.Equal("PUR3003", finding?.RuleId);
        Assert.Equal(password, text.Substring(finding!.Value.Start, finding.Value.Length));
    }

    [Theory]
    [InlineData("https://host.internal/a:b@c")]
    [InlineData("https://host.internal:8080/path")]
    [InlineData("https://admin@host.internal/")]
    [InlineData("https://user:password@host.internal/")]
    [InlineData("https://username:password@host/")]
    [InlineData("https://{user}:{password}@host/")]
    [InlineData("https://admin:" + Hole + "@host/")]
    [InlineData("https://admin:${PASSWORD}@host/")]
    [InlineData("https://admin:%PASSWORD%@host/")]
    [InlineData("https://admin:<password>@host/")]
    [InlineData("https://admin:$PASSWORD@host/")]
    [InlineData("https://admin:***@host/")]
    [InlineData("https://admin:@host/")]
    [InlineData("mailto:orders@host.internal")]
    [InlineData("git@github.com:contoso/app.git")]
    [InlineData("sip:alice@host.internal")]
    [InlineData("https://host/list?key=name&sort=asc")]
    [InlineData("https://host/list?pageToken=abc&token={token}")]
    [InlineData("https://host/cb?code={0}&state={1}")]
    [InlineData("https://host/js?key=YOUR_API_KEY")]
    [InlineData("https://host/login?password=")]
    [InlineData("username={0}&password={1}")]
    [InlineData("Is it a=b&password=c or not?")]
    [InlineData("://:@")]
    [InlineData("x://:@")]
    public void Without_a_password_it_is_fine(string text) => Assert.NotEqual("PUR3003", CredentialClassifier.Classify(null, text)?.RuleId);
}
