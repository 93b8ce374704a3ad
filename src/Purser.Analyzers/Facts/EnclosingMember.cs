using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>The member that a place stands in, past lambdas and local functions, from its declaration: asking a model for it would bind the lambdas.</summary>
internal static class EnclosingMember
{
    public static ISymbol? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                    return model.GetDeclaredSymbol(unit, cancellation);
                case AccessorDeclarationSyntax accessor:
                    return model.GetDeclaredSymbol(accessor, cancellation);
                case BaseFieldDeclarationSyntax:
                    continue;
                case MemberDeclarationSyntax member and not BaseNamespaceDeclarationSyntax:
                    return model.GetDeclaredSymbol(member, cancellation);
            }
        }

        return null;
    }
}
