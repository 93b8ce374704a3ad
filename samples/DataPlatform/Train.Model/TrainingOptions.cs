using System.ComponentModel.DataAnnotations;

namespace Train.Model;

/// <summary>The section <c>Training</c> of the configuration.</summary>
internal sealed class TrainingOptions
{
    /// <summary>Where the checkpoints go: one file for each shard, written after each epoch.</summary>
    [Required]
    public string CheckpointFolder { get; set; } = "/models";

    [Range(1, 10_000)]
    public int Epochs { get; set; } = 20;

    [Range(1e-6, 10)]
    public double LearningRate { get; set; } = 0.05;

    /// <summary>How many examples a shard holds.</summary>
    [Range(100, 10_000_000)]
    public int ExamplesPerShard { get; set; } = 20_000;

    /// <summary>Makes the data: all shards see the same truth, each its own examples.</summary>
    public int Seed { get; set; } = 7;
}
