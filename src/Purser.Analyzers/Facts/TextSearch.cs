using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Facts;

/// <summary>Looks for a word in a file's text, before any node or token is made of it.</summary>
internal static class TextSearch
{
    private const int Chunk = 16 * 1024;

    public static bool Contains(SyntaxTree tree, string word, CancellationToken cancellation) => Contains(tree.GetText(cancellation), word);

    private static bool Contains(SourceText text, string word)
    {
        var buffer = new char[Math.Min(Chunk, text.Length)];
        // Chunks overlap, so that no word is cut in two.
        for (var start = 0; start < text.Length; start += Chunk - word.Length)
        {
            var length = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            if (buffer.AsSpan(0, length).IndexOf(word.AsSpan()) >= 0)
                return true;
        }

        return false;
    }
}
