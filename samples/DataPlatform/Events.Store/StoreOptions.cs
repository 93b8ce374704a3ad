using System.ComponentModel.DataAnnotations;

namespace Events.Store;

/// <summary>The section <c>Store</c> of the configuration.</summary>
internal sealed class StoreOptions
{
    /// <summary>The file of the log, on the disk that the StatefulSet gives to each replica.</summary>
    [Required]
    public string Path { get; set; } = "/data/events.db";

    /// <summary>The most events that one request reads.</summary>
    [Range(1, 10_000)]
    public int MaxPage { get; set; } = 1000;
}
