using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Credentials;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class PUR3007SecretInDeclarationTests
{
    [Theory]
    [InlineData("[Stateless, Setting(\"Db:Password\", {|PUR3007:\"Xk29vLq8\"|})]")]
    [InlineData("[Stateless, Setting(\"ConnectionStrings:Orders\", {|PUR3007:\"Host=db;Username=orders;Password=Xk29vLq8\"|})]")]
    [InlineData("[Stateless, Setting(\"Feed\", {|PUR3007:\"https://orders:Xk29vLq8@feed/\"|})]")]
    [InlineData("[Stateless, Annotation(\"example.com/token\", {|PUR3007:\"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\"|})]")]
    [InlineData("[Stateless, Label(\"db-password\", {|PUR3007:\"Xk29vLq8\"|})]")]
    [InlineData("[Stateless(Args = new[] { \"serve\", {|PUR3007:\"--password=Xk29vLq8\"|} })]")]
    [InlineData("[Stateless(Args = new[] { \"--db-password\", {|PUR3007:\"Xk29vLq8\"|} })]")]
    [InlineData("[Stateless(Command = new[] { \"env\", {|PUR3007:\"DB_PASSWORD=Xk29vLq8\"|}, \"dotnet\" })]")]
    public Task A_secret_is_an_error_at_the_argument(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("[Stateless, Setting(\"Orders:PageSize\", \"50\")]")]
    [InlineData("[Stateless, Setting(\"Db:Password\", \"\")]")]
    [InlineData("[Stateless, Setting(\"Db:PasswordFile\", \"/run/secrets/db\")]")]
    [InlineData("[Stateless, Setting(\"Elastic:Url\", \"http://elastic.prod.internal:9200\")]")]
    [InlineData("[Stateless, Secret(\"Db:Password\")]")]
    [InlineData("[Stateless, Label(\"team\", \"data\"), Annotation(\"example.com/owner\", \"orders@example.com\")]")]
    [InlineData("[Stateless(Args = new[] { \"--password-file\", \"/run/secrets/db\", \"--verbose\" })]")]
    [InlineData("[Stateless(Args = new[] { \"--password=$(DB_PASSWORD)\" })]")]
    public Task What_is_no_secret_may_be_written(string attributes) => Verify(attributes);

    [Fact]
    public async Task The_message_never_shows_the_value()
    {
        var diagnostics = await Project.Of("using Purser;\n[Stateless, Setting(\"Db:Password\", \"Xk29vLq8\")] class Orders;").Analyze(new DeclarationAnalyzer());

        Assert.Equal(
            "the value of 'Db:Password' is a password, and a setting is written into the manifest; write [Secret(\"Db:Password\")], which names the key and never the value",
            Assert.Single(diagnostics).GetMessage());
    }

    [Fact]
    public void Neither_the_manifest_nor_the_assembly_gets_the_value()
    {
        var project = Project.Of("using Purser;\n[Stateless, Setting(\"Db:Password\", \"Xk29vLq8\"), Setting(\"Db:Host\", \"db\")] class Orders;\n[Stateless] class Other;");

        var result = project.Driver(new ManifestGenerator()).RunGenerators(project.Compile()).GetRunResult();

        var generated = Assert.Single(result.GeneratedTrees).ToString();
        Assert.Contains("other.deployment.yaml", generated);
        Assert.DoesNotContain("orders.deployment.yaml", generated);
        Assert.DoesNotContain("Xk29vLq8", generated);
    }

    [Fact]
    public Task Settings_become_secrets() => FixTest.Verify<DeclarationAnalyzer, PUR3007SecretInDeclarationFix>(
        """
        using Purser;

        [Stateless]
        [Setting("Db:Password", {|PUR3007:"Xk29vLq8"|})] // for the database
        [Setting(value: {|PUR3007:"Xk29vLq8!"|}, key: "Smtp:Password")]
        [Purser.SettingAttribute("Api:Password", {|PUR3007:"Xk29vLq8?"|}), Setting("Db:Host", "db")]
        class Orders;
        """,
        """
        using Purser;

        [Stateless]
        [Secret("Db:Password")] // for the database
        [Secret("Smtp:Password")]
        [Purser.SecretAttribute("Api:Password"), Setting("Db:Host", "db")]
        class Orders;
        """);

    [Fact]
    public Task For_other_attributes_there_is_no_fix()
    {
        const string source = "using Purser;\n\n[Stateless, Label(\"db-password\", {|PUR3007:\"Xk29vLq8\"|})]\nclass Orders;\n";
        return FixTest.Verify<DeclarationAnalyzer, PUR3007SecretInDeclarationFix>(source, source);
    }

    [Fact]
    public async Task Half_typed_attributes_are_left_alone()
    {
        var diagnostics = await Project.Of("using Purser;\n[Stateless, Setting(\"Db:Password\", )] class A; [Stateless, Setting(\"Db:Password\")] class B; [Stateless(Args = new[] { \"--password\", })] class C;").Analyze(new DeclarationAnalyzer());

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "PUR3007");
    }

    private static async Task Verify(string marked)
    {
        var expected = marked.Split("{|PUR3007:").Skip(1).Select(part => part[..part.IndexOf("|}", StringComparison.Ordinal)]);
        var attributes = marked.Replace("{|PUR3007:", "").Replace("|}", "");

        var diagnostics = await Project.Of($"using Purser;\n\n{attributes}\nclass Orders;\n").Analyze(new DeclarationAnalyzer());

        Assert.All(diagnostics, diagnostic => Assert.Equal(("PUR3007", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity)));
        Assert.Equal(expected, diagnostics.Select(diagnostic => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
    }
}
