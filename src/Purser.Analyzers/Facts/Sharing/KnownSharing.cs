using System.Collections.Immutable;

namespace Purser.Analyzers.Facts.Sharing;

/// <summary>What several replicas must have together.</summary>
internal enum SharedTopic
{
    /// <summary>Sessions of requests.</summary>
    Sessions,

    /// <summary>Keys that protect cookies and tokens.</summary>
    Keys,

    /// <summary>Connections of SignalR.</summary>
    Connections,
}

/// <summary>What a call has to do with it.</summary>
internal enum SharedRole
{
    /// <summary>The program works with it.</summary>
    Needs,

    /// <summary>It stays in the process.</summary>
    Local,

    /// <summary>It is kept where all replicas find it.</summary>
    Shared,
}

/// <summary>A line of the table.</summary>
/// <param name="Topic">What is shared.</param>
/// <param name="Role">What the call does for it.</param>
/// <param name="Space">The namespace of the method; <c>*</c> for any.</param>
/// <param name="Member">The method, or the type that is created; with <c>*</c> any that begins so.</param>
/// <param name="What">For messages.</param>
internal sealed record KnownSharing(SharedTopic Topic, SharedRole Role, string Space, string Member, string What);

/// <summary>What frameworks and packages share between processes, or do not.</summary>
internal static class KnownSharings
{
    /// <summary>Topic | role | namespace | methods and created types | what it is in messages.</summary>
    public const string Table = """
        Sessions | Needs | Microsoft | AddSession UseSession | sessions
        Sessions | Local | Microsoft | AddDistributedMemoryCache MemoryDistributedCache | sessions
        Sessions | Shared | * | AddStackExchangeRedisCache AddDistributedRedisCache AddRedisDistributedCache AddRedisCache AddRedisOutputCache | Redis
        Sessions | Shared | * | AddDistributedSqlServerCache AddSqlServerCache AddDistributedPostgresCache AddDistributedPostgreSqlCache AddPostgresDistributedCache AddDistributedMySqlCache | database
        Sessions | Shared | * | AddCosmosCache AddAWSDynamoDBDistributedCache AddDynamoDBDistributedCache AddFirestoreDistributedCache AddAzureTableStorageCache | cloud
        Sessions | Shared | * | AddNCacheDistributedCache AddNCacheSession AddEnyimMemcached AddMemcached AddMongoDbCache AddCouchbaseDistributedCache AddHazelcastCache AddOrleansDistributedCache | server
        Keys | Needs | Microsoft | AddCookie AddApplicationCookie AddIdentityCookies | cookie sign-in
        Keys | Needs | Microsoft | AddIdentity AddDefaultIdentity AddIdentityApiEndpoints AddDefaultTokenProviders AddBearerToken | Identity
        Keys | Needs | Microsoft | AddSession UseSession | session cookies
        Keys | Needs | Microsoft | AddAntiforgery UseAntiforgery AutoValidateAntiforgeryTokenAttribute | antiforgery tokens
        Keys | Needs | * | AddOpenIdConnect AddMicrosoftIdentityWebApp AddMicrosoftIdentityWebAppAuthentication AddOAuth AddGoogle AddFacebook AddTwitter AddMicrosoftAccount AddGitHub AddApple AddWsFederation AddSaml2 AddAuth0WebAppAuthentication AddOktaMvc | sign-in
        Keys | Needs | Microsoft | AddServerSideBlazor AddInteractiveServerComponents | Blazor circuits
        Keys | Needs | Microsoft | CreateProtector | protected data
        Keys | Local | Microsoft | UseEphemeralDataProtectionProvider EphemeralDataProtectionProvider | protected data
        Keys | Shared | * | PersistKeysTo* | storage
        Connections | Needs | Microsoft | AddSignalR AddSignalRCore | SignalR
        Connections | Shared | * | AddAzureSignalR AddNamedAzureSignalR AddStackExchangeRedis AddRedis AddSqlServer AddNats AddRabbitMQ AddOrleans UseOrleans UseSignalR AddNCache AddPostgres AddPostgreSql AddKafka AddAkka | backplane
        """;

    /// <summary>Properties by which the program brings storage of its own.</summary>
    public static readonly ImmutableArray<(SharedTopic Topic, string Property)> Assigned = ImmutableArray.Create(
        (SharedTopic.Keys, "XmlRepository"), (SharedTopic.Keys, "DataProtectionProvider"), (SharedTopic.Keys, "TicketDataFormat"));

    /// <summary>Services by which the program brings storage of its own: <c>AddSingleton&lt;IDistributedCache, OwnCache&gt;()</c>.</summary>
    public static readonly ImmutableArray<(SharedTopic Topic, string Service)> Services = ImmutableArray.Create(
        (SharedTopic.Sessions, "IDistributedCache"), (SharedTopic.Sessions, "ISessionStore"), (SharedTopic.Sessions, "ITicketStore"),
        (SharedTopic.Keys, "IXmlRepository"), (SharedTopic.Keys, "IDataProtectionProvider"), (SharedTopic.Connections, "HubLifetimeManager"));

    public static ImmutableArray<KnownSharing> All { get; } = Table.Split('\n').SelectMany(Parse).ToImmutableArray();

    private static IEnumerable<KnownSharing> Parse(string line)
    {
        var cells = line.Split('|').Select(static cell => cell.Trim()).ToArray();
        if (cells.Length < 5 || !Enum.TryParse<SharedTopic>(cells[0], out var topic) || !Enum.TryParse<SharedRole>(cells[1], out var role))
            return [];
        return cells[3].Split(' ').Select(member => new KnownSharing(topic, role, cells[2], member, cells[4]));
    }
}
