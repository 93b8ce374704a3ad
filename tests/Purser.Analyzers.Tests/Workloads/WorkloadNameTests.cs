using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Tests.Workloads;

public sealed class WorkloadNameTests
{
    [Theory]
    [InlineData("NightlyEtl", "nightly-etl")]
    [InlineData("Orders.Api", "orders-api")]
    [InlineData("HTTPServer2", "http-server2")]
    [InlineData("_private_Thing", "private-thing")]
    [InlineData("A", "a")]
    [InlineData("ETL", "etl")]
    [InlineData("Web.UI", "web-ui")]
    public void A_class_name_becomes_kebab_case(string name, string expected) => Assert.Equal(expected, WorkloadName.KebabCase(name));
}
