using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3007: a secret given to an attribute whose values are written into manifests. Pure, so that the generator leaves such a workload out.</summary>
internal static class PUR3007SecretInDeclaration
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR3007",
        DiagnosticSeverity.Error,
        "Secret in a declaration",
        Problem.Message,
        "What [Setting], [Label], [Annotation], Args and Command say is written into manifests that are committed, copied and shown by kubectl to everybody who may look at a pod. [Secret] names the key of a Kubernetes Secret and never a value.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration) => declaration.Attributes.SelectMany(static attribute => attribute.Name switch
    {
        AttributeNames.Setting => OfSetting(attribute),
        AttributeNames.Label or AttributeNames.Annotation => OfMetadata(attribute),
        _ when AttributeNames.IsWorkload(attribute.Name) => OfArguments(attribute, "Command").Concat(OfArguments(attribute, "Args")),
        _ => [],
    });

    private static IEnumerable<Problem> OfSetting(DeclaredAttribute setting)
    {
        if (setting.Text("Key") is { } key && WhatIs(key, setting.Text("Value")) is { } what)
            yield return Problem.At(Rule, setting, "Value", $"the value of '{key}' is a {what}, and a setting is written into the manifest", $"write [Secret(\"{key}\")], which names the key and never the value");
    }

    private static IEnumerable<Problem> OfMetadata(DeclaredAttribute attribute)
    {
        if (WhatIs(attribute.Text("Key"), attribute.Text("Value")) is { } what)
            yield return Problem.At(Rule, attribute, "Value", $"the value of '{attribute.Text("Key")}' is a {what}, and everybody who may list pods sees their labels and annotations", "take it out; the app reads a secret from a key of [Secret], such as [Secret(\"Smtp:Password\")]");
    }

    /// <summary><c>--password x</c>, <c>--password=x</c>, <c>DB_PASSWORD=x</c>, and texts that say it by themselves.</summary>
    private static IEnumerable<Problem> OfArguments(DeclaredAttribute workload, string property)
    {
        var items = workload.Texts(property) ?? EquatableArray<string>.Empty;
        for (var i = 0; i < items.Count; i++)
        {
            var (name, value) = items[i].IndexOf('=') is var equals and > 0 && items[i].IndexOf(' ') is var space && (space < 0 || space > equals)
                ? (items[i].Substring(0, equals), items[i].Substring(equals + 1))
                : (i > 0 && items[i - 1].StartsWith("-", StringComparison.Ordinal) && items[i - 1].IndexOf('=') < 0 && !items[i].StartsWith("-", StringComparison.Ordinal) ? items[i - 1] : null, items[i]);
            if ((WhatIs(name, value) ?? WhatIs(null, items[i])) is { } what)
                yield return Problem.At(Rule, workload, property, $"this part of {property} is a {what}, and the arguments of a container are written into the manifest", "let the app read it from a key of [Secret], such as [Secret(\"Smtp:Password\")]") with { Item = i };
        }
    }

    /// <summary>The kind in words; null where it is no secret, or hardly.</summary>
    private static string? WhatIs(string? name, string? value) =>
        value is not null && CredentialClassifier.Classify(name, value, new CredentialContext(IsConfiguration: true)) is { Confidence: >= Confidence.Medium, What: var what } ? what : null;
}
