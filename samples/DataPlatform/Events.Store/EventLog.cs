using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Events.Store;

/// <summary>An append-only log in one SQLite file. Readers never wait (WAL); writers take turns.</summary>
internal sealed class EventLog : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);
    private readonly string _connectionString;
    private readonly int _maxPage;
    private readonly TimeProvider _time;

    public EventLog(IOptions<StoreOptions> options, TimeProvider time)
    {
        var path = Path.GetFullPath(options.Value.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        _maxPage = options.Value.MaxPage;
        _time = time;
        CreateSchema();
    }

    /// <summary>Null when the stream is not at the expected version.</summary>
    public async Task<Appended?> AppendAsync(string stream, IReadOnlyList<NewEvent> events, long? expectedVersion, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = await OpenAsync(cancellation);
            await using var transaction = connection.BeginTransaction();
            var version = VersionOf(connection, transaction, stream);
            if (expectedVersion is { } expected && expected != version)
                return null;

            long position = 0;
            await using var insert = Command(
                connection,
                "insert into events (stream, version, type, data, recorded_at) values ($stream, $version, $type, $data, $at) returning position",
                ("$stream", stream), ("$version", 0L), ("$type", ""), ("$data", ""), ("$at", Sortable(_time.GetUtcNow())));
            insert.Transaction = transaction;
            foreach (var added in events)
            {
                insert.Parameters["$version"].Value = ++version;
                insert.Parameters["$type"].Value = added.Type;
                insert.Parameters["$data"].Value = added.Data.ValueKind == JsonValueKind.Undefined ? "null" : added.Data.GetRawText();
                position = (long)insert.ExecuteScalar()!;
            }
            await transaction.CommitAsync(cancellation);
            return new Appended(stream, version, position);
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task<List<Event>> ReadStreamAsync(string stream, long afterVersion, int? take, CancellationToken cancellation) => ReadAsync(
        "select * from events where stream = $stream and version > $after order by version limit $take",
        cancellation,
        ("$stream", stream), ("$after", afterVersion), ("$take", Take(take)));

    public Task<List<Event>> ReadAllAsync(long afterPosition, int? take, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => ReadAsync(
        "select * from events where position > $after and recorded_at >= $from and recorded_at < $to order by position limit $take",
        cancellation,
        ("$after", afterPosition), ("$from", Sortable(from)), ("$to", Sortable(to)), ("$take", Take(take)));

    /// <summary>Throws when the file cannot be read.</summary>
    public async Task PingAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = Command(connection, "select max(position) from events");
        await command.ExecuteScalarAsync(cancellation);
    }

    public void Dispose()
    {
        _writer.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private void CreateSchema()
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = Command(
            connection,
            """
            pragma journal_mode = wal;
            create table if not exists events (
                position integer primary key autoincrement,
                stream text not null,
                version integer not null,
                type text not null,
                data text not null,
                recorded_at text not null,
                unique (stream, version));
            create index if not exists events_by_time on events (recorded_at);
            create trigger if not exists events_never_change before update on events begin select raise(abort, 'the log is append-only'); end;
            create trigger if not exists events_never_go before delete on events begin select raise(abort, 'the log is append-only'); end;
            """);
        command.ExecuteNonQuery();
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private async Task<List<Event>> ReadAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<Event>();
        while (await reader.ReadAsync(cancellation))
        {
            events.Add(new Event(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                JsonElement.Parse(reader.GetString(4)),
                DateTimeOffset.Parse(reader.GetString(5), CultureInfo.InvariantCulture)));
        }
        return events;
    }

    private static long VersionOf(SqliteConnection connection, SqliteTransaction transaction, string stream)
    {
        using var command = Command(connection, "select coalesce(max(version), 0) from events where stream = $stream", ("$stream", stream));
        command.Transaction = transaction;
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    private int Take(int? asked) => Math.Clamp(asked ?? _maxPage, 1, _maxPage);

    /// <summary>Text that sorts as the time does.</summary>
    private static string Sortable(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
