using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Rules.Networking;

namespace Purser.CodeFixes.Networking;

/// <summary>Lets the call listen on any address, where the address stands in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4003ListensOnLocalhostFix)), Shared]
internal sealed class PUR4003ListensOnLocalhostFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PUR4003ListensOnLocalhost.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => FirstWayFixAll.Batch;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var call = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ExpressionSyntax>(static node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax);
            if (call is null || call.FirstAncestorOrSelf<AttributeSyntax>() is not null || Tokens(call) is not { Count: > 0 } tokens)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Listen on any address",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceTokens(tokens, static (token, _) => OnAnyAddress(token)!.Value))),
                    nameof(PUR4003ListensOnLocalhostFix)),
                diagnostic);
        }
    }

    /// <summary>The names and literals of the call that say localhost; not those of an endpoint's options.</summary>
    private static List<SyntaxToken> Tokens(ExpressionSyntax call) => call
        .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax }))
        .SelectMany(static node => node switch
        {
            MemberAccessExpressionSyntax { Name.Identifier: var name, Expression: InvocationExpressionSyntax } => [name],
            IdentifierNameSyntax { Identifier: var name } => [name],
            LiteralExpressionSyntax { Token: var literal } => [literal],
            InterpolatedStringTextSyntax { TextToken: var text } => [text],
            _ => Array.Empty<SyntaxToken>(),
        })
        .Where(static token => OnAnyAddress(token) is not null)
        .ToList();

    private static SyntaxToken? OnAnyAddress(SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            var name = token.ValueText switch { "ListenLocalhost" => "ListenAnyIP", "Loopback" => "Any", "IPv6Loopback" => "IPv6Any", _ => null };
            return name is null ? null : SyntaxFactory.Identifier(token.LeadingTrivia, name, token.TrailingTrivia);
        }

        var text = token.ValueText switch { "127.0.0.1" => token.Text.Replace("127.0.0.1", "0.0.0.0"), "::1" => token.Text.Replace("::1", "::"), _ => PUR4003ListensOnLocalhost.Everywhere(token.Text) };
        if (text == token.Text)
            return null;
        return token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? SyntaxFactory.Token(token.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, text, PUR4003ListensOnLocalhost.Everywhere(token.ValueText), token.TrailingTrivia)
            : SyntaxFactory.ParseToken(text).WithTriviaFrom(token);
    }
}
