using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>Kubernetes manifests, compose files, and other YAML by its keys.</summary>
internal static class YamlValues
{
    public static IEnumerable<FileValue> Read(string text)
    {
        foreach (var document in YamlTree.Read(text).OfType<YamlTree.Map>())
        {
            // Encrypted by SOPS or kubeseal, or a reference to a store: what is in it may be committed.
            if (document["sops"] is not null || document.Text("kind") is "SealedSecret" or "ExternalSecret" or "ClusterExternalSecret")
                continue;
            var values = document.Text("kind") is { } kind && document["apiVersion"] is not null ? OfObject(document, kind)
                : document["services"] is YamlTree.Map ? OfCompose(document).Concat(ByValueAlone(document).Where(static value => value.Key.IndexOf(":environment", StringComparison.Ordinal) < 0))
                : document["secretGenerator"] is { } generators ? Literals(generators)
                : Leaves(document, "");
            foreach (var value in values)
                yield return value;
        }
    }

    private static IEnumerable<FileValue> OfObject(YamlTree.Map document, string kind) => kind switch
    {
        "Secret" => Entries(document["stringData"]).Concat(Entries(document["data"]).Select(Decoded)),
        "ConfigMap" => Entries(document["data"]),
        "Kustomization" => Literals(document),
        "List" when document["items"] is YamlTree.List list => list.Items.OfType<YamlTree.Map>().SelectMany(static item => OfObject(item, item.Text("kind") ?? "")),
        _ => Environment(document).Concat(ByValueAlone(document)),
    };

    private static IEnumerable<FileValue> OfCompose(YamlTree.Map document) => ((YamlTree.Map)document["services"]!).Entries
        .Select(static service => service.Value).OfType<YamlTree.Map>()
        .SelectMany(static service => service["environment"] switch
        {
            YamlTree.List list => Assignments(list),
            var map => Entries(map),
        });

    /// <summary>What kustomize makes Secrets of: <c>literals: [password=x]</c>.</summary>
    private static IEnumerable<FileValue> Literals(YamlTree tree) => tree switch
    {
        YamlTree.Map map => map.Entries.SelectMany(static entry => entry is { Key: "literals", Value: YamlTree.List literals } ? Assignments(literals) : Literals(entry.Value)),
        YamlTree.List list => list.Items.SelectMany(Literals),
        _ => [],
    };

    /// <summary>All of <c>- name: DB_PASSWORD, value: x</c>, wherever containers are.</summary>
    private static IEnumerable<FileValue> Environment(YamlTree tree)
    {
        switch (tree)
        {
            case YamlTree.Map map when map.Text("name") is { } name && map["value"] is YamlTree.Scalar value:
                return [new(name, value.Text, value.Span)];
            case YamlTree.Map map:
                return map.Entries.SelectMany(static entry => Environment(entry.Value));
            case YamlTree.List list:
                return list.Items.SelectMany(Environment);
            default:
                return [];
        }
    }

    private static IEnumerable<FileValue> Entries(YamlTree? tree) => tree is YamlTree.Map map
        ? map.Entries.Where(static entry => entry.Value is YamlTree.Scalar).Select(static entry => new FileValue(entry.Key, ((YamlTree.Scalar)entry.Value).Text, ((YamlTree.Scalar)entry.Value).Span))
        : [];

    private static IEnumerable<FileValue> ByValueAlone(YamlTree tree) => Leaves(tree, "")
        .Where(static leaf => !leaf.Key.EndsWith(":value", StringComparison.Ordinal))
        .Select(static leaf => leaf with { IsNamed = false });

    private static IEnumerable<FileValue> Leaves(YamlTree tree, string path) => tree switch
    {
        YamlTree.Scalar scalar => [new(path, scalar.Text, scalar.Span)],
        YamlTree.Map map => map.Entries.SelectMany(entry => Leaves(entry.Value, path.Length == 0 ? entry.Key : path + ":" + entry.Key)),
        YamlTree.List list => list.Items.SelectMany(item => Leaves(item, path)),
        _ => [],
    };

    private static IEnumerable<FileValue> Assignments(YamlTree.List list) =>
        list.Items.OfType<YamlTree.Scalar>().Select(Assignment).Where(static value => value is not null).Select(static value => value!.Value);

    /// <summary><c>- DB_PASSWORD=x</c>.</summary>
    private static FileValue? Assignment(YamlTree.Scalar item)
    {
        var equals = item.Text.IndexOf('=');
        if (equals <= 0)
            return null;
        var isPlain = item.Span.Length == item.Text.Length;
        return new(item.Text.Substring(0, equals), item.Text.Substring(equals + 1), isPlain ? TextSpan.FromBounds(item.Span.Start + equals + 1, item.Span.End) : item.Span);
    }

    private static FileValue Decoded(FileValue value)
    {
        try
        {
            return value with { Text = Encoding.UTF8.GetString(Convert.FromBase64String(value.Text.Trim())).Trim() };
        }
        catch (FormatException)
        {
            return value;
        }
    }
}
