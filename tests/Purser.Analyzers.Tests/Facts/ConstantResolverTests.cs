using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Facts;

public sealed class ConstantResolverTests
{
    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("Const", "const")]
    [InlineData("Names.Queue", "orders")]
    [InlineData("StaticReadonly", "static")]
    [InlineData("readonlyField", "field")]
    [InlineData("fromConstructor", "built")]
    [InlineData("Property", "property")]
    [InlineData("AutoProperty", "auto")]
    [InlineData("Getter", "getter")]
    [InlineData("\"a\" + Const + 'c' + 8080", "aconstc8080")]
    [InlineData("$\"http://*:{Port}/{Const}\"", "http://*:5001/const")]
    [InlineData("nameof(Names.Queue)", "Queue")]
    [InlineData("string.Concat(\"a\", Const, StaticReadonly)", "aconststatic")]
    [InlineData("string.Concat(\"a\", \"b\", \"c\", \"d\", \"e\", Const)", "abcdeconst")]
    [InlineData("string.Format(\"{0}:{1}{{x}}\", Const, Port)", "const:5001{x}")]
    [InlineData("string.Join(\"/\", \"a\", Const)", "a/const")]
    [InlineData("string.Join(\";\", new[] { Const, \"b\" })", "const;b")]
    [InlineData("Path.Combine(\"/data\", Const, \"orders.db\")", "/data/const/orders.db")]
    [InlineData("Path.Combine(\"/data\", \"/other\")", "/other")]
    [InlineData("Path.Join(\"/data/\", \"/other\")", "/data//other")]
    [InlineData("Path.Combine(\"/data\", Names.Folder.Trim('/').TrimEnd('x'))", "/data/{}")]
    [InlineData("Const.ToUpperInvariant().Replace(\"CON\", \"x-\")", "x-ST")]
    [InlineData("Const?.ToString()", "const")]
    [InlineData("holder?.Name", "held")]
    [InlineData("Helper(\"x\")", "/helped/x")]
    [InlineData("\"x\".Extended()", "x-extended")]
    [InlineData("DefaultArgument()", "by default")]
    [InlineData("new Uri(\"http://*:5000\").ToString()", "http://*:5000")]
    [InlineData("(string)(Const)", "const")]
    [InlineData("string.Empty + Path.DirectorySeparatorChar", "/")]
    [InlineData("$\"{DayOfWeek.Monday}\"", "Monday")]
    [InlineData("Missing ?? \"fallback\"", "{}")]
    [InlineData("((string?)null) ?? \"fallback\"", "fallback")]
    [InlineData("flag ? \"same\" : \"same\"", "same")]
    public void A_known_expression_becomes_text(string expression, string expected) => Assert.Equal(expected, Resolve(expression).ToString());

    [Theory]
    [InlineData("parameter", "{}")]
    [InlineData("$\"/data/{parameter}.db\"", "/data/{}.db")]
    [InlineData("\"a\" + parameter + parameter + \"b\"", "a{}b")]
    [InlineData("mutable", "{}")]
    [InlineData("settable", "{}")]
    [InlineData("Settable", "{}")]
    [InlineData("overwritten", "{}")]
    [InlineData("Environment.GetEnvironmentVariable(\"X\")", "{}")]
    [InlineData("flag ? \"one\" : \"other\"", "{}")]
    [InlineData("$\"{Port:x4}\"", "{}")]
    [InlineData("string.Format(\"{0:x}\", Port)", "{}")]
    [InlineData("string.Format(\"{0\", Port)", "{}")]
    [InlineData("string.Join(\",\", many)", "{}")]
    [InlineData("Recursive(\"x\")", "{}")]
    [InlineData("Cyclic", "{}")]
    [InlineData("Long(\"x\")", "{}")]
    [InlineData("new Virtual().Name", "{}")]
    [InlineData("Path.Combine(parameter, \"orders.db\")", "{}/orders.db")]
    [InlineData("doesNotExist", "{}")]
    [InlineData("doesNotExist.Call(", "{}")]
    public void An_unknown_one_keeps_its_holes(string expression, string expected) => Assert.Equal(expected, Resolve(expression).ToString());

    [Theory]
    [InlineData("var a = \"x\"; var b = a + \"y\"; Use(b);", "xy")]
    [InlineData("string a; a = \"x\"; Use(a);", "x")]
    [InlineData("var a = \"x\"; a = \"y\"; Use(a);", "{}")]
    [InlineData("var a = \"x\"; a += \"y\"; Use(a);", "{}")]
    [InlineData("var a = \"x\"; Change(ref a); Use(a);", "{}")]
    [InlineData("Give(out var a); Use(a);", "{}")]
    [InlineData("var (a, b) = (\"x\", \"y\"); Use(a);", "{}")]
    [InlineData("foreach (var a in many) Use(a);", "{}")]
    [InlineData("const string a = \"x\"; Use(a);", "x")]
    [InlineData("string Local(string s) => s + \"!\"; Use(Local(\"x\"));", "x!")]
    [InlineData("var a = \"x\"; Action write = () => a = \"y\"; Use(a);", "{}")]
    [InlineData("var a = a + \"x\"; Use(a);", "{}")]
    [InlineData("if (\"x\" is { } a) Use(a);", "{}")]
    public void A_local_that_is_written_once_is_followed(string statements, string expected) => Assert.Equal(expected, ResolveIn(statements).ToString());

    [Fact]
    public void The_known_beginning_stands_before_the_first_hole() => Assert.Equal("/data/", Resolve("$\"/data/{parameter}.db\"").Prefix);

    [Fact]
    public void Null_is_known_and_has_no_text()
    {
        var text = Resolve("(string?)null");
        Assert.True(text.IsNull);
        Assert.False(text.TryGetText(out _));
    }

    [Fact]
    public void A_thousand_concatenations_are_given_up_and_not_followed() =>
        Assert.True(Resolve(string.Join(" + ", Enumerable.Repeat("parameter", 1000))).HasHole);

    private static ResolvedText Resolve(string expression) => ResolveIn($"Use({expression});");

    /// <summary>Resolves the argument of the last call of <c>Use</c>.</summary>
    private static ResolvedText ResolveIn(string statements)
    {
        var compilation = Testing.Project.Of($$"""
            public static class Names { public const string Queue = "orders"; public static readonly string Folder = Environment.CurrentDirectory; }
            public class Holder { public string Name { get; } = "held"; }
            public class Virtual { public virtual string Name => "v"; }
            public static class Extensions { public static string Extended(this string text) => $"{text}-extended"; }
            public class Program(string primary)
            {
                private const string Const = "const";
                private const int Port = 5001;
                private static readonly string StaticReadonly = "static";
                private readonly string readonlyField = "field";
                private readonly string fromConstructor;
                private readonly string overwritten = "first";
                private readonly Holder holder = new();
                private string mutable = "mutable";
                private static string settable = "settable";
                public string Settable { get; set; } = "settable";
                public string Property => "property";
                public string AutoProperty { get; } = "auto";
                public string Getter { get { return "getter"; } }
                public string Cyclic => Cyclic + "x";
                public static string? Missing => Environment.GetEnvironmentVariable("X");
                public Program() : this("x") { fromConstructor = "built"; this.overwritten = "second"; }
                private static string Helper(string name) => Path.Combine("/helped", name);
                private static string Recursive(string name) => Recursive(name + "x");
                private static string Long(string name) { name = "y"; return name; }
                private static string DefaultArgument(string text = "by default") => text;
                private static void Use(object? value) { }
                private static void Change(ref string value) => value = "changed";
                private static void Give(out string value) => value = "given";
                public void M(string parameter, bool flag, string[] many)
                {
                    {{statements}}
                }
            }
            """).Compile();
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        var call = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Last(node => node.Expression is IdentifierNameSyntax { Identifier.ValueText: "Use" });
        return ConstantResolver.Resolve(call.ArgumentList.Arguments[0].Expression, model, TestContext.Current.CancellationToken);
    }
}
