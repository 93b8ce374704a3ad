using System.Buffers;
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
        var buffer = ArrayPool<char>.Shared.Rent(Chunk);
        try
        {
            // Chunks overlap, so that no word is cut in two.
            for (var start = 0; start < text.Length; start += Chunk - word.Length)
            {
                var length = Math.Min(Chunk, text.Length - start);
                text.CopyTo(start, buffer, 0, length);
                if (buffer.AsSpan(0, length).IndexOf(word.AsSpan()) >= 0)
                    return true;
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return false;
    }
}
