using System.Globalization;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>The workload's name, after the default, and the names of the objects that it refers to.</summary>
internal static class PUR1003NotAName
{
    /// <summary>A StatefulSet's pods carry its name and a hash as a label; a CronJob's Jobs carry a number behind it.</summary>
    private const int MaxWithSuffix = 52;

    private const string LabelRule = "lower-case letters, digits and hyphens, a letter or digit at both ends";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1003",
        DiagnosticSeverity.Error,
        "Not a name that Kubernetes accepts",
        Problem.Message,
        "The API server refuses objects whose name is no DNS label or subdomain. StatefulSets and CronJobs need room for what the controller adds to the name, and a Service's name begins with a letter.");

    private static readonly (string Attribute, string Property, string Kind)[] References =
    [
        (AttributeNames.Stateful, "StorageClass", "StorageClass"),
        (AttributeNames.Volume, "StorageClass", "StorageClass"),
        (AttributeNames.Volume, "ExistingClaim", "PersistentVolumeClaim"),
        (AttributeNames.Volume, "VolumeName", "PersistentVolume"),
        (AttributeNames.Exposed, "TlsSecretName", "Secret"),
        (AttributeNames.Exposed, "IngressClassName", "IngressClass"),
        (AttributeNames.Secret, "Name", "Secret"),
        (AttributeNames.MountedSecret, "SecretName", "Secret"),
    ];

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options) =>
        Own(declaration).Concat(Referred(declaration)).Concat(Gateways(declaration)).Concat(Properties(declaration, options));

    private static IEnumerable<Problem> Own(WorkloadDeclaration declaration)
    {
        if (declaration.WorkloadAttribute is not { } main)
            yield break;
        var name = WorkloadName.Of(declaration);
        var hasService = main.Name == AttributeNames.Stateful || declaration.Of(AttributeNames.Exposed).Any();
        var isCronJob = main.Name == AttributeNames.BatchJob && main.Text("Schedule") is not null;
        var index = isCronJob && main.Flag("Indexed") == true ? IndexLength(main) : 0;
        var limit = main.Name == AttributeNames.Stateful || isCronJob ? MaxWithSuffix - index : DnsName.MaxLabel;
        if (name.Length <= limit && (hasService ? DnsName.IsServiceLabel(name) : DnsName.IsLabel(name)))
        {
            if (FileStem.IsDevice(name))
                yield return Problem.At(Rule, main, "Name", $"{Characters.Quote(name)} is a device of Windows, so no manifest can have that name there", $"choose another, such as Name = \"{name}-app\"")
                    .FixedBy(main.Text("Name") is null ? Fix.Set("Name", name + "-app") : Fix.Write("Name", name + "-app"));
            yield break;
        }

        var nearest = DnsName.NearestLabel(name, limit, hasService);
        var example = nearest.Length > 0 ? nearest : "orders-api";
        var given = main.Text("Name") is null
            ? $"{Characters.Quote(name)}, the name made of {(declaration.SimpleName == "Program" ? $"assembly '{declaration.AssemblyName}'" : $"class '{declaration.SimpleName}'")}, is not a name that Kubernetes accepts"
            : $"{Characters.Quote(name)} is not a name that Kubernetes accepts";
        var rule = DnsName.IsLabel(name) && name.Length <= limit
            ? "the name of a Service begins with a letter"
            : $"a name is {LabelRule}, at most {limit} characters{(limit <= MaxWithSuffix ? $" for {(index > 0 ? "a CronJob whose pods are numbered" : isCronJob ? "a CronJob" : "a StatefulSet")}" : "")}";
        yield return Problem.At(Rule, main, "Name", given, $"{rule}: Name = \"{example}\"")
            .FixedBy(nearest.Length == 0 ? null : main.Text("Name") is null ? Fix.Set("Name", nearest) : Fix.Write("Name", nearest));
    }

    /// <summary>What is added to a numbered pod's host name, a label like any other.</summary>
    private static int IndexLength(DeclaredAttribute job) =>
        1 + Math.Max(0, (job.Number("Completions") ?? 1) - 1).ToString(CultureInfo.InvariantCulture).Length;

    private static IEnumerable<Problem> Referred(WorkloadDeclaration declaration)
    {
        foreach (var attribute in declaration.Attributes)
        {
            if (AttributeNames.IsWorkload(attribute.Name))
            {
                foreach (var problem in Reference(attribute, "ServiceAccount", "ServiceAccount").Concat(Reference(attribute, "PriorityClass", "PriorityClass")))
                    yield return problem;
            }

            foreach (var (_, property, kind) in References.Where(reference => reference.Attribute == attribute.Name))
                foreach (var problem in Reference(attribute, property, kind))
                    yield return problem;
        }
    }

    private static IEnumerable<Problem> Reference(DeclaredAttribute attribute, string property, string kind)
    {
        if (attribute[property] is not { } argument)
            yield break;
        if (argument.Value.Text is not { } name)
        {
            // A property that may be null means its default; the Secret of [MountedSecret] has none.
            if (property == "SecretName")
                yield return Problem.At(Rule, attribute, property, $"null is not the name of a {kind}", "give its name, such as \"orders-tls\"");
            yield break;
        }

        // An empty class is Kubernetes' own way to say: no class, so nothing is provisioned.
        if (DnsName.IsSubdomain(name) || (kind == "StorageClass" && name.Length == 0))
            yield break;
        var nearest = DnsName.NearestSubdomain(name);
        yield return Problem.At(
            Rule, attribute, property,
            $"{Characters.Quote(name)} is not the name of {(kind == "IngressClass" ? "an" : "a")} {kind}",
            $"names are lower-case letters, digits, '-' and '.', a letter or digit at both ends, at most {DnsName.MaxSubdomain} characters{Example(nearest)}")
            .FixedBy(nearest.Length == 0 ? null : Fix.Write(property, nearest));
    }

    private static IEnumerable<Problem> Gateways(WorkloadDeclaration declaration)
    {
        foreach (var exposed in declaration.Of(AttributeNames.Exposed))
        {
            if (exposed.Text("Gateway") is not { } gateway)
                continue;
            var parts = gateway.Split('/');
            if (parts.Length <= 2 && DnsName.IsSubdomain(parts[parts.Length - 1]) && (parts.Length == 1 || DnsName.IsLabel(parts[0])))
                continue;
            var nearest = parts.Length == 2 ? $"{DnsName.NearestLabel(parts[0], DnsName.MaxLabel, false)}/{DnsName.NearestSubdomain(parts[1])}" : DnsName.NearestSubdomain(gateway);
            var isUsable = parts.Length <= 2 && nearest.Trim('/') == nearest && nearest.Length > 0;
            yield return Problem.At(
                Rule, exposed, "Gateway",
                $"{Characters.Quote(gateway)} is not the name of a Gateway",
                $"write its name or namespace/name in lower-case letters, digits and hyphens{Example(isUsable ? nearest : "infra/public")}")
                .FixedBy(isUsable ? Fix.Write("Gateway", nearest) : null);
        }
    }

    private static IEnumerable<Problem> Properties(WorkloadDeclaration declaration, ProjectOptions options)
    {
        if (declaration.WorkloadAttribute is not { } main)
            yield break;
        if (options.Namespace is { } ns && !DnsName.IsLabel(ns))
            yield return Problem.At(Rule, main, null, $"the MSBuild property KubernetesNamespace is {Characters.Quote(ns)}, which is not the name of a namespace",
                $"a name is {LabelRule}, at most {DnsName.MaxLabel} characters{Example(DnsName.NearestLabel(ns, DnsName.MaxLabel, false))}");
        if (options.SecretStore is { } store && !IsStore(store))
            yield return Problem.At(Rule, main, null, $"the MSBuild property KubernetesSecretStore is {Characters.Quote(store)}, which is not the name of a store",
                "write its name or kind/name, such as \"vault\" or \"ClusterSecretStore/vault\"");
    }

    private static bool IsStore(string store)
    {
        var parts = store.Split('/');
        return parts.Length <= 2 && DnsName.IsSubdomain(parts[parts.Length - 1]) && (parts.Length == 1 || parts[0] is "SecretStore" or "ClusterSecretStore");
    }

    private static string Example(string nearest) => nearest.Length > 0 ? $", such as \"{nearest}\"" : "";
}
