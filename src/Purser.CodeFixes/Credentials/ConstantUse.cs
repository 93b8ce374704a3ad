using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Purser.CodeFixes.Credentials;

/// <summary>Places that C# wants a constant for: a value read at run time cannot stand there.</summary>
internal static class ConstantUse
{
    /// <summary>Whether the expression itself stands in such a place; the initialiser of a constant is none, it can be made read-only.</summary>
    public static bool IsRequiredAt(SyntaxNode expression)
    {
        foreach (var node in expression.AncestorsAndSelf())
        {
            switch (node)
            {
                case AttributeSyntax or CaseSwitchLabelSyntax or PatternSyntax or GotoStatementSyntax or EnumMemberDeclarationSyntax:
                case EqualsValueClauseSyntax { Parent: ParameterSyntax }:
                    return true;
                case StatementSyntax or MemberDeclarationSyntax or LambdaExpressionSyntax or SwitchExpressionArmSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The declaration of the constants that the expression gives a value to.</summary>
    public static VariableDeclarationSyntax? DeclarationOf(SyntaxNode expression) =>
        expression.Ancestors().TakeWhile(static node => node is not (LambdaExpressionSyntax or BlockSyntax)).OfType<VariableDeclarationSyntax>().FirstOrDefault() is { } declaration && IsConst(declaration)
            ? declaration
            : null;

    /// <summary>Whether every use would still compile, and see the value, were the constants read-only.</summary>
    public static async Task<bool> CanBeReadOnly(VariableDeclarationSyntax declaration, Document document, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var variable in declaration.Variables)
        {
            if (model.GetDeclaredSymbol(variable, cancellation) is not { } symbol)
                return false;
            foreach (var reference in await SymbolFinder.FindReferencesAsync(symbol, document.Project.Solution, cancellation).ConfigureAwait(false))
            {
                foreach (var location in reference.Locations)
                {
                    if (await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
                        || !Accepts(root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true), declaration))
                        return false;
                }
            }
        }

        return true;
    }

    private static bool Accepts(SyntaxNode use, VariableDeclarationSyntax declaration)
    {
        if (use.FirstAncestorOrSelf<DocumentationCommentTriviaSyntax>() is not null || IsInNameOf(use))
            return true;
        if (IsRequiredAt(use) || DeclarationOf(use) is not null)
            return false;
        // Static fields get their values from top to bottom: one above would read null.
        return use.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } field
            || !field.Modifiers.Any(SyntaxKind.StaticKeyword)
            || field.Parent != declaration.Parent?.Parent
            || field.SpanStart > declaration.SpanStart;
    }

    private static bool IsInNameOf(SyntaxNode use) =>
        use.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });

    private static bool IsConst(VariableDeclarationSyntax declaration) => declaration.Parent switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    };

    /// <summary>The declaration with <c>static readonly</c> for <c>const</c>, or nothing for it where it is local.</summary>
    public static SyntaxNode WithoutConst(SyntaxNode owner) => owner switch
    {
        FieldDeclarationSyntax field => field.WithModifiers(ReadOnly(field.Modifiers)),
        LocalDeclarationStatementSyntax local when local.Modifiers.First(SyntaxKind.ConstKeyword) is var keyword =>
            local.WithModifiers(local.Modifiers.Remove(keyword)).WithLeadingTrivia(local.GetLeadingTrivia()),
        _ => owner,
    };

    private static SyntaxTokenList ReadOnly(SyntaxTokenList modifiers)
    {
        var keyword = modifiers.First(SyntaxKind.ConstKeyword);
        return modifiers.ReplaceRange(keyword,
        [
            SyntaxFactory.Token(keyword.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            SyntaxFactory.Token(default, SyntaxKind.ReadOnlyKeyword, keyword.TrailingTrivia),
        ]);
    }

    private static SyntaxToken First(this SyntaxTokenList tokens, SyntaxKind kind) => tokens.First(token => token.IsKind(kind));
}
