using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using k8s;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Contract.Tests.Hostile;

/// <summary>Whatever stands in an attribute or in a property of the project: it is an error where it stands, or Kubernetes reads back exactly what was given.</summary>
public sealed partial class HostileValueTests
{
    private const int ClassesOfAProject = 40;

    private static readonly DiagnosticAnalyzer[] Analyzers =
        [.. typeof(PurserAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)];

    /// <summary>Arguments that are in the manifests whatever else is said, in the words in which they were given.</summary>
    private static readonly HashSet<string> Carried = ["Image", "Command", "Args", "ServiceAccount", "PriorityClass", "Schedule", "TimeZone", "secretName", "Host"];

    [Fact]
    public Task What_an_attribute_says_is_refused_or_read_back() =>
        AnyDeclaration.Gen.Array[ClassesOfAProject].SampleAsync(async declarations =>
        {
            var project = Project.Of("using Purser;\n" + string.Join("\n", declarations.Select((declaration, i) => $"{string.Join(" ", declaration.Select(attribute => attribute.Source))} public class C{i:00};")))
                .WithFile("/app/config/app.json", "{}").With("ProjectDir", "/app");
            Assert.Empty(project.CompilerErrors());

            var found = await project.Analyze(Analyzers);
            var refused = found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(ClassOf);
            var idle = found.Where(diagnostic => diagnostic.Id == "PUR1014").Select(ClassOf).ToHashSet();
            var files = Rendered.Of(project);
            AssertIsSafe(files);

            for (var i = 0; i < declarations.Length; i++)
            {
                var name = $"C{i:00}";
                var own = files.Where(file => file.Value.Contains($"from class {name};", StringComparison.Ordinal)).ToImmutableSortedDictionary();
                // Of two with one name, one is written and both are refused: the build fails, and no file is.
                if (refused[name].Any(diagnostic => diagnostic.Id != "PUR1004"))
                    Assert.Empty(own);
                // PUR1014 says what would have no effect.
                else if (!refused[name].Any() && !idle.Contains(name))
                    AssertNone(Lost(declarations[i], Cluster.Of(own)));
            }
        }, iter: 15, threads: 1, print: static declarations => string.Join("\n", declarations.Select(static attributes => string.Concat(attributes.Select(static attribute => attribute.Source)))));

