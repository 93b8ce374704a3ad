namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>Jobs whose work fails: in some, nobody hears of it (PUR2006).</summary>
public sealed class FailingPrograms
{
    private const string Work = """

        static class Work
        {
            public static async Task ImportAsync() { using var http = new HttpClient(); await http.PostAsync("http://orders/import", null); }
            public static async Task ImportFileAsync(string file) { using var http = new HttpClient(); await http.PostAsync("http://orders/" + file, null); }
            public static async Task NotifyAsync() { using var http = new HttpClient(); await http.PostAsync("http://chat/notify", null); }
        }
        """;

    private static readonly ProgramCase[] Programs =
    [
        new("logs and ends", "PUR2006", """
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("says 0 itself", "PUR2006", """
            [BatchJob]
            class Program
            {
                static async Task<int> Main()
                {
                    try { await Work.ImportAsync(); return 0; }
                    catch (Exception e) { Console.Error.WriteLine(e); return 0; }
                }
            }
            """ + Work),
        new("sets the exit code that Main's number overwrites", "PUR2006", """
            [BatchJob]
            class Program
            {
                static async Task<int> Main()
                {
                    try { await Work.ImportAsync(); }
                    catch (Exception e) { Console.Error.WriteLine(e); Environment.ExitCode = 1; }
                    return 0;
                }
            }
            """ + Work),
        new("sets the exit code and returns nothing", "", """
            [BatchJob]
            class Program
            {
                static async Task Main()
                {
                    try { await Work.ImportAsync(); }
                    catch (Exception e) { Console.Error.WriteLine(e); Environment.ExitCode = 1; }
                }
            }
            """ + Work),
        new("stops the host whatever happens", "PUR2006", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            await builder.Build().RunAsync();
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token) { try { await Work.ImportAsync(); } finally { lifetime.StopApplication(); } }
            }
            """ + Work),
        new("stops the host whatever happens, and says what", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            await builder.Build().RunAsync();
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    try { await Work.ImportAsync(); } catch (Exception) { Environment.ExitCode = 1; throw; } finally { lifetime.StopApplication(); }
                }
            }
            """ + Work),
        new("a continuation that only logs", "PUR2006", """
            var tasks = new[] { "a", "b" }.Select(file => Work.ImportFileAsync(file).ContinueWith(task => { if (task.IsFaulted) Console.Error.WriteLine(task.Exception); }));
            await Task.WhenAll(tasks);
            [BatchJob] public partial class Program;
            """ + Work),
        new("a continuation that counts, and one for faults beside the task itself", "", """
            var failed = 0;
            var work = Work.ImportAsync();
            _ = work.ContinueWith(task => Console.Error.WriteLine(task.Exception), TaskContinuationOptions.OnlyOnFaulted);
            await work;
            await Work.ImportFileAsync("a").ContinueWith(task => { if (task.IsFaulted) { Console.Error.WriteLine(task.Exception); failed++; } });
            if (failed > 0) throw new InvalidOperationException("Not all files are imported.");
            [BatchJob] public partial class Program;
            """ + Work),
        new("the exit code of a program that it starts is only logged", "PUR2006", """
            await Backup.RunAsync();
            [BatchJob] public partial class Program;
            static class Backup
            {
                public static async Task RunAsync()
                {
                    using var dump = System.Diagnostics.Process.Start("pg_dump", "shop")!;
                    await dump.WaitForExitAsync();
                    if (dump.ExitCode != 0)
                    {
                        Console.Error.WriteLine($"pg_dump has ended with {dump.ExitCode}");
                        return;
                    }
                    await Work.ImportAsync();
                }
            }
            """ + Work),
        new("an answer that is only logged", "PUR2006", """
            using var http = new HttpClient();
            await SendAsync();
            async Task SendAsync()
            {
                using var answer = await http.PostAsync("http://orders/import", null);
                if (!answer.IsSuccessStatusCode) Console.Error.WriteLine($"The import has failed: {answer.StatusCode}");
            }
            [BatchJob] public partial class Program;
            """),
        new("answers that somebody acts on", "", """
            using var http = new HttpClient();
            using var dump = System.Diagnostics.Process.Start("pg_dump", "shop")!;
            await dump.WaitForExitAsync();
            if (dump.ExitCode != 0) { Console.Error.WriteLine("pg_dump has failed"); throw new InvalidOperationException(); }
            if (!await SendAsync()) throw new InvalidOperationException();
            foreach (var file in new[] { "a", "b" })
            {
                using var single = await http.GetAsync("http://orders/" + file);
                if (!single.IsSuccessStatusCode) { Console.Error.WriteLine(file); continue; }
            }
            async Task<bool> SendAsync()
            {
                using var answer = await http.PostAsync("http://orders/import", null);
                if (!answer.IsSuccessStatusCode) { Console.Error.WriteLine("failed"); return false; }
                return true;
            }
            [BatchJob] public partial class Program;
            """),
        new("returns 1", "", """
            [BatchJob]
            class Program
            {
                static async Task<int> Main()
                {
                    try { await Work.ImportAsync(); return 0; }
                    catch (Exception e) { Console.Error.WriteLine(e); return 1; }
                }
            }
            """ + Work),
        new("logs, then throws", "", """
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); throw; }
            [BatchJob] public partial class Program;
            """ + Work),
        new("throws another", "", """
            try { await Work.ImportAsync(); }
            catch (Exception e) { throw new InvalidOperationException("import", e); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("sets the exit code", "", """
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); Environment.ExitCode = 1; }
            [BatchJob] public partial class Program;
            """ + Work),
        new("leaves with 2", "", """
            try { await Work.ImportAsync(); }
            catch { Environment.Exit(2); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("leaves with 0", "PUR2006", """
            try { await Work.ImportAsync(); }
            catch { Environment.Exit(0); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("finally leaves with 0", "PUR2006", """
            try { await Work.ImportAsync(); }
            finally { Environment.Exit(0); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("handler of unhandled exceptions leaves with 0", "PUR2006", """
            AppDomain.CurrentDomain.UnhandledException += (_, e) => { Console.WriteLine(e.ExceptionObject); Environment.Exit(0); };
            await Work.ImportAsync();
            [BatchJob] public partial class Program;
            """ + Work),
        new("exit code is pessimistic from the start", "", """
            Environment.ExitCode = 1;
            try { await Work.ImportAsync(); Environment.ExitCode = 0; }
            catch (Exception e) { Console.WriteLine(e.Message); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("code in a variable, never changed", "PUR2006", """
            var code = 0;
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            return code;
            [BatchJob] public partial class Program;
            """ + Work),
        new("code in a variable", "", """
            var code = 0;
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); code = 1; }
            return code;
            [BatchJob] public partial class Program;
            """ + Work),
        new("code in a variable that starts with 1", "", """
            var code = 1;
            try { await Work.ImportAsync(); code = 0; }
            catch (Exception e) { Console.WriteLine(e.Message); }
            return code;
            [BatchJob] public partial class Program;
            """ + Work),
        new("flag that decides at the end", "", """
            var failed = false;
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); failed = true; }
            Console.WriteLine("done");
            return failed ? 1 : 0;
            [BatchJob] public partial class Program;
            """ + Work),
        new("flag that is only printed", "PUR2006", """
            var failed = false;
            try { await Work.ImportAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); failed = true; }
            Console.WriteLine($"failed: {failed}");
            [BatchJob] public partial class Program;
            """ + Work),
        new("items that fail are counted, and the job fails with them", "", """
            var failures = 0;
            foreach (var file in args)
            {
                try { await Work.ImportFileAsync(file); }
                catch (Exception e) { Console.WriteLine(e.Message); failures++; }
            }
            if (failures > 0) throw new InvalidOperationException($"{failures} failed");
            [BatchJob] public partial class Program;
            """ + Work),
        new("items that fail are logged", "", """
            foreach (var file in args)
            {
                try { await Work.ImportFileAsync(file); }
                catch (Exception e) { Console.WriteLine(e.Message); }
            }
            [BatchJob] public partial class Program;
            """ + Work),
        new("tries three times, then gives up", "PUR2006", """
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try { await Work.ImportAsync(); break; }
                catch (Exception e) { Console.WriteLine(e.Message); await Task.Delay(1000 * attempt); }
            }
            [BatchJob] public partial class Program;
            """ + Work),
        new("tries three times, then throws", "", """
            for (var attempt = 1; ; attempt++)
            {
                try { await Work.ImportAsync(); break; }
                catch (Exception e) when (attempt < 3) { Console.WriteLine(e.Message); await Task.Delay(1000 * attempt); }
            }
            [BatchJob] public partial class Program;
            """ + Work),
        new("tries three times, then fails", "", """
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try { await Work.ImportAsync(); return 0; }
                catch (Exception e) { Console.WriteLine(e.Message); await Task.Delay(1000 * attempt); }
            }
            return 1;
            [BatchJob] public partial class Program;
            """ + Work),
        new("only cancellation is caught", "", """
            using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
            try { await Work.ImportAsync(); await Task.Delay(1, stop.Token); }
            catch (OperationCanceledException) { Console.WriteLine("stopped"); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("everything but cancellation is swallowed", "PUR2006", """
            try { await Work.ImportAsync(); }
            catch (Exception e) when (e is not OperationCanceledException) { Console.WriteLine(e.Message); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("no file today", "", """
            try { Console.WriteLine(File.ReadAllLines(args[0]).Length); await Work.ImportAsync(); }
            catch (FileNotFoundException) { Console.WriteLine("nothing to import"); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("the download's failure is an error, and swallowed", "PUR2006", """
            try { await Work.ImportAsync(); }
            catch (HttpRequestException e) { Console.Error.WriteLine($"failed: {e.Message}"); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("notification at the end may fail", "", """
            await Work.ImportAsync();
            try { await Work.NotifyAsync(); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("a step that more follows", "", """
            try { await Work.ImportFileAsync("optional"); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            await Work.ImportAsync();
            [BatchJob] public partial class Program;
            """ + Work),
        new("swallowed in the class that does the work", "PUR2006", """
            using var host = Host.CreateDefaultBuilder(args).ConfigureServices(s => s.AddSingleton<Importer>()).Build();
            await host.Services.GetRequiredService<Importer>().RunAsync();
            [BatchJob(Schedule = "0 2 * * *")] public partial class Program;
            class Importer(ILogger<Importer> logger)
            {
                public async Task RunAsync()
                {
                    try { await Work.ImportAsync(); logger.LogInformation("imported"); }
                    catch (Exception e) { logger.LogError(e, "failed"); }
                }
            }
            """ + Work),
        new("result that says so and is looked at", "", """
            var ok = await Importer.RunAsync();
            return ok ? 0 : 1;
            [BatchJob] public partial class Program;
            static class Importer
            {
                public static async Task<bool> RunAsync()
                {
                    try { await Work.ImportAsync(); return true; }
                    catch (Exception e) { Console.WriteLine(e.Message); return false; }
                }
            }
            """ + Work),
        new("result that says so and is dropped", "PUR2006", """
            await Importer.RunAsync();
            [BatchJob] public partial class Program;
            static class Importer
            {
                public static async Task<bool> RunAsync()
                {
                    try { await Work.ImportAsync(); return true; }
                    catch (Exception e) { Console.WriteLine(e.Message); return false; }
                }
            }
            """ + Work),
        new("worker that stops its host, whatever happened", "PUR2006", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            builder.Build().Run();
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime, ILogger<Import> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    try { await Work.ImportAsync(); }
                    catch (Exception e) { logger.LogError(e, "failed"); }
                    finally { lifetime.StopApplication(); }
                }
            }
            """ + Work),
        new("worker that stops its host and says how it went", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            builder.Build().Run();
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime, ILogger<Import> logger) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    try { await Work.ImportAsync(); }
                    catch (Exception e) { logger.LogError(e, "failed"); Environment.ExitCode = 1; }
                    finally { lifetime.StopApplication(); }
                }
            }
            """ + Work),
        new("worker whose flag becomes the exit code", "", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Import>();
            builder.Build().Run();
            return Import.Failed ? 1 : 0;
            [BatchJob] public partial class Program;
            class Import(IHostApplicationLifetime lifetime, ILogger<Import> logger) : BackgroundService
            {
                public static bool Failed { get; private set; }
                protected override async Task ExecuteAsync(CancellationToken token)
                {
                    try { await Work.ImportAsync(); }
                    catch (Exception e) { logger.LogError(e, "failed"); Failed = true; }
                    finally { lifetime.StopApplication(); }
                }
            }
            """ + Work),
        new("Serilog's template", "PUR2006", """
            using Serilog;
            try { Log.Information("starting"); await Work.ImportAsync(); }
            catch (Exception e) { Log.Fatal(e, "failed"); }
            finally { Log.CloseAndFlush(); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("helper that throws", "", """
            [BatchJob]
            static class Program
            {
                static async Task Main() { try { await Work.ImportAsync(); } catch (Exception e) { Fail(e); } }
                static void Fail(Exception e) { Console.WriteLine(e.Message); Environment.Exit(3); }
            }
            """ + Work),
        new("runner with a lambda", "PUR2006", """
            await Safely.RunAsync(async () => await Work.ImportAsync());
            [BatchJob] public partial class Program;
            static class Safely
            {
                public static async Task RunAsync(Func<Task> work) { try { await work(); } catch (Exception e) { Console.WriteLine(e); } }
            }
            """ + Work),
        new("dispatch by arguments", "PUR2006", """
            switch (args)
            {
                case ["import"]: return await Import.RunAsync();
            }
            WebApplication.Create(args).Run();
            return 0;
            [Stateless] public partial class Program;
            [BatchJob(Args = new[] { "import" })]
            static class Import
            {
                public static async Task<int> RunAsync()
                {
                    try { await Work.ImportAsync(); }
                    catch (Exception e) { Console.WriteLine(e.Message); }
                    return 0;
                }
            }
            """ + Work),
        new("result that is only printed", "PUR2006", """
            var ok = await Importer.RunAsync();
            if (!ok) Console.WriteLine("it did not work");
            [BatchJob] public partial class Program;
            static class Importer
            {
                public static async Task<bool> RunAsync()
                {
                    try { await Work.ImportAsync(); return true; }
                    catch (Exception e) { Console.WriteLine(e.Message); return false; }
                }
            }
            """ + Work),
        new("a temporary file that cannot be deleted", "", """
            var text = await new HttpClient().GetStringAsync("http://orders");
            await File.WriteAllTextAsync("/tmp/orders", text);
            try { File.Delete("/tmp/orders"); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            [BatchJob] public partial class Program;
            """),
        new("a file that is written, or not", "PUR2006", """
            var text = await new HttpClient().GetStringAsync("http://orders");
            try { await File.WriteAllTextAsync("/data/orders", text); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            [BatchJob] public partial class Program;
            """),
        new("errors that are thrown together", "", """
            var errors = new List<Exception>();
            try { await Work.ImportAsync(); } catch (Exception e) { errors.Add(e); }
            try { await Work.ImportFileAsync("b"); } catch (Exception e) { errors.Add(e); }
            if (errors.Count > 0) throw new AggregateException(errors);
            [BatchJob] public partial class Program;
            """ + Work),
        new("every step is swallowed", "PUR2006", """
            try { await Work.ImportAsync(); } catch (Exception e) { Console.WriteLine(e); }
            try { await Work.ImportFileAsync("b"); } catch (Exception e) { Console.WriteLine(e); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("says -1", "", """
            try { await Work.ImportAsync(); } catch (Exception e) { Console.WriteLine(e); Environment.ExitCode = -1; }
            [BatchJob] public partial class Program;
            """ + Work),
        new("items at a time, each logged", "", """
            await Parallel.ForEachAsync(args, async (file, token) =>
            {
                try { await Work.ImportFileAsync(file); }
                catch (Exception e) { Console.WriteLine(e.Message); }
            });
            [BatchJob] public partial class Program;
            """ + Work),
        new("an alert is sent, and nothing else", "PUR2006", """
            try { await Work.ImportAsync(); } catch (Exception e) { Console.WriteLine(e); await Work.NotifyAsync(); }
            [BatchJob] public partial class Program;
            """ + Work),
        new("a service may swallow", "", """
            try { WebApplication.Create(args).Run(); }
            catch (Exception e) { Console.WriteLine(e.Message); }
            [Stateless] public partial class Program;
            """),
    ];

    public static TheoryData<string> Names => [.. Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Finds_what_there_is(string name) => Programs.Single(program => program.Name == name).Check();
}
