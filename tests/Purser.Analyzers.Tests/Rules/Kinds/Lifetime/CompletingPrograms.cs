namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Jobs: most complete, some never do (PUR2004).</summary>
public sealed class CompletingPrograms
{
    private static readonly ProgramCase[] Programs =
    [
        new("job as a worker service that nobody stops", "PUR2004", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            await builder.Build().RunAsync();
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            class Import(ILogger<Import> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token) { await Task.Delay(100, token); logger.LogInformation("imported"); }
            }
            """),
        new("job as a worker service that stops its host", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            await builder.Build().RunAsync();
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            class Import(IHostApplicationLifetime lifetime) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token) { await Task.Delay(100, token); lifetime.StopApplication(); }
            }
            """),
        new("host that is only built for its services", "", """
            using var host = Host.CreateDefaultBuilder(args).ConfigureServices(s => s.AddSingleton<Importer>()).Build();
            await host.StartAsync();
            await host.Services.GetRequiredService<Importer>().RunAsync();
            await host.StopAsync();
            [BatchJob] public partial class Program;
            class Importer { public async Task RunAsync() { for (var i = 0; i < 10; i++) await Task.Delay(10); } }
            """),
        new("host that runs until the work cancels it", "", """
            using var done = new CancellationTokenSource();
            var host = Host.CreateDefaultBuilder(args).ConfigureServices(s => s.AddSingleton(done).AddHostedService<Import>()).Build();
            await host.RunAsync(done.Token);
            [BatchJob] public partial class Program;
            class Import(CancellationTokenSource done) : BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) { await Task.Delay(1, token); done.Cancel(); } }
            """),
        new("loop over a queue until somebody stops it", "PUR2004", """
            using Amazon.SQS;
            [BatchJob(Parallelism = 1)]
            class Program
            {
                static IAmazonSQS sqs = null!;
                static async Task<int> Main(string[] args)
                {
                    if (args.Length == 0) { Console.Error.WriteLine("usage: drain <queue>"); return 1; }
                    while (true)
                    {
                        var response = await sqs.ReceiveMessageAsync(args[0]);
                        foreach (var message in response.Messages)
                            Console.WriteLine(message.Body);
                        await Task.Delay(1000);
                    }
                }
            }
            """),
        new("loop over a queue until it is empty", "", """
            using Amazon.SQS;
            [BatchJob]
            class Program
            {
                static IAmazonSQS sqs = null!;
                static async Task<int> Main(string[] args)
                {
                    while (true)
                    {
                        var response = await sqs.ReceiveMessageAsync(args[0]);
                        if (response.Messages.Count == 0)
                            return 0;
                        foreach (var message in response.Messages)
                            await sqs.DeleteMessageAsync(args[0], message.ReceiptHandle);
                    }
                }
            }
            """),
        new("Kafka consumer declared as a job", "PUR2004", """
            using Confluent.Kafka;
            using var stop = new CancellationTokenSource();
            Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
            using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig()).Build();
            consumer.Subscribe("orders");
            while (!stop.IsCancellationRequested)
            {
                var result = consumer.Consume(stop.Token);
                Console.WriteLine(result.Message);
            }
            consumer.Close();
            [BatchJob] public partial class Program;
            """),
        new("Kafka backfill with a time limit", "", """
            using Confluent.Kafka;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
            using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig()).Build();
            consumer.Subscribe("orders");
            while (!limit.IsCancellationRequested)
            {
                var result = consumer.Consume(limit.Token);
                Console.WriteLine(result.Message);
            }
            [BatchJob] public partial class Program;
            """),
        new("job that sleeps for ever behind its timer", "PUR2004", """
            var timer = new Timer(_ => Console.WriteLine("report"), null, TimeSpan.Zero, TimeSpan.FromHours(24));
            await Task.Delay(Timeout.Infinite);
            [BatchJob(Schedule = "0 0 * * *")] public partial class Program;
            """),
        new("job with a periodic timer", "PUR2004", """
            await new Cleaner().RunAsync(CancellationToken.None);
            [BatchJob] public partial class Program;
            class Cleaner
            {
                public async Task RunAsync(CancellationToken token)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
                    while (await timer.WaitForNextTickAsync(token))
                        await Task.Delay(10, token);
                }
            }
            """),
        new("polls until the other side is done", "", """
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
            using var http = new HttpClient();
            while (await timer.WaitForNextTickAsync())
            {
                if (await http.GetStringAsync("http://export/status") == "done")
                    break;
            }
            [BatchJob] public partial class Program;
            """),
        new("waits for an event that the work sets", "", """
            var done = new ManualResetEvent(false);
            ThreadPool.QueueUserWorkItem(_ => { Console.WriteLine("work"); done.Set(); });
            done.WaitOne();
            [BatchJob] public partial class Program;
            """),
        new("waits for a signal only", "PUR2004", """
            var stop = new ManualResetEvent(false);
            Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Set(); };
            Console.WriteLine("running");
            stop.WaitOne();
            [BatchJob] public partial class Program;
            """),
        new("throttled downloads", "", """
            using var gate = new SemaphoreSlim(4);
            using var http = new HttpClient();
            await Task.WhenAll(args.Select(async url =>
            {
                await gate.WaitAsync();
                try { await File.WriteAllTextAsync("/tmp/" + Guid.NewGuid(), await http.GetStringAsync(url)); }
                finally { gate.Release(); }
            }));
            [BatchJob] public partial class Program;
            """),
        new("training loop", "", """
            var trainer = new Trainer(20);
            trainer.Train();
            [BatchJob(Gpu = 1)] public partial class Program;
            class Trainer(int epochs)
            {
                public void Train()
                {
                    var loss = double.MaxValue;
                    var epoch = 0;
                    while (epoch < epochs && loss > 0.01) { loss /= 2; epoch++; }
                    do { epoch--; } while (epoch > 0);
                }
            }
            """),
        new("retry until it works", "", """
            [BatchJob]
            class Program
            {
                static async Task Main()
                {
                    while (true)
                    {
                        try { await ConnectAsync(); return; }
                        catch (IOException e) { Console.WriteLine(e.Message); await Task.Delay(1000); }
                    }
                }
                static async Task ConnectAsync() { await Task.Delay(1); Console.WriteLine("connected"); }
            }
            """),
        new("serves or imports, by its arguments", "", """
            if (args is ["serve"])
            {
                WebApplication.Create(args).Run();
                return;
            }
            await File.WriteAllTextAsync("/tmp/x", "imported");
            [BatchJob(Args = new[] { "import" })] public partial class Program;
            """),
        new("keeps the window open", "PUR2004", """
            Console.WriteLine("imported");
            Console.WriteLine("Press any key to exit");
            Console.ReadKey();
            [BatchJob] public partial class Program;
            """),
        new("keeps the window open on a desk only", "", """
            Console.WriteLine("imported");
            if (System.Diagnostics.Debugger.IsAttached)
                Console.ReadKey();
            [BatchJob] public partial class Program;
            """),
        new("dispatch by arguments: the mail job stays", "PUR2004", """
            switch (args)
            {
                case ["mail"]: await Mail.RunAsync(); return 0;
                case ["import"]: return await Import.RunAsync();
            }
            WebApplication.Create(args).Run();
            return 0;
            [Stateless] public partial class Program;
            [BatchJob(Args = new[] { "mail" })] static class Mail { public static async Task RunAsync() { while (true) await Task.Delay(1000); } }
            [BatchJob(Args = new[] { "import" })] static class Import { public static async Task<int> RunAsync() { await Task.Delay(1000); return 0; } }
            """),
        new("stops the process from a timer", "", """
            var timer = new System.Timers.Timer(60000);
            timer.Elapsed += (_, _) => Environment.Exit(0);
            timer.Start();
            Thread.Sleep(Timeout.Infinite);
            [BatchJob] public partial class Program;
            """),
        new("sequence without an end, left when it is done", "", """
            await foreach (var state in Export.StatesAsync())
            {
                if (state == "done")
                    break;
            }
            [BatchJob] public partial class Program;
            static class Export
            {
                public static async IAsyncEnumerable<string> StatesAsync() { while (true) { await Task.Delay(1000); yield return await new HttpClient().GetStringAsync("http://export/state"); } }
            }
            """),
        new("sequence without an end", "PUR2004", """
            await foreach (var order in Orders.ReadAsync())
                Console.WriteLine(order);
            [BatchJob] public partial class Program;
            static class Orders { public static async IAsyncEnumerable<int> ReadAsync() { while (true) { await Task.Delay(100); yield return 1; } } }
            """),
        new("hosted services that all finish, and a host that does not", "PUR2004", """
            await new HostBuilder().ConfigureServices(services => services.AddHostedService<Import>().AddHostedService<Export>()).RunConsoleAsync();
            [BatchJob] public partial class Program;
            class Import : IHostedService { public Task StartAsync(CancellationToken token) => new HttpClient().PostAsync("http://import", null, token); public Task StopAsync(CancellationToken token) => Task.CompletedTask; }
            class Export : IHostedService { public Task StartAsync(CancellationToken token) => new HttpClient().PostAsync("http://export", null, token); public Task StopAsync(CancellationToken token) => Task.CompletedTask; }
            """),
        new("hosted service that stops the host by its lifetime", "", """
            await Host.CreateDefaultBuilder(args).ConfigureServices(services => services.AddHostedService<Import>()).RunConsoleAsync();
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime) : IHostedService
            {
                public async Task StartAsync(CancellationToken token) { await new HttpClient().PostAsync("http://import", null, token); lifetime.StopApplication(); }
                public Task StopAsync(CancellationToken token) => Task.CompletedTask;
            }
            """),
        new("infinite delay in a helper", "PUR2004", """
            await Work.RunAsync();
            [BatchJob] public partial class Program;
            static class Work { public static async Task RunAsync() { Console.WriteLine("work"); await Forever(); } static Task Forever() => Task.Delay(-1); }
            """),
        new("consumer that is done when nothing comes for a while", "", """
            using Confluent.Kafka;
            using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig()).Build();
            consumer.Subscribe("orders");
            while (true)
            {
                var result = consumer.Consume(TimeSpan.FromSeconds(10));
                if (result == null)
                    break;
                Console.WriteLine(result.Message);
            }
            [BatchJob] public partial class Program;
            """),
        new("RabbitMQ consumer that waits for ever", "PUR2004", """
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;
            using var connection = await new ConnectionFactory { HostName = "mq" }.CreateConnectionAsync();
            using var channel = await connection.CreateChannelAsync();
            await channel.BasicConsumeAsync("orders", true, new AsyncEventingBasicConsumer(channel));
            await Task.Delay(Timeout.Infinite);
            [BatchJob(Schedule = "0 * * * *")] public partial class Program;
            """),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();
}
