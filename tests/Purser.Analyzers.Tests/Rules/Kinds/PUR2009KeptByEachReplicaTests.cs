using Purser.Analyzers.Facts.Sharing;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Kinds;

namespace Purser.Analyzers.Tests.Rules.Kinds;

public sealed class PUR2009KeptByEachReplicaTests
{
    private const string Keys = "builder.Services.AddDataProtection().PersistKeysToStackExchangeRedis(new object(), \"keys\");";

    [Fact]
    public async Task A_message_names_what_the_next_replica_lacks()
    {
        var only = Assert.Single(await StateProgram.Analyze(Program($"builder.Services.AddDistributedMemoryCache(); builder.Services.AddSession(); {Keys}", "[Stateless(Replicas = 3)]")));
        Assert.Equal(
            "'Program' runs 3 replicas, but 'AddDistributedMemoryCache' in Program.cs keeps the sessions in the memory of one: the next request may come to a replica that has never heard of the session; use a cache that all replicas share, such as AddStackExchangeRedisCache",
            only.GetMessage());
    }

    [Theory]
    // Sessions
    [InlineData("""builder.Services.AddSession(); builder.Services.AddDistributedMemoryCache();""", Keys, "PUR2009")]
    [InlineData("""builder.Services.AddSession(); builder.Services.AddStackExchangeRedisCache(o => o.Configuration = "redis");""", Keys, "")]
    [InlineData("""builder.Services.AddSession(); if (builder.Environment.IsDevelopment()) builder.Services.AddDistributedMemoryCache(); else builder.Services.AddStackExchangeRedisCache(o => { });""", Keys, "")]
    [InlineData("""builder.Services.AddSession(); if (builder.Environment.IsDevelopment()) builder.Services.AddStackExchangeRedisCache(o => { }); else builder.Services.AddDistributedMemoryCache();""", Keys, "PUR2009")]
    [InlineData("""builder.Services.AddSession(); builder.Services.AddDistributedMemoryCache(); builder.Services.AddSingleton<Microsoft.Extensions.Caching.Distributed.IDistributedCache, OwnCache>();""", Keys, "")]
    [InlineData("""builder.Services.AddDistributedMemoryCache();""", "", "")]
    [InlineData("""builder.Services.AddMemoryCache();""", "", "")]
    // Keys
    [InlineData("""builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");""", "", "PUR2009")]
    [InlineData("""builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");""", Keys, "")]
    [InlineData("""builder.Services.AddAuthentication("Cookies").AddCookie("Cookies"); builder.Services.AddDataProtection();""", "", "PUR2009")]
    [InlineData("""builder.Services.AddAuthentication("Cookies").AddCookie("Cookies"); builder.Services.AddDataProtection().PersistKeysToDbContext<object>();""", "", "")]
    [InlineData("""builder.Services.AddAuthentication("Cookies").AddCookie("Cookies"); builder.Services.AddDataProtection().AddKeyManagementOptions(o => o.XmlRepository = null);""", "", "")]
    [InlineData("""builder.Services.AddAntiforgery();""", "", "PUR2009")]
    [InlineData("""var protector = builder.Build().Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("reset");""", "", "PUR2009")]
    [InlineData("""builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();""", "", "PUR2009")]
    [InlineData("""builder.Services.AddRazorComponents().AddInteractiveServerComponents();""", "", "PUR2009")]
    [InlineData("""builder.Services.AddAuthentication(); builder.Services.AddControllers();""", "", "")]
    [InlineData("""if (builder.Environment.IsDevelopment()) builder.Services.AddAntiforgery();""", "", "")]
    // SignalR
    [InlineData("""builder.Services.AddSignalR();""", "", "PUR2009")]
    [InlineData("""builder.Services.AddSignalR().AddJsonProtocol();""", "", "PUR2009")]
    [InlineData("""builder.Services.AddSignalR().AddStackExchangeRedis("redis");""", "", "")]
    [InlineData("""builder.Services.AddSignalR().AddAzureSignalR();""", "", "")]
    [InlineData("""var signalr = builder.Services.AddSignalR(); signalr.AddStackExchangeRedis("redis");""", "", "")]
    public async Task It_must_be_shared(string statements, string keys, string expected) => Assert.Equal(expected, await StateProgram.Ids(Program(statements + keys)));

    [Theory]
    [InlineData("[Stateless]", "/keys", "PUR2009")]
    [InlineData("[Stateless]", "/tmp/keys", "PUR2009")]
    [InlineData("[Stateless] [Scratch(\"/keys\")]", "/keys", "PUR2009")]
    [InlineData("[Stateless] [Volume(\"/keys\", AccessMode = AccessMode.ReadWriteMany)]", "/keys", "")]
    [InlineData("[Stateless(Replicas = 1)]", "/keys", "PUR2001")]
    [InlineData("[Stateful(Replicas = 3)]", "/data/keys", "PUR2009")]
    [InlineData("[Stateful]", "/data/keys", "")]
    public async Task A_folder_must_be_all_replicas(string attributes, string folder, string expected) => Assert.Equal(
        expected,
        await StateProgram.Ids(Program($"""builder.Services.AddAntiforgery(); builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo("{folder}"));""", attributes)));

