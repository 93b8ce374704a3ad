using System.Net;

namespace Mistakes;

internal static class Credentials
{
    // PUR3001
    private const string AdminPassword = "Tr0ub4dor&3-harbour";

    // PUR3002
    private const string Orders = "Host=db.shop.internal;Database=orders;Username=shop;Password=Tr0ub4dor&3-harbour";

    // PUR3003
    private static readonly Uri Broker = new("amqp://shop:Tr0ub4dor3-harbour@mq.shop.internal:5672/orders");

    // PUR3006: no secret, but another one in each environment.
    private const string Search = "http://10.0.3.7:9200";

    // PUR3004: whatever it is called, this is a private key.
    private const string Pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA3Zq8m1Vb7tYxQ2nLr5Kc0WfHs9UeGdJoTzPaXiRy6MlBvCkN\n-----END RSA PRIVATE KEY-----";

    public static NetworkCredential Admin() => new("admin", AdminPassword);

    public static string Payment(IConfiguration configuration) => configuration["Payment:ApiKey"] ?? "9f8b2c61d0e74a5bb3f1"; // PUR3008

    public static string[] All() => [Orders, Broker.ToString(), Search, Pem];
}
