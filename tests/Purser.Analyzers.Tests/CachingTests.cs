using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests;

/// <summary>An edit runs again what depends on it, and nothing in the pipeline keeps a compilation alive.</summary>
public sealed class CachingTests
{
    private static readonly Project Example = Project.Of(
        """
        using Purser;
        [Stateless(Replicas = 3)] [Exposed(Port = 8080, Host = "orders.example.com")] [Setting("A:B", "on")] [MountedConfig("/etc/app", "config/a.json")] public class Api;
        """,
        """
        using Purser;
        [BatchJob(Schedule = "@daily")] public class Nightly { public int Run() => 1; }
        [Stateful] public class Store;
        [PerNode] public class Agent;
        """,
        "public class Other { public int Answer() => 42; }",
        """
        static class Reads { public static string? Url => Environment.GetEnvironmentVariable("BILLING_URL"); public static int Ordinary() => 1; }
        """)
        .WithFile("/app/config/a.json", "{}\n")
        .WithFile("/app/appsettings.json", "{}")
        .WithFile("/app/appsettings.Staging.json", """{ "BILLING_URL": "http://billing", "Urls": "http://*:5000" }""");

    [Fact]
    public void The_example_has_an_overlay() => Assert.Contains(Rendered.Of(Example), file => file.Key == "overlays/staging/kustomization.yaml" && file.Value.Contains("BILLING_URL", StringComparison.Ordinal));

    [Fact]
    public void An_edit_beside_a_call_that_says_something_renders_nothing_again()
    {
        var steps = StepsAfter(Edit("File3.cs", """
            static class Reads { public static string? Url => Environment.GetEnvironmentVariable("BILLING_URL"); public static int Ordinary() => 2; }
            """));
        Assert.All(steps, step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Fact]
    public void An_edit_of_a_call_that_says_something_renders_again()
    {
        var steps = StepsAfter(Edit("File3.cs", """
            static class Reads { public static string? Url => Environment.GetEnvironmentVariable("BILLING_URI"); public static int Ordinary() => 1; }
            """));
        Assert.Contains(steps, step => step is { Name: ManifestGenerator.Steps.Rendered, Reason: IncrementalStepRunReason.Modified });
    }

    [Fact]
    public void An_edit_elsewhere_leaves_every_step_as_it_was()
    {
        var steps = StepsAfter(Edit("File2.cs", "public class Other { public int Answer() => 43; /* typed */ }"));
        Assert.All(steps, step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Fact]
    public void A_new_file_leaves_every_step_as_it_was()
    {
        var steps = StepsAfter(compilation => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public class New;", (CSharpParseOptions)compilation.SyntaxTrees.First().Options, "/app/New.cs")));
        Assert.All(steps, step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Fact]
    public void An_edit_in_an_annotated_class_renders_nothing_again()
    {
        var steps = StepsAfter(Edit("File1.cs", """
            using Purser;
            [BatchJob(Schedule = "@daily")] public class Nightly { public int Run() => 2; }
            [Stateful] public class Store;
            [PerNode] public class Agent;
            """));
        Assert.All(steps, step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Fact]
    public void An_edit_of_one_attribute_renders_one_workload_again()
    {
        var steps = StepsAfter(Edit("File1.cs", """
            using Purser;
            [BatchJob(Schedule = "@hourly")] public class Nightly { public int Run() => 1; }
            [Stateful] public class Store;
            [PerNode] public class Agent;
            """));
        Assert.Single(steps, step => step is { Name: ManifestGenerator.Steps.Rendered, Reason: IncrementalStepRunReason.Modified });
        Assert.Equal(3, steps.Count(step => step is { Name: ManifestGenerator.Steps.Rendered, Reason: IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged }));
    }

    [Fact]
    public void No_step_holds_on_to_the_compiler()
    {
        var driver = Example.Driver(new ManifestGenerator()).RunGenerators(Example.Compile());
        var tracked = driver.GetRunResult().Results.Single().TrackedSteps;
        Assert.All(ManifestGenerator.Steps.All, name => Assert.Contains(name, tracked.Keys));
        foreach (var output in ManifestGenerator.Steps.All.SelectMany(name => tracked[name]).SelectMany(step => step.Outputs))
            AssertPlain(output.Value, new HashSet<object>(ReferenceEqualityComparer.Instance), "");
    }

    private static List<Step> StepsAfter(Func<Compilation, Compilation> edit)
    {
        var compilation = Example.Compile();
        var driver = Example.Driver(new ManifestGenerator()).RunGenerators(compilation);
        driver = driver.RunGenerators(edit(compilation));
        var result = driver.GetRunResult().Results.Single();
        var tracked = ManifestGenerator.Steps.All
            .SelectMany(name => result.TrackedSteps[name].SelectMany(step => step.Outputs.Select(output => new Step(name, output.Reason))))
            .ToList();
        Assert.Equal(4, tracked.Count(step => step.Name == ManifestGenerator.Steps.Rendered));
        var outputs = result.TrackedOutputSteps.SelectMany(outputs => outputs.Value).SelectMany(step => step.Outputs.Select(output => new Step("output", output.Reason)));
        return [.. tracked, .. outputs];
    }

    private static Func<Compilation, Compilation> Edit(string file, string text) => compilation =>
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("/" + file, StringComparison.Ordinal));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text, System.Text.Encoding.UTF8)));
    };

    /// <summary>Walks everything that a value holds: text, numbers and our own records, nothing of the compiler's.</summary>
    private static void AssertPlain(object? value, HashSet<object> seen, string path)
    {
        if (value is null or string or Delegate || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        var type = value.GetType();
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AttributeData or AdditionalText or SourceText, $"{path}: {type}");
        Assert.DoesNotContain("Microsoft.CodeAnalysis", type.Namespace ?? "", StringComparison.Ordinal);
        if (type.GetProperty("IsDefault")?.GetValue(value) is true)
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                AssertPlain(item, seen, path + "[]");
        }

        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && value is IEnumerable)
            return;
        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (var field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                AssertPlain(field.GetValue(value), seen, $"{path}.{field.Name}");
        }
    }

    private sealed record Step(string Name, IncrementalStepRunReason Reason);
}
