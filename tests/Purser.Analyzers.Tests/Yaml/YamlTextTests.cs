using CsCheck;
using Purser.Analyzers.Yaml;
using YamlDotNet.Serialization;

namespace Purser.Analyzers.Tests.Yaml;

public sealed class YamlTextTests
{
    /// <summary>Texts that some reader of YAML takes for something else, or that a careless writer breaks.</summary>
    public static TheoryData<string> Treacherous =>
    [
        "", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", "~", "null", "Null", "NULL", "nil",
        "on", "On", "ON", "off", "yes", "Yes", "no", "NO", "y", "Y", "n", "N", "true", "True", "TRUE", "false", "tRuE",
        "0", "1", "-1", "+1", "007", "08", "0o7", "0O7", "0x1F", "0X1f", "0b101", "1_000", "1e3", "1E3", "e2", "E10", "e-5", "e+5", "1.5", ".5", "5.", "-.5", "1.", ".",
        ".inf", "-.inf", ".Inf", ".nan", ".NaN", "1e-3", "12e03", "685_230.15", "12:30:45", "190:20:30", "1:2",
        "2026-01-01", "2026-01-01T00:00:00Z", "2001-12-14t21:59:43.10-05:00",
        "<<", "=", "---", "...", "--- a", "- a", "-", "--", "?", "? a", ":", ": a", "a: b", "a:", "a :b", "a:b", "#", "# a", "a #b", "a#b",
        "*a", "&a", "!a", "!!str a", "%a", "@a", "`a", "|", "|-", ">", ">+", "'", "''", "\"", "\"a\"", "'a'", "it's", "[", "[a]", "]", "{", "{a: b}", "}", ",", ",a",
        " leading", "trailing ", "\tleading tab", "trailing tab\t", "two  spaces", "a\tb", "a, b", "a,b", "(a)", "a; b",
        "one\ntwo", "one\ntwo\n", "one\ntwo\n\n", "\none", " one\ntwo", "one\n two", "one \ntwo", "one\n\ntwo\n", "one\r\ntwo\r\n", "one\n\ttwo", "one\n# two", "one\n- two", "one\n---\ntwo", "one\n...\n",
        "\0", "\a", "\b", "\u001b", "\u007f", "\u0085", "a\u0085b", "one\n\u0085two", "\u00a0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\u200b",
        "\\", "\\n", "C:\\temp", "a\\\"b", "$(VAR)", "${VAR}", "{{ .Values.x }}", "%d", "100%", "25%",
        "ä", "日本語", "emoji 🚢", "🚢\nanchor\n", "👨‍👩‍👧", "\u202eright to left",
        "100m", "1Gi", "1E", "1Ei", "5k", "@daily", "0 2 * * *", "*/5 * * * *", "registry:5000/a:1.0@sha256:0f", "0.0.0.0", "10.0.0.0/8", "::1",
    ];

    [Theory]
    [MemberData(nameof(Treacherous))]
    public void A_text_is_read_back_as_that_text(string text) => AssertSurvives(text);

