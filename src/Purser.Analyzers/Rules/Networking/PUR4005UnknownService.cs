using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A URL of a Service that is one letter off from one that exists.</summary>
internal static class PUR4005UnknownService
{
    /// <summary>The properties that tell the fix what to write.</summary>
    public const string Wrong = "Wrong";

    /// <inheritdoc cref="Wrong"/>
    public const string Right = "Right";

    private const int LeastLength = 4;

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4005",
        DiagnosticSeverity.Warning,
        "URL of a service that no workload provides",
        "no workload here is called '{0}'; the nearest is '{1}': write {2}",
        "Inside a cluster a Service is reached by its name. A name that no Service has fails when it is looked up, and only at run time.");

    private static readonly string[] Schemes = ["http://", "https://", "https+http://", "http+https://", "ws://", "wss://", "grpc://"];

    /// <summary>The Services that workloads make.</summary>
    public static IEnumerable<string> Names(WorkloadDeclaration declaration)
    {
        var name = WorkloadName.Of(declaration);
        if (declaration.Of(AttributeNames.Exposed).Any())
            yield return name;
        if (declaration.WorkloadAttribute?.Name == AttributeNames.Stateful)
            yield return ObjectName.Of(name, "headless");
    }

    /// <summary>Whether a text could be such a URL, before anything is read.</summary>
    public static bool MayBe(string text) => HostOf(text) is not null;

    /// <summary>The name that was meant; null where the name is right, or like none.</summary>
    public static (string Wrong, string Right)? Check(string text, ICollection<string> services)
    {
        if (HostOf(text) is not { } host || services.Contains(host))
            return null;
        return services.FirstOrDefault(service => service.Length >= LeastLength && IsOneOff(host, service)) is { } right ? (host, right) : null;
    }

    /// <summary><c>orders-api</c> of <c>http://orders-api:8080/x</c> and of <c>http://orders-api.shop.svc.cluster.local</c>; null for a host that is none of the cluster's.</summary>
    private static string? HostOf(string text)
    {
        // Every string literal of a program comes by.
        if (text.Length < 8 || text[0] is not ('h' or 'H' or 'w' or 'g'))
            return null;
        if (Schemes.FirstOrDefault(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
            return null;
        var end = text.IndexOfAny([':', '/', '?', '#', ';', ',', ' '], scheme.Length);
        var host = text.Substring(scheme.Length, (end < 0 ? text.Length : end) - scheme.Length);
        var labels = host.Split('.');
        var isOfCluster = labels.Length == 1 || (labels.Length > 2 && labels[2] == "svc");
        return isOfCluster && labels[0].Length >= LeastLength - 1 && labels[0].All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') ? labels[0] : null;
    }

    /// <summary>One letter more, less, other or swapped with its neighbour. Another digit is another service: <c>shard-1</c>, <c>shard-2</c>.</summary>
    private static bool IsOneOff(string given, string name)
    {
        var start = 0;
        while (start < given.Length && start < name.Length && given[start] == name[start])
            start++;
        var (restGiven, restName) = (given.Substring(start), name.Substring(start));
        if (restGiven.Length == restName.Length)
            return restGiven.Length > 0
                && (IsLetterChange(restGiven[0], restName[0]) && restGiven.Substring(1) == restName.Substring(1)
                    || (restGiven.Length > 1 && restGiven[0] == restName[1] && restGiven[1] == restName[0] && restGiven.Substring(2) == restName.Substring(2)));
        return restGiven.Length == restName.Length + 1 ? !char.IsDigit(restGiven[0]) && restGiven.Substring(1) == restName
            : restGiven.Length + 1 == restName.Length && !char.IsDigit(restName[0]) && restGiven == restName.Substring(1);
    }

    private static bool IsLetterChange(char given, char right) => !(char.IsDigit(given) && char.IsDigit(right));
}
