using Microsoft.Extensions.Options;

namespace Train.Model;

/// <summary>Trains the model of one shard. The arithmetic is small enough for a CPU; what matters here is the shape of such a job.</summary>
internal sealed class Trainer(Checkpoints checkpoints, IOptions<TrainingOptions> options, ILogger<Trainer> logger)
{
    /// <summary>How many shards there are: the Job's completions and the program agree by this constant.</summary>
    public const int Shards = 4;

    public async Task TrainAsync(int shard, CancellationToken cancellation)
    {
        if (shard is < 0 or >= Shards)
            throw new ArgumentOutOfRangeException(nameof(shard), shard, $"There are {Shards} shards, 0 to {Shards - 1}.");

        var settings = options.Value;
        var examples = Examples.Generate(settings.Seed, shard, settings.ExamplesPerShard);
        var training = examples.Count * 4 / 5;
        var last = await checkpoints.FindAsync(shard, cancellation);
        var weights = last?.Weights ?? new double[Examples.Features];
        if (last is not null)
            logger.LogInformation("Shard {Shard} goes on after epoch {Epoch}", shard, last.Epoch);

        for (var epoch = (last?.Epoch ?? 0) + 1; epoch <= settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var loss = Logistic.Epoch(weights, examples, training, settings.LearningRate / epoch, new Random(epoch));
            var accuracy = Logistic.Accuracy(weights, examples, training);
            var file = await checkpoints.SaveAsync(new Checkpoint(shard, epoch, loss, accuracy, weights), cancellation);
            logger.LogInformation("Shard {Shard} epoch {Epoch}: loss {Loss:F4}, accuracy {Accuracy:P1} -> {File}", shard, epoch, loss, accuracy, file);
        }
    }
}
