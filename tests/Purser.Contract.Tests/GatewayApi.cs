using System.Globalization;

namespace Purser.Contract.Tests;

/// <summary>A small schema check of HTTPRoute and GRPCRoute (gateway.networking.k8s.io/v1), which KubernetesClient has no models for.</summary>
internal static class GatewayApi
{
    public static void AssertRoute(Dictionary<object, object> route)
    {
        AssertKeys(route, required: ["apiVersion", "kind", "metadata", "spec"]);
        Assert.Equal("gateway.networking.k8s.io/v1", route["apiVersion"]);
        var spec = Map(route["spec"]);
        AssertKeys(spec, required: ["parentRefs", "rules"], optional: ["hostnames"]);
        foreach (var parent in List(spec["parentRefs"]).Select(Map))
            AssertKeys(parent, required: ["name"], optional: ["namespace"]);
        Assert.InRange(List(spec["rules"]).Count, 1, 16);
        foreach (var rule in List(spec["rules"]).Select(Map))
        {
            AssertKeys(rule, required: ["backendRefs"], optional: ["matches"]);
            foreach (var backend in List(rule["backendRefs"]).Select(Map))
            {
                AssertKeys(backend, required: ["name", "port"]);
                Assert.InRange(Number(backend["port"]), 1, 65535);
            }

            foreach (var match in rule.TryGetValue("matches", out var matches) ? List(matches).Select(Map) : [])
            {
                Assert.Equal("HTTPRoute", route["kind"]);
                AssertKeys(match, required: ["path"]);
                AssertKeys(Map(match["path"]), required: ["type", "value"]);
                Assert.Equal("PathPrefix", Map(match["path"])["type"]);
                Assert.StartsWith("/", (string)Map(match["path"])["value"], StringComparison.Ordinal);
            }
        }
    }

    public static IEnumerable<(string Service, int Port)> Backends(Dictionary<object, object> route) =>
        from rule in List(Map(route["spec"])["rules"]).Select(Map)
        from backend in List(rule["backendRefs"]).Select(Map)
        select ((string)backend["name"], Number(backend["port"]));

    public static string NameOf(Dictionary<object, object> item) => (string)Map(item["metadata"])["name"];

    public static Dictionary<object, object> Map(object node) => Assert.IsType<Dictionary<object, object>>(node);

    public static List<object> List(object node) => Assert.IsType<List<object>>(node);

    public static void AssertKeys(Dictionary<object, object> map, string[] required, string[]? optional = null)
    {
        Assert.All(required, key => Assert.Contains(key, map.Keys.Cast<string>()));
        Assert.All(map.Keys.Cast<string>(), key => Assert.Contains(key, required.Concat(optional ?? [])));
    }

    private static int Number(object node) => int.Parse((string)node, CultureInfo.InvariantCulture);
}

/// <summary>The same for ExternalSecret (external-secrets.io/v1).</summary>
internal static class ExternalSecrets
{
    public static void AssertExternalSecret(Dictionary<object, object> external)
    {
        GatewayApi.AssertKeys(external, required: ["apiVersion", "kind", "metadata", "spec"]);
        Assert.Equal("external-secrets.io/v1", external["apiVersion"]);
        var spec = GatewayApi.Map(external["spec"]);
        GatewayApi.AssertKeys(spec, required: ["secretStoreRef", "target", "data"], optional: ["refreshInterval"]);
        GatewayApi.AssertKeys(GatewayApi.Map(spec["secretStoreRef"]), required: ["name", "kind"]);
        Assert.Contains(GatewayApi.Map(spec["secretStoreRef"])["kind"], new object[] { "SecretStore", "ClusterSecretStore" });
        GatewayApi.AssertKeys(GatewayApi.Map(spec["target"]), required: ["name"], optional: ["creationPolicy"]);
        foreach (var item in GatewayApi.List(spec["data"]).Select(GatewayApi.Map))
        {
            GatewayApi.AssertKeys(item, required: ["secretKey", "remoteRef"]);
            GatewayApi.AssertKeys(GatewayApi.Map(item["remoteRef"]), required: ["key"], optional: ["property"]);
        }
    }

    public static (string Secret, string[] Keys) Keys(Dictionary<object, object> external)
    {
        var spec = GatewayApi.Map(external["spec"]);
        return ((string)GatewayApi.Map(spec["target"])["name"], [.. GatewayApi.List(spec["data"]).Select(item => (string)GatewayApi.Map(item)["secretKey"])]);
    }
}
