using System.ComponentModel.DataAnnotations;

namespace Nightly.Etl;

/// <summary>The section <c>Etl</c> of the configuration.</summary>
internal sealed class EtlOptions
{
    /// <summary>Where the events come from: the address of an Events.Store, or a file with one JSON event a line.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>Where the CSV files go.</summary>
    [Required]
    public string OutputFolder { get; set; } = "/exports";

    /// <summary>The events that are exported.</summary>
    [Required]
    public string EventType { get; set; } = "order-placed";

    /// <summary>How many events one request asks for.</summary>
    [Range(1, 1000)]
    public int PageSize { get; set; } = 500;

    /// <summary>The day to export, in UTC. Without it: yesterday.</summary>
    public DateOnly? Day { get; set; }
}
