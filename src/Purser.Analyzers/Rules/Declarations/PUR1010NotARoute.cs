using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Hosts and paths of routes and probes.</summary>
internal static class PUR1010NotARoute
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1010",
        DiagnosticSeverity.Error,
        "Not a host or path that a route accepts",
        Problem.Message,
        "An Ingress or HTTPRoute takes a DNS name in lower case, which may begin with '*.', without scheme, port or path, and a path that begins with a slash and has no empty or dot segments.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration) =>
        declaration.Of(AttributeNames.Exposed).SelectMany(Route)
            .Concat(declaration.Of(AttributeNames.Probe).Select(Probe).OfType<Problem>())
            .Concat(Twice(declaration));

    private static IEnumerable<Problem> Route(DeclaredAttribute exposed)
    {
        if (exposed.Text("Host") is { } host && RouteHost.Wrong(host) is { } wrongHost)
        {
            var nearest = RouteHost.Nearest(host);
            yield return Problem.At(Rule, exposed, "Host", $"{Characters.Quote(host)} is not a host that a route accepts: {wrongHost}",
                $"write a DNS name such as \"{nearest ?? "orders.example.com"}\"{(nearest is null ? " or \"*.example.com\"" : "")}")
                .FixedBy(Fix.Write("Host", nearest));
        }

        if (exposed.Text("Path") is not { } path)
            yield break;
        var nearestPath = RoutePath.Nearest(path);
        if (RoutePath.Wrong(path) is { } wrongPath)
            yield return Problem.At(Rule, exposed, "Path", $"{Characters.Quote(path)} is not a path that a route accepts: {wrongPath}", $"write a prefix such as \"{nearestPath ?? "/orders"}\"")
                .FixedBy(Fix.Write("Path", nearestPath));
        else if (path.EndsWith("/*", StringComparison.Ordinal) || path.EndsWith("/**", StringComparison.Ordinal))
            yield return Problem.At(Rule, exposed, "Path", $"{Characters.Quote(path)} ends with a star, which stands for itself alone", $"a path is a prefix already: write \"{nearestPath ?? "/"}\"")
                .FixedBy(Fix.Write("Path", nearestPath)).AsWarning();
    }

    private static Problem? Probe(DeclaredAttribute probe)
    {
        if (probe.Text("Path") is not { } path)
            return null;
        var hasSlash = path.StartsWith("/", StringComparison.Ordinal);
        if (hasSlash && path.All(c => c is > ' ' and < (char)127))
            return null;
        var nearest = "/" + path.Trim().TrimStart('/');
        var isUsable = nearest != path && nearest.Length > 1 && !nearest.Contains("://") && nearest.All(c => c is > ' ' and < (char)127);
        return Problem.At(Rule, probe, "Path",
            $"{Characters.Quote(path)} is not a path that can be asked for: {(hasSlash ? "spaces and letters beyond ASCII are not accepted in it" : "it does not begin with a slash")}",
            $"write a path such as \"{(isUsable ? nearest : "/healthz")}\"")
            .FixedBy(isUsable ? Fix.Write("Path", nearest) : null);
    }

    /// <summary>One way in that leads to two ports.</summary>
    private static IEnumerable<Problem> Twice(WorkloadDeclaration declaration)
    {
        var all = declaration.Of(AttributeNames.Exposed).Where(exposed => exposed.Text("Host") is { Length: > 0 } && exposed.Text("Protocol") != "Tcp").ToArray();
        for (var i = 1; i < all.Length; i++)
        {
            var second = all[i];
            if (all.Take(i).Any(first => first.Text("Host") == second.Text("Host") && PathOf(first) == PathOf(second)
                && first.Number("Port") != second.Number("Port") && first.Text("Protocol") == second.Text("Protocol") && first.Text("Gateway") == second.Text("Gateway") && first.Text("Via") == second.Text("Via")))
                yield return Problem.At(Rule, second, "Host", $"{Characters.Quote(second.Text("Host")! + PathOf(second))} is routed to two ports", "give each port a Host or Path of its own, such as Path = \"/admin\"");
        }
    }

    private static string PathOf(DeclaredAttribute exposed) => exposed.Text("Path") ?? "/";
}
