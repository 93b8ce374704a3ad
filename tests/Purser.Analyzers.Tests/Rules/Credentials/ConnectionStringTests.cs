using Purser.Analyzers.Rules.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class ConnectionStringTests
{
    private const string Hole = "\uFFFC";

    [Theory]
    [InlineData("Server=db;Database=orders;User Id=sa;Password=Xk29vLq8", "Xk29vLq8")]
    [InlineData("server=.;uid=sa;pwd=sa123;database=x", "sa123")]
    [InlineData("Server=db;User Id=sa;Password = Xk29 ; Database=x", "Xk29")]
    [InlineData("Host=db;Username=app;Password=app", "app")]
    [InlineData("Server=db;Uid=root;Password=\"a;b=c\";Database=x", "a;b=c")]
    [InlineData("Server=db;Uid=root;Password='a\"b';Database=x", "a\"b")]
    [InlineData("Driver={ODBC Driver 18 for SQL Server};Server=db;Uid=sa;Pwd={a;b$c};Encrypt=yes", "a;b$c")]
    [InlineData("Provider=Microsoft.ACE.OLEDB.12.0;Data Source=a.accdb;Jet OLEDB:Database Password=shop55", "shop55")]
    [InlineData("Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=o)(PORT=1521)));User Id=hr;Password=hr7", "hr7")]
    [InlineData("Data Source=orders.db;Password=Xk29", "Xk29")]
    [InlineData("Server=" + Hole + ";User Id=sa;Password=Xk29vLq8", "Xk29vLq8")]
    [InlineData("User=SYSDBA;Password=masterkey;Database=a.fdb", "masterkey")]
    [InlineData("cache:6380,password=Xk29vLq8,ssl=True", "Xk29vLq8")]
    [InlineData("localhost,password=r3d1s", "r3d1s")]
    [InlineData("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=Hk3VbN7mQx2Zp9Lr5TwYc8Ds1Fg6Ja4Ue0IoKsPqXzM=", "Hk3VbN7mQx2Zp9Lr5TwYc8Ds1Fg6Ja4Ue0IoKsPqXzM=")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=x;AccountKey=dGVzdA==;EndpointSuffix=core.windows.net", "dGVzdA==")]
    [InlineData("Server=db;User Id=user;Password=Xk29vLq8", "Xk29vLq8")]
    [InlineData("Server=db;User Id=postgres;Password=password", "password")]
    public void A_password_in_it_is_found_where_it_stands(string text, string password)
    {
        var finding = CredentialClassifier.Classify(null, text);

        Assert.Equal("PUR3002", finding?.RuleId);
        Assert.Equal(password, text.Substring(finding!.Value.Start, finding.Value.Length));
    }

    [Theory]
    [InlineData("Server=db;Database=x;Integrated Security=True")]
    [InlineData("Server=db;Database=x;Trusted_Connection=yes;Encrypt=False")]
    [InlineData("Server=db;Authentication=Active Directory Managed Identity;Database=x")]
    [InlineData("Server=db;Database=x;User Id=sa")]
    [InlineData("Server=db;Database=x;User Id=root;Password=")]
    [InlineData("Server=db;Database=x;User Id=root;Password=;Pooling=true")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=" + Hole)]
    [InlineData("Server=db;Database=x;User Id=sa;Password={0}")]
    [InlineData("Server=db;Database=x;User Id=sa;Password={password}")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=${DB_PASSWORD}")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=$(DbPassword)")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=%DB_PASSWORD%")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=#{DbPassword}#")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=<password>")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=[password]")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=***")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=...")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=xxxxxx")]
    [InlineData("Server=db;Database=x;User Id=sa;Password=your_password")]
    [InlineData("Server=server;Database=database;User Id=user;Password=password")]
    [InlineData("Server=myServerAddress;Database=myDataBase;User Id=myUsername;Password=myPassword;")]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("localhost:6379,abortConnect=False")]
    [InlineData("InstrumentationKey=6f2d1c8a-0b3e-4f5a-9c7d-8e1f2a3b4c5d;IngestionEndpoint=https://x.in.applicationinsights.azure.com/")]
    [InlineData("a=1;b=2;color=red")]
    [InlineData("Password=")]
    [InlineData("=;=;=")]
    [InlineData(";;;")]
    [InlineData("Password='")]
    [InlineData("Server=db;Password=\"")]
    public void Without_a_password_it_is_fine(string text) => Assert.NotEqual("PUR3002", CredentialClassifier.Classify(null, text)?.RuleId);

    [Theory]
    [InlineData("Endpoint=sb://bus.example.net/;SharedAccessKey=Hk3VbN7mQx2Zp9Lr5TwYc8Ds1Fg6Ja4Ue0IoKsPqXzM=", "endpoint")]
    [InlineData("Server=tcp:db.prod.internal,1433;Database=orders", "server")]
    [InlineData("Host=db;Username=app", "host")]
    public void The_server_is_told(string text, string key) => Assert.Equal(key, ConnectionString.HostOf(text)?.Key);
}
