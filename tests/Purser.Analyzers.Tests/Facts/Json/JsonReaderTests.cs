using System.Text.Json;
using CsCheck;
using Purser.Analyzers.Facts.Json;

namespace Purser.Analyzers.Tests.Facts.Json;

public sealed class JsonReaderTests
{
    private static readonly JsonDocumentOptions AsConfigurationReads = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] Tokens = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-", ".5", "e9", "true", "null", " ", "//x\n", "/*", "*/", "\\", "\\u0041", "0"];

    [Theory]
    [InlineData("""{ "A": { "B": 1, "C": [true, null, "x"] } }""", "A:B=1;A:C:0=True;A:C:1=;A:C:2=x")]
    [InlineData("""{ "A": "\u0041\n\"\\\/" }""", "A=A\n\"\\/")]
    [InlineData("""{ "A": -1.50e+3 }""", "A=-1.50e+3")]
    [InlineData("// first\n{ /* \"No\": 1, */ \"A\": 1, // last\n }", "A=1")]
    [InlineData("{}", "")]
    [InlineData("""{ "A": {}, "B": [] }""", "")]
    [InlineData("\uFEFF{ \"A\": 1 }", "A=1")]
    [InlineData("{ \"A\": 1 } // end", "A=1")]
    public void Configuration_is_read_as_NET_reads_it(string json, string expected) => Assert.Equal(
        expected,
        string.Join(";", ConfigurationFile.Leaves(JsonReader.Parse(json)!).Select(leaf => $"{leaf.Key}={ConfigurationFile.TextOf(leaf.Value)}")));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"A\" }")]
    [InlineData("{ \"A\": }")]
    [InlineData("{ \"A\": 01 }")]
    [InlineData("{ \"A\": 1. }")]
    [InlineData("{ \"A\": +1 }")]
    [InlineData("{ \"A\": tru }")]
    [InlineData("{ \"A\": 'x' }")]
    [InlineData("{ A: 1 }")]
    [InlineData("{ \"A\": \"\\x\" }")]
    [InlineData("{ \"A\": \"\\u00g0\" }")]
    [InlineData("{ \"A\": \"line\nbreak\" }")]
    [InlineData("{ \"A\": 1 /* open }")]
    [InlineData("{ \"A\": 1 } { }")]
    [InlineData("[1 2]")]
    [InlineData("[,]")]
    [InlineData("{,}")]
    public void What_is_not_JSON_is_no_value(string json)
    {
        Assert.Null(JsonReader.Parse(json));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(json, AsConfigurationReads));
    }

    [Fact]
    public void A_value_knows_where_it_stands()
    {
        const string Json = """{ "Db": { "Password": "hunter2" } }""";
        var (key, value) = ConfigurationFile.Leaves(JsonReader.Parse(Json)!).Single();
        Assert.Equal("Db:Password", key);
        Assert.Equal("\"hunter2\"", Json.Substring(value.Span.Start, value.Span.Length));
    }

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.NotNull(JsonReader.Parse(new string('[', 60) + new string(']', 60)));
        Assert.Null(JsonReader.Parse(new string('[', 100_000)));
    }

    [Fact]
    public void Any_text_is_accepted_exactly_where_System_Text_Json_accepts_it() => Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i])
        .Array[0, 12]
        .Select(string.Concat)
        .Sample(
            json =>
            {
                var ours = JsonReader.Parse(json) is not null;
                bool theirs;
                try
                {
                    using var document = JsonDocument.Parse(json, AsConfigurationReads);
                    theirs = true;
                }
                catch (JsonException)
                {
                    theirs = false;
                }

                return ours == theirs;
            },
            iter: 20_000);
}
