using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Kinds;

public sealed class PUR2001StateOnOwnDiskTests
{
    [Fact]
    public async Task A_message_names_who_writes_what_and_where()
    {
        var found = await StateProgram.Analyze(StateProgram.Of("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<OrderStore>();
            var app = builder.Build();
            app.MapPost("/orders", (OrderStore store, string customer) => store.Save(customer));
            app.Run();
            """, """
            using Microsoft.Data.Sqlite;
            public sealed class OrderStore
            {
                public void Save(string customer)
                {
                    using var connection = new SqliteConnection("Data Source=data/orders.db");
                    connection.Open();
                }
            }
            """, Packages.Sqlite));

        var only = Assert.Single(found);
        Assert.Equal("PUR2001", only.Id);
        Assert.Equal(
            "'Program' is [Stateless], but 'OrderStore.Save' writes to \"data/orders.db\" (SQLite): each replica would have its own copy and lose it on restart; make it [Stateful], or put that on a [Volume]",
            only.GetMessage());
        Assert.Equal("Stateless", only.Location.SourceTree!.GetText().ToString(only.Location.SourceSpan));
        Assert.StartsWith("new SqliteConnection", only.AdditionalLocations[0].SourceTree!.GetText().ToString(only.AdditionalLocations[0].SourceSpan));
    }

    [Theory]
    // Where a path leads
    [InlineData("""File.WriteAllText("orders.json", "[]");""", "PUR2001")]
    [InlineData("""File.AppendAllText("/var/lib/shop/orders.jsonl", "{}");""", "PUR2001")]
    [InlineData("""File.WriteAllBytes(Path.Combine(AppContext.BaseDirectory, "uploads", Guid.NewGuid() + ".png"), []);""", "PUR2001")]
    [InlineData("""File.WriteAllText(Path.Combine(Directory.GetCurrentDirectory(), "state.json"), "");""", "PUR2001")]
    [InlineData("""File.WriteAllText($"{Guid.NewGuid()}.json", "");""", "PUR2001")]
    [InlineData("""using var file = new FileStream("orders.bin", FileMode.Append);""", "PUR2001")]
    [InlineData("""using FileStream file = new("orders.bin", FileMode.OpenOrCreate);""", "PUR2001")]
    [InlineData("""using var writer = new StreamWriter("orders.csv", append: true);""", "PUR2001")]
    [InlineData("""using var file = new FileInfo("orders.bin").OpenWrite();""", "PUR2001")]
    [InlineData("""File.WriteAllText("/tmp/orders.json", "[]");""", "")]
    [InlineData("""File.WriteAllText(Path.Combine(Path.GetTempPath(), "orders.json"), "[]");""", "")]
    [InlineData("""File.WriteAllText(Path.GetTempFileName(), "[]");""", "")]
    [InlineData("""File.WriteAllText("/dev/stdout", "[]");""", "")]
    [InlineData("""File.WriteAllText(args[0], "[]");""", "")]
    [InlineData("""using var file = File.OpenRead("seed.json");""", "")]
    [InlineData("""using var file = new FileStream("model.onnx", FileMode.Open);""", "")]
    [InlineData("""using var file = new FileStream("model.onnx", FileMode.OpenOrCreate, FileAccess.Read);""", "")]
    [InlineData("""using var file = File.Open("model.onnx", FileMode.Open, FileAccess.Read);""", "")]
    [InlineData("""if (args is ["x"]) Console.WriteLine(File.ReadAllText("seed.json"));""", "")]
    public async Task A_place_decides(string statement, string expected) => Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of(statement)));

    [Theory]
    [InlineData("Data Source=orders.db", "PUR2001")]
    [InlineData("Filename=/var/lib/orders.db;Cache=Shared", "PUR2001")]
    [InlineData("Data Source=:memory:", "")]
    [InlineData("Data Source=orders;Mode=Memory;Cache=Shared", "")]
    [InlineData("Data Source=file:geo.db?mode=ro", "")]
    [InlineData("Data Source=countries.db;Mode=ReadOnly", "")]
    [InlineData("Data Source=/tmp/work.db", "")]
    public async Task A_connection_string_decides(string connection, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of($"""using var connection = new Microsoft.Data.Sqlite.SqliteConnection("{connection}");""", Packages.Sqlite)));
}
