using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orders.Api;
using Purser;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddOptions<OrdersOptions>().BindConfiguration("Orders").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<OrdersDatabase>();
builder.Services.AddSingleton<OrderStore>();
builder.Services.AddValidation();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<DatabaseUnavailableHandler>();
builder.Services.AddHealthChecks()
    .AddCheck("process", () => HealthCheckResult.Healthy(), tags: ["live"])
    .AddCheck<DatabaseHealthCheck>("database", HealthStatus.Degraded, tags: ["ready"], timeout: TimeSpan.FromSeconds(2));

// A rolling update may not cut off a request that is being answered.
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));

var app = builder.Build();

app.UseExceptionHandler();
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
app.MapOrders();

app.Run();

[Stateless(Replicas = 2, Cpu = "250m", Memory = "384Mi")]
[Exposed(Host = "orders.example.com", TlsSecretName = "orders-tls")]
[Autoscaled(Max = 10)]
public partial class Program;
