using System.Text;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Keys and values of labels and annotations.</summary>
internal static class PUR1011NotALabel
{
    /// <summary>The selector: changing it would orphan the running pods.</summary>
    private const string SelectorKey = "app.kubernetes.io/name";

    /// <summary>Room for the annotations that are not the user's.</summary>
    private const int OwnAnnotations = 1024;

    /// <summary>The user's are on an object and on its pods, and <c>kubectl apply</c> keeps a copy of both in one more.</summary>
    private const int MaxApplied = 80 * 1024;

    /// <summary>The class of an Ingress as it was given before there was a field for it.</summary>
    private const string IngressClassKey = "kubernetes.io/ingress.class";

    /// <summary>What Kubernetes itself writes on the pods of a Job to find them.</summary>
    private static readonly string[] OfJobs = ["job-name", "controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/controller-uid"];

    private const string KeyRule = "a key is at most 63 letters, digits, '-', '_' and '.', a letter or digit at both ends, with an optional DNS name and '/' before it, such as \"example.com/team\"";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1011",
        DiagnosticSeverity.Error,
        "Not a label or annotation that Kubernetes accepts",
        Problem.Message,
        "Labels are indexed, so their keys and values are short and plain; annotations take any text, at most 256 KiB together.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options) =>
        Labels(declaration).Concat(Annotations(declaration)).Concat(Properties(declaration, options));

    private static IEnumerable<Problem> Labels(WorkloadDeclaration declaration)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in declaration.Of(AttributeNames.Label))
        {
            if (Key(label, "label", QualifiedName.IsKey, keys) is { } problem)
                yield return problem;
            else if (label.Text("Key") == SelectorKey)
                yield return Problem.At(Rule, label, "Key", $"'{SelectorKey}' is the label by which the workload finds its pods", "give the workload a Name, or the label another key, such as \"example.com/name\"");
            else if (declaration.WorkloadAttribute?.Name == AttributeNames.BatchJob && OfJobs.Contains(label.Text("Key")))
                yield return Problem.At(Rule, label, "Key", $"'{label.Text("Key")}' is a label that Kubernetes itself gives the pods of a Job", "give the label another key, such as \"example.com/job\"");

            if (label["Value"] is not { } value || value.Value.Text is { } text && QualifiedName.IsLabelValue(text))
                continue;
            var nearest = value.Value.Text is { } wrong ? ObjectName.LabelValue(wrong) : "";
            yield return Problem.At(Rule, label, "Value", $"{Show(value)} is not the value of a label",
                $"a value is at most 63 letters, digits, '-', '_' and '.', a letter or digit at both ends{(nearest.Length > 0 ? $", such as \"{nearest}\"" : "")}; longer text belongs into [Annotation]")
                .FixedBy(nearest.Length > 0 ? Fix.Write("Value", nearest) : null);
        }
    }

    private static IEnumerable<Problem> Annotations(WorkloadDeclaration declaration)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var size = 0L;
        var isReported = false;
        foreach (var annotation in declaration.Of(AttributeNames.Annotation))
        {
            if (Key(annotation, "annotation", QualifiedName.IsAnnotationKey, keys) is { } problem)
                yield return problem;
            else if (annotation.Text("Key") == IngressClassKey && declaration.Of(AttributeNames.Exposed).Any(exposed => exposed.Text("IngressClassName") is not null))
                yield return Problem.At(Rule, annotation, "Key", $"'{IngressClassKey}' is not accepted beside IngressClassName", "give the class once, by IngressClassName").FixedBy(Fix.RemoveAttribute(AttributeNames.Annotation));
            if (annotation["Value"] is not { } value)
                continue;
            if (value.Value.Text is not { } text || !Characters.IsText(text))
            {
                yield return Problem.At(Rule, annotation, "Value", value.Value.Text is null ? "null is not the value of an annotation" : $"the value of {Characters.Quote(annotation.Text("Key") ?? "")} has a character that no manifest can carry", value.Value.Text is null ? "write any text; \"\" for none" : Characters.TextRule);
                continue;
            }

            var before = size;
            size += Encoding.UTF8.GetByteCount(text) + (annotation.Text("Key")?.Length ?? 0);
            if (before <= MaxApplied && size is > MaxApplied and <= QualifiedName.MaxAnnotations - OwnAnnotations)
                yield return Problem.At(Rule, annotation, "Value", $"the annotations have {size / 1024} KiB, too much for the copy that 'kubectl apply' keeps of an object", "put large text into a file and mount it, such as [MountedConfig(\"/etc/app\", \"config/app.json\")], or apply with --server-side").AsWarning();
            if (size <= QualifiedName.MaxAnnotations - OwnAnnotations || isReported)
                continue;
            isReported = true;
            yield return Problem.At(Rule, annotation, "Value", $"the annotations have {size / 1024} KiB", "all of an object have at most 256 KiB: put large text into a file and mount it, such as [MountedConfig(\"/etc/app\", \"config/app.json\")]");
        }
    }

    private static Problem? Key(DeclaredAttribute attribute, string what, Func<string, bool> isKey, HashSet<string> keys)
    {
        if (attribute["Key"] is not { } argument)
            return null;
        if (argument.Value.Text is not { } key || !isKey(key))
            return Problem.At(Rule, attribute, "Key", $"{Show(argument)} is not the key of {(what == "label" ? "a label" : "an annotation")}", KeyRule)
                .FixedBy(Nearest(argument.Value.Text) is { } nearest && isKey(nearest) ? Fix.Write("Key", nearest) : null);
        return keys.Add(key)
            ? null
            : Problem.At(Rule, attribute, "Key", $"{Characters.Quote(key)} is given twice", $"an object has each {what} once").FixedBy(Fix.RemoveAttribute(attribute.Name));
    }

    private static IEnumerable<Problem> Properties(WorkloadDeclaration declaration, ProjectOptions options)
    {
        if (declaration.WorkloadAttribute is not { } main)
            yield break;
        foreach (var (name, value) in new[] { ("KubernetesPartOf", options.PartOf), ("KubernetesSystem", options.System) })
            if (value is not null && !QualifiedName.IsLabelValue(value))
                yield return Problem.At(Rule, main, null, $"the MSBuild property {name} is {Characters.Quote(value)}, which is not the value of a label",
                    $"a value is at most 63 letters, digits, '-', '_' and '.', a letter or digit at both ends{(ObjectName.LabelValue(value) is { Length: > 0 } nearest ? $", such as \"{nearest}\"" : "")}");
    }

    /// <summary>Hyphens for what is not accepted.</summary>
    private static string? Nearest(string? key)
    {
        var parts = key?.Trim().Split('/') ?? [];
        return parts.Length switch
        {
            1 => ObjectName.LabelValue(parts[0]),
            2 => $"{DnsName.NearestSubdomain(parts[0])}/{ObjectName.LabelValue(parts[1])}",
            _ => null,
        };
    }

    private static string Show(DeclaredArgument argument) => argument.Value.Text is { } text ? Characters.Quote(text) : "null";
}
