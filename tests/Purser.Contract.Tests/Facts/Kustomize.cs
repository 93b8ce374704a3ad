using System.Globalization;
using k8s;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace Purser.Contract.Tests.Facts;

/// <summary>As much of kustomize as an overlay of Purser's uses: resources, JSON patches, removals.</summary>
internal static class Kustomize
{
    public static List<IKubernetesObject<V1ObjectMeta>> Build(IReadOnlyDictionary<string, string> files, string folder) =>
        Objects(string.Join("---\n", Documents(files, folder).Select(Text)));

    public static List<IKubernetesObject<V1ObjectMeta>> Objects(string yaml) =>
        [.. KubernetesYaml.LoadAllFromString(yaml).Cast<IKubernetesObject<V1ObjectMeta>>().OrderBy(item => $"{item.Kind} {item.Metadata.Name}", StringComparer.Ordinal)];

    private static List<YamlMappingNode> Documents(IReadOnlyDictionary<string, string> files, string folder)
    {
        var kustomization = Parse(files[Path(folder, "kustomization.yaml")]);
        var documents = new List<YamlMappingNode>();
        foreach (var resource in (YamlSequenceNode)kustomization["resources"])
        {
            var path = Path(folder, ((YamlScalarNode)resource).Value!);
            if (files.TryGetValue(path, out var text))
                documents.Add(Parse(text));
            else
                documents.AddRange(Documents(files, path));
        }

        foreach (var patch in kustomization.Children.TryGetValue("patches", out var patches) ? (YamlSequenceNode)patches : [])
        {
            var target = (YamlMappingNode)patch["target"];
            var document = documents.Single(candidate => candidate["kind"].Equals(target["kind"]) && candidate["metadata"]["name"].Equals(target["name"]));
            var name = document["metadata"]["name"];
            if (Stream(((YamlScalarNode)patch["patch"]).Value!) is YamlSequenceNode operations)
            {
                foreach (var operation in operations.Cast<YamlMappingNode>())
                    Apply(document, operation);
                Assert.True(name.Equals(document["metadata"]["name"]) || ((YamlMappingNode)patch).Children.ContainsKey("options"), $"{name} is renamed without leave");
            }
            else
            {
                documents.Remove(document);
            }
        }

        return documents;
    }

    /// <summary>RFC 6902: what is replaced or removed must be there, and so must what holds that which is added.</summary>
    private static void Apply(YamlNode document, YamlMappingNode operation)
    {
        var path = ((YamlScalarNode)operation["path"]).Value!.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var parent = path[..^1].Aggregate(document, (node, part) => node is YamlSequenceNode list ? list[int.Parse(part, CultureInfo.InvariantCulture)] : node[part]);
        var last = path[^1];
        switch (((YamlScalarNode)operation["op"]).Value, parent)
        {
            case ("add", YamlMappingNode map):
                Assert.False(map.Children.ContainsKey(last), $"{last} is there already");
                map.Add(last, operation["value"]);
                break;
            case ("replace", YamlMappingNode map):
                Assert.True(map.Children.ContainsKey(last), $"there is no {last}");
                map.Children[last] = operation["value"];
                break;
            case ("replace", YamlSequenceNode list):
                list.Children[int.Parse(last, CultureInfo.InvariantCulture)] = operation["value"];
                break;
            case ("remove", YamlMappingNode map):
                Assert.True(map.Children.Remove(last), $"there is no {last}");
                break;
            default:
                Assert.Fail($"no such operation: {operation}");
                break;
        }
    }

    private static YamlMappingNode Parse(string text) => (YamlMappingNode)Stream(text);

    private static YamlNode Stream(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Single().RootNode;
    }

    private static string Text(YamlNode document)
    {
        var writer = new StringWriter();
        new YamlStream(new YamlDocument(document)).Save(writer, assignAnchors: false);
        return writer.ToString().Replace("\n...", "", StringComparison.Ordinal);
    }

    private static string Path(string folder, string name)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{name}".Split('/').Where(part => part is not ("" or ".")))
        {
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
