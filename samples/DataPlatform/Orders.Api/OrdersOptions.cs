using System.ComponentModel.DataAnnotations;

namespace Orders.Api;

/// <summary>The section <c>Orders</c> of the configuration.</summary>
internal sealed class OrdersOptions
{
    /// <summary>How many orders a page holds.</summary>
    [Range(1, 500)]
    public int PageSize { get; set; } = 50;

    /// <summary>The currency of all amounts, as ISO 4217 writes it.</summary>
    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = "EUR";
}
