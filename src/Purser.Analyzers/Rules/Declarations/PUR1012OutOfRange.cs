using System.Globalization;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Numbers, members of enumerations and project-wide choices.</summary>
internal static class PUR1012OutOfRange
{
    /// <summary>The controller looks every 10 seconds: what may be less late is missed now and then.</summary>
    private const int LeastStartingDeadline = 10;

    private const int MaxIndexedParallelism = 100_000;

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1012",
        DiagnosticSeverity.Error,
        "Out of the range that Kubernetes accepts",
        Problem.Message,
        "The API server refuses numbers out of their range, and a value that an enumeration does not have means nothing.");

    private static readonly (string Attribute, string Property, int Min, string Unit, int Example)[] Ranges =
    [
        (AttributeNames.Stateless, "Replicas", 0, "pods", 2),
        (AttributeNames.Stateful, "Replicas", 0, "pods", 1),
        (AttributeNames.BatchJob, "Parallelism", 0, "pods", 1),
        (AttributeNames.BatchJob, "Completions", 1, "pods", 1),
        (AttributeNames.BatchJob, "BackoffLimit", 0, "retries", 3),
        (AttributeNames.BatchJob, "ActiveDeadlineSeconds", 1, "seconds", 3600),
        (AttributeNames.BatchJob, "TtlSecondsAfterFinished", 0, "seconds", 86400),
        (AttributeNames.BatchJob, "StartingDeadlineSeconds", 0, "seconds", 300),
        (AttributeNames.Autoscaled, "Min", 1, "pods", 2),
        (AttributeNames.Autoscaled, "Max", 1, "pods", 10),
        (AttributeNames.Autoscaled, "CpuPercent", 1, "percent", 70),
        (AttributeNames.Autoscaled, "MemoryPercent", 1, "percent", 80),
        (AttributeNames.Probe, "PeriodSeconds", 1, "seconds", 10),
        (AttributeNames.Probe, "TimeoutSeconds", 1, "seconds", 3),
        (AttributeNames.Probe, "FailureThreshold", 1, "failures", 3),
        (AttributeNames.Probe, "InitialDelaySeconds", 0, "seconds", 0),
    ];

    private static readonly (string Property, int Min, string Unit, int Example)[] OfEachWorkload =
    [
        ("Gpu", 1, "GPUs", 1),
        ("TerminationGracePeriodSeconds", 0, "seconds", 30),
    ];

    private static readonly (string Attribute, string Property, string[] Members)[] Enumerations =
    [
        (AttributeNames.BatchJob, "ConcurrencyPolicy", ["Forbid", "Allow", "Replace"]),
        (AttributeNames.Stateful, "AccessMode", AccessModes),
        (AttributeNames.Volume, "AccessMode", AccessModes),
        (AttributeNames.Exposed, "Via", ["Ingress", "Gateway"]),
        (AttributeNames.Exposed, "ServiceType", ["ClusterIP", "NodePort", "LoadBalancer"]),
        (AttributeNames.Exposed, "Protocol", ["Http", "Grpc", "Tcp"]),
        (AttributeNames.Probe, "Kind", ["Liveness", "Readiness", "Startup"]),
    ];

    private static string[] AccessModes => ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"];

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options) =>
        declaration.Attributes.SelectMany(Numbers).Concat(declaration.Attributes.SelectMany(Members)).Concat(declaration.Attributes.SelectMany(Texts))
            .Concat(Scaling(declaration)).Concat(Properties(declaration, options));

    private static IEnumerable<Problem> Numbers(DeclaredAttribute attribute)
    {
        var ranges = Ranges.Where(range => range.Attribute == attribute.Name).Select(range => (range.Property, range.Min, range.Unit, range.Example));
        if (AttributeNames.IsWorkload(attribute.Name))
            ranges = ranges.Concat(OfEachWorkload);
        foreach (var (property, min, unit, example) in ranges)
        {
            if (attribute.Number(property) is { } number && number < min)
                yield return Problem.At(Rule, attribute, property, $"{property} {Show(number)} is not accepted", $"write {min} or more {unit}, such as {property} = {example}");
            else if (property == "StartingDeadlineSeconds" && attribute.Number(property) is < LeastStartingDeadline and var deadline)
                yield return Problem.At(Rule, attribute, property, $"{property} {Show(deadline)} is shorter than the {LeastStartingDeadline} seconds between two looks of the controller, so runs are missed", $"write {LeastStartingDeadline} or more seconds, such as {property} = {example}")
                    .FixedBy(Fix.Set(property, LeastStartingDeadline)).AsWarning();
        }

        if (attribute.Flag("Indexed") == true && attribute.Number("Parallelism") is > MaxIndexedParallelism and var parallelism)
            yield return Problem.At(Rule, attribute, "Parallelism", $"Parallelism {Show(parallelism)} is not accepted for an indexed Job", $"write at most {MaxIndexedParallelism} pods").FixedBy(Fix.Set("Parallelism", MaxIndexedParallelism));
    }

    /// <summary>A member has a name; a number was cast.</summary>
    private static IEnumerable<Problem> Members(DeclaredAttribute attribute) =>
        from enumeration in Enumerations
        where enumeration.Attribute == attribute.Name
        let text = attribute.Text(enumeration.Property)
        where text is not null && !enumeration.Members.Contains(text)
        select Problem.At(Rule, attribute, enumeration.Property, $"{text} is no {(enumeration.Property == "Kind" ? "ProbeKind" : enumeration.Property == "Via" ? "RouteKind" : enumeration.Property)}", $"write one of {string.Join(", ", enumeration.Members)}");

    /// <summary>What a process cannot be given.</summary>
    private static IEnumerable<Problem> Texts(DeclaredAttribute attribute)
    {
        if (!AttributeNames.IsWorkload(attribute.Name))
            yield break;
        foreach (var property in new[] { "Command", "Args" })
        {
            var texts = attribute.Texts(property) ?? EquatableArray<string>.Empty;
            for (var i = 0; i < texts.Count; i++)
                if (!Characters.IsText(texts[i]) || (property == "Command" && i == 0 && texts[i].Length == 0))
                    yield return Problem.At(Rule, attribute, property, texts[i].Length == 0 ? "an empty text is no program" : $"item {i + 1} of {property} has a character that no manifest can carry", texts[i].Length == 0 ? "write the program to start, such as Command = [\"dotnet\", \"Orders.Api.dll\"]" : Characters.TextRule) with { Item = i };
        }
    }

    private static IEnumerable<Problem> Scaling(WorkloadDeclaration declaration)
    {
        if (declaration.Of(AttributeNames.Autoscaled).FirstOrDefault() is not { } scaled || declaration.WorkloadAttribute is not { } main)
            yield break;
        var replicas = main.Number("Replicas");
        var min = scaled.Number("Min") ?? Math.Max(2, replicas ?? 2);
        var max = scaled.Number("Max") ?? 10;
        if (min < 1 || max < 1 || min <= max)
            yield break;
        var origin = scaled.Number("Min") is not null ? "" : replicas > 2 ? $" (from [{main.Name}(Replicas = {Show(min)})])" : " (the default)";
        yield return Problem.At(
            Rule, scaled, scaled.Number("Max") is not null ? "Max" : "Min",
            $"Max {Show(max)}{(scaled.Number("Max") is null ? " (the default)" : "")} is below Min {Show(min)}{origin}",
            $"Max is at least Min, such as Max = {Show(min)}")
            .FixedBy(Fix.Set("Max", min), max >= 1 ? Fix.Set("Min", max) : null);
    }

    private static IEnumerable<Problem> Properties(WorkloadDeclaration declaration, ProjectOptions options)
    {
        if (declaration.WorkloadAttribute is not { } main)
            yield break;
        foreach (var (name, value, members) in new[]
        {
            ("KubernetesRoute", options.Route, new[] { "Ingress", "Gateway" }),
            ("PurserConfiguration", options.Configuration, ["Inferred", "Explicit"]),
            ("KubernetesSecrets", options.Secrets, ["Reference", "ExternalSecrets"]),
        })
        {
            if (!members.Contains(value, StringComparer.OrdinalIgnoreCase))
                yield return Problem.At(Rule, main, null, $"the MSBuild property {name} is {Characters.Quote(value)}", $"write {members[0]} or {members[1]}");
        }

        foreach (var flag in options.NoFlags)
            yield return Problem.At(Rule, main, null, $"the MSBuild property {flag.Key} is {Characters.Quote(flag.Value)}", "write true or false");

        if (options.RunAsUser is not { } user)
            yield break;
        if (!int.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id < 1)
            yield return Problem.At(Rule, main, null, $"the MSBuild property KubernetesRunAsUser is {Characters.Quote(user)}, which is no user that may run it", "write a number from 1 to 2147483647, 10000 or more to be no user of the node, such as 10001");
        else if (id < 10_000)
            yield return Problem.At(Rule, main, null, $"the MSBuild property KubernetesRunAsUser is {id}, which may be a user of the node", "write 10000 or more, such as 10001").AsWarning();
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
