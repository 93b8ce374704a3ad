using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.CodeFixes;
using static Purser.CodeFixes.AttributeEdits;

namespace Purser.Analyzers.Tests.CodeFixes;

public sealed class AttributeEditsTests
{
    [Theory]
    [InlineData("class A;", "[Scratch(\"/work\")]\nclass A;")]
    [InlineData("namespace N\n{\n    /// <summary>Doc.</summary>\n    class A { }\n}", "namespace N\n{\n    /// <summary>Doc.</summary>\n    [Scratch(\"/work\")]\n    class A { }\n}")]
    [InlineData("  [Stateless] // why\n  class A;", "  [Stateless] // why\n  [Scratch(\"/work\")]\n  class A;")]
    [InlineData("[Stateless] class A;", "[Stateless] [Scratch(\"/work\")] class A;")]
    [InlineData("[Stateless]class A;", "[Stateless] [Scratch(\"/work\")] class A;")]
    [InlineData("x();\r\n\r\npublic partial class A;\r\n", "x();\r\n\r\n[Scratch(\"/work\")]\r\npublic partial class A;\r\n")]
    public void An_added_attribute_takes_a_line_of_its_own(string source, string expected) =>
        Assert.Equal(expected, OnClass(source, type => Add(type, Create("Scratch", Positional("/work")))));

    [Theory]
    [InlineData("[Stateless]\n[Gone]\nclass A;", "[Stateless]\nclass A;")]
    [InlineData("/// <summary>Doc.</summary>\n[Gone]\n[Stateless]\nclass A;", "/// <summary>Doc.</summary>\n[Stateless]\nclass A;")]
    [InlineData("  // about\n  [Gone(1)]\n  class A;", "  // about\n  class A;")]
    [InlineData("[Stateless, Gone]\nclass A;", "[Stateless]\nclass A;")]
    [InlineData("[Gone, Stateless]\nclass A;", "[Stateless]\nclass A;")]
    [InlineData("[Gone] class A;", "class A;")]
    [InlineData("[Stateless] [Gone] class A;", "[Stateless] class A;")]
    [InlineData("class B { [Gone] [Stateless] class A; }", "class B { [Stateless] class A; }")]
    public void A_removed_attribute_leaves_no_empty_brackets(string source, string expected) =>
        Assert.Equal(expected, OnClass(source, type => Remove(type, type.DescendantNodes().OfType<AttributeSyntax>().Single(a => a.Name.ToString() == "Gone"))));

    [Theory]
    [InlineData("[Stateless] class A;", "[Stateless(Replicas = 3)] class A;")]
    [InlineData("[Stateless()] class A;", "[Stateless(Replicas = 3)] class A;")]
    [InlineData("[Stateless(Cpu = \"1\")] class A;", "[Stateless(Cpu = \"1\", Replicas = 3)] class A;")]
    [InlineData("[Stateless(Replicas = 1 /* one */, Cpu = \"1\")] class A;", "[Stateless(Replicas = 3 /* one */, Cpu = \"1\")] class A;")]
    [InlineData("[Stateless(\n    Cpu = \"1\",\n    Memory = \"1Gi\")]\nclass A;", "[Stateless(\n    Cpu = \"1\",\n    Memory = \"1Gi\",\n    Replicas = 3)]\nclass A;")]
    public void A_property_is_set_where_it_stands_or_added_at_the_end(string source, string expected) =>
        Assert.Equal(expected, OnAttribute(source, attribute => Set(attribute, "Replicas", 3)));

    [Theory]
    [InlineData("[Stateless(Replicas = 3)] class A;", "[Stateless] class A;")]
    [InlineData("[Stateless(Cpu = \"1\", Replicas = 3)] class A;", "[Stateless(Cpu = \"1\")] class A;")]
    [InlineData("[Stateless(Replicas = 3, Cpu = \"1\")] class A;", "[Stateless(Cpu = \"1\")] class A;")]
    [InlineData("[Stateless(Cpu = \"1\")] class A;", "[Stateless(Cpu = \"1\")] class A;")]
    public void A_property_is_taken_away_with_its_comma(string source, string expected) =>
        Assert.Equal(expected, OnAttribute(source, attribute => Unset(attribute, "Replicas")));

    [Theory]
    [InlineData("[Stateless(Replicas = 3, Cpu = \"1\")] class A;", "[BatchJob(Cpu = \"1\")] class A;")]
    [InlineData("[Purser.StatelessAttribute(Replicas = 3)] class A;", "[Purser.BatchJobAttribute] class A;")]
    [InlineData("[global::Purser.Stateless] class A;", "[global::Purser.BatchJob] class A;")]
    public void Another_kind_keeps_what_both_have(string source, string expected)
    {
        var target = Testing.Project.Of("").Compile().GetTypeByMetadataName("Purser.BatchJobAttribute");
        Assert.Equal(expected, OnAttribute(source, attribute => Rename(attribute, "BatchJob", target)));
    }

