namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Jobs that others should send requests to (PUR2005), and some that only look like it.</summary>
public sealed class ServingJobs
{
    private static readonly ProgramCase[] Programs =
    [
        new("exposed job", "PUR2005", """
            Console.WriteLine("work");
            [BatchJob(Schedule = "0 2 * * *")] [Exposed(Port = 8080)] public partial class Program;
            """),
        new("web app declared as a job", "PUR2004 PUR2005", """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => "hello");
            app.Run();
            [BatchJob] public partial class Program;
            """),
        new("Startup class declared as a job", "PUR2004 PUR2005", """
            [BatchJob]
            public class Program
            {
                public static void Main(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
            }
            public class Startup { public void Configure(IApplicationBuilder app) => app.Run(context => context.Response.WriteAsync("hello")); }
            """),
        new("web app that is started beside the work", "PUR2005", """
            await using var app = WebApplication.Create(args);
            app.MapGet("/progress", () => 0);
            await app.StartAsync();
            await Task.Delay(1000);
            await app.StopAsync();
            [BatchJob] public partial class Program;
            """),
        new("web app that is only built, for its services", "", """
            var app = WebApplication.CreateBuilder(args).Build();
            using var scope = app.Services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<Migrator>().RunAsync();
            [BatchJob] public partial class Program;
            class Migrator { public Task RunAsync() => Task.Delay(10); }
            """),
        new("migrates by argument, else serves", "", """
            var app = WebApplication.CreateBuilder(args).Build();
            if (args.Contains("migrate")) { await Task.Delay(10); return; }
            app.Run();
            [BatchJob(Args = new[] { "migrate" })] public partial class Program;
            """),
        new("TCP server declared as a job", "PUR2004 PUR2005", """
            using System.Net;
            using System.Net.Sockets;
            var listener = new TcpListener(IPAddress.Any, 9000);
            listener.Start();
            while (true) { using var client = await listener.AcceptTcpClientAsync(); }
            [BatchJob] public partial class Program;
            """),
        new("receives one file, then ends", "PUR2005", """
            await Receiver.ReceiveAsync();
            [BatchJob] public partial class Program;
            static class Receiver
            {
                public static async Task ReceiveAsync()
                {
                    var http = new System.Net.HttpListener();
                    http.Prefixes.Add("http://+:9000/");
                    http.Start();
                    var context = await http.GetContextAsync();
                    context.Response.Close();
                }
            }
            """),
        new("listens to itself only", "", """
            using System.Net;
            using System.Net.Sockets;
            var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            Console.WriteLine(((IPEndPoint)probe.LocalEndpoint).Port);
            probe.Stop();
            [BatchJob] public partial class Program;
            """),
        new("shows its metrics", "", """
            using Prometheus;
            using var metrics = new KestrelMetricServer(9090);
            metrics.Start();
            await Task.Delay(1000);
            [BatchJob(Gpu = 1)] public partial class Program;
            """),
        new("server in another workload of the program", "", """
            switch (args)
            {
                case ["import"]: Console.WriteLine("imported"); return;
                default: Server.Run(); return;
            }
            [BatchJob(Args = new[] { "import" })] public partial class Program;
            [Stateless(Args = new[] { "serve" })] static class Server { public static void Run() => WebApplication.Create().Run(); }
            """),
        new("health of a worker that stops itself", "PUR2005", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHostedService<Import>();
            var app = builder.Build();
            app.MapGet("/health", () => "ok");
            app.Run();
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token) { await Task.Delay(100, token); lifetime.StopApplication(); }
            }
            """),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();
}
