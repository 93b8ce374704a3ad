using k8s;
using k8s.Models;
using Purser;

namespace Mistakes;

/// <summary>PUR2006: whatever happens, the Job is recorded as Complete. PUR2010: all four pods import the same.</summary>
[BatchJob(Completions = 4, Parallelism = 4, Args = ["import"])]
internal static class Import
{
    public static async Task<int> RunAsync()
    {
        try
        {
            using var http = new HttpClient();
            await http.GetStringAsync("http://mistake/export"); // PUR4005: the service is called "mistakes".
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }

        return 0;
    }
}

/// <summary>PUR2004: it waits for ever. PUR2005: nobody sends requests to a job.</summary>
[BatchJob(Args = ["mail"])]
[Exposed(Port = 8025)]
internal static class Mail
{
    public static async Task RunAsync()
    {
        while (true)
            await Task.Delay(TimeSpan.FromMinutes(1));
    }
}

/// <summary>PUR2003: when it is done, Kubernetes starts it again, for ever.</summary>
[Stateless(Args = ["reindex"])]
internal static class Reindex
{
    public static async Task RunAsync()
    {
        using var http = new HttpClient();
        await http.PostAsync("http://search/reindex", null);
    }
}

/// <summary>PUR2007: a disk for a program that writes nothing. PUR2012: a bare Pod that dies stays dead.</summary>
[Stateful(Args = ["cleanup"])]
internal static class Cleanup
{
    public static async Task RunAsync()
    {
        using var kubernetes = new Kubernetes(KubernetesClientConfiguration.InClusterConfig());
        while (true)
        {
            // PUR4007: which resource that is, the Role cannot know.
            await kubernetes.CustomObjects.ListNamespacedCustomObjectAsync("shop.example.com", "v1", "shop", Environment.GetEnvironmentVariable("PLURAL") ?? "sweeps");
            await kubernetes.CoreV1.CreateNamespacedPodAsync(new V1Pod { Metadata = new V1ObjectMeta { GenerateName = "sweep-" } }, "shop");
            await Task.Delay(TimeSpan.FromHours(1));
        }
    }
}
