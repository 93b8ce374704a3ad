using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>What is set in .editorconfig, read as the compiler reads it: sections, comments, the nearest last.</summary>
public sealed class CredentialOptionsTests
{
    private const string Named = """class C { string smtpPassword = "Xk29vLq8!"; }""";
    private const string WeaklyNamed = """class C { string sessionNonce = "9f8b2c61d0e74a5bb3f19f8b2c61"; }""";
    private const string Certain = """class C { string orders = "Host=localhost;Username=app;Password=Xk29vLq8!"; }""";

    [Theory]
    [InlineData("", """class C { string sesame = "Xk29vLq8!"; }""", 0)]
    [InlineData("purser_credential_words = sesame", """class C { string sesame = "Xk29vLq8!"; }""", 1)]
    [InlineData("purser_credential_words = kundengeheimnis, Sesame", """class C { string DbSesame { get; set; } = "Xk29vLq8!"; }""", 1)]
    [InlineData("purser_credential_words = kundengeheimnis, Sesame", """class C { string Kundengeheimnis() => "Xk29vLq8!"; }""", 1)]
    [InlineData("purser_credential_words = sesame", """class C { string sesameLabel = "Xk29vLq8!"; }""", 0)]
    [InlineData("purser_credential_words = sesame # our word for it", """class C { string sesame = "Xk29vLq8!"; }""", 1)]
    [InlineData("purser_credential_words = ,, ,", Named, 1)]
    public async Task Words_of_ones_own_name_credentials_too(string line, string source, int count) => await Found(line, source, count);

    [Theory]
    [InlineData("purser_allowed_values = Xk29vLq8!", Named, 0)]
    [InlineData("purser_allowed_values = other, Xk29vLq8!", Named, 0)]
    [InlineData("purser_allowed_values = xk29vlq8!", Named, 1)]
    [InlineData("purser_allowed_values = Xk29", Named, 1)]
    [InlineData("purser_allowed_values =", Named, 1)]
    [InlineData("purser_allowed_values = Xk29vLq8!", Certain, 0)]
    [InlineData("purser_allowed_values = http://10.0.3.7:9200", """class C { string search = "http://10.0.3.7:9200"; }""", 0)]
    public async Task Values_that_are_allowed_are_none_whole_or_as_the_password_in_a_text(string line, string source, int count) => await Found(line, source, count);

    [Theory]
    [InlineData("", WeaklyNamed, 1)]
    [InlineData("purser_minimum_confidence = low", WeaklyNamed, 1)]
    [InlineData("purser_minimum_confidence = medium", WeaklyNamed, 0)]
    [InlineData("purser_minimum_confidence = medium", Named, 1)]
    [InlineData("purser_minimum_confidence = High", Named, 0)]
    [InlineData("purser_minimum_confidence = high", Certain, 1)]
    [InlineData("purser_minimum_confidence = nonsense", WeaklyNamed, 1)]
    public async Task Less_confidence_than_the_least_is_silence(string line, string source, int count) => await Found(line, source, count);

    [Fact]
    public async Task Each_folder_has_its_own()
    {
        var project = Project.WebOf() with
        {
            Sources = [("/app/Mail.cs", Named), ("/app/Seed/Mail.cs", Named.Replace("class C", "class D"))],
            OutputKind = Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
            EditorConfig = "root = true\n[*.cs]\npurser_allowed_values = something else\n[Seed/**.cs]\npurser_allowed_values = Xk29vLq8!\n",
        };
        Assert.Equal("/app/Mail.cs", Assert.Single(await project.Analyze(new CredentialInCode())).Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[*.json]\npurser_allowed_values = Xk29vLq8!", 0)]
    [InlineData("[*.cs]\npurser_allowed_values = Xk29vLq8!", 1)]
    [InlineData("[*.json]\npurser_minimum_confidence = high", 0)]
    [InlineData("[*.json]\npurser_credential_words = theme", 2)]
    public async Task Files_have_the_options_of_their_section(string config, int count)
    {
        var project = Project.Of("class C;").WithFile("/app/appsettings.json", """{ "Smtp": { "Password": "Xk29vLq8!", "Theme": "Xk29vLq9!" } }""") with { EditorConfig = config };
        Assert.Equal(count, (await project.Analyze(new PUR3005CredentialInFile())).Length);
    }

    private static async Task Found(string line, string source, int count) =>
        Assert.Equal(count, (await Code.Found(source, project => project with { EditorConfig = $"[*.cs]\n{line}\n" })).Length);
}
