using Microsoft.AspNetCore.Http.HttpResults;

namespace Orders.Api;

internal static class OrderEndpoints
{
    public static IEndpointRouteBuilder MapOrders(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/orders");
        orders.MapGet("/", List);
        orders.MapGet("/{id:guid}", Find).WithName("order");
        orders.MapPost("/", Place);
        return app;
    }

    private static async Task<Ok<OrderPage>> List(OrderStore store, string? customer, Guid? before, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(customer, before, cancellation));

    private static async Task<Results<Ok<Order>, NotFound>> Find(OrderStore store, Guid id, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();

    private static async Task<CreatedAtRoute<Order>> Place(OrderStore store, NewOrder order, CancellationToken cancellation)
    {
        var placed = await store.PlaceAsync(order, cancellation);
        return TypedResults.CreatedAtRoute(placed, "order", new { id = placed.Id });
    }
}
