using System.Collections.Immutable;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>What a call does with the disk.</summary>
internal enum DiskUseKind
{
    /// <summary>Writes a file.</summary>
    File,

    /// <summary>Writes files below a folder.</summary>
    Folder,

    /// <summary>Opens a file as its mode and its access say.</summary>
    Open,

    /// <summary>Makes a folder, which alone keeps nothing.</summary>
    MakeFolder,

    /// <summary>Writes a log.</summary>
    Log,

    /// <summary>Keeps a database in a file or folder.</summary>
    Database,

    /// <summary>Keeps a database in the file that a connection string names.</summary>
    Connection,

    /// <summary>Reads.</summary>
    Read,
}

/// <summary>A line of the table.</summary>
/// <param name="Type">With its namespace; with <c>*</c> any type in or below the namespace.</param>
/// <param name="Member">A method without <c>Async</c>, or <c>new</c>; with <c>*</c> any that begins so.</param>
/// <param name="Argument">The parameter with the path, <c>this</c> for the object itself; where a package calls it otherwise, its first text.</param>
/// <param name="What">For messages; empty for plain files.</param>
internal sealed record KnownStore(string Type, string Member, string Argument, DiskUseKind Kind, string What)
{
    /// <summary>The type without its namespace.</summary>
    public string SimpleType { get; } = Type.Substring(Type.LastIndexOf('.') + 1);
}

/// <summary>What the framework and well-known packages do with the disk, by symbol.</summary>
internal static class KnownStores
{
    /// <summary>The keys of ASP.NET Core, which all replicas must share.</summary>
    public const string Keys = "data-protection keys";

