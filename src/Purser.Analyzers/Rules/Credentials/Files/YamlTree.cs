using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>A YAML document with positions, read from the parser's events: bounded in depth, and an alias is not followed.</summary>
internal abstract record YamlTree
{
    private const int MaxDepth = 64;

    public sealed record Scalar(string Text, TextSpan Span) : YamlTree;

    public sealed record Map(List<KeyValuePair<string, YamlTree>> Entries) : YamlTree
    {
        public YamlTree? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key).Value;

        public string? Text(string key) => (this[key] as Scalar)?.Text;
    }

    public sealed record List(List<YamlTree> Items) : YamlTree;

    /// <summary>An alias, or what is too deep.</summary>
    public sealed record Nothing : YamlTree;

    /// <summary>The documents of a file; what comes before a mistake is still read.</summary>
    public static IReadOnlyList<YamlTree> Read(string text)
    {
        var documents = new List<YamlTree>();
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            while (parser.TryConsume<DocumentStart>(out _))
            {
                documents.Add(Node(parser, text.Length, 0));
                parser.Consume<DocumentEnd>();
            }
        }
        catch (YamlException)
        {
            // Half-typed, or a template of another tool.
        }

        return documents;
    }

    private static YamlTree Node(IParser parser, int length, int depth)
    {
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar))
            return new Scalar(scalar.Value, SpanOf(scalar, length));
        if (depth >= MaxDepth)
        {
            parser.SkipThisAndNestedEvents();
            return new Nothing();
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var entries = new List<KeyValuePair<string, YamlTree>>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(parser, length, depth + 1);
                entries.Add(new((key as Scalar)?.Text ?? "", Node(parser, length, depth + 1)));
            }

            return new Map(entries);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, length, depth + 1));
            return new List(items);
        }

        parser.MoveNext();
        return new Nothing();
    }

    private static TextSpan SpanOf(ParsingEvent scalar, int length)
    {
        var start = (int)Math.Max(0, Math.Min(scalar.Start.Index, length));
        return TextSpan.FromBounds(start, (int)Math.Max(start, Math.Min(scalar.End.Index, length)));
    }
}
