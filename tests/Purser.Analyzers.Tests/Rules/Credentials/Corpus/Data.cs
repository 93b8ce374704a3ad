// Data access, brokers, caches, legacy ADO.NET.
public class Database
{
    string connectionString = "Data Source=SQL01;Initial Catalog=Payroll;User ID=payroll_app;Password=pAyr0ll99;Encrypt=False"; //! PUR3002
    private static string connStr = @"Data Source=.\SQLEXPRESS;Initial Catalog=School;Integrated Security=True";
    private const string Conn = "Server=myServerAddress;Database=myDataBase;User Id=myUsername;Password=<your password>;";
    public static string cs = "Provider=Microsoft.ACE.OLEDB.12.0;Data Source=C:\\data\\shop.accdb;Jet OLEDB:Database Password=shop55"; //! PUR3002
    public string Oracle = "Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora1)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=XE)));User Id=hr;Password=hr"; //! PUR3002
    string sqlite = "Data Source=app.db;Version=3;Password=Ljk38dpQ;"; //! PUR3002
    string sqlite2 = "Data Source=app.db;Cache=Shared";
    string odbc = "Driver={ODBC Driver 17 for SQL Server};Server=tcp:contoso.database.windows.net,1433;Database=crm;Uid=crmadmin;Pwd={Yh7$kLm2};Encrypt=yes"; //! PUR3002
    string template = "Server={0};Database={1};User Id={2};Password={3}";
    string envTemplate = "Host=db;Username=app;Password=%DB_PASSWORD%";
    string shell = "Host=db;Username=app;Password=${DB_PASSWORD}";
    string masked = "Server=db;Database=x;User Id=sa;Password=******";
    string ellipsis = "Server=db;Database=x;User Id=sa;Password=...";
    string ad = "Server=tcp:contoso.database.windows.net;Authentication=Active Directory Managed Identity;Database=crm";
    string mongo = "mongodb://shopadmin:Mq7dWz31@mongo1.contoso.com:27017,mongo2.contoso.com:27017/shop?replicaSet=rs0"; //! PUR3003
    string mongoSrv = "mongodb+srv://dev:gZp04LqY@cluster0.k3xyz.mongodb.net/test?retryWrites=true&w=majority"; //! PUR3003
    string mongoLocal = "mongodb://localhost:27017";
    string mongoDoc = "mongodb+srv://<username>:<password>@cluster0.mongodb.net/test";
    string rabbit = "amqp://guest:guest@localhost:5672/"; //! PUR3003
    string rabbit2 = "amqps://orders:K2pxVt9w@broker.contoso.com/orders"; //! PUR3003
    string rabbit3 = "amqp://localhost";
    string redisUrl = "redis://:p4ssR3dis@cache.contoso.com:6379/0"; //! PUR3003
    string jdbc = "jdbc:mysql://localhost:3306/shop?user=root&password=toor42"; //! PUR3003
    string pg = "postgres://app:app_pw_77@db.contoso.com/app"; //! PUR3003
    string pgNoPassword = "postgres://app@db.contoso.com/app";
    string storage = "DefaultEndpointsProtocol=https;AccountName=contosofiles;AccountKey=u7Wd0sVq3BnXk2LzTf8RyM1cJhGa5PeIo9SvNw4KtQbDx6ZrUmYl0EgHjCi3Fp7AqWs5TdXv2BnRk8MzLo4Jhw==;EndpointSuffix=core.windows.net"; //! PUR3002,PUR3004
    string devStorage = "UseDevelopmentStorage=true";
    string bus = "Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=Hk3VbN7mQx2Zp9Lr5TwYc8Ds1Fg6Ja4Ue0IoKsPqXzM="; //! PUR3002,PUR3004
    string busMi = "Endpoint=sb://contoso.servicebus.windows.net/;Authentication=Managed Identity";
    string cosmos = "AccountEndpoint=https://contoso.documents.azure.com:443/;AccountKey=Qp3LzTf8RyM1cJhGa5PeIo9SvNw4KtQbDx6ZrUmYl0EgHjCi3Fp7AqWs5TdXv2BnRk8MzLo4JhwU7Wd0sVq3Bw==;"; //! PUR3002,PUR3004
    string appInsights = "InstrumentationKey=6f2d1c8a-0b3e-4f5a-9c7d-8e1f2a3b4c5d;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/";
    string hub = "HostName=contoso-hub.azure-devices.net;DeviceId=sensor1;SharedAccessKey=Zt5YbK9wLq2MxVr7Pd3NcHg8Fs1JaUe4IoTmXzWpQ6k="; //! PUR3002,PUR3004

