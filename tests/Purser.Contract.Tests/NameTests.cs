using System.Text.RegularExpressions;
using k8s.Models;

namespace Purser.Contract.Tests;

public sealed partial class NameTests
{
    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_are_ones_that_their_kind_accepts(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var item in cluster.Objects.Select(item => item.Object))
        {
            var limit = item switch
            {
                // Their pods' names and labels have something behind the name.
                V1CronJob or V1StatefulSet => 52,
                V1Deployment or V1Service or V1Job or V1DaemonSet => 63,
                _ => 253,
            };
            Assert.Matches(item is V1Service ? StartsWithLetter() : DnsLabel(), item.Metadata.Name);
            Assert.InRange(item.Metadata.Name.Length, 1, limit);
        }

        foreach (var pod in cluster.Pods)
        {
            Assert.Matches(DnsLabel(), pod.Container.Name);
            Assert.InRange(pod.Container.Name.Length, 1, 63);
            Assert.All(pod.Spec.Volumes ?? [], volume => AssertLabel(volume.Name));
            Assert.All(pod.Container.Ports ?? [], port => AssertPortName(port.Name));
            if (pod.Owner is V1Job { Spec: { CompletionMode: "Indexed", Completions: { } completions } } job)
                Assert.InRange($"{job.Metadata.Name}-{completions - 1}".Length, 1, 63);
        }

        Assert.All(cluster.All<V1Service>().SelectMany(service => service.Spec.Ports ?? []), port => AssertPortName(port.Name));

        static void AssertLabel(string value)
        {
            Assert.Matches(DnsLabel(), value);
            Assert.InRange(value.Length, 1, 63);
        }

        static void AssertPortName(string value)
        {
            Assert.Matches(DnsLabel(), value);
            Assert.Matches("[a-z]", value);
            Assert.DoesNotContain("--", value, StringComparison.Ordinal);
            Assert.InRange(value.Length, 1, 15);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Labels_are_ones_that_Kubernetes_accepts(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var labels in cluster.Objects.Select(item => item.Object.Metadata.Labels).Concat(cluster.Pods.Select(pod => pod.Template.Metadata.Labels)))
        {
            Assert.Equal("purser", labels["app.kubernetes.io/managed-by"]);
            Assert.All(labels, label => Assert.Matches(LabelValue(), label.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_named_after_workload_and_kind_and_says_first_where_it_is_from(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var (path, yaml) in cluster.Files)
        {
            Assert.Matches(path == "kustomization.yaml" ? KustomizationHeader() : Header(), yaml.Split('\n')[0]);
            if (path != "kustomization.yaml")
                Assert.EndsWith($".{Cluster.KindOf(yaml).ToLowerInvariant()}{(path.EndsWith(".template.yaml", StringComparison.Ordinal) ? ".template" : "")}.yaml", path, StringComparison.Ordinal);
        }

        // The first object of a kind has the workload's name.
        foreach (var workload in cluster.Pods.Select(pod => pod.Template.Metadata.Labels["app.kubernetes.io/name"]))
            Assert.All(cluster.Objects.Where(item => item.Object.Metadata.Labels["app.kubernetes.io/name"] == workload).GroupBy(item => item.Object.Kind),
                kind => Assert.Contains(kind, item => item.Path.StartsWith(workload + ".", StringComparison.Ordinal)));
    }

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex StartsWithLetter();

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^# [^:]+: written by Purser from class [^;]+; your edits belong in a kustomize overlay$")]
    private static partial Regex Header();

    [GeneratedRegex("^# [^:]+: written by Purser; your edits belong in a kustomize overlay$")]
    private static partial Regex KustomizationHeader();
}
