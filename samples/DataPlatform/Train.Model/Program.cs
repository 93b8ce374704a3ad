using Microsoft.Extensions.Options;
using Purser;
using Train.Model;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddOptions<TrainingOptions>().BindConfiguration("Training").ValidateDataAnnotations();
builder.Services.AddSingleton<Checkpoints>();
builder.Services.AddSingleton<Trainer>();

using var host = builder.Build();

// An Indexed Job gives each pod its number; on a desk there is one shard after the other: JOB_COMPLETION_INDEX=2 dotnet run
var shard = int.TryParse(Environment.GetEnvironmentVariable("JOB_COMPLETION_INDEX"), out var index) ? index : 0;

await host.StartAsync();
var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
try
{
    await host.Services.GetRequiredService<Trainer>().TrainAsync(shard, stopping);
    return 0;
}
catch (Exception exception)
{
    host.Services.GetRequiredService<ILogger<Program>>().LogCritical(exception, "Training of shard {Shard} failed", shard);
    return 1;
}
finally
{
    await host.StopAsync();
}

[BatchJob(Indexed = true, Completions = Trainer.Shards, Parallelism = 2, Gpu = 1, Cpu = "2", Memory = "4Gi", ActiveDeadlineSeconds = 7200)]
[Volume("/models", Size = "50Gi", AccessMode = AccessMode.ReadWriteMany)]
internal partial class Program;
