using Microsoft.Data.Sqlite;
using Mistakes;
using Purser;

switch (args)
{
    case ["import"]: return await Import.RunAsync();
    case ["mail"]: await Mail.RunAsync(); return 0;
    case ["reindex"]: await Reindex.RunAsync(); return 0;
    case ["cleanup"]: await Cleanup.RunAsync(); return 0;
}

var builder = WebApplication.CreateBuilder(args);

// PUR4003: nobody outside of the pod reaches localhost.
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(8080));

// PUR5002: Kubernetes kills the pod after the 10 seconds below.
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(60));

// PUR2009: each of the three replicas has sessions of its own.
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession();

// PUR2008: each of the three replicas sends the report.
builder.Services.AddHostedService<NightlyReport>();

var app = builder.Build();
app.UseSession();

app.MapPost("/carts/{customer}", (string customer, string article) =>
{
    Carts.Add(customer, article);
    File.AppendAllText("/var/log/shop/carts.log", article); // PUR5001: the root file system is read-only.
});

app.MapPost("/orders", async (string customer) =>
{
    // PUR2001: the file is this replica's own, and gone with it.
    await using var connection = new SqliteConnection("Data Source=orders.db");
    await connection.OpenAsync();
    await using var command = connection.CreateCommand();
    command.CommandText = "insert into orders (customer) values ($customer)";
    command.Parameters.AddWithValue("$customer", customer);
    await command.ExecuteNonQueryAsync();
});

// PUR2011: a Deployment's pods have no numbers.
app.MapGet("/leader", () => Environment.GetEnvironmentVariable("HOSTNAME")!.EndsWith("-0", StringComparison.Ordinal));

app.Run();
return 0;

[Stateless(Replicas = 3, TerminationGracePeriodSeconds = 10, Image = "registry.example.com/shop")] // PUR1015: no tag is "latest".
[Exposed(Port = 5000, Host = "shop.example.com")] // PUR4001: it listens on 8080. PUR4004: without TLS.
[Probe(ProbeKind.Readiness, "/ready")] // PUR4002: nobody maps it. PUR4006: nor any other health endpoint.
public partial class Program;