    [Theory]
    [InlineData("class A;", "using Purser;\n\nclass A;")]
    [InlineData("using System;\nusing Zebra;\n\nclass A;", "using System;\nusing Purser;\nusing Zebra;\n\nclass A;")]
    [InlineData("using Zebra;\n\nclass A;", "using Purser;\nusing Zebra;\n\nclass A;")]
    [InlineData("using Purser;\nclass A;", "using Purser;\nclass A;")]
    [InlineData("// Copyright\n\nusing Zebra;\nclass A;", "// Copyright\n\nusing Purser;\nusing Zebra;\nclass A;")]
    [InlineData("// Copyright\n\nclass A;", "// Copyright\n\nusing Purser;\n\nclass A;")]
    [InlineData("// starts the app\nx();\nclass A;", "using Purser;\n\n// starts the app\nx();\nclass A;")]
    [InlineData("#define X\nclass A;", "#define X\nusing Purser;\n\nclass A;")]
    [InlineData("global using System;\r\nclass A;", "global using System;\r\nusing Purser;\r\nclass A;")]
    [InlineData("extern alias b;\nclass A;", "extern alias b;\nusing Purser;\n\nclass A;")]
    [InlineData("/// <summary>Doc.</summary>\nclass A;", "using Purser;\n\n/// <summary>Doc.</summary>\nclass A;")]
    [InlineData("#if X\nclass B;\n#endif\nclass A;", "using Purser;\n\n#if X\nclass B;\n#endif\nclass A;")]
    public void The_using_finds_its_place(string source, string expected) =>
        Assert.Equal(expected, PurserUsing.Add(SyntaxFactory.ParseCompilationUnit(source)).ToFullString());

    [Theory]
    [InlineData("class A;", "using Purser;\n\n[Stateless]\nclass A;")]
    [InlineData("using Purser;\nclass A;", "using Purser;\n[Stateless]\nclass A;")]
    [InlineData("namespace Purser.Sample;\nclass A;", "namespace Purser.Sample;\n[Stateless]\nclass A;")]
    [InlineData("class StatelessAttribute : System.Attribute;\nclass A;", "class StatelessAttribute : System.Attribute;\n[global::Purser.Stateless]\nclass A;")]
    public async Task An_attribute_brings_its_using_along(string source, string expected)
    {
        var document = Document(source);
        var root = await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken);
        var type = root!.DescendantNodes().OfType<TypeDeclarationSyntax>().Single(t => t.Identifier.Text == "A");

        var changed = await WorkloadClassEdits.Add(document, type, Create("Stateless"), TestContext.Current.CancellationToken);

        Assert.Equal(expected, (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    [Fact]
    public async Task A_global_using_suffices()
    {
        var document = Document("class A;");
        document = document.Project.AddDocument("Global.cs", "global using Purser;").Project.GetDocument(document.Id)!;
        var type = (await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken))!.DescendantNodes().OfType<TypeDeclarationSyntax>().Single();

        var changed = await WorkloadClassEdits.Add(document, type, Create("Stateless"), TestContext.Current.CancellationToken);

        Assert.Equal("[Stateless]\nclass A;", (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    [Fact]
    public async Task The_declaration_with_the_workload_attribute_is_found_in_another_document()
    {
        var document = Document("partial class A { }");
        document = document.Project.AddDocument("Marked.cs", "using Purser;\n[Stateless]\npartial class A;").Project.GetDocument(document.Id)!;
        var compilation = await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var solution = document.Project.Solution;

        var changed = await WorkloadClassEdits.Add(solution, compilation!.GetTypeByMetadataName("A")!, Create("Scratch", Positional("/w")), TestContext.Current.CancellationToken);

        var marked = changed.Projects.Single().Documents.Single(d => d.Name == "Marked.cs");
        Assert.Equal("using Purser;\n[Stateless]\n[Scratch(\"/w\")]\npartial class A;", (await marked.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        var all = await WorkloadClassEdits.FindAll(changed.Projects.Single(), TestContext.Current.CancellationToken);
        Assert.Equal("Marked.cs", Assert.Single(all).Document.Name);
    }

    private static Document Document(string source) => new AdhocWorkspace().CurrentSolution
        .AddProject("P", "P", LanguageNames.CSharp)
        .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
        .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .WithMetadataReferences(Testing.References.Net)
        .AddDocument("A.cs", source);

    private static string OnClass(string source, Func<TypeDeclarationSyntax, TypeDeclarationSyntax> edit)
    {
        var root = Parse(source);
        var type = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Single(t => t.Identifier.Text == "A");
        return root.ReplaceNode(type, edit(type)).ToFullString();
    }

    private static string OnAttribute(string source, Func<AttributeSyntax, AttributeSyntax> edit)
    {
        var root = Parse(source);
        var attribute = root.DescendantNodes().OfType<AttributeSyntax>().First();
        return root.ReplaceNode(attribute, edit(attribute)).ToFullString();
    }

    private static CompilationUnitSyntax Parse(string source) =>
        SyntaxFactory.ParseCompilationUnit(source, options: new CSharpParseOptions(LanguageVersion.Latest));
}
