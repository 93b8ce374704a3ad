using Events.Store;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Purser;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddOptions<StoreOptions>().BindConfiguration("Store").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<EventLog>();
builder.Services.AddProblemDetails();
builder.Services.AddHealthChecks()
    .AddCheck("process", () => HealthCheckResult.Healthy(), tags: ["live"])
    .AddCheck<EventLogHealthCheck>("log", tags: ["ready"]);

var app = builder.Build();

app.UseExceptionHandler();
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
app.MapEvents();

app.Run();

[Stateful(Storage = "20Gi", Cpu = "200m", Memory = "512Mi")]
[Exposed(Host = "events.example.com", Via = RouteKind.Gateway, Gateway = "infrastructure/internal")]
public partial class Program;
