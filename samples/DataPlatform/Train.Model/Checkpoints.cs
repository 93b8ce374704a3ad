using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Train.Model;

/// <summary>What is known after an epoch.</summary>
internal sealed record Checkpoint(int Shard, int Epoch, double Loss, double Accuracy, double[] Weights);

/// <summary>One file for each shard. A pod that is evicted goes on where its predecessor stopped.</summary>
internal sealed class Checkpoints(IOptions<TrainingOptions> options)
{
    public async Task<Checkpoint?> FindAsync(int shard, CancellationToken cancellation)
    {
        if (!File.Exists(FileOf(shard)))
            return null;
        await using var stream = File.OpenRead(FileOf(shard));
        return await JsonSerializer.DeserializeAsync<Checkpoint>(stream, cancellationToken: cancellation);
    }

    public async Task<string> SaveAsync(Checkpoint checkpoint, CancellationToken cancellation)
    {
        var file = FileOf(checkpoint.Shard);
        Directory.CreateDirectory(options.Value.CheckpointFolder);
        await using (var stream = File.Create(file + ".part"))
            await JsonSerializer.SerializeAsync(stream, checkpoint, cancellationToken: cancellation);
        File.Move(file + ".part", file, overwrite: true);
        return file;
    }

    private string FileOf(int shard) => Path.Combine(options.Value.CheckpointFolder, $"shard-{shard}.json");
}
