using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>web.config, app.config, nuget.config: appSettings, connectionStrings, applicationSettings, and attributes and elements by their own names.</summary>
internal static class XmlValues
{
    public static IEnumerable<FileValue> Read(string text)
    {
        var values = new List<FileValue>();
        try
        {
            var lines = SourceText.From(text).Lines;
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var names = new Stack<string>();
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (!reader.IsEmptyElement)
                            names.Push(NameOf(reader, names));
                        if (reader.HasAttributes)
                            ReadElement(reader, text, lines, values);
                        break;
                    case XmlNodeType.EndElement when names.Count > 0:
                        names.Pop();
                        break;
                    case XmlNodeType.Text when names.Count > 0 && SpanOfText((IXmlLineInfo)reader, text, lines) is { } span:
                        values.Add(new(names.Peek(), reader.Value.Trim(), span));
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // Half-typed: what was read before is still true.
        }

        return values;
    }

    /// <summary><c>&lt;setting name="SmtpPassword"&gt;&lt;value&gt;x&lt;/value&gt;&lt;/setting&gt;</c> is called by its setting.</summary>
    private static string NameOf(XmlReader element, Stack<string> names) =>
        element.LocalName is "value" && names.Count > 0 ? names.Peek() : element.GetAttribute("name") ?? element.GetAttribute("key") ?? element.LocalName;

    private static void ReadElement(XmlReader reader, string text, TextLineCollection lines, List<FileValue> values)
    {
        var isConnection = reader.GetAttribute("connectionString") is not null;
        var name = reader.GetAttribute(isConnection ? "name" : "key") ?? reader.GetAttribute("name");
        while (reader.MoveToNextAttribute())
        {
            var key = reader.Name switch
            {
                "value" => name,
                "connectionString" => "ConnectionStrings:" + (name ?? "Default"),
                "key" or "name" => null,
                var own => own,
            };
            if (key is not null && reader.Value.Length > 0 && SpanOf((IXmlLineInfo)reader, text, lines) is { } span)
                values.Add(new(key, reader.Value, span));
        }

        reader.MoveToElement();
    }

    /// <summary>The text of an element, without the white space around it.</summary>
    private static TextSpan? SpanOfText(IXmlLineInfo position, string text, TextLineCollection lines)
    {
        if (!position.HasLineInfo() || position.LineNumber < 1 || position.LineNumber > lines.Count)
            return null;
        var start = Math.Min(text.Length, lines[position.LineNumber - 1].Start + position.LinePosition - 1);
        var end = text.IndexOf('<', start);
        end = end < 0 ? text.Length : end;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start ? TextSpan.FromBounds(start, end) : null;
    }

    /// <summary>The value with its quotes: the reader knows only where the attribute's name stands.</summary>
    private static TextSpan? SpanOf(IXmlLineInfo position, string text, TextLineCollection lines)
    {
        if (!position.HasLineInfo() || position.LineNumber < 1 || position.LineNumber > lines.Count)
            return null;
        var start = text.IndexOfAny(['"', '\''], Math.Min(text.Length, lines[position.LineNumber - 1].Start + position.LinePosition - 1));
        if (start < 0)
            return null;
        var end = text.IndexOf(text[start], start + 1);
        return end < 0 ? null : TextSpan.FromBounds(start, end + 1);
    }
}
