using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>What the program asks of the Kubernetes API, from the typed calls of KubernetesClient.</summary>
internal static class ApiReader
{
    /// <summary>Whether a name could be a call of the API, before any symbol is asked.</summary>
    public static bool IsCandidate(string name, string? receiver)
    {
        if (name.IndexOf("Namespaced", StringComparison.Ordinal) > 0 || name.IndexOf("ForAllNamespaces", StringComparison.Ordinal) > 0 || name.IndexOf("ClusterCustomObject", StringComparison.Ordinal) > 0)
            return true;
        return receiver is not null && IsOperations(receiver) && KubernetesMethod.Parse(name) is not null;
    }

    public static bool IsGenericCandidate(string name) => name is "CreateAsync" or "ListAsync" or "ReadAsync" or "DeleteAsync" or "PatchAsync" or "ReplaceAsync" or "WatchAsync" or "Watch";

    public static IEnumerable<Finding> Read(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (!Calls.IsIn(method, "k8s"))
            return [];
        if (method.ContainingType.Name == "GenericClient")
            return OfGenericClient(call, scope);
        if (method.Name.EndsWith("NamespacedPodExecAsync", StringComparison.Ordinal))
            return Stream("pods/exec");
        if (method.Name.EndsWith("NamespacedPodPortForwardAsync", StringComparison.Ordinal))
            return Stream("pods/portforward");
        if (method.Name.EndsWith("NamespacedPodAttachAsync", StringComparison.Ordinal))
            return Stream("pods/attach");
        if (KubernetesMethod.Parse(method.Name) is not { } parsed)
            return [];

        var operations = OperationsType(call);
        if (operations.StartsWith("CustomObjects", StringComparison.Ordinal))
            return OfCustomObjects(call, parsed, scope);
        if (KubernetesMethod.GroupOf(operations) is not { } group)
            return [];
        return Verbs(call, parsed.Verb, scope).Select(verb => new ApiFinding(new(group, parsed.Resource, verb, parsed.ClusterScoped)));
    }

    public static IEnumerable<Finding> Read(IObjectCreationOperation creation, Scope scope)
    {
        if (!Calls.IsIn(creation.Type, "k8s.LeaderElection"))
            return [];
        (string Group, string Resource)? held = creation.Type?.Name switch
        {
            "LeaseLock" => ("coordination.k8s.io", "leases"),
            "ConfigMapLock" => ("", "configmaps"),
            "EndpointsLock" => ("", "endpoints"),
            _ => null,
        };
        return held is { } kept
            ? new[] { "create", "get", "update" }.Select(verb => new ApiFinding(new(kept.Group, kept.Resource, verb, false)))
            : [];
    }

    private static bool IsOperations(string receiver) =>
        receiver is "CustomObjects" || (receiver.LastIndexOf('V') is > 0 and var v && v + 1 < receiver.Length && char.IsDigit(receiver[v + 1]));

    /// <summary><c>CoreV1</c> of ICoreV1Operations and of CoreV1OperationsExtensions.</summary>
    private static string OperationsType(IInvocationOperation call)
    {
        var name = call.TargetMethod.ContainingType.Name;
        var end = name.IndexOf("Operations", StringComparison.Ordinal);
        if (end < 0)
            return "";
        return name[0] == 'I' && char.IsUpper(name[1]) && !name.EndsWith("Extensions", StringComparison.Ordinal) ? name.Substring(1, end - 1) : name.Substring(0, end);
    }

    /// <summary>A list with <c>watch: true</c> is a watch; where it depends, it is both.</summary>
    private static IEnumerable<string> Verbs(IInvocationOperation call, string verb, Scope scope)
    {
        if (verb != "list" || Calls.Argument(call, "watch") is not { } watch)
            return [verb];
        return scope.Text(watch) switch
        {
            "True" => ["watch"],
            "False" => ["list"],
            _ => scope.Resolve(watch).IsNull ? ["list"] : ["list", "watch"],
        };
    }

    private static IEnumerable<Finding> OfCustomObjects(IInvocationOperation call, KubernetesMethod parsed, Scope scope)
    {
        if (scope.Text(Calls.Argument(call, "group")) is not { } group || scope.Text(Calls.Argument(call, "plural")) is not { } plural)
            return [new ApiFinding((ApiCall?)null)];
        var resource = parsed.Subresource is { } subresource ? $"{plural}/{subresource}" : plural;
        var isCluster = call.TargetMethod.Name.IndexOf("Namespaced", StringComparison.Ordinal) < 0;
        return Verbs(call, parsed.Verb, scope).Select(verb => new ApiFinding(new(group, resource, verb, isCluster)));
    }

    /// <summary><c>new GenericClient(client, "example.com", "v1", "widgets")</c>, else the entity attribute of the type argument.</summary>
    private static IEnumerable<Finding> OfGenericClient(IInvocationOperation call, Scope scope)
    {
        if (KubernetesMethod.VerbOf(call.TargetMethod.Name) is not { } verb)
            return [];
        var isCluster = call.TargetMethod.Name.IndexOf("Namespaced", StringComparison.Ordinal) < 0;
        if (call.Instance is { } client && scope.Follow(client) is IObjectCreationOperation creation
            && Argument(creation, "plural") is { } plural && Text(creation, "group") is var group)
            return [new ApiFinding(scope.Text(plural) is { } resource && group is not null ? new(group, resource, verb, isCluster) : null)];
        if (call.TargetMethod.TypeArguments is [INamedTypeSymbol entity] && Entity(entity) is { } known)
            return [new ApiFinding(new(known.Group, known.Plural, verb, isCluster))];
        return [new ApiFinding((ApiCall?)null)];

        string? Text(IObjectCreationOperation from, string parameter) => Argument(from, parameter) is { } value ? scope.Text(value) : "";

        static IOperation? Argument(IObjectCreationOperation from, string parameter) =>
            from.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is { } name && name.StartsWith(parameter, StringComparison.Ordinal))?.Value;
    }

    /// <summary>Group and plural that a model says of itself: <c>[KubernetesEntity(Group = "apps", PluralName = "deployments")]</c>; of a list, those of its items.</summary>
    private static (string Group, string Plural)? Entity(INamedTypeSymbol type)
    {
        var attribute = type.GetAttributes().FirstOrDefault(static candidate => candidate.AttributeClass?.Name == "KubernetesEntityAttribute");
        var plural = Named("PluralName");
        return string.IsNullOrEmpty(plural) ? null : (Named("Group") ?? "", plural!);

        string? Named(string name) => attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
    }

    /// <summary>An API server asks for <c>get</c> or <c>create</c>, by its version and the protocol of the stream.</summary>
    private static IEnumerable<Finding> Stream(string resource) => [new ApiFinding(new("", resource, "create", false)), new ApiFinding(new("", resource, "get", false))];
}
