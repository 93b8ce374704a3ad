using System.ComponentModel.DataAnnotations;

namespace Orders.Api;

/// <summary>What a customer sends.</summary>
public sealed record NewOrder(
    [property: Required, StringLength(100, MinimumLength = 1)] string Customer,
    [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<OrderLine> Lines);

/// <summary>One article and its price.</summary>
public sealed record OrderLine(
    [property: Required, StringLength(40, MinimumLength = 1)] string Article,
    [property: Range(1, 10_000)] int Quantity,
    [property: Range(0, 1_000_000)] decimal Price);

/// <summary>An order as it is kept.</summary>
public sealed record Order(Guid Id, string Customer, decimal Total, string Currency, DateTimeOffset PlacedAt, IReadOnlyList<OrderLine> Lines);

/// <summary>One page of orders, newest first; <paramref name="Next"/> is the <c>before</c> of the following page.</summary>
public sealed record OrderPage(IReadOnlyList<Order> Orders, Guid? Next);
