using System.Collections.Immutable;
using System.Globalization;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>A way out of a problem, computed by the rule and carried to the light bulb in the diagnostic's properties.</summary>
internal sealed record Fix(string Title, EquatableArray<Edit> Edits)
{
    /// <summary>The likeliest value in the place of the one that was given.</summary>
    public static Fix? Write(string argument, string? value, int item = -1) =>
        value is null ? null : new($"Write \"{value}\"", EquatableArray.Of(new Edit(EditKind.Text, argument, value, item)));

    public static Fix Set(string argument, string value) => new($"Set {argument} = \"{value}\"", EquatableArray.Of(new Edit(EditKind.Text, argument, value)));

    public static Fix Set(string argument, long value) =>
        new($"Set {argument} = {value.ToString(CultureInfo.InvariantCulture)}", EquatableArray.Of(new Edit(EditKind.Number, argument, value.ToString(CultureInfo.InvariantCulture))));

    public static Fix Drop(string argument) => new($"Remove {argument}", EquatableArray.Of(new Edit(EditKind.Drop, argument, "")));

    public static Fix RemoveAttribute(string name) => new($"Remove [{name}]", EquatableArray.Of(new Edit(EditKind.RemoveAttribute, name, "")));

    public static Fix AddAttribute(string name) => new($"Add [{name}]", EquatableArray.Of(new Edit(EditKind.AddAttribute, name, "")));

    /// <summary>As properties of a diagnostic.</summary>
    public static ImmutableDictionary<string, string?> ToProperties(EquatableArray<Fix> fixes)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        for (var i = 0; i < fixes.Count; i++)
        {
            properties[$"{i}.title"] = fixes[i].Title;
            for (var j = 0; j < fixes[i].Edits.Count; j++)
            {
                var edit = fixes[i].Edits[j];
                properties[$"{i}.{j}.kind"] = edit.Kind.ToString();
                properties[$"{i}.{j}.argument"] = edit.Argument;
                properties[$"{i}.{j}.value"] = edit.Value;
                properties[$"{i}.{j}.item"] = edit.Item.ToString(CultureInfo.InvariantCulture);
            }
        }

        return properties.ToImmutable();
    }

    public static IEnumerable<Fix> FromProperties(ImmutableDictionary<string, string?> properties)
    {
        for (var i = 0; properties.TryGetValue($"{i}.title", out var title); i++)
            yield return new(title!, Edits(i).ToEquatableArray());

        IEnumerable<Edit> Edits(int i)
        {
            for (var j = 0; properties.TryGetValue($"{i}.{j}.kind", out var kind); j++)
                yield return new(
                    (EditKind)Enum.Parse(typeof(EditKind), kind!),
                    properties[$"{i}.{j}.argument"]!,
                    properties[$"{i}.{j}.value"]!,
                    int.Parse(properties[$"{i}.{j}.item"]!, CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>One change of the attribute that the problem is in.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Argument">The property, or the attribute for the last two kinds.</param>
/// <param name="Value">The new value.</param>
/// <param name="Item">The item of an array argument; -1 for the argument itself.</param>
internal sealed record Edit(EditKind Kind, string Argument, string Value, int Item = -1);

internal enum EditKind
{
    Text,
    Number,
    Flag,
    Drop,
    RemoveAttribute,
    AddAttribute,
}