    [Fact]
    public Task What_the_project_says_is_refused_or_read_back() =>
        Gen.Select(Gen.OneOf(Properties), HostileTexts.Any).Array[1, 2].SampleAsync(async properties =>
        {
            var project = properties.Aggregate(
                Project.Of("using Purser;\n[Stateless] [Exposed(Host = \"orders.example.com\")] [Setting(\"A\", \"b\")] [Secret(\"C\")] [Volume(\"/c\")] public class C00;\n[BatchJob(Image = \"a/b:1\")] public class C01;"),
                (all, property) => all.With(property.Item1, property.Item2));

            var errors = (await project.Analyze(Analyzers)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            var files = Rendered.Of(project);
            AssertIsSafe(files);
            if (errors.Length > 0 || files.IsEmpty)
                return;

            var texts = Cluster.Of(files).Files.Values.SelectMany(Texts).ToHashSet();
            foreach (var (property, value) in project.Properties)
            {
                if (property is "KubernetesNamespace" && value.Trim().Length > 0)
                    Assert.Contains(value.Trim(), texts);
                if (property is "KubernetesRunAsUser" && value.Trim().Length > 0)
                    Assert.All(Cluster.Of(files).Pods, pod => Assert.Equal(long.Parse(value, null), pod.Spec.SecurityContext.RunAsUser));
            }
        }, iter: 150, threads: 1);

    /// <summary>What the compiler side sees of a project.</summary>
    private static readonly string[] Properties =
    [
        "PurserEnabled", "PurserConfiguration", "KubernetesNamespace", "KubernetesPartOf", "KubernetesSystem", "KubernetesRoute", "KubernetesImage", "KubernetesRunAsUser", "KubernetesNetworkPolicy",
        "KubernetesDisruptionBudget", "KubernetesSecrets", "KubernetesSecretStore", "MSBuildProjectName", "ProjectDir", "Version", "UsingMicrosoftNETSdkWeb", "IsTestProject",
    ];

    private static void AssertNone(IEnumerable<string> lost)
    {
        var all = string.Join("\n", lost);
        Assert.True(all.Length == 0, all);
    }

    private static string ClassOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>()!.Identifier.Text;

    /// <summary>Files of the folder itself, each one document that Kubernetes reads strictly.</summary>
    private static void AssertIsSafe(ImmutableSortedDictionary<string, string> files)
    {
        Assert.All(files.Keys, path => Assert.Matches(FileName(), path));
        _ = Cluster.Of(files);
    }

    /// <summary>What was given and is not in the manifests, or not as it was given.</summary>
    private static IEnumerable<string> Lost(AnyAttribute[] declaration, Cluster cluster)
    {
        var texts = cluster.Files.Values.SelectMany(Texts).ToHashSet();
        var pod = Assert.Single(cluster.Pods);
        foreach (var attribute in declaration)
        {
            foreach (var (property, value) in attribute.Arguments.Where(argument => Carried.Contains(argument.Property)))
            {
                if ((value as string?[] ?? [value as string]).Any(text => text is not null && !texts.Contains(text)))
                    yield return $"{property} of {attribute.Source}";
            }

            if (!IsCarried(attribute, pod, cluster))
                yield return attribute.Source;
        }

        var workload = declaration[0];
        if (workload["Memory"] is string memory && new ResourceQuantity(memory).ToDecimal() != pod.Container.Resources.Requests["memory"].ToDecimal())
            yield return $"Memory of {workload.Source}";
        if (workload["Replicas"] is int replicas && declaration.All(attribute => attribute.Name != "Autoscaled") && replicas != pod.Replicas)
            yield return $"Replicas of {workload.Source}";
    }

    private static bool IsCarried(AnyAttribute attribute, Pod pod, Cluster cluster)
    {
        var first = attribute.Positional.FirstOrDefault().Value as string;
        var key = first?.Replace(":", "__");
        var value = attribute["value"] as string;
        return attribute.Name switch
        {
            "Setting" => cluster.All<V1ConfigMap>().Any(map => map.Data?.TryGetValue(key!, out var given) == true && given == value && pod.Container.EnvFrom.Any(source => source.ConfigMapRef?.Name == map.Metadata.Name)),
            "Secret" => pod.Container.Env?.Any(variable => variable.Name == key && variable.ValueFrom?.SecretKeyRef is not null) == true,
            "Label" => cluster.Objects.All(item => item.Object.Metadata.Labels[first!] == value),
            "Annotation" => cluster.Objects.All(item => item.Object.Metadata.Annotations[first!] == value),
            "Volume" or "Scratch" or "MountedConfig" or "MountedSecret" => pod.Container.VolumeMounts.Any(mount => mount.MountPath == first),
            _ => true,
        };
    }

    /// <summary>Every text of a document, keys too, as Kubernetes' reader gives it.</summary>
    private static IEnumerable<string> Texts(string yaml) => Cluster.ForeignKinds.Contains(Cluster.KindOf(yaml))
        ? TextsOf(new YamlDotNet.Serialization.Deserializer().Deserialize<object>(yaml))
        : TextsOf(JsonDocument.Parse(KubernetesJson.Serialize(Assert.Single(KubernetesYaml.LoadAllFromString(yaml, null, true)))).RootElement);

    private static IEnumerable<string> TextsOf(object? node) => node switch
    {
        string text => [text],
        IDictionary<object, object> map => map.SelectMany(entry => TextsOf(entry.Key).Concat(TextsOf(entry.Value))),
        IList<object> list => list.SelectMany(TextsOf),
        _ => [],
    };

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsOf(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        _ => [],
    };

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.yaml\z")]
    private static partial Regex FileName();
}