    public void Open()
    {
        var connection = new SqlConnection("server=.;database=test;uid=sa;pwd=sa123456"); //! PUR3002
        var c2 = new MySqlConnection("Server=localhost;Database=library;Uid=root;Pwd=;");
        var c3 = new SqlConnection($"Server={host};Database={db};User Id={user};Password={password}");
        var c4 = new NpgsqlConnection($"Host={host};Username=app;Password=Kq82mfX0;Database={db}"); //! PUR3002
        var c5 = "Server=" + server + ";Database=shop;User Id=sa;Password=" + password;
        var c6 = string.Format("Data Source={0};User ID=dba;Password=dba#2019;Unicode=True", host); //! PUR3002
        builder.Password = "Tr3es!"; //! PUR3001
        var b = new SqlConnectionStringBuilder { DataSource = "sql01", UserID = "app", Password = "Ap9!Lz" }; //! PUR3001
        builder["Password"] = "hunter22"; //! PUR3001
        var cmd = new SqlCommand("SELECT * FROM Users WHERE UserName = @user AND Password = @password", connection);
        cmd.Parameters.AddWithValue("@password", txtPassword.Text);
        cmd.Parameters.AddWithValue("@Pwd", hash);
        cmd.CommandText = "UPDATE Users SET Password='" + hash + "' WHERE Id=1";
        cmd.CommandText = "ALTER LOGIN sa WITH PASSWORD = 'N3w!Passw0rd'"; //! PUR3001
        cmd.CommandText = "CREATE USER app WITH PASSWORD 'zL5mQ2vX'"; //! PUR3001
        var q = "select id, password, token from accounts where token = :token";
        var password = reader["password"].ToString();
        var pwd = dt.Rows[0]["pwd"].ToString();
        var factory = new ConnectionFactory { HostName = "rabbit.contoso.com", UserName = "shop", Password = "shop" }; //! PUR3001
        var f2 = new ConnectionFactory() { HostName = "localhost", UserName = "guest", Password = "guest" }; //! PUR3001
        factory.Uri = new Uri("amqp://shop:Xm29aK@rabbit.contoso.com/shop"); //! PUR3003
        var kafka = new ProducerConfig { BootstrapServers = "kafka:9092", SaslUsername = "svc-orders", SaslPassword = "fN8rT2wLq0" }; //! PUR3001
        var kafka2 = new ConsumerConfig { GroupId = "orders", SaslMechanism = "PLAIN", SecurityProtocol = "SASL_SSL" };
        var redis = ConnectionMultiplexer.Connect("localhost,password=r3d1s"); //! PUR3002
        var options = new ConfigurationOptions { EndPoints = { "cache:6379" }, Password = "foobared" }; //! PUR3001
        var ldap = new DirectoryEntry("LDAP://dc01.contoso.local", "svc_ldap", "Ld4pB!nd"); //! PUR3001
        var ftp = "ftp://uploader:Upl0ad3r@ftp.contoso.com/in/"; //! PUR3003
        var proxy = "http://proxyuser:pr0xy@10.0.0.8:3128"; //! PUR3003
        request.Credentials = new NetworkCredential("ftpuser", "ftp_pass_01"); //! PUR3001
        request.Credentials = new NetworkCredential("anonymous", "");
        request.Credentials = CredentialCache.DefaultCredentials;
        var mqtt = new MqttClientOptionsBuilder().WithCredentials("sensor", "s3ns0rPw").Build(); //! PUR3001
        var elastic = new ConnectionSettings(uri).BasicAuthentication("elastic", "changeme1"); //! PUR3001
        var sftp = new SftpClient("sftp.contoso.com", 22, "edi", "Ed1!2018"); //! PUR3001
        var influx = InfluxDBClientFactory.Create("http://localhost:8086", "hT4mZ8sWq2Lx6Vb0NcKd7Rf3Yg9Pj5Ua1Io_EtXzMwQyBvGnCrHsDpFkJlTe==".ToCharArray());
        var couch = new ClusterOptions { UserName = "Administrator", Password = "password" }; //! PUR3001
        var neo = GraphDatabase.Driver("bolt://localhost:7687", AuthTokens.Basic("neo4j", "n3o4jpw")); //! PUR3001
    }
}
