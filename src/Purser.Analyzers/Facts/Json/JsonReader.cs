using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Facts.Json;

/// <summary>
/// JSON as .NET's configuration reads it: with comments and trailing commas. Its own, because System.Text.Json is not there for an analyzer.
/// Strict otherwise, bounded in depth and size, and it never throws: text that is not JSON is no value.
/// </summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;
    private const int MaxLength = 4 * 1024 * 1024;

    private readonly string text;
    private int at;
    private bool failed;

    private JsonReader(string text) => this.text = text;

    public static JsonValue? Parse(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var reader = new JsonReader(text);
        if (text.StartsWith("\uFEFF", StringComparison.Ordinal))
            reader.at = 1;
        var value = reader.Value(0);
        reader.SkipSpace();
        return reader.failed || reader.at < text.Length ? null : value;
    }

    private char Next => at < text.Length ? text[at] : '\0';

    private JsonValue Value(int depth)
    {
        SkipSpace();
        var start = at;
        switch (Next)
        {
            case '{' when depth < MaxDepth:
                var properties = Properties(depth + 1);
                return new(JsonKind.Object, Since(start)) { Properties = properties };
            case '[' when depth < MaxDepth:
                var items = Items(depth + 1);
                return new(JsonKind.Array, Since(start)) { Items = items };
            case '"':
                var unescaped = Text();
                return new(JsonKind.Text, Since(start)) { Text = unescaped };
            case 't':
                return Word("true", JsonKind.True);
            case 'f':
                return Word("false", JsonKind.False);
            case 'n':
                return Word("null", JsonKind.Null);
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                return Fail();
        }
    }

    private ImmutableArray<JsonProperty> Properties(int depth)
    {
        var properties = ImmutableArray.CreateBuilder<JsonProperty>();
        at++;
        while (More('}'))
        {
            var start = at;
            var name = Text();
            var span = Since(start);
            SkipSpace();
            Expect(':');
            properties.Add(new(name, span, Value(depth)));
            Separate('}');
        }

        return properties.ToImmutable();
    }

    private ImmutableArray<JsonValue> Items(int depth)
    {
        var items = ImmutableArray.CreateBuilder<JsonValue>();
        at++;
        while (More(']'))
        {
            items.Add(Value(depth));
            Separate(']');
        }

        return items.ToImmutable();
    }

    /// <summary>Whether another element follows; takes the end where it does not.</summary>
    private bool More(char end)
    {
        SkipSpace();
        if (failed)
            return false;
        if (Next != end)
            return true;
        at++;
        return false;
    }

    /// <summary>A comma, or the end, which is left to <see cref="More"/>.</summary>
    private void Separate(char end)
    {
        SkipSpace();
        if (Next == ',')
            at++;
        else if (Next != end)
            Fail();
    }

    private string Text()
    {
        Expect('"');
        var start = at;
        while (at < text.Length && text[at] is not ('"' or '\\') && text[at] >= ' ')
            at++;
        if (Next == '"')
            return text.Substring(start, at++ - start);

        var unescaped = new StringBuilder(text, start, at - start, Math.Max(16, at - start));
        while (!failed && at < text.Length && text[at] >= ' ')
        {
            var c = text[at++];
            if (c == '"')
                return unescaped.ToString();
            unescaped.Append(c == '\\' ? Escaped() : c);
        }

        Fail();
        return "";
    }

    private char Escaped()
    {
        var c = Next;
        at++;
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 <= text.Length
                && int.TryParse(text.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                Fail();
                return '\0';
        }
    }

    private JsonValue Number()
    {
        var start = at;
        if (Next == '-')
            at++;
        if (Next == '0')
            at++;
        else
            Digits();
        if (Next == '.')
        {
            at++;
            Digits();
        }

        if (Next is 'e' or 'E')
        {
            at++;
            if (Next is '+' or '-')
                at++;
            Digits();
        }

        return new(JsonKind.Number, Since(start)) { Text = text.Substring(start, at - start) };
    }

    private void Digits()
    {
        if (Next is not (>= '0' and <= '9'))
            Fail();
        while (Next is >= '0' and <= '9')
            at++;
    }

    private JsonValue Word(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            return Fail();
        at += word.Length;
        return new(kind, new TextSpan(at - word.Length, word.Length));
    }

    private void SkipSpace()
    {
        while (!failed && at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n')
                at++;
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] is '/' or '*')
                SkipComment();
            else
                return;
        }
    }

    private void SkipComment()
    {
        var isLine = text[at + 1] == '/';
        var end = text.IndexOf(isLine ? "\n" : "*/", at + 2, StringComparison.Ordinal);
        if (end < 0 && !isLine)
            Fail();
        else
            at = end < 0 ? text.Length : end + (isLine ? 1 : 2);
    }

    private void Expect(char c)
    {
        if (Next == c)
            at++;
        else
            Fail();
    }

    private TextSpan Since(int start) => TextSpan.FromBounds(start, Math.Min(Math.Max(start, at), text.Length));

    /// <summary>Nothing more is read; the position goes to the end, so that every loop stops.</summary>
    private JsonValue Fail()
    {
        failed = true;
        at = text.Length;
        return new(JsonKind.Null, default);
    }
}
