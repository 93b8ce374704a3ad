using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Kinds;

/// <summary>Only what a workload can come to is held against it; a write to the disk stands for anything that a rule looks for.</summary>
public sealed class ReachTests
{
    private const string Store = """
        public interface IStore { void Save(string text); void Forget(); }
        public sealed class FileStore : IStore
        {
            public void Save(string text) => File.WriteAllText("orders/a.json", text);
            public void Forget() { }
        }
        public sealed class NullStore : IStore { public void Save(string text) { } public void Forget() { } }
        """;

    [Theory]
    // Who names it
    [InlineData("""new FileStore().Save("a");""", "PUR2001")]
    [InlineData("""new FileStore().Forget();""", "")]
    [InlineData("""Console.WriteLine();""", "")]
    [InlineData("""Action<string> save = new FileStore().Save; save("a");""", "PUR2001")]
    [InlineData("""void Dead() => new FileStore().Save("a");""", "PUR2001")]
    // Dependency injection
    [InlineData("""builder.Services.AddSingleton<IStore, FileStore>(); builder.Build().MapPost("/orders", (IStore store) => store.Save("a"));""", "PUR2001")]
    [InlineData("""builder.Services.AddSingleton<IStore, FileStore>(); builder.Build().MapPost("/orders", (IStore store) => store.Forget());""", "")]
    [InlineData("""builder.Services.AddSingleton<IStore, NullStore>(); builder.Build().MapPost("/orders", (IStore store) => store.Save("a"));""", "")]
    [InlineData("""builder.Build().MapPost("/orders", (IStore store) => store.Save("a"));""", "PUR2001")]
    [InlineData("""foreach (var type in typeof(Program).Assembly.GetTypes()) builder.Services.AddTransient(type); builder.Build().MapPost("/orders", (IStore store) => store.Save("a"));""", "PUR2001")]
    // Development
    [InlineData("""if (builder.Environment.IsDevelopment()) new FileStore().Save("a");""", "")]
    [InlineData("""if (!builder.Environment.IsDevelopment()) new NullStore().Save("a"); else new FileStore().Save("a");""", "")]
    [InlineData("""if (builder.Environment.IsDevelopment()) builder.Services.AddSingleton<IStore, FileStore>(); else builder.Services.AddSingleton<IStore, NullStore>(); builder.Build().MapPost("/orders", (IStore store) => store.Save("a"));""", "")]
    [InlineData("""if (!builder.Environment.IsDevelopment()) new FileStore().Save("a");""", "PUR2001")]
    public async Task Somebody_must_come_by(string statements, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of("var builder = WebApplication.CreateBuilder(args); " + statements, Store)));

    [Theory]
    [InlineData("""[ApiController] [Route("orders")] public class OrdersController : ControllerBase { [HttpPost] public void Post() => System.IO.File.WriteAllText("orders/a.json", ""); }""", "PUR2001")]
    [InlineData("""public class OrdersController : BaseController { public void Post() => System.IO.File.WriteAllText("orders/a.json", ""); } public abstract class BaseController : Controller { }""", "PUR2001")]
    [InlineData("""public class OrdersController : Controller { private void Post() => System.IO.File.WriteAllText("orders/a.json", ""); }""", "")]
    [InlineData("""public class Worker : BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) => await File.WriteAllTextAsync("orders/a.json", "", token); }""", "")]
    [InlineData("""public static class Setup { public static void AddStore(this IServiceCollection services) => services.AddHostedService<Worker>(); } public class Worker : BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) => await File.WriteAllTextAsync("orders/a.json", "", token); }""", "PUR2001")]
    public async Task A_framework_comes_by_itself(string source, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(StateProgram.Of(
            "var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); builder.Services.AddStore(); var app = builder.Build(); app.MapControllers(); app.Run();",
            "using Microsoft.AspNetCore.Mvc; " + source + (source.Contains("AddStore") ? "" : " public static class Setup { public static void AddStore(this IServiceCollection services) { } }"))));

    [Fact]
    public async Task Each_workload_has_what_it_comes_to()
    {
        var found = await StateProgram.Analyze(StateProgram.Of(
            """
            if (args is ["clean"]) { Cleaner.Run(); return; }
            await WebApplication.CreateBuilder(args).Build().RunAsync();
            [Stateless] public partial class Program;
            """,
            """
            [Stateless] public static class Cleaner { public static void Run() => Marks.Write(); }
            public static class Marks { public static void Write() => File.WriteAllText("marks/a.json", ""); }
            """));
        Assert.StartsWith("'Cleaner' is [Stateless]", Assert.Single(found).GetMessage());
    }

    [Fact]
    public async Task A_library_s_entry_point_is_somebody_else_s()
    {
        var project = Project.Of("using Purser; [Stateless] public class Orders { } class Store { void Save() => File.WriteAllText(\"orders/a.json\", \"\"); }");
        Assert.Equal("PUR2001", await StateProgram.Ids(project));
    }
}