    [Fact]
    public void Ten_thousand_characters_are_not_folded()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 2000));
        AssertSurvives(words);
        AssertSurvives(new string('x', 10_000));
        AssertSurvives(string.Concat(Enumerable.Repeat("line: # \"quoted\"\n", 600)));
        Assert.Single(YamlText.Write(new YamlMap { ["key"] = words }).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Any_text_is_read_back_as_that_text() =>
        Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char[" \t\n\r-?:,[]{}#&*!|>'\"%@`=~<.0123456789eExXoOyYnN_+\u0085\u2028\ufeffä"], 0, 12],
            Gen.String[Gen.Char["ab \n\t:#-"], 0, 30])
        .Where(text => !text.Any(char.IsSurrogate))
        .Sample(AssertSurvives, iter: 3000);

    /// <summary>Not as data of a theory: the attribute itself could not carry the half.</summary>
    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        foreach (var (text, expected) in new[] { ("\ud83d", "\ufffd"), ("a\udea2b", "a\ufffdb"), ("\udea2\ud83d", "\ufffd\ufffd"), ("one\ntwo\ud83d\n", "one\ntwo\ufffd\n") })
            Assert.Equal(expected, Read(YamlText.Write(new YamlMap { ["key"] = text }))["key"]);
    }

    [Theory]
    [InlineData("orders-api")]
    [InlineData("app.kubernetes.io/name")]
    [InlineData("registry.example.com:5000/orders-api:1.4.2")]
    [InlineData("/var/lib/data")]
    [InlineData("250m")]
    [InlineData("10Gi")]
    public void A_harmless_text_has_no_quotes(string text) => Assert.Equal($"key: {text}\n", YamlText.Write(new YamlMap { ["key"] = text }));

    [Fact]
    public void Lines_stay_lines() => Assert.Equal(
        """
        data:
          app.json: |
            {
              "a": 1
            }
          motto: |-
            one
            two

        """.ReplaceLineEndings("\n"),
        YamlText.Write(new YamlMap { ["data"] = new YamlMap { ["app.json"] = "{\n  \"a\": 1\n}\n", ["motto"] = "one\ntwo" } }));

    [Fact]
    public void Numbers_and_booleans_are_written_as_they_are() =>
        Assert.Equal("a: 1\nb: true\nc: -5\n", YamlText.Write(new YamlMap { ["a"] = 1, ["b"] = true, ["c"] = -5L }));

    [Fact]
    public void What_is_null_is_left_out()
    {
        string? nothing = null;
        long? noNumber = null;
        Assert.Equal("a: {}\nb: []\n", YamlText.Write(new YamlMap { ["x"] = nothing, ["a"] = new YamlMap { ["y"] = noNumber }, ["b"] = new YamlList { nothing } }));
    }

    [Fact]
    public void A_comment_stands_behind_a_scalar_and_above_the_rest() => Assert.Equal(
        """
        # header
        port: 8080 # from Program.cs: UseUrls("http://*:8080")
        # from Program.cs: MapHealthChecks("/healthz")
        probe:
          path: /healthz
        # items
        list:
          # first
          - a: 1
            b: 2
          - c # second

        """.ReplaceLineEndings("\n"),
        YamlText.Write(
            new YamlMap
            {
                ["port"] = YamlScalar.Of(8080, "from Program.cs: UseUrls(\"http://*:8080\")"),
                ["probe"] = new YamlMap { ["path"] = "/healthz" }.From("from Program.cs: MapHealthChecks(\"/healthz\")"),
                ["list"] = new YamlList { new YamlMap { ["a"] = 1, ["b"] = 2 }.From("first"), YamlScalar.Of("c", "second") }.From("items"),
            },
            "header"));

    [Theory]
    [InlineData("one\ntwo: injected")]
    [InlineData("one\r\ntwo: injected")]
    [InlineData("one\u0085two: injected\u2028three: injected\u2029")]
    [InlineData("\0\u001b\ufeff\ud83d")]
    public void Nothing_in_a_comment_ends_it(string comment)
    {
        var yaml = YamlText.Write(new YamlMap { ["a"] = YamlScalar.Of("b", comment), ["c"] = new YamlMap { ["d"] = 1 }.From(comment) }, comment);
        Assert.Equal(["a", "c"], Read(yaml).Keys.Order());
    }

    [Fact]
    public void A_text_in_lines_keeps_its_comment_out_of_the_text() =>
        Assert.Equal("one\ntwo\n", Read(YamlText.Write(new YamlMap { ["a"] = YamlScalar.Of("one\ntwo\n", "from here") }))["a"]);

    [Fact]
    public void Without_comments_nothing_but_the_comments_is_missing() => Assert.Equal(
        "a: b\nc:\n  d: 1\n",
        YamlText.WithoutComments(new YamlMap { ["a"] = YamlScalar.Of("b", "x"), ["c"] = new YamlMap { ["d"] = 1 }.From("y") }));

    private static void AssertSurvives(string text)
    {
        var key = text.Length is > 0 and < 100 ? text : "key";
        var yaml = YamlText.Write(new YamlMap
        {
            ["scalar"] = text,
            ["list"] = new YamlList { text, new YamlMap { ["nested"] = text } },
            ["map"] = new YamlMap { [key] = "value" },
            ["after"] = "end",
        });
        Assert.DoesNotContain('\r', yaml);
        Assert.EndsWith("\n", yaml, StringComparison.Ordinal);

        var read = Read(yaml);
        Assert.Equal(text, read["scalar"]);
        var list = Assert.IsType<List<object>>(read["list"]);
        Assert.Equal(text, list[0]);
        Assert.Equal(text, Assert.IsType<Dictionary<object, object>>(list[1])["nested"]);
        Assert.Equal(key, Assert.Single(Assert.IsType<Dictionary<object, object>>(read["map"])).Key);
        Assert.Equal("end", read["after"]);
    }

    /// <summary>Reads with types: a plain text that looks like a number, a boolean or null would come back as one.</summary>
    private static Dictionary<string, object> Read(string yaml)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(yaml));
        Assert.Single(stream.Documents);
        var reader = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        return reader.Deserialize<Dictionary<string, object>>(yaml);
    }
}
