using Npgsql;

namespace Orders.Api;

/// <summary>The way to PostgreSQL. It is looked for on first use, not at startup: without it the API starts and says so.</summary>
internal sealed class OrdersDatabase(IConfiguration configuration) : IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> _source = new(() => NpgsqlDataSource.Create(
        configuration.GetConnectionString("Orders")
        ?? throw new InvalidOperationException("The connection string 'Orders' is missing: set ConnectionStrings__Orders.")));

    private volatile bool _hasSchema;

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = await _source.Value.OpenConnectionAsync(cancellation);
        if (_hasSchema)
            return connection;
        try
        {
            await CreateSchemaAsync(connection, cancellation);
            _hasSchema = true;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_source.IsValueCreated)
            await _source.Value.DisposeAsync();
    }

    /// <summary>Under a lock of the database, since all replicas may start at once.</summary>
    private static async Task CreateSchemaAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            select pg_advisory_xact_lock(7310425);
            create table if not exists orders (
                id uuid primary key,
                customer text not null,
                total numeric(12, 2) not null,
                currency char(3) not null,
                placed_at timestamptz not null,
                lines jsonb not null);
            create index if not exists orders_by_customer on orders (customer, id desc);
            """,
            connection,
            transaction);
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
