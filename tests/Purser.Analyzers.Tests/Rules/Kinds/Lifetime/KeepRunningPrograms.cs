namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Programs that should keep running: some do, some do not (PUR2003).</summary>
public sealed class KeepRunningPrograms
{
    private static readonly ProgramCase[] Programs =
    [
        new("minimal API", "", """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            if (args.Contains("--migrate")) { Console.WriteLine("migrated"); return; }
            app.MapGet("/", () => "hello");
            app.Run();
            [Stateless] public partial class Program;
            """),
        new("worker that stops its host when its work is done", "PUR2003", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Outbox>();
            await builder.Build().RunAsync();
            [Stateless] public partial class Program;
            class Outbox(IHostApplicationLifetime lifetime) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        if (Random.Shared.Next() == 0) break;
                        await Task.Delay(10, token);
                    }
                    lifetime.StopApplication();
                }
            }
            """),
        new("worker that stops its host when it fails or is asked to", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Outbox>();
            await builder.Build().RunAsync();
            [Stateless] public partial class Program;
            class Outbox(IHostApplicationLifetime lifetime) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    try { while (!token.IsCancellationRequested) await Task.Delay(10, token); }
                    catch (Exception e) when (e is not OperationCanceledException) { Environment.ExitCode = 1; lifetime.StopApplication(); }
                    if (Environment.ExitCode == 0) lifetime.StopApplication();
                }
            }
            """),
        new("probes in a list of delegates that give values", "PUR2003", """
            foreach (var probe in Probes.All) Console.WriteLine(probe());
            [PerNode] public partial class Program;
            static class Probes { public static readonly List<Func<string>> All = [() => "a", () => "b"]; }
            """),
        new("Startup class and CreateHostBuilder", "", """
            [Stateless]
            public class Program
            {
                public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();
                public static IHostBuilder CreateHostBuilder(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
            }
            public class Startup { public void Configure(IApplicationBuilder app) => app.Run(context => context.Response.WriteAsync("hello")); }
            """),
        new("worker with an extension method that runs the host", "", """
            var host = Host.CreateApplicationBuilder(args).Build();
            await host.MigrateAndRunAsync();
            [Stateless] public partial class Program;
            static class HostExtensions
            {
                public static async Task MigrateAndRunAsync(this IHost host) { await MigrateAsync(); await host.RunAsync().ConfigureAwait(false); }
                static Task MigrateAsync() => Task.Delay(10);
            }
            """),
        new("console lifetime", "", """
            await new HostBuilder().ConfigureServices(services => services.AddHostedService<Worker>()).RunConsoleAsync();
            [PerNode] public partial class Program;
            class Worker : BackgroundService { protected override Task ExecuteAsync(CancellationToken token) => Task.Delay(Timeout.Infinite, token); }
            """),
        new("only starts its host", "PUR2003", """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => "hello");
            await app.StartAsync();
            [Stateless] public partial class Program;
            """),
        new("starts its host and waits for shutdown", "", """
            var app = WebApplication.Create(args);
            await app.StartAsync();
            Console.WriteLine("ready");
            await app.WaitForShutdownAsync();
            [Stateless] public partial class Program;
            """),
        new("forgets to await the host", "PUR2003", """
            var host = Host.CreateDefaultBuilder(args).Build();
            _ = host.RunAsync();
            [Stateless] public partial class Program;
            """),
        new("async work that Main does not wait for", "PUR2003", """
            [Stateless]
            static class Program
            {
                static void Main() { ConsumeAsync(); }
                static async Task ConsumeAsync() { while (true) { await Task.Delay(1000); Console.WriteLine("tick"); } }
            }
            """),
        new("Main blocks on its async work", "", """
            [Stateless]
            static class Program
            {
                static void Main() => MainAsync().GetAwaiter().GetResult();
                static async Task MainAsync() { while (true) { await Task.Delay(1000); Console.WriteLine("tick"); } }
            }
            """),
        new("nightly import declared as a service", "PUR2003", """
            using var http = new HttpClient();
            var orders = await http.GetStringAsync("http://orders/export");
            await File.WriteAllTextAsync("/data/orders.json", orders);
            Console.WriteLine("done");
            [Stateful] public partial class Program;
            """),
        new("paging loop that ends", "PUR2003", """
            var importer = new Importer();
            return await importer.RunAsync();
            [Stateless] public partial class Program;
            class Importer
            {
                public async Task<int> RunAsync()
                {
                    var page = 0;
                    while (true)
                    {
                        var rows = await FetchAsync(page++);
                        if (rows.Count == 0)
                            break;
                        foreach (var row in rows)
                            Console.WriteLine(row);
                    }
                    return 0;
                }
                async Task<List<string>> FetchAsync(int page) { await Task.Delay(page); return new(); }
            }
            """),
        new("service resolved from the container, by its interface", "PUR2003", """
            var services = new ServiceCollection().AddSingleton<IImporter, Importer>().BuildServiceProvider();
            await services.GetRequiredService<IImporter>().ImportAsync();
            [Stateless(Replicas = 1)] public partial class Program;
            interface IImporter { Task ImportAsync(); }
            class Importer : IImporter { public async Task ImportAsync() { await Task.Delay(5); Console.WriteLine("imported"); } }
            """),
        new("consumer behind an interface", "", """
            var services = new ServiceCollection().AddSingleton<IConsumerLoop, ConsumerLoop>().BuildServiceProvider();
            await services.GetRequiredService<IConsumerLoop>().StartAsync(CancellationToken.None);
            [Stateless] public partial class Program;
            interface IConsumerLoop { Task StartAsync(CancellationToken token); }
            class ConsumerLoop : IConsumerLoop { public async Task StartAsync(CancellationToken token) { while (!token.IsCancellationRequested) await Task.Delay(100, token); } }
            """),
        new("Kafka consumer with cancellation", "", """
            using Confluent.Kafka;
            using var stop = new CancellationTokenSource();
            Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
            using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { BootstrapServers = "kafka:9092", GroupId = "orders" }).Build();
            consumer.Subscribe("orders");
            try
            {
                while (true)
                {
                    var result = consumer.Consume(stop.Token);
                    Console.WriteLine(result.Message);
                    if (stop.IsCancellationRequested) break;
                }
            }
            catch (OperationCanceledException) { }
            finally { consumer.Close(); }
            [Stateless] public partial class Program;
            """),
        new("RabbitMQ consumer that waits for Enter", "PUR2003", """
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;
            var factory = new ConnectionFactory { HostName = "mq" };
            using var connection = await factory.CreateConnectionAsync();
            using var channel = await connection.CreateChannelAsync();
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += async (_, message) => { await Task.Yield(); Console.WriteLine(message); };
            await channel.BasicConsumeAsync("orders", autoAck: true, consumer);
            Console.WriteLine(" Press [enter] to exit.");
            Console.ReadLine();
            [Stateless] public partial class Program;
            """),
        new("RabbitMQ consumer that waits for a signal", "", """
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;
            var done = new ManualResetEventSlim();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => done.Set();
            using var connection = await new ConnectionFactory { HostName = "mq" }.CreateConnectionAsync();
            using var channel = await connection.CreateChannelAsync();
            await channel.BasicConsumeAsync("orders", true, new AsyncEventingBasicConsumer(channel));
            done.Wait();
            [Stateless] public partial class Program;
            """),
        new("MassTransit bus without a host, started and forgotten", "PUR2003", """
            using MassTransit;
            var bus = Bus.Factory.CreateUsingRabbitMq(x => { });
            await bus.StartAsync();
            Console.WriteLine("bus started");
            [Stateless] public partial class Program;
            """),
        new("MassTransit in a generic host", "", """
            using MassTransit;
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddMassTransit(x => { x.AddConsumer<OrderConsumer>(); x.UsingRabbitMq((context, cfg) => { }); });
            using var host = builder.Build();
            host.Run();
            [Stateless(Replicas = 3)] public partial class Program;
            class OrderConsumer;
            """),
        new("TCP server", "", """
            using System.Net;
            using System.Net.Sockets;
            var listener = new TcpListener(IPAddress.Any, 9000);
            listener.Start();
            for (;;)
            {
                var client = await listener.AcceptTcpClientAsync();
                _ = Task.Run(() => client.Close());
            }
            [Stateful] public partial class Program;
            """),
        new("library server that serves, for all one knows", "", """
            using Fabrikam.Rpc;
            var server = new RpcServer(9000);
            await server.ServeAsync();
            [Stateless] public partial class Program;
            """),
        new("Akka", "", """
            using Akka.Actor;
            var system = ActorSystem.Create("orders");
            await system.WhenTerminated;
            [Stateful] public partial class Program;
            """),
        new("Topshelf", "", """
            using Topshelf;
            return (int)HostFactory.Run(x => { x.RunAsLocalSystem(); });
            [Stateless] public partial class Program;
            """),
        new("task completion source", "", """
            var tcs = new TaskCompletionSource();
            Console.CancelKeyPress += (_, e) => { e.Cancel = true; tcs.TrySetResult(); };
            var timer = new Timer(_ => Console.WriteLine("metrics"), null, 0, 1000);
            await tcs.Task;
            [PerNode] public partial class Program;
            """),
        new("foreground thread", "", """
            [PerNode]
            class Program
            {
                static void Main() { var thread = new Thread(Collect) { Name = "collector" }; thread.Start(); }
                static void Collect() { while (true) { Thread.Sleep(1000); Console.WriteLine("cpu"); } }
            }
            """),
        new("background thread", "PUR2003", """
            [PerNode]
            class Program
            {
                static void Main() { var thread = new Thread(Collect) { IsBackground = true }; thread.Start(); }
                static void Collect() { while (true) { Thread.Sleep(1000); Console.WriteLine("cpu"); } }
            }
            """),
        new("flag that a handler clears", "", """
            [Stateless]
            class Program
            {
                static volatile bool running = true;
                static async Task Main()
                {
                    Console.CancelKeyPress += (_, e) => { e.Cancel = true; running = false; };
                    while (running) { await Task.Delay(500); Console.WriteLine("polled"); }
                }
            }
            """),
        new("several consumers at a time", "", """
            var token = CancellationToken.None;
            var tasks = Enumerable.Range(0, 4).Select(i => ConsumeAsync(i, token));
            await Task.WhenAll(tasks);
            async Task ConsumeAsync(int i, CancellationToken t) { while (!t.IsCancellationRequested) { await Task.Delay(i, t); } }
            [Stateless] public partial class Program;
            """),
        new("dispatch by arguments: one serves, one does not", "PUR2003", """
            switch (args)
            {
                case ["reindex"]: await Reindex.RunAsync(); return;
                case ["collect"]: await Collect.RunAsync(); break;
            }
            var app = WebApplication.Create(args);
            app.Run();
            [Stateless] public partial class Program;
            [Stateless(Args = new[] { "reindex" })] static class Reindex { public static async Task RunAsync() { using var http = new HttpClient(); await http.PostAsync("http://search/reindex", null); } }
            [PerNode(Args = new[] { "collect" })] static class Collect { public static async Task RunAsync() { while (true) await Task.Delay(1000); } }
            """),
        new("marker class beside a program that ends", "PUR2003", """
            Console.WriteLine(await new HttpClient().GetStringAsync("http://orders/count"));
            [Stateless(Name = "counter")] public class Counter;
            """),
        new("channel pipeline", "", """
            using System.Threading.Channels;
            var channel = Channel.CreateUnbounded<int>();
            _ = Task.Run(async () => { while (true) { await channel.Writer.WriteAsync(1); await Task.Delay(10); } });
            await foreach (var item in channel.Reader.ReadAllAsync())
                Console.WriteLine(item);
            [Stateless] public partial class Program;
            """),
        new("MediatR command in a service's clothing", "PUR2003", """
            using MediatR;
            var builder = Host.CreateApplicationBuilder(args);
            using var host = builder.Build();
            using var scope = host.Services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RebuildIndex());
            [Stateless] public partial class Program;
            record RebuildIndex : IRequest;
            """),
        new("HTTP listener that is asked whether it listens", "", """
            var http = new System.Net.HttpListener();
            http.Prefixes.Add("http://+:8080/");
            http.Start();
            while (http.IsListening)
            {
                var context = await http.GetContextAsync();
                context.Response.Close();
            }
            [Stateless] public partial class Program;
            """),
        new("reader of a channel", "", """
            using System.Threading.Channels;
            var channel = Channel.CreateUnbounded<int>();
            while (await channel.Reader.WaitToReadAsync())
                while (channel.Reader.TryRead(out var item))
                    Console.WriteLine(item);
            [Stateless] public partial class Program;
            """),
        new("host hidden in a helper's helper", "", """
            await Bootstrap.RunAsync(args);
            [Stateless] public partial class Program;
            static class Bootstrap
            {
                public static async Task RunAsync(string[] args) { using var host = Build(args); await StartAsync(host); }
                static IHost Build(string[] args) => Host.CreateDefaultBuilder(args).Build();
                static Task StartAsync(IHost host) => host.RunAsync();
            }
            """),
        new("sequence of the program's own that never ends", "", """
            await foreach (var order in Orders.ReadAsync())
                Console.WriteLine(order);
            [Stateless] public partial class Program;
            static class Orders
            {
                public static async IAsyncEnumerable<int> ReadAsync() { while (true) { await Task.Delay(100); yield return 1; } }
            }
            """),
        new("sequence of the program's own that ends", "PUR2003", """
            await foreach (var order in Orders.ReadAsync())
                Console.WriteLine(order);
            [Stateless] public partial class Program;
            static class Orders
            {
                public static async IAsyncEnumerable<int> ReadAsync() { for (var i = 0; i < 10; i++) { await Task.Delay(100); yield return i; } }
            }
            """),
        new("two hosts side by side", "", """
            var api = WebApplication.Create(args);
            var worker = Host.CreateApplicationBuilder(args).Build();
            await Task.WhenAny(api.RunAsync(), worker.RunAsync());
            [Stateless] public partial class Program;
            """),
        new("starts its host and waits for a key that never comes", "PUR2003", """
            using var host = Host.CreateDefaultBuilder(args).Build();
            host.Start();
            Console.WriteLine("Press any key");
            Console.ReadLine();
            [Stateless] public partial class Program;
            """),
        new("tries until it works, then ends", "PUR2003", """
            while (true)
            {
                try { await new HttpClient().PostAsync("http://search/reindex", null); break; }
                catch (HttpRequestException) { await Task.Delay(1000); }
            }
            [Stateless] public partial class Program;
            """),
        new("exits by itself when the work is done", "PUR2003", """
            await new HttpClient().PostAsync("http://search/reindex", null);
            Environment.Exit(0);
            [Stateless] public partial class Program;
            """),
        new("sleeps in the main thread", "", """
            using var timer = new Timer(_ => Console.WriteLine("tick"), null, 0, 1000);
            Thread.Sleep(Timeout.Infinite);
            [PerNode] public partial class Program;
            """),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();
}
