using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using k8s.Models;

namespace Purser.Contract.Tests.Samples;

/// <summary>The programs, started as their own manifests would start them.</summary>
public sealed class ProgramsOfTheSampleTests
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_API_with_the_environment_of_its_Deployment_answers_its_probes_on_its_port()
    {
        var deployed = DataPlatform.Deployed("Orders.Api");
        var container = deployed.Pods.Single().Container;
        var readiness = container.ReadinessProbe.HttpGet;
        var port = container.Ports.Single(candidate => candidate.Name == readiness.Port.Value).ContainerPort;
        Assert.SkipWhen(IsTaken(port), $"Port {port} of this machine is taken.");

        using var program = Start("Orders.Api", Environment(container, deployed.All<V1ConfigMap>().Single()));
        try
        {
            Assert.True(await Answers(port, readiness.Path, program), "Readiness did not answer.");
            Assert.True(await Answers(port, container.LivenessProbe.HttpGet.Path, program), "Liveness did not answer.");
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task The_export_ends_with_0_and_with_1_when_it_fails()
    {
        var folder = Directory.CreateTempSubdirectory("purser-sample-");
        var events = Path.Combine(DataPlatform.Folder, "Nightly.Etl", "sample-events.jsonl");
        try
        {
            Assert.Equal(0, await ExitCode("Nightly.Etl", new() { ["Etl__Source"] = events, ["Etl__OutputFolder"] = folder.FullName, ["Etl__Day"] = "2026-11-22" }));
            Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "orders-2026-11-22.csv"), TestContext.Current.CancellationToken)).Length);
            Assert.Equal(1, await ExitCode("Nightly.Etl", new() { ["Etl__Source"] = events + ".missing", ["Etl__OutputFolder"] = folder.FullName }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Each_shard_of_the_training_writes_a_checkpoint_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("purser-sample-");
        try
        {
            foreach (var shard in (string[])["0", "3"])
            {
                Assert.Equal(0, await ExitCode("Train.Model", new()
                {
                    ["JOB_COMPLETION_INDEX"] = shard,
                    ["Training__CheckpointFolder"] = folder.FullName,
                    ["Training__Epochs"] = "2",
                    ["Training__ExamplesPerShard"] = "500",
                }));
            }

            Assert.Equal(["shard-0.json", "shard-3.json"], folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            Assert.NotEqual(File.ReadAllText(Path.Combine(folder.FullName, "shard-0.json")), File.ReadAllText(Path.Combine(folder.FullName, "shard-3.json")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Exactly what the pod would have: the ConfigMap, and for each reference to a Secret a value that somebody made up.</summary>
    private static Dictionary<string, string> Environment(V1Container container, V1ConfigMap settings)
    {
        var environment = new Dictionary<string, string>();
        foreach (var source in container.EnvFrom ?? [])
        {
            Assert.Equal(settings.Metadata.Name, source.ConfigMapRef.Name);
            foreach (var (name, value) in settings.Data)
                environment[name] = value;
        }

        foreach (var variable in container.Env ?? [])
            environment[variable.Name] = variable.Value ?? "Host=127.0.0.1;Port=1;Username=nobody";
        return environment;
    }

    private static Process Start(string project, Dictionary<string, string> environment)
    {
        var program = DataPlatform.Program(project);
        var start = new ProcessStartInfo(DotNet, [program]) { WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<int> ExitCode(string project, Dictionary<string, string> environment)
    {
        using var program = Start(project, environment);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(StartLimit);
        await program.WaitForExitAsync(limit.Token);
        return program.ExitCode;
    }

    /// <summary>As the kubelet sees it: 200 to 399.</summary>
    private static async Task<bool> Answers(int port, string path, Process program)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StartLimit && !program.HasExited; await Task.Delay(200))
        {
            try
            {
                using var response = await http.GetAsync($"http://localhost:{port}{path}");
                if (response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest)
                    return true;
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // Not up yet.
            }
        }

        return false;
    }

    private static bool IsTaken(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);

    /// <summary>The <c>dotnet</c> beside the runtime that runs this test: <c>dotnet/shared/Microsoft.NETCore.App/10.0.x/</c>.</summary>
    private static string DotNet { get; } = Path.Combine(
        Path.GetFullPath("../../..", System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()),
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
