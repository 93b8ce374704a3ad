namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>As much of well-known packages as programs of the tables use, so that no test needs a feed.</summary>
internal static class Packages
{
    public const string Sqlite = """
        namespace Microsoft.Data.Sqlite
        {
            public enum SqliteOpenMode { ReadWriteCreate, ReadWrite, ReadOnly, Memory }
            public class SqliteConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
            {
                public string DataSource { get; set; } = "";
                public SqliteOpenMode Mode { get; set; }
                public int DefaultTimeout { get; set; }
            }
            public class SqliteConnection : System.IDisposable
            {
                public SqliteConnection(string connectionString) { }
                public void Open() { }
                public System.Threading.Tasks.Task OpenAsync() => System.Threading.Tasks.Task.CompletedTask;
                public SqliteCommand CreateCommand() => new();
                public void Dispose() { }
            }
            public class SqliteCommand : System.IDisposable
            {
                public string CommandText { get; set; } = "";
                public int ExecuteNonQuery() => 0;
                public object? ExecuteScalar() => null;
                public void Dispose() { }
            }
        }
        """;

    public const string EntityFramework = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContextOptions { }
            public class DbContextOptions<T> : DbContextOptions { }
            public class DbContextOptionsBuilder { public bool IsConfigured => false; public DbContextOptions Options => new(); }
            public class DbContextOptionsBuilder<T> : DbContextOptionsBuilder { public new DbContextOptions<T> Options => new(); }
            public class DbSet<T> where T : class
            {
                public void Add(T entity) { }
                public System.Collections.Generic.List<T> ToList() => new();
                public System.Threading.Tasks.ValueTask<T?> FindAsync(object key) => default;
            }
            public class DbContext
            {
                public DbContext() { }
                public DbContext(DbContextOptions options) { }
                public int SaveChanges() => 0;
                public System.Threading.Tasks.Task<int> SaveChangesAsync() => System.Threading.Tasks.Task.FromResult(0);
                public DatabaseFacade Database => new();
                protected virtual void OnConfiguring(DbContextOptionsBuilder optionsBuilder) { }
            }
            public class DatabaseFacade { public bool EnsureCreated() => true; public void Migrate() { } }
            public static class ProviderExtensions
            {
                public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder builder, string? connectionString) => builder;
                public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder builder, string? connectionString) => builder;
                public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder builder, string? connectionString) => builder;
                public static DbContextOptionsBuilder UseInMemoryDatabase(this DbContextOptionsBuilder builder, string databaseName) => builder;
            }
        }
        namespace Microsoft.EntityFrameworkCore.Design
        {
            public interface IDesignTimeDbContextFactory<T> { T CreateDbContext(string[] args); }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class EntityFrameworkServices
            {
                public static IServiceCollection AddDbContext<T>(this IServiceCollection services, System.Action<Microsoft.EntityFrameworkCore.DbContextOptionsBuilder>? options = null) => services;
                public static IServiceCollection AddDbContextFactory<T>(this IServiceCollection services, System.Action<Microsoft.EntityFrameworkCore.DbContextOptionsBuilder>? options = null) => services;
            }
        }
        """;

    public const string LiteDb = """
        namespace LiteDB
        {
            public class LiteDatabase : System.IDisposable
            {
                public LiteDatabase(string connectionString) { }
                public LiteDatabase(System.IO.Stream stream) { }
                public ILiteCollection<T> GetCollection<T>(string name) => throw new System.NotImplementedException();
                public void Dispose() { }
            }
            public interface ILiteCollection<T> { void Insert(T item); System.Collections.Generic.IEnumerable<T> FindAll(); }
        }
        """;

    public const string RocksDb = """
        namespace RocksDbSharp
        {
            public class DbOptions { public DbOptions SetCreateIfMissing(bool create = true) => this; }
            public class RocksDb : System.IDisposable
            {
                public static RocksDb Open(DbOptions options, string path) => new();
                public static RocksDb OpenReadOnly(DbOptions options, string path, bool errorIfLogFileExists) => new();
                public void Put(byte[] key, byte[] value) { }
                public byte[]? Get(byte[] key) => null;
                public void Dispose() { }
            }
        }
        """;

    public const string Serilog = """
        namespace Serilog
        {
            public enum RollingInterval { Day }
            public interface ILogger { void Information(string text); }
            public static class Log { public static ILogger Logger { get; set; } = null!; }
            public class LoggerConfiguration
            {
                public Configuration.LoggerSinkConfiguration WriteTo => new();
                public ILogger CreateLogger() => null!;
            }
            public static class FileLoggerConfigurationExtensions
            {
                public static LoggerConfiguration File(this Configuration.LoggerSinkConfiguration sink, string path, RollingInterval rollingInterval = RollingInterval.Day) => new();
                public static LoggerConfiguration Console(this Configuration.LoggerSinkConfiguration sink) => new();
            }
        }
        namespace Serilog.Configuration
        {
            public class LoggerSinkConfiguration { }
        }
        """;

    public const string ImageSharp = """
        namespace SixLabors.ImageSharp
        {
            public class Image : System.IDisposable
            {
                public static System.Threading.Tasks.Task<Image> LoadAsync(System.IO.Stream stream) => System.Threading.Tasks.Task.FromResult(new Image());
                public void Dispose() { }
            }
            public static class ImageExtensions
            {
                public static void Save(this Image source, string path) { }
                public static System.Threading.Tasks.Task SaveAsync(this Image source, string path) => System.Threading.Tasks.Task.CompletedTask;
                public static System.Threading.Tasks.Task SaveAsPngAsync(this Image source, System.IO.Stream stream) => System.Threading.Tasks.Task.CompletedTask;
            }
        }
        """;

    public const string StackExchangeRedis = """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public class RedisCacheOptions { public string? Configuration { get; set; } }
            public static class StackExchangeRedisServices
            {
                public static IServiceCollection AddStackExchangeRedisCache(this IServiceCollection services, System.Action<RedisCacheOptions> setup) => services;
                public static Microsoft.AspNetCore.SignalR.ISignalRServerBuilder AddStackExchangeRedis(this Microsoft.AspNetCore.SignalR.ISignalRServerBuilder builder, string connection) => builder;
                public static Microsoft.AspNetCore.DataProtection.IDataProtectionBuilder PersistKeysToStackExchangeRedis(this Microsoft.AspNetCore.DataProtection.IDataProtectionBuilder builder, object multiplexer, string key) => builder;
                public static Microsoft.AspNetCore.DataProtection.IDataProtectionBuilder PersistKeysToDbContext<T>(this Microsoft.AspNetCore.DataProtection.IDataProtectionBuilder builder) => builder;
                public static Microsoft.AspNetCore.SignalR.ISignalRServerBuilder AddAzureSignalR(this Microsoft.AspNetCore.SignalR.ISignalRServerBuilder builder) => builder;
            }
        }
        """;
}