    /// <summary>Type | members | argument with the path | what it does | name in messages. A member also stands for its Async twin.</summary>
    public const string Table = """
        System.IO.File | WriteAllText WriteAllBytes WriteAllLines AppendAllText AppendAllLines AppendAllBytes AppendText Create CreateText OpenWrite CreateSymbolicLink | path | File |
        System.IO.File | Open OpenHandle | path | Open |
        System.IO.File | Copy Move | destFileName | File |
        System.IO.File | Replace | destinationFileName | File |
        System.IO.File | ReadAllText ReadAllBytes ReadAllLines ReadLines OpenRead OpenText Exists | path | Read |
        System.IO.FileStream | new | path | Open |
        System.IO.StreamWriter | new | path | File |
        System.IO.StreamReader | new | path | Read |
        System.IO.FileInfo | Create CreateText AppendText OpenWrite | this | File |
        System.IO.FileInfo | Open | this | Open |
        System.IO.FileInfo | CopyTo MoveTo | destFileName | File |
        System.IO.FileInfo | OpenRead OpenText | this | Read |
        System.IO.Directory | CreateDirectory | path | MakeFolder |
        System.IO.Directory | Move | destDirName | Folder |
        System.IO.Directory | GetFiles EnumerateFiles GetFileSystemEntries EnumerateFileSystemEntries GetDirectories EnumerateDirectories | path | Read |
        System.IO.DirectoryInfo | Create | this | MakeFolder |
        System.IO.DirectoryInfo | GetFiles EnumerateFiles GetFileSystemInfos EnumerateFileSystemInfos | this | Read |
        System.IO.MemoryMappedFiles.MemoryMappedFile | CreateFromFile | path | Open |
        System.IO.Compression.ZipFile | ExtractToDirectory | destinationDirectoryName | Folder |
        System.IO.Compression.ZipFile | CreateFromDirectory | destinationArchiveFileName | File |
        System.IO.Compression.ZipFile | Open | archiveFileName | Open |
        System.IO.Compression.ZipFile | OpenRead | archiveFileName | Read |
        System.IO.Compression.ZipFileExtensions | ExtractToDirectory | destinationDirectoryName | Folder |
        System.IO.Compression.ZipFileExtensions | ExtractToFile | destinationFileName | File |
        System.Formats.Tar.TarFile | ExtractToDirectory | destinationDirectoryName | Folder |
        System.Formats.Tar.TarFile | CreateFromDirectory | destinationFileName | File |
        System.Formats.Tar.TarEntry | ExtractToFile | destinationFileName | File |
        System.Xml.Linq.XDocument | Save | fileName | File |
        System.Xml.Linq.XElement | Save | fileName | File |
        System.Xml.XmlDocument | Save | filename | File |
        System.Xml.XmlWriter | Create | outputFileName | File |
        System.Data.DataTable | WriteXml | fileName | File |
        System.Data.DataSet | WriteXml | fileName | File |
        System.Net.WebClient | DownloadFile DownloadFileTaskAsync | fileName | File |
        System.Drawing.* | Save | filename | File |
        Microsoft.Extensions.FileProviders.PhysicalFileProvider | new | root | Read |
        Microsoft.AspNetCore.Http.Results | File PhysicalFile | path | Read |
        Microsoft.AspNetCore.Http.TypedResults | File PhysicalFile | path | Read |
        Microsoft.AspNetCore.Mvc.ControllerBase | PhysicalFile | physicalPath | Read |
        Microsoft.AspNetCore.Http.SendFileResponseExtensions | SendFile | fileName | Read |
        Microsoft.AspNetCore.DataProtection.DataProtectionBuilderExtensions | PersistKeysToFileSystem | directory | Database | data-protection keys
        SixLabors.ImageSharp.* | Save* | path | File | image
        SkiaSharp.* | SaveTo | path | File | image
        ImageMagick.* | Write | fileName | File | image
        OpenCvSharp.* | SaveImage ImWrite | fileName | File | image
        ClosedXML.* | SaveAs | file | File | workbook
        OfficeOpenXml.* | SaveAs | file | File | workbook
        NPOI.* | Write | path | File | workbook
        DocumentFormat.OpenXml.* | Create | path | File | document
        QuestPDF.* | GeneratePdf | filePath | File | PDF
        iText.* | new | filename | File | PDF
        PdfSharp.* | Save | path | File | PDF
        Microsoft.ML.* | Save | filePath | File | model
        TorchSharp.* | save Save | location | File | model
        Parquet.* | WriteSingleRowGroupParquetFile SerializeToFile | path | File | Parquet
        ParquetSharp.* | new | path | File | Parquet
        CsvHelper.* | new | path | File | CSV
        Azure.Storage.Blobs.* | DownloadTo | path | File |
        Amazon.S3.* | Download WriteResponseStreamToFile DownloadToFilePath | filePath | File |
        FubarDev.* | new | path | Folder |
        Microsoft.Data.Sqlite.SqliteConnection | new | connectionString | Connection | SQLite
        System.Data.SQLite.* | new | connectionString | Connection | SQLite
        SQLite.* | new | databasePath | Connection | SQLite
        Microsoft.EntityFrameworkCore.* | UseSqlite | connectionString | Connection | SQLite
        LinqToDB.* | UseSQLite UseSQLiteMicrosoft | connectionString | Connection | SQLite
        Hangfire.* | UseSQLiteStorage | nameOrConnectionString | Connection | SQLite
        Hangfire.* | UseLiteDbStorage | nameOrConnectionString | Connection | LiteDB
        LiteDB.LiteDatabase | new | connectionString | Connection | LiteDB
        LiteDB.LiteRepository | new | connectionString | Connection | LiteDB
        LiteDB.LiteDatabaseAsync | new | connectionString | Connection | LiteDB
        LiteDB.Async.* | new | connectionString | Connection | LiteDB
        DuckDB.NET.* | new | connectionString | Connection | DuckDB
        RocksDbSharp.RocksDb | Open | path | Database | RocksDB
        RocksDbSharp.RocksDb | OpenWithTtl | path | Database | RocksDB
        LevelDB.* | new Open | path | Database | LevelDB
        LightningDB.* | new | path | Database | LMDB
        Spreads.LMDB.* | new Create | directory | Database | LMDB
        FASTER.core.* | CreateLogDevice | logPath | Database | FASTER
        FASTER.core.* | new | baseDir | Database | FASTER
        Tsavorite.core.* | CreateLogDevice | logPath | Database | Tsavorite
        Tsavorite.core.* | new | baseDir | Database | Tsavorite
        Tenray.ZoneTree.* | SetDataDirectory | path | Database | ZoneTree
        Lucene.Net.Store.* | Open new | path | Database | Lucene index
        Realms.* | new | optionalPath | Database | Realm
        JsonFlatFileDataStore.DataStore | new | path | Database | JSON file
        DBreeze.* | new | DBreezeDataFolderName | Database | DBreeze
        Raven.Embedded.* | StartServer | dataDirectory | Database | RavenDB
        Couchbase.Lite.* | new | directory | Database | Couchbase Lite
        Serilog.* | File RollingFile | path | Log | log
        Serilog.* | SQLite | sqliteDbPath | Log | log
        Microsoft.Extensions.Logging.* | AddFile | pathFormat | Log | log
        NReco.Logging.File.* | AddFile | fileName | Log | log
        Karambolo.Extensions.Logging.File.* | AddFile | path | Log | log
        System.Diagnostics.TextWriterTraceListener | new | fileName | Log | log
        NLog.* | ForTarget WriteToFile | fileName | Log | log
        log4net.* | new | file | Log | log
        """;

