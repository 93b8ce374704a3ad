using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Orders.Api;

/// <summary>Orders in PostgreSQL. The ids grow with time (UUID 7), so they are the order of the pages too.</summary>
internal sealed class OrderStore(OrdersDatabase database, IOptions<OrdersOptions> options)
{
    private const string Columns = "id, customer, total, currency, placed_at, lines";

    public async Task<Order> PlaceAsync(NewOrder order, CancellationToken cancellation)
    {
        var total = order.Lines.Sum(line => line.Quantity * line.Price);
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"insert into orders ({Columns}) values ($1, $2, $3, $4, now(), $5) returning {Columns}", connection)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7() },
                new() { Value = order.Customer },
                new() { Value = total },
                new() { Value = options.Value.Currency },
                new() { Value = JsonSerializer.Serialize(order.Lines), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        return (await ReadAsync(command, cancellation)).Single();
    }

    public async Task<Order?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"select {Columns} from orders where id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return (await ReadAsync(command, cancellation)).SingleOrDefault();
    }

    public async Task<OrderPage> ListAsync(string? customer, Guid? before, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            $"select {Columns} from orders where ($1 is null or customer = $1) and ($2 is null or id < $2) order by id desc limit $3", connection)
        {
            Parameters =
            {
                new() { Value = (object?)customer ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = options.Value.PageSize },
            },
        };
        var orders = await ReadAsync(command, cancellation);
        return new OrderPage(orders, orders.Count == options.Value.PageSize ? orders[^1].Id : null);
    }

    private static async Task<List<Order>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var orders = new List<Order>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            orders.Add(new Order(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetDecimal(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                JsonSerializer.Deserialize<List<OrderLine>>(reader.GetString(5)) ?? []));
        }
        return orders;
    }
}
