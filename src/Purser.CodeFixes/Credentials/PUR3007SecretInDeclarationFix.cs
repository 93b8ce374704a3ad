using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Credentials;

/// <summary><c>[Setting("Db:Password", "x")]</c> becomes <c>[Secret("Db:Password")]</c>; the value goes nowhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR3007SecretInDeclarationFix)), Shared]
internal sealed class PUR3007SecretInDeclarationFix : CodeFixProvider
{
    private const string Id = "PUR3007";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Id);

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await Apply(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && SettingAt(root, diagnostic) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Take it from a Secret; then change the old value, it is known", cancellation => Apply(context.Document, ImmutableArray.Create(diagnostic), cancellation), Id),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Apply(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var settings = diagnostics.Select(diagnostic => SettingAt(root, diagnostic)).OfType<AttributeSyntax>().Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(settings, static (_, setting) => AsSecret(setting)));
    }

    private static AttributeSyntax AsSecret(AttributeSyntax setting)
    {
        var key = KeyOf(setting)!;
        var secret = AttributeEdits.Rename(setting, AttributeNames.Secret, target: null);
        var argument = key.NameColon is null ? key : key.WithNameColon(null);
        return secret.WithArgumentList(secret.ArgumentList!.WithArguments(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.SingletonSeparatedList(argument.WithoutTrivia())));
    }

    private static AttributeSyntax? SettingAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
        && attribute.Name.GetLastToken().ValueText is "Setting" or "SettingAttribute" && KeyOf(attribute) is not null
            ? attribute
            : null;

    private static AttributeArgumentSyntax? KeyOf(AttributeSyntax setting) => setting.ArgumentList is { } list
        ? list.Arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "key") ?? list.Arguments.FirstOrDefault(static argument => argument.NameColon is null)
        : null;
}