    [Theory]
    [InlineData("[Stateless(Replicas = 1)]", "")]
    [InlineData("[Stateless(Replicas = 2)]", "PUR2009")]
    [InlineData("[Stateless(Replicas = 1)] [Autoscaled(Max = 4)]", "PUR2009")]
    [InlineData("[Stateless] [Annotation(\"nginx.ingress.kubernetes.io/affinity\", \"cookie\")]", "")]
    [InlineData("[PerNode]", "")]
    public async Task Only_several_replicas_differ(string attributes, string expected) =>
        Assert.Equal(expected, await StateProgram.Ids(Program($"builder.Services.AddDistributedMemoryCache(); builder.Services.AddSession(); {Keys}", attributes)));

    [Theory]
    [InlineData("builder.Services.AddSignalR(); builder.Services.AddDistributed")]
    [InlineData("builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(")]
    [InlineData("builder.Services.AddSession(options => ")]
    public async Task Half_typed_code_harms_nobody(string statement) => await StateProgram.Analyze(FactsOf.Web("var builder = WebApplication.CreateBuilder(args); " + statement));

    [Fact]
    public async Task A_package_that_is_not_there_is_known_by_name()
    {
        var project = FactsOf.Web("var builder = WebApplication.CreateBuilder(args); builder.Services.AddAuthentication().AddMicrosoftIdentityWebApp(builder.Configuration);");
        Assert.Equal("PUR2009", await StateProgram.Ids(project));
    }

    [Fact]
    public void Every_line_of_the_table_is_read()
    {
        var lines = KnownSharings.Table.Split('\n').Where(static line => line.Trim().Length > 0).ToArray();
        Assert.All(lines, static line => Assert.Equal(5, line.Split('|').Length));
        Assert.Equal(lines.Sum(static line => line.Split('|')[3].Trim().Split(' ').Length), KnownSharings.All.Length);
        Assert.Distinct(KnownSharings.All.Select(static known => (known.Topic, known.Member)));
    }

    public static TheoryData<string> Needs => [.. KnownSharings.All.Where(static known => known.Role == SharedRole.Needs && known.Topic == SharedTopic.Keys).Select(static known => known.Member)];

    public static TheoryData<string, string> Shared =>
        [.. KnownSharings.All.Where(static known => known.Role == SharedRole.Shared).Select(static known => (known.Topic.ToString(), known.Member.Replace("*", "Anywhere")))];

    [Theory]
    [MemberData(nameof(Needs))]
    public async Task Each_need_for_keys_counts(string member)
    {
        var call = member.EndsWith("Attribute", StringComparison.Ordinal) ? $"new {member}()" : $"builder.{member}(1)";
        Assert.Equal("PUR2009", await StateProgram.Ids(FactsOf.Web($"dynamic builder = null!; object it = {call};")));
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task Each_way_to_share_counts(string topic, string member)
    {
        var need = topic switch { "Sessions" => "AddSession(); services.AddDistributedMemoryCache(); services.PersistKeysToThere", "Keys" => "AddAntiforgery", _ => "AddSignalR" };
        Assert.Equal("", await StateProgram.Ids(FactsOf.Web($"dynamic services = null!; services.{need}(); services.{member}();")));
    }

    [Fact]
    public Task The_keys_go_to_a_volume() => FixTest.Verify<PUR2009KeptByEachReplica, PUR2009KeptByEachReplicaFix>(
        """
        using System.IO;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Purser;

        [{|PUR2009:Stateless|}]
        public static class Program
        {
            public static void Main(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
                builder.Build().Run();
            }
        }
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.Extensions.DependencyInjection;
        using Purser;

        [Stateless]
        [Volume("/keys", AccessMode = AccessMode.ReadWriteMany)]
        public static class Program
        {
            public static void Main(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo("/keys"));
                builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
                builder.Build().Run();
            }
        }
        """);

    private static Project Program(string statements, string attributes = "[Stateless]") => StateProgram.Of(
        $"using Microsoft.AspNetCore.DataProtection; var builder = WebApplication.CreateBuilder(args); {statements} {attributes} public partial class Program;",
        """
        public sealed class OwnCache : Microsoft.Extensions.Caching.Distributed.IDistributedCache
        {
            public byte[]? Get(string key) => null;
            public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult<byte[]?>(null);
            public void Refresh(string key) { }
            public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;
            public void Remove(string key) { }
            public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;
            public void Set(string key, byte[] value, Microsoft.Extensions.Caching.Distributed.DistributedCacheEntryOptions options) { }
            public Task SetAsync(string key, byte[] value, Microsoft.Extensions.Caching.Distributed.DistributedCacheEntryOptions options, CancellationToken token = default) => Task.CompletedTask;
        }
        """,
        Packages.StackExchangeRedis);
}
