namespace Purser.Analyzers.Tests.Rules.Kinds.Whole;

/// <summary>Services that are wrong in one way or another, and the rules that must say so.</summary>
internal static class ServicePrograms
{
    public static readonly WholeProgram[] All =
    [
        new("catalog in SQLite, its connection string in appsettings", "PUR2001", """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.EntityFrameworkCore;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<CatalogOptions>(builder.Configuration.GetSection("Catalog"));
            builder.Services.AddDbContext<CatalogContext>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Catalog")));
            builder.Services.AddScoped<ICatalog, Catalog>();
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            [Stateless(Replicas = 1)] public partial class Program;
            public class CatalogOptions { public int PageSize { get; set; } = 20; }
            public class Item { public int Id { get; set; } public string Name { get; set; } = ""; }
            public class CatalogContext(DbContextOptions<CatalogContext> options) : DbContext(options) { public DbSet<Item> Items { get; set; } = null!; }
            public interface ICatalog { Task<Item?> Find(int id); Task Add(Item item); }
            public class Catalog(CatalogContext db) : ICatalog
            {
                public async Task<Item?> Find(int id) => await db.Items.FindAsync(id);
                public async Task Add(Item item) { db.Items.Add(item); await db.SaveChangesAsync(); }
            }
            [ApiController, Route("items")]
            public class ItemsController(ICatalog catalog, Microsoft.Extensions.Options.IOptions<CatalogOptions> options) : ControllerBase
            {
                [HttpGet("{id}")] public async Task<IActionResult> Get(int id) => await catalog.Find(id) is { } item ? Ok(item) : NotFound();
                [HttpPost] public async Task<IActionResult> Post(Item item) { await catalog.Add(item); return Ok(options.Value.PageSize); }
            }
            """) { Settings = """{ "ConnectionStrings": { "Catalog": "Data Source=/var/lib/catalog/catalog.db;Cache=Shared" }, "Catalog": { "PageSize": 50 } }""" },
        new("Startup class with sessions in memory", "PUR2009", """
            [Stateless(Replicas = 2)]
            public class Program
            {
                public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();
                public static IHostBuilder CreateHostBuilder(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => { web.UseStartup<Startup>(); });
            }
            public class Startup
            {
                public Startup(IConfiguration configuration) => Configuration = configuration;
                public IConfiguration Configuration { get; }
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddControllersWithViews();
                    services.AddDistributedMemoryCache();
                    services.AddSession(options => { options.IdleTimeout = TimeSpan.FromMinutes(20); options.Cookie.HttpOnly = true; });
                }
                public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
                {
                    app.UseRouting();
                    app.UseSession();
                    app.UseEndpoints(endpoints => endpoints.MapDefaultControllerRoute());
                }
            }
            public class BasketController : Microsoft.AspNetCore.Mvc.Controller
            {
                public Microsoft.AspNetCore.Mvc.IActionResult Add(string article) { HttpContext.Session.SetString("last", article); return Ok(); }
            }
            """),
        new("modules that map themselves, polls in a dictionary", "PUR2002", """
            using System.Collections.Concurrent;
            var builder = WebApplication.CreateBuilder(args);
            IModule[] modules = [new PollModule(), new StatusModule()];
            foreach (var module in modules) module.AddServices(builder.Services);
            var app = builder.Build();
            foreach (var module in modules) module.MapEndpoints(app);
            app.Run();
            [Stateless] [Autoscaled(Min = 2, Max = 6)] public partial class Program;
            public interface IModule { void AddServices(IServiceCollection services); void MapEndpoints(IEndpointRouteBuilder routes); }
            public class StatusModule : IModule { public void AddServices(IServiceCollection services) { } public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/status", () => "ok"); }
            public class PollModule : IModule
            {
                public void AddServices(IServiceCollection services) => services.AddSingleton<IPolls, InMemoryPolls>();
                public void MapEndpoints(IEndpointRouteBuilder routes)
                {
                    var group = routes.MapGroup("/polls");
                    group.MapPost("/{id:guid}/votes", Vote);
                    group.MapGet("/{id:guid}", (Guid id, IPolls polls) => polls.Get(id));
                }
                private static IResult Vote(Guid id, Ballot ballot, IPolls polls) { polls.Vote(id, ballot.Choice); return Results.Accepted(); }
            }
            public record Ballot(string Choice);
            public record Poll(Guid Id, Dictionary<string, int> Votes);
            public interface IPolls { Poll Get(Guid id); void Vote(Guid id, string choice); }
            public class InMemoryPolls : IPolls
            {
                private readonly ConcurrentDictionary<Guid, Poll> _polls = new();
                public Poll Get(Guid id) => _polls.GetOrAdd(id, static key => new Poll(key, []));
                public void Vote(Guid id, string choice) { var poll = Get(id); _polls[id] = poll with { Votes = new(poll.Votes) { [choice] = 1 } }; }
            }
            """),
        new("upload in parts, its parts kept by a static session table of a module", "PUR2002", """
            using System.Collections.Concurrent;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapUploads();
            app.Run();
            [Stateless(Replicas = 2)] public partial class Program;
            public static class UploadEndpoints
            {
                private static readonly ConcurrentDictionary<Guid, UploadSession> Sessions = new();
                public static IEndpointRouteBuilder MapUploads(this IEndpointRouteBuilder routes)
                {
                    routes.MapPost("/uploads", Begin);
                    routes.MapPut("/uploads/{id}/{part}", PutPart);
                    routes.MapPost("/uploads/{id}/complete", Complete);
                    return routes;
                }
                static IResult Begin() { var session = new UploadSession(Guid.NewGuid()); Sessions.TryAdd(session.Id, session); return Results.Ok(session.Id); }
                static async Task<IResult> PutPart(Guid id, int part, HttpRequest request)
                {
                    if (!Sessions.TryGetValue(id, out var session)) return Results.NotFound();
                    using var memory = new MemoryStream();
                    await request.Body.CopyToAsync(memory);
                    session.Parts[part] = memory.ToArray();
                    return Results.NoContent();
                }
                static IResult Complete(Guid id) => Sessions.TryRemove(id, out var session) ? Results.Ok(session.Parts.Count) : Results.NotFound();
            }
            public sealed class UploadSession(Guid id) { public Guid Id { get; } = id; public SortedDictionary<int, byte[]> Parts { get; } = []; }
            """),
        new("reports by Quartz beside an API, in three replicas", "PUR2008", """
            using Quartz;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<ReportJob>();
            builder.Services.AddQuartz(q =>
            {
                var key = new JobKey("daily-report");
                q.AddJob<ReportJob>(job => job.WithIdentity(key));
                q.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule("0 0 6 * * ?"));
            });
            builder.Services.AddQuartzHostedService();
            var app = builder.Build();
            app.MapGet("/", () => "reports");
            app.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            public class ReportJob(HttpClient http) : IJob
            {
                public async Task Execute(IJobExecutionContext context) => (await http.PostAsync("http://mail/send", new StringContent("report"), context.CancellationToken)).EnsureSuccessStatusCode();
            }
            """),
        new("newsletter by Coravel, autoscaled", "PUR2008", """
            using Coravel;
            using Dapper;
            using Npgsql;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScheduler();
            builder.Services.AddTransient<SendNewsletter>();
            var app = builder.Build();
            app.Services.UseScheduler(scheduler => scheduler.Schedule<SendNewsletter>().DailyAtHour(7));
            app.MapGet("/", () => "ok");
            app.Run();
            [Stateless(Replicas = 1)] [Autoscaled(Max = 4)] public partial class Program;
            public class SendNewsletter(IConfiguration configuration)
            {
                public async Task Invoke()
                {
                    await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Shop")!);
                    await connection.ExecuteAsync("insert into outbox (kind) select 'newsletter' from customers");
                }
            }
            """),
        new("partition of a worker from the host's name", "PUR2011", """
            using System.Net;
            using Confluent.Kafka;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.Configure<PartitionOptions>(options => options.Partition = PartitionOptions.FromHost(Dns.GetHostName()));
            builder.Services.AddHostedService<PartitionWorker>();
            await builder.Build().RunAsync();
            [Stateless(Replicas = 4)] public partial class Program;
            public class PartitionOptions { public int Partition { get; set; } public static int FromHost(string host) => int.Parse(host.Substring(host.LastIndexOf('-') + 1)); }
            public class PartitionWorker(Microsoft.Extensions.Options.IOptions<PartitionOptions> options, ILogger<PartitionWorker> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { GroupId = "p" + options.Value.Partition }).Build();
                    consumer.Subscribe("orders-" + options.Value.Partition);
                    while (!stoppingToken.IsCancellationRequested) { logger.LogInformation("{Value}", consumer.Consume(stoppingToken).Message); await Task.Yield(); }
                }
            }
            """),
        new("stateful front of a search server, without a file", "PUR2007", """
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<SearchClient>(client => client.BaseAddress = new Uri(builder.Configuration["Search:Url"] ?? "http://search:9200"));
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            [Stateful(Storage = "10Gi", MountPath = "/data")] public partial class Program;
            public class SearchClient(HttpClient http) { public Task<string> Find(string text) => http.GetStringAsync($"/articles/_search?q={Uri.EscapeDataString(text)}"); }
            [ApiController, Route("search")] public class SearchController(SearchClient client) : ControllerBase { [HttpGet] public async Task<IActionResult> Get(string q) => Content(await client.Find(q), "application/json"); }
            """),
        new("builds started as bare pods by a controller's service", "PUR2012", """
            using k8s;
            using k8s.Models;
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<IKubernetes>(_ => new Kubernetes(KubernetesClientConfiguration.InClusterConfig()));
            builder.Services.AddScoped<BuildRunner>();
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            [Stateless] public partial class Program;
            public class BuildRunner(IKubernetes kubernetes, ILogger<BuildRunner> logger)
            {
                public async Task<string> Start(string commit, CancellationToken token)
                {
                    var pod = new V1Pod { Metadata = new V1ObjectMeta { GenerateName = "build-" }, Spec = new V1PodSpec { RestartPolicy = "Never" } };
                    var created = await kubernetes.CoreV1.CreateNamespacedPodAsync(pod, "builds", token: token);
                    logger.LogInformation("{Commit} runs in {Pod}", commit, created.Metadata.Name);
                    return created.Metadata.Name;
                }
            }
            [ApiController, Route("builds")] public class BuildsController(BuildRunner runner) : ControllerBase { [HttpPost("{commit}")] public async Task<IActionResult> Post(string commit, CancellationToken token) => Accepted(await runner.Start(commit, token)); }
            """),
    ];
}
