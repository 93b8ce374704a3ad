namespace Purser.Contract.Tests;

public sealed class ForeignKindTests
{
    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Routes_and_external_secrets_follow_their_schema(string name)
    {
        var cluster = Cluster.Named(name);
        Assert.All(cluster.AllForeign("HTTPRoute"), GatewayApi.AssertRoute);
        Assert.All(cluster.AllForeign("GRPCRoute"), GatewayApi.AssertRoute);
        Assert.All(cluster.AllForeign("ExternalSecret"), ExternalSecrets.AssertExternalSecret);
    }

    [Theory]
    [InlineData("everything on a deployment", "GRPCRoute", 1)]
    [InlineData("gateway", "HTTPRoute", 2)]
    [InlineData("external secrets", "ExternalSecret", 2)]
    public void They_are_among_the_cases(string name, string kind, int count) =>
        Assert.Equal(count, Cluster.Named(name).AllForeign(kind).Count());
}
