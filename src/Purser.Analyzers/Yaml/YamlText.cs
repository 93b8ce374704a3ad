using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Purser.Analyzers.Yaml;

/// <summary>Writes a document: UTF-8-safe, <c>\n</c>, never folded, the same on every machine.</summary>
internal static class YamlText
{
    private static readonly EmitterSettings Settings = EmitterSettings.Default
        .WithBestIndent(2)
        .WithBestWidth(int.MaxValue)
        .WithIndentedSequences()
        .WithNewLine("\n");

    /// <param name="document">The document's root.</param>
    /// <param name="header">The first line, a comment.</param>
    public static string Write(YamlNode document, string? header = null)
    {
        var text = new StringBuilder(2048);
        if (header is not null)
            text.Append("# ").Append(CommentLine(header)).Append('\n');
        using var writer = new StringWriter(text, CultureInfo.InvariantCulture);
        Emit(writer, document, withComments: true);
        return text.ToString();
    }

    /// <summary>The content alone, for a hash: a comment is no change.</summary>
    public static string WithoutComments(YamlNode document)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Emit(writer, document, withComments: false);
        return writer.ToString();
    }

    private static void Emit(TextWriter writer, YamlNode document, bool withComments)
    {
        var emitter = new Emitter(writer, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Node(document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());

        void Node(YamlNode node)
        {
            switch (node)
            {
                case YamlMap map:
                    emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                    foreach (var entry in map)
                    {
                        Above(entry.Value);
                        Scalar(entry.Key, YamlQuoting.StyleOf(entry.Key, isKey: true));
                        Node(entry.Value);
                        Behind(entry.Value);
                    }

                    emitter.Emit(new MappingEnd());
                    break;
                case YamlList list:
                    emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                    foreach (var item in list)
                    {
                        Above(item);
                        Node(item);
                        Behind(item);
                    }

                    emitter.Emit(new SequenceEnd());
                    break;
                case YamlScalar scalar:
                    Scalar(YamlQuoting.WithoutLoneSurrogates(scalar.Value), scalar.IsText ? YamlQuoting.StyleOf(scalar.Value) : ScalarStyle.Plain);
                    break;
            }
        }

        void Scalar(string value, ScalarStyle style) =>
            emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, style, isPlainImplicit: true, isQuotedImplicit: true));

        void Above(YamlNode node)
        {
            if (withComments && node is { Comment: { } comment } and not YamlScalar)
                emitter.Emit(new Comment(CommentLine(comment), isInline: false));
        }

        void Behind(YamlNode node)
        {
            if (withComments && node is YamlScalar { Comment: { } comment })
                emitter.Emit(new Comment(CommentLine(comment), isInline: true));
        }
    }

    /// <summary>One printable line: nothing in a comment can end it.</summary>
    private static string CommentLine(string comment)
    {
        var line = new StringBuilder(comment.Length);
        foreach (var c in YamlQuoting.WithoutLoneSurrogates(comment))
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' ? ' ' : c);
        return line.ToString().Trim();
    }
}
