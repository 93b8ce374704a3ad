using System.Globalization;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Each value is right, but one makes another meaningless.</summary>
internal static class PUR1014DoNotGoTogether
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1014",
        DiagnosticSeverity.Warning,
        "Properties that do not go together",
        Problem.Message,
        "What was given would have no effect, or another than it says.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options) =>
        declaration.Of(AttributeNames.BatchJob).SelectMany(Job)
            .Concat(declaration.Of(AttributeNames.Volume).SelectMany(volume => Volume(volume, declaration)))
            .Concat(declaration.Of(AttributeNames.Exposed).SelectMany(exposed => Exposed(exposed, options)))
            .Concat(ServiceTypes(declaration))
            .Concat(Probes(declaration))
            .Concat(Autoscaled(declaration))
            .Concat(Store(declaration, options));

    private static IEnumerable<Problem> Job(DeclaredAttribute job)
    {
        var parallelism = job.Number("Parallelism") ?? 1;
        var completions = job.Number("Completions") ?? 1;
        if (completions >= 1 && completions < parallelism)
            yield return Problem.At(Rule, job, job["Parallelism"] is not null ? "Parallelism" : "Completions", $"Parallelism {Show(parallelism)} is above Completions {Show(completions)}{(job["Completions"] is null ? " (the default)" : "")}, so only {Show(completions)} would run at a time",
                $"write Completions = {Show(parallelism)}, or fewer pods at a time").FixedBy(Fix.Set("Completions", parallelism), Fix.Set("Parallelism", completions));
        if (job.Flag("Indexed") == true && completions == 1)
            yield return Problem.At(Rule, job, "Indexed", "Indexed numbers the completions, and there is only one", "write how many there are, such as Completions = 4, or remove Indexed").FixedBy(Fix.Drop("Indexed"));

        if (job.Text("Schedule") is not null)
        {
            if (job["TtlSecondsAfterFinished"] is not null)
                yield return Problem.At(Rule, job, "TtlSecondsAfterFinished", "TtlSecondsAfterFinished has no effect with a Schedule", "a CronJob keeps its last runs and clears away the others: remove it").FixedBy(Fix.Drop("TtlSecondsAfterFinished"));
            yield break;
        }

        foreach (var property in new[] { "ConcurrencyPolicy", "StartingDeadlineSeconds" })
            if (job[property] is not null)
                yield return Problem.At(Rule, job, property, $"{property} has no effect without a Schedule", "add one, such as Schedule = \"0 2 * * *\", or remove it").FixedBy(Fix.Drop(property));
    }

    private static IEnumerable<Problem> Volume(DeclaredAttribute volume, WorkloadDeclaration declaration)
    {
        if (volume.Text("ExistingClaim") is not null)
        {
            foreach (var property in new[] { "Size", "StorageClass", "VolumeName" })
                if (volume.Text(property) is not null)
                    yield return Problem.At(Rule, volume, property, $"{property} has no effect with ExistingClaim", "the claim that exists has its own: remove it").FixedBy(Fix.Drop(property));
        }

        var main = declaration.WorkloadAttribute;
        var replicas = main?.Name switch
        {
            AttributeNames.Stateless => main.Number("Replicas") ?? 2,
            AttributeNames.Stateful => main.Number("Replicas") ?? 1,
            AttributeNames.BatchJob => main.Number("Parallelism") ?? 1,
            _ => 1,
        };
        if (volume.Text("AccessMode") == "ReadWriteOncePod" && replicas > 1)
            yield return Problem.At(Rule, volume, "AccessMode", $"ReadWriteOncePod lets a single pod mount the volume, and there are {Show(replicas)}", "write AccessMode.ReadWriteMany, or one pod");
    }

    private static IEnumerable<Problem> Exposed(DeclaredAttribute exposed, ProjectOptions options)
    {
        if (exposed.Text("Host") is null)
        {
            foreach (var property in new[] { "Path", "TlsSecretName", "IngressClassName", "Gateway", "Via" })
                if (exposed.Text(property) is not null && !(property == "Path" && exposed.Text("Path") == "/"))
                    yield return Problem.At(Rule, exposed, property, $"{property} has no effect without a Host", "add one, such as Host = \"orders.example.com\", or remove it").FixedBy(Fix.Drop(property));
            yield break;
        }

        if (exposed.Text("Protocol") == "Tcp")
        {
            yield return Problem.At(Rule, exposed, "Host", "a port of Protocol.Tcp is not routed by host", "remove Host, and use ServiceType.LoadBalancer to reach it from outside").FixedBy(Fix.Drop("Host"));
            yield break;
        }

        var isGateway = NetworkComposer.IsGateway(exposed, options);
        foreach (var property in isGateway ? new[] { "TlsSecretName", "IngressClassName" } : ["Gateway"])
            if (exposed.Text(property) is not null)
                yield return Problem.At(Rule, exposed, property, $"{property} has no effect on {(isGateway ? "a Gateway's route" : "an Ingress")}",
                    isGateway ? property == "TlsSecretName" ? "TLS belongs to the Gateway's listener: remove it, or write Via = RouteKind.Ingress" : "remove it, or write Via = RouteKind.Ingress" : "remove it, or write Via = RouteKind.Gateway").FixedBy(Fix.Drop(property));
        if (isGateway && exposed.Text("Protocol") == "Grpc" && exposed.Text("Path") is { } path && path != "/")
            yield return Problem.At(Rule, exposed, "Path", "Path has no effect on a GRPCRoute", "gRPC is routed by host: remove it").FixedBy(Fix.Drop("Path"));
    }

    private static IEnumerable<Problem> ServiceTypes(WorkloadDeclaration declaration)
    {
        var first = declaration.Of(AttributeNames.Exposed).FirstOrDefault(exposed => exposed.Text("ServiceType") is not null);
        return declaration.Of(AttributeNames.Exposed)
            .Where(exposed => exposed.Text("ServiceType") is { } type && type != first!.Text("ServiceType"))
            .Select(exposed => Problem.At(Rule, exposed, "ServiceType", $"ServiceType.{exposed.Text("ServiceType")} and ServiceType.{first!.Text("ServiceType")} are given for one workload", "all its ports are in one Service, which has one type"));
    }

    private static IEnumerable<Problem> Probes(WorkloadDeclaration declaration) => declaration.Of(AttributeNames.Probe)
        .Where(probe => probe.Text("Kind") is not null)
        .GroupBy(probe => probe.Text("Kind"))
        .SelectMany(kind => kind.Skip(1).Select(second => Problem.At(Rule, second, "Kind", $"ProbeKind.{kind.Key} is given twice, and only the first counts", "a workload has one probe of each kind").FixedBy(Fix.RemoveAttribute(AttributeNames.Probe))));

    private static IEnumerable<Problem> Autoscaled(WorkloadDeclaration declaration)
    {
        if (declaration.WorkloadAttribute is not { } main || declaration.Of(AttributeNames.Autoscaled).FirstOrDefault() is not { } scaled)
            yield break;
        if (main.Name is AttributeNames.BatchJob or AttributeNames.PerNode)
            yield return Problem.At(Rule, scaled, null, $"[Autoscaled] has no effect on [{main.Name}]", $"{(main.Name == AttributeNames.PerNode ? "it runs once on every node" : "how many pods a Job runs is its Parallelism")}: remove it").FixedBy(Fix.RemoveAttribute(AttributeNames.Autoscaled));
    }

    private static IEnumerable<Problem> Store(WorkloadDeclaration declaration, ProjectOptions options)
    {
        if (declaration.WorkloadAttribute is { } main && options.SecretStore is null && declaration.Of(AttributeNames.Secret).Any()
            && string.Equals(options.Secrets, "ExternalSecrets", StringComparison.OrdinalIgnoreCase))
            yield return Problem.At(Rule, main, null, "the MSBuild property KubernetesSecrets is ExternalSecrets, but KubernetesSecretStore is not given, so a store of the name 'secret-store' is asked", "name it: <KubernetesSecretStore>ClusterSecretStore/vault</KubernetesSecretStore>");
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
