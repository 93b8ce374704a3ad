using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Networking;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Contract.Tests.Facts;

/// <summary>Calls of the real KubernetesClient, and what RBAC must grant for them.</summary>
public sealed class ApiAccessTests
{
    public static TheoryData<string, string> Calls() => new()
    {
        { "await client.CoreV1.ListNamespacedPodAsync(\"shop\");", "api list pods" },
        { "await client.CoreV1.ListPodForAllNamespacesAsync();", "api list pods in the cluster" },
        { "await client.CoreV1.ListNodeAsync();", "api list nodes in the cluster" },
        { "await client.CoreV1.ReadNamespacedConfigMapAsync(\"a\", \"shop\");", "api get configmaps" },
        { "await client.CoreV1.ReadNamespacedPodLogAsync(\"a\", \"shop\");", "api get pods/log" },
        { "await client.CoreV1.CreateNamespacedSecretAsync(new V1Secret(), \"shop\");", "api create secrets" },
        { "await client.CoreV1.DeleteNamespacedServiceAsync(\"a\", \"shop\");", "api delete services" },
        { "await client.CoreV1.DeleteCollectionNamespacedPodAsync(\"shop\");", "api deletecollection pods" },
        { "await client.CoreV1.ReplaceNamespacedEndpointsAsync(new V1Endpoints(), \"a\", \"shop\");", "api update endpoints" },
        { "await client.AppsV1.PatchNamespacedDeploymentAsync(new V1Patch(\"{}\", V1Patch.PatchType.MergePatch), \"a\", \"shop\");", "api patch apps/deployments" },
        { "await client.AppsV1.PatchNamespacedDeploymentScaleAsync(new V1Patch(\"{}\", V1Patch.PatchType.MergePatch), \"a\", \"shop\");", "api patch apps/deployments/scale" },
        { "await client.AppsV1.ReplaceNamespacedStatefulSetStatusAsync(new V1StatefulSet(), \"a\", \"shop\");", "api update apps/statefulsets/status" },
        { "await client.BatchV1.CreateNamespacedJobAsync(new V1Job(), \"shop\");", "api create batch/jobs" },
        { "await client.NetworkingV1.ListNamespacedIngressAsync(\"shop\");", "api list networking.k8s.io/ingresses" },
        { "await client.NetworkingV1.ListNamespacedNetworkPolicyAsync(\"shop\");", "api list networking.k8s.io/networkpolicies" },
        { "await client.StorageV1.ListStorageClassAsync();", "api list storage.k8s.io/storageclasses in the cluster" },
        { "await client.RbacAuthorizationV1.CreateNamespacedRoleBindingAsync(new V1RoleBinding(), \"shop\");", "api create rbac.authorization.k8s.io/rolebindings" },
        { "await client.CoordinationV1.ReadNamespacedLeaseAsync(\"a\", \"shop\");", "api get coordination.k8s.io/leases" },
        { "using var watch = await client.CoreV1.ListNamespacedPodWithHttpMessagesAsync(\"shop\", watch: true);", "api watch pods" },
        { "await foreach (var (type, pod) in client.CoreV1.WatchListNamespacedPodAsync(\"shop\")) { }", "api watch pods" },
        { "await client.CoreV1.ListNamespacedPodAsync(\"shop\"); await client.CoreV1.DeleteNamespacedPodAsync(\"a\", \"shop\");", "api delete pods\napi list pods" },
        { "await client.CustomObjects.ListNamespacedCustomObjectAsync(\"example.com\", \"v1\", \"shop\", \"widgets\");", "api list example.com/widgets" },
        { "await client.CustomObjects.GetClusterCustomObjectAsync(\"example.com\", \"v1\", \"widgets\", \"a\");", "api get example.com/widgets in the cluster" },
        { "await client.CustomObjects.PatchNamespacedCustomObjectStatusAsync(new V1Patch(\"{}\", V1Patch.PatchType.MergePatch), \"example.com\", \"v1\", \"shop\", \"widgets\", \"a\");", "api patch example.com/widgets/status" },
        { "var widgets = new GenericClient(client, \"example.com\", \"v1\", \"widgets\"); await widgets.ListNamespacedAsync<V1PodList>(\"shop\");", "api list example.com/widgets" },
        { "var widgets = new GenericClient(client, \"example.com\", \"v1\", \"widgets\"); await widgets.DeleteAsync<V1Pod>(\"a\");", "api delete example.com/widgets in the cluster" },
        { "await new k8s.LeaderElection.LeaderElector(new k8s.LeaderElection.LeaderElectionConfig(new k8s.LeaderElection.ResourceLock.LeaseLock(client, \"shop\", \"leader\", \"me\"))).RunUntilLeadershipLostAsync();", "api create coordination.k8s.io/leases\napi get coordination.k8s.io/leases\napi update coordination.k8s.io/leases" },
        { "await client.CustomObjects.ListNamespacedCustomObjectAsync(\"example.com\", \"v1\", \"shop\", Environment.MachineName);", "api unknown ListNamespacedCustomObjectAsync(\"example.com\", ...)" },
        { "Console.WriteLine(client.BaseUri);", "" },
        { "await new Pods().ListNamespacedPodAsync(\"shop\");", "" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_needs_exactly_this(string call, string expected) => Assert.Equal(expected, FactsOf.Lines(FactsOf.Class(Of(call))));

    [Fact]
    public async Task A_call_that_cannot_be_read_is_a_warning_at_the_call()
    {
        var project = Of("await client.CoreV1.ListNamespacedPodAsync(\"shop\"); await client.CustomObjects.ListNamespacedCustomObjectAsync(\"example.com\", \"v1\", \"shop\", Environment.MachineName);");
        var diagnostic = Assert.Single(await project.Analyze(new FactAnalyzer()));
        Assert.Equal(("PUR4007", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("ListNamespacedCustomObjectAsync(\"example.com\", \"v1\", \"shop\", Environment.MachineName)", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.StartsWith("'ListNamespacedCustomObjectAsync(\"example.com\", ...)' asks the Kubernetes API", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// <auto-generated/>\n")]
    [InlineData("#pragma warning disable PUR4007\n")]
    public async Task Generated_or_silenced_code_is_not_reported(string above)
    {
        var project = Of("");
        var call = above + "public class Reader { public Task Read(k8s.IKubernetes client) => client.CustomObjects.ListNamespacedCustomObjectAsync(\"example.com\", \"v1\", \"shop\", Environment.MachineName); }";
        Assert.Empty((await (project with { Sources = project.Sources.Add(("/app/Reader.cs", call)) }).Analyze(new FactAnalyzer())).Where(diagnostic => !diagnostic.IsSuppressed));
    }

    private static Project Of(string code)
    {
        var project = FactsOf.Web($$"""
            using k8s;
            using k8s.Models;
            using var client = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
            {{code}}
            class Pods { public Task ListNamespacedPodAsync(string space) => Task.CompletedTask; }
            """).With("UsingMicrosoftNETSdkWeb", "false");
        return project with { References = project.References.Add(References.OfAssembly(typeof(k8s.Kubernetes))) };
    }
}
