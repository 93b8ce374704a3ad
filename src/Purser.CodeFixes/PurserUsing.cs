using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes;

/// <summary>Whether a file sees an attribute of Purser's by its simple name.</summary>
internal enum Reach
{
    /// <summary>Yes, by its usings, global usings or namespace.</summary>
    Seen,

    /// <summary>Not yet.</summary>
    NeedsUsing,

    /// <summary>Another attribute has that name here.</summary>
    Hidden,
}

/// <summary>The directive <c>using Purser;</c>, and others that a fix needs.</summary>
internal static class PurserUsing
{
    public static Reach ReachOf(string attribute, SemanticModel model, int position)
    {
        if (attribute.IndexOf('.') >= 0 || attribute.IndexOf(':') >= 0)
            return Reach.Seen;
        var seen = model.LookupNamespacesAndTypes(position, name: attribute + "Attribute").OfType<INamedTypeSymbol>().ToArray();
        var exact = model.LookupNamespacesAndTypes(position, name: attribute).OfType<INamedTypeSymbol>().Where(IsAttribute).ToArray();
        if (exact.Length > 0 || seen.Any(type => !IsOurs(type)))
            return Reach.Hidden;
        return seen.Length > 0 ? Reach.Seen : Reach.NeedsUsing;
    }

    /// <summary>The file with the directive in its alphabetical place, System's first; below a file header and directives that must come first.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string space = AttributeNames.Namespace)
    {
        if (root.Usings.Any(directive => directive.Alias is null && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) && directive.Name?.ToString() == space))
            return root;

        var endOfLine = AttributeEdits.EndOfLine(root);
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space))
            .WithUsingKeyword(SyntaxFactory.Token(default, SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)))
            .WithTrailingTrivia(endOfLine);

        var index = 0;
        while (index < root.Usings.Count && ComesBefore(root.Usings[index], space))
            index++;
        if (index > 0)
            return root.WithUsings(root.Usings.Insert(index, directive));

        // It becomes the first thing of the file (but for extern aliases): the header stays above it.
        var following = root.Externs.Count > 0 ? root.Externs.Last().GetLastToken().GetNextToken() : root.GetFirstToken(includeZeroWidth: true);
        var (header, rest) = SplitHeader(following.LeadingTrivia);
        if (root.Usings.Count == 0 && !StartsWithBlankLine(rest) && !following.IsKind(SyntaxKind.EndOfFileToken))
            rest = rest.Insert(0, endOfLine);
        root = root.ReplaceToken(following, following.WithLeadingTrivia(rest));
        return root.WithUsings(root.Usings.Insert(0, directive.WithLeadingTrivia(header)));
    }

    private static bool ComesBefore(UsingDirectiveSyntax directive, string space)
    {
        if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            return true;
        if (directive.Alias is not null || directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
            return false;
        var name = directive.Name?.ToString() ?? "";
        return name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || string.CompareOrdinal(name, space) < 0;
    }

    /// <summary>The header: comments that a blank line parts from what follows, and directives that C# wants first.</summary>
    private static (SyntaxTriviaList Header, SyntaxTriviaList Below) SplitHeader(SyntaxTriviaList leading)
    {
        var end = 0;
        var lineIsBlank = true;
        var hasText = false;
        for (var i = 0; i < leading.Count; i++)
        {
            var kind = leading[i].Kind();
            if (kind is SyntaxKind.DefineDirectiveTrivia or SyntaxKind.UndefDirectiveTrivia or SyntaxKind.ShebangDirectiveTrivia
                || leading[i].ToString().StartsWith("#:", StringComparison.Ordinal))
            {
                end = i + 1;
                lineIsBlank = true;
                continue;
            }

            if (kind == SyntaxKind.EndOfLineTrivia)
            {
                if (lineIsBlank && hasText)
                    end = i + 1;
                lineIsBlank = true;
            }
            else if (kind != SyntaxKind.WhitespaceTrivia)
            {
                if (leading[i].IsDirective || leading[i].HasStructure)
                    break;
                lineIsBlank = false;
                hasText = true;
            }
        }

        return (new SyntaxTriviaList(leading.Take(end)), new SyntaxTriviaList(leading.Skip(end)));
    }

    private static bool StartsWithBlankLine(SyntaxTriviaList trivia) =>
        trivia.SkipWhile(item => item.IsKind(SyntaxKind.WhitespaceTrivia)).FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);

    private static bool IsOurs(INamedTypeSymbol type) => type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (current is { Name: "Attribute", ContainingNamespace.Name: "System" })
                return true;
        return false;
    }
}
