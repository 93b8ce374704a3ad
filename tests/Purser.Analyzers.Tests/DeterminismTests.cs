using System.Globalization;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests;

/// <summary>The same sources give the same bytes, whoever builds them, where and in which order.</summary>
public sealed class DeterminismTests
{
    private static readonly Project Example = Project.Of(
        """
        using Purser;
        namespace Shop.Invoicing;
        [Stateless(Replicas = 3, Cpu = "1.5")] [Exposed(Port = 8080, Host = "IDENTITY.example.com")] [Autoscaled] [Scratch("/work", SizeLimit = "1.5Gi")]
        [Setting("Invoice:Iban", "TITIL")] [Setting("invoice:limit", "1234.5")] [Secret("I:i")]
        public partial class InvoiceIndexer;
        """,
        """
        using Purser;
        namespace Shop.Invoicing;
        [Label("tier", "I")] [Label("İ", "i")] [Volume("/I/i")] [Volume("/cache")]
        public partial class InvoiceIndexer;
        """,
        "using Purser; namespace Shop; [BatchJob(Completions = 1000, Parallelism = 12345, Indexed = true)] public class ImportIndex;",
        "using Purser; namespace Shop; [Stateful] public class Store; [PerNode] public class INode;")
        .With("Version", "1.0.0")
        .With("MSBuildProjectName", "Shop.Invoicing");

    private static readonly string Expected = Text(Example);

    [Fact]
    public void Twice_gives_the_same() => Assert.Equal(Expected, Text(Example));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Another_culture_gives_the_same(string culture)
    {
        Assert.SkipWhen(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant || Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true", "This machine has no cultures.");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.NotEqual(CultureInfo.InvariantCulture, CultureInfo.CurrentCulture);
            Assert.Equal(Expected, Text(Example));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Another_order_of_the_files_gives_the_same()
    {
        Assert.Equal(Expected, Text(Example with { Sources = [.. Example.Sources.Reverse()] }));
        Assert.Equal(Expected, Text(Example with { Sources = [.. Example.Sources.Skip(2), .. Example.Sources.Take(2)] }));
    }

    [Fact]
    public void Another_folder_gives_the_same()
    {
        var elsewhere = Example with { Sources = [.. Example.Sources.Select(source => ("/home/somebody" + source.Path, source.Text))] };
        Assert.Equal(Expected, Text(elsewhere.With("ProjectDir", "/home/somebody/app/")));
    }

    [Fact]
    public void The_files_have_one_kind_of_line_end_and_no_byte_order_mark()
    {
        Assert.All(Rendered.Of(Example).Values, yaml =>
        {
            Assert.DoesNotContain('\r', yaml);
            Assert.DoesNotContain('\ufeff', yaml);
            Assert.EndsWith("\n", yaml, StringComparison.Ordinal);
        });
    }

    private static string Text(Project project) => string.Concat(Rendered.Of(project).Select(file => $"{file.Key}\n{file.Value}"));
}
