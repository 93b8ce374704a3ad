using System.Collections;
using System.Globalization;

namespace Purser.Analyzers.Yaml;

/// <summary>A node of a YAML document: a map, a list or a scalar.</summary>
internal abstract class YamlNode
{
    /// <summary>Where the value came from: behind a scalar, above a map's or a list's first line.</summary>
    public string? Comment { get; private set; }

    public YamlNode From(string? comment)
    {
        Comment = comment;
        return this;
    }

    public static implicit operator YamlNode?(string? text) => YamlScalar.Of(text);

    public static implicit operator YamlNode?(long? number) => YamlScalar.Of(number);

    public static implicit operator YamlNode?(bool? flag) => YamlScalar.Of(flag);
}

/// <summary>Text that reads back as text, or a number or boolean as it stands.</summary>
internal sealed class YamlScalar(string value, bool isText) : YamlNode
{
    public string Value { get; } = value;

    public bool IsText { get; } = isText;

    public static YamlNode? Of(string? text, string? comment = null) => text is null ? null : new YamlScalar(text, isText: true).From(comment);

    public static YamlNode? Of(long? number, string? comment = null) =>
        number is { } value ? new YamlScalar(value.ToString(CultureInfo.InvariantCulture), isText: false).From(comment) : null;

    public static YamlNode? Of(bool? flag) => flag is { } value ? new YamlScalar(value ? "true" : "false", isText: false) : null;
}

/// <summary>An ordered map. A null value leaves its key out, so that an object initializer can name every field.</summary>
internal sealed class YamlMap : YamlNode, IEnumerable<KeyValuePair<string, YamlNode>>
{
    private readonly List<KeyValuePair<string, YamlNode>> entries = [];

    public YamlNode? this[string key]
    {
        set
        {
            if (value is not null)
                entries.Add(new(key, value));
        }
    }

    public int Count => entries.Count;

    /// <summary>The value of a key; null where there is none.</summary>
    public YamlNode? Find(string key) => entries.FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>Itself, or null where it is empty: an absent field.</summary>
    public YamlMap? OrNull() => Count == 0 ? null : this;

    public IEnumerator<KeyValuePair<string, YamlNode>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A list. A null item is left out.</summary>
internal sealed class YamlList : YamlNode, IEnumerable<YamlNode>
{
    private readonly List<YamlNode> items = [];

    public int Count => items.Count;

    public YamlNode this[int index] => items[index];

    public static YamlList Of(IEnumerable<YamlNode?> items)
    {
        var list = new YamlList();
        foreach (var item in items)
            list.Add(item);
        return list;
    }

    public static YamlList Of(IEnumerable<string> items) => Of(items.Select(item => (YamlNode?)item));

    public void Add(YamlNode? item)
    {
        if (item is not null)
            items.Add(item);
    }

    /// <summary>Itself, or null where it is empty: an absent field.</summary>
    public YamlList? OrNull() => Count == 0 ? null : this;

    public IEnumerator<YamlNode> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
