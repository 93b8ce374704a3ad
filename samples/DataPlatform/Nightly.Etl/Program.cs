using Microsoft.Extensions.Options;
using Nightly.Etl;
using Purser;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddOptions<EtlOptions>().BindConfiguration("Etl").ValidateDataAnnotations();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IEventSource>(services => EventSource.Open(services.GetRequiredService<IOptions<EtlOptions>>().Value));
builder.Services.AddSingleton<DailyExport>();

using var host = builder.Build();

// Started for its console lifetime: SIGTERM, which a node drain sends, cancels the export.
await host.StartAsync();
var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
try
{
    await host.Services.GetRequiredService<DailyExport>().RunAsync(stopping);
    return 0;
}
catch (Exception exception)
{
    host.Services.GetRequiredService<ILogger<Program>>().LogCritical(exception, "The export failed");
    return 1;
}
finally
{
    await host.StopAsync();
}

[BatchJob(Schedule = "15 2 * * *", TimeZone = "Europe/Berlin", ActiveDeadlineSeconds = 3600, Cpu = "500m", Memory = "512Mi")]
[Volume("/exports", Size = "10Gi")]
internal partial class Program;
