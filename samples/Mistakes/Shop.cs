using System.Collections.Concurrent;

namespace Mistakes;

/// <summary>PUR2002: the next request may come to another replica, which knows nothing of the cart.</summary>
internal static class Carts
{
    private static readonly ConcurrentDictionary<string, List<string>> All = new();

    public static void Add(string customer, string article) => All.GetOrAdd(customer, _ => []).Add(article);
}

internal sealed class NightlyReport(ILogger<NightlyReport> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await SendAsync(stoppingToken);
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync("http://mail/reports", new StringContent("42 orders"), cancellation);
        logger.LogInformation("Report sent: {Status}", response.StatusCode);
    }
}
