using k8s;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Contract.Tests;

public sealed class ReadBackTests
{
    /// <summary>Kinds of other projects, which the models do not know.</summary>
    private static readonly string[] Foreign = ["HTTPRoute", "GRPCRoute", "ExternalSecret", "Kustomization"];

    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_document_is_read_strictly_by_Kubernetes_own_models(string name)
    {
        foreach (var (path, yaml) in Manifests.Of(Declarations.All[name]))
        {
            if (!Foreign.Any(kind => yaml.Contains($"\nkind: {kind}\n", StringComparison.Ordinal)))
                Assert.True(KubernetesYaml.LoadAllFromString(yaml, null, true).Count == 1, path);
        }
    }
}
