using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Facts.Readers;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Every line of the table of stores finds its call.</summary>
public sealed class KnownStoreTests
{
    public static TheoryData<string, string, string, string> Packages =>
        [.. KnownStores.All.Where(static store => !IsFramework(store)).Select(static store => (store.Type, store.Member, store.Argument, store.Kind.ToString()))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_s_line(string type, string member, string argument, string kind)
    {
        // Where the table names a namespace, the class may be any that a package has.
        var isSpace = type.EndsWith(".*", StringComparison.Ordinal);
        var (space, name) = isSpace ? (type[..^2], "Database") : (type[..type.LastIndexOf('.')], type[(type.LastIndexOf('.') + 1)..]);
        var method = member.Replace("*", "AsPng");
        var (declared, call) = member == "new"
            ? ($"public {name}(string {argument}) {{ }}", $"new {space}.{name}(\"/srv/it\")")
            : ($"public static void {method}(string {argument}) {{ }}", $"{space}.{name}.{method}(\"/srv/it\")");
        var compilation = Project.Of(
            $"class Caller {{ void Call() {{ {(member == "new" ? "var it = " : "")}{call}; }} }}",
            $"namespace {space} {{ public class {name} {{ {declared} }} }}").Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));

        var use = Assert.Single(DiskReader.Read(compilation, static _ => true, static _ => true, new OptionsSections(compilation), default));
        Assert.Equal(kind, use.Kind.ToString());
        Assert.Equal("/srv/it", use.Path!.ConstantValue.Value);
    }

    [Theory]
    [InlineData("""File.WriteAllText("/srv/it", "")""", "File")]
    [InlineData("""File.WriteAllTextAsync("/srv/it", "")""", "File")]
    [InlineData("""File.AppendAllLines("/srv/it", [])""", "File")]
    [InlineData("""File.OpenWrite("/srv/it")""", "File")]
    [InlineData("""File.Open("/srv/it", FileMode.Append)""", "File")]
    [InlineData("""File.Open("/srv/it", FileMode.Open, FileAccess.Read)""", "Read")]
    [InlineData("""File.Copy("seed", "/srv/it")""", "File")]
    [InlineData("""File.Move("seed", "/srv/it", true)""", "File")]
    [InlineData("""File.Replace("seed", "/srv/it", null)""", "File")]
    [InlineData("""File.ReadAllBytes("/srv/it")""", "Read")]
    [InlineData("""new FileStream("/srv/it", FileMode.Create)""", "File")]
    [InlineData("""new FileStream("/srv/it", FileMode.Open)""", "Read")]
    [InlineData("""new FileStream("/srv/it", new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write })""", "File")]
    [InlineData("""new StreamWriter("/srv/it")""", "File")]
    [InlineData("""new StreamReader("/srv/it")""", "Read")]
    [InlineData("""new FileInfo("/srv/it").AppendText()""", "File")]
    [InlineData("""new FileInfo("/srv/it").OpenRead()""", "Read")]
    [InlineData("""new FileInfo("seed").CopyTo("/srv/it")""", "File")]
    [InlineData("""Directory.CreateDirectory("/srv/it")""", "MakeFolder")]
    [InlineData("""Directory.Move("seed", "/srv/it")""", "Folder")]
    [InlineData("""Directory.EnumerateFiles("/srv/it")""", "Read")]
    [InlineData("""new DirectoryInfo("/srv/it").GetFiles()""", "Read")]
    [InlineData("""System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile("/srv/it", FileMode.OpenOrCreate)""", "File")]
    [InlineData("""System.IO.Compression.ZipFile.ExtractToDirectory("seed", "/srv/it")""", "Folder")]
    [InlineData("""System.IO.Compression.ZipFile.CreateFromDirectory("seed", "/srv/it")""", "File")]
    [InlineData("""System.IO.Compression.ZipFile.OpenRead("/srv/it")""", "Read")]
    [InlineData("""System.Formats.Tar.TarFile.ExtractToDirectory("seed", "/srv/it", true)""", "Folder")]
    [InlineData("""new System.Xml.Linq.XDocument().Save("/srv/it")""", "File")]
    [InlineData("""new System.Xml.XmlDocument().Save("/srv/it")""", "File")]
    [InlineData("""System.Xml.XmlWriter.Create("/srv/it")""", "File")]
    [InlineData("""new System.Data.DataSet().WriteXml("/srv/it")""", "File")]
    public void A_line_of_the_framework(string call, string kind)
    {
        var compilation = Project.Of($"class Caller {{ void Call() {{ {(call.StartsWith("new ", StringComparison.Ordinal) && !call.Contains(").", StringComparison.Ordinal) ? "var it = " : "")}{call}; }} }}").Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Assert.Equal(kind, Assert.Single(DiskReader.Read(compilation, static _ => true, static _ => true, new OptionsSections(compilation), default)).Kind.ToString());
    }

    [Theory]
    [InlineData("""options.UseSqlite("Data Source=shop.db")""", "SQLite")]
    [InlineData("""new SqliteConnection("Data Source=shop.db")""", "SQLite")]
    [InlineData("""new SQLiteConnection("Data Source=shop.db")""", "SQLite")]
    [InlineData("""new LiteDatabase("shop.db")""", "LiteDB")]
    [InlineData("""new DuckDBConnection("Data Source=shop.db")""", "DuckDB")]
    [InlineData("""RocksDb.Open(options, "shop")""", "RocksDB")]
    [InlineData("""logger.WriteTo.File("shop.log")""", "log")]
    [InlineData("""image.Save("shop.png")""", "")]
    public void A_package_that_is_not_there_is_known_by_its_name(string call, string what)
    {
        var compilation = Project.Of($"class Caller {{ void Call(Options options, Logger logger, Image image) {{ var it = {call}; }} }}").Compile();
        Assert.Equal(what, string.Join(" ", DiskReader.Read(compilation, static _ => true, static _ => true, new OptionsSections(compilation), default).Select(static use => use.What)));
    }

    private static bool IsFramework(KnownStore store) => store.Type.StartsWith("System.", StringComparison.Ordinal) && !store.Type.StartsWith("System.Data.SQLite", StringComparison.Ordinal) && !store.Type.StartsWith("System.Drawing", StringComparison.Ordinal);
}
