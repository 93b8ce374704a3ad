using Purser.Analyzers.Yaml;

namespace Purser.Analyzers.Manifests;

/// <summary>What makes one object of another: the operations of a JSON patch (RFC 6902).</summary>
internal static class ObjectDifference
{
    public static YamlList Of(YamlMap from, YamlMap to)
    {
        var operations = new YamlList();
        Add(operations, "", from, to);
        return operations;
    }

    private static void Add(YamlList operations, string path, YamlNode from, YamlNode to)
    {
        switch (from, to)
        {
            case (YamlMap a, YamlMap b):
                foreach (var entry in a.Where(entry => b.Find(entry.Key) is null))
                    operations.Add(Operation("remove", path + Segment(entry.Key), null));
                foreach (var entry in b)
                {
                    if (a.Find(entry.Key) is { } old)
                        Add(operations, path + Segment(entry.Key), old, entry.Value);
                    else
                        operations.Add(Operation("add", path + Segment(entry.Key), entry.Value));
                }

                break;
            case (YamlList a, YamlList b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Add(operations, $"{path}/{i}", a[i], b[i]);
                break;
            case (YamlScalar a, YamlScalar b) when a.Value == b.Value && a.IsText == b.IsText:
                break;
            default:
                operations.Add(Operation("replace", path, to));
                break;
        }
    }

    private static YamlMap Operation(string name, string path, YamlNode? value) => new() { ["op"] = name, ["path"] = path, ["value"] = value };

    private static string Segment(string key) => "/" + key.Replace("~", "~0").Replace("/", "~1");
}