    private static readonly ILookup<string, KnownStore> Exact;

    private static readonly ImmutableArray<KnownStore> Prefixed;

    static KnownStores()
    {
        All = Table.Split('\n').SelectMany(Parse).ToImmutableArray();
        Exact = All.Where(static store => !store.Member.EndsWith("*", StringComparison.Ordinal) && store.Member != "new").ToLookup(static store => store.Member, StringComparer.Ordinal);
        Prefixed = All.Where(static store => store.Member.EndsWith("*", StringComparison.Ordinal)).ToImmutableArray();
        Created = All.Where(static store => store.Member == "new").ToImmutableArray();
    }

    public static ImmutableArray<KnownStore> All { get; }

    /// <summary>The lines about constructors.</summary>
    public static ImmutableArray<KnownStore> Created { get; }

    /// <summary>The lines about a method's name, before any symbol is asked.</summary>
    public static IEnumerable<KnownStore> Called(string method)
    {
        var name = method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;
        var exact = Exact[name].Concat(name == method ? [] : Exact[method]);
        return Prefixed.Any(store => IsMember(store, name)) ? exact.Concat(Prefixed.Where(store => IsMember(store, name))) : exact;
    }

    /// <summary>Methods of packages that nobody else has, so that the package need not be there.</summary>
    public static bool IsUnmistakable(string method, string? receiver) =>
        Unmistakable.Contains(method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method) || (method == "File" && receiver == "WriteTo");

    private static readonly HashSet<string> Unmistakable = new(StringComparer.Ordinal)
    {
        "UseSqlite", "UseSQLite", "UseSQLiteMicrosoft", "UseSQLiteStorage", "UseLiteDbStorage", "CreateLogDevice", "SetDataDirectory", "PersistKeysToFileSystem", "RollingFile", "WriteToFile", "GeneratePdf",
    };

    private static bool IsMember(KnownStore store, string name) => name.StartsWith(store.Member.TrimEnd('*'), StringComparison.Ordinal);

    private static IEnumerable<KnownStore> Parse(string line)
    {
        var cells = line.Split('|').Select(static cell => cell.Trim()).ToArray();
        if (cells.Length < 4 || !Enum.TryParse<DiskUseKind>(cells[3], out var kind))
            return [];
        return cells[1].Split(' ').Select(member => new KnownStore(cells[0], member, cells[2], kind, cells.Length > 4 ? cells[4] : ""));
    }
}
