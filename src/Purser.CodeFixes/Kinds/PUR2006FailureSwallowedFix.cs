using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Failures;
using Purser.Analyzers.Rules.Kinds;

namespace Purser.CodeFixes.Kinds;

/// <summary>Makes the failure known where it is swallowed, in the way that comes through to the exit code from there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2006FailureSwallowedFix)), Shared]
internal sealed class PUR2006FailureSwallowedFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PUR2006FailureSwallowed.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => FirstWayFixAll.Batch;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.AdditionalLocations is [{ SourceTree: { } tree } place, ..]
                && context.Document.Project.Documents.FirstOrDefault(document => document.FilePath == tree.FilePath) is { } home
                && diagnostic.Properties.TryGetValue(PUR2006FailureSwallowed.Repair, out var name) && Enum.TryParse<FailureRepair>(name, out var repair))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title(repair), cancellation => Apply(context.Document.Project.Solution.GetDocument(tree) ?? home, place.SourceSpan, repair, cancellation), $"PUR2006.{repair}"),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static string Title(FailureRepair repair) => repair switch
    {
        FailureRepair.Return => "Return 1",
        FailureRepair.Exit => "Leave with Environment.Exit(1)",
        FailureRepair.Throw => "Throw it again",
        _ => "Set Environment.ExitCode = 1",
    };

    private static async Task<Document> Apply(Document document, Microsoft.CodeAnalysis.Text.TextSpan span, FailureRepair repair, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || !root.FullSpan.Contains(span))
            return document;
        var found = root.FindNode(span, getInnermostNodeForTie: true);
        if (repair == FailureRepair.Exit)
        {
            var zeros = found.AncestorsAndSelf().OfType<CatchClauseSyntax>().Take(1).Cast<SyntaxNode>().DefaultIfEmpty(found).Single()
                .DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
                .Where(static call => SyntaxNames.Called(call) == "Exit" && call.ArgumentList.Arguments.Count == 1)
                .Select(static call => call.ArgumentList.Arguments[0].Expression);
            return document.WithSyntaxRoot(root.ReplaceNodes(zeros, static (zero, _) => AttributeEdits.Literal(1).WithTriviaFrom(zero)));
        }

        if (found.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause)
            return document;
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var seesSystem = model?.LookupNamespacesAndTypes(clause.SpanStart, name: "Environment").IsEmpty == false;
        var statement = Parse(repair switch
        {
            FailureRepair.Return => "return 1;",
            FailureRepair.Throw => "throw;",
            _ => seesSystem ? "Environment.ExitCode = 1;" : "System.Environment.ExitCode = 1;",
        }, root);
        return document.WithSyntaxRoot(root.ReplaceNode(clause.Block, With(clause.Block, statement, repair)));
    }

    /// <summary>At the end, or in the place of the <c>return</c> that is there.</summary>
    private static BlockSyntax With(BlockSyntax block, StatementSyntax statement, FailureRepair repair)
    {
        if (block.Statements.LastOrDefault() is not ReturnStatementSyntax last)
            return block.WithStatements(block.Statements.Add(statement)).WithAdditionalAnnotations(Formatter.Annotation);
        return repair == FailureRepair.ExitCode
            ? block.WithStatements(block.Statements.Insert(block.Statements.Count - 1, statement)).WithAdditionalAnnotations(Formatter.Annotation)
            : block.WithStatements(block.Statements.Replace(last, statement.WithTriviaFrom(last)));
    }

    private static StatementSyntax Parse(string text, SyntaxNode root) =>
        SyntaxFactory.ParseStatement(text).WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(AttributeEdits.EndOfLine(root)).WithAdditionalAnnotations(Formatter.Annotation);
}
