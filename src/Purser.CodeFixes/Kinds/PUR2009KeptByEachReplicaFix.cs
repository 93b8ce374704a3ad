using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Sharing;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>Persists the data-protection keys on a volume that all replicas mount. Sessions and SignalR need a server that nobody can guess.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2009KeptByEachReplicaFix)), Shared]
internal sealed class PUR2009KeptByEachReplicaFix : CodeFixProvider
{
    private const string Folder = "/keys";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PUR2009KeptByEachReplica.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => FirstWayFixAll.Batch;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(PUR2009KeptByEachReplica.Topic, out var topic) || topic != nameof(SharedTopic.Keys)
                || diagnostic.AdditionalLocations.FirstOrDefault() is not { SourceTree: { } tree } evidence)
                continue;
            var root = await tree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
            if (root.FindNode(evidence.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                || SyntaxNames.Called(call) == "PersistKeysToFileSystem" || Services(call) is not { } services || call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create("Persist the data-protection keys on a [Volume]", cancellation => Apply(context.Document.Project.Solution, diagnostic, statement, services, cancellation), $"{PUR2009KeptByEachReplica.Rule.Id}.Keys"),
                diagnostic);
        }
    }

    private static async Task<Solution> Apply(Solution solution, Diagnostic diagnostic, ExpressionStatementSyntax statement, ExpressionSyntax services, CancellationToken cancellation)
    {
        var root = await statement.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var model = await solution.GetDocument(statement.SyntaxTree)!.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var directory = model!.LookupNamespacesAndTypes(statement.SpanStart, name: "DirectoryInfo").IsEmpty ? "System.IO.DirectoryInfo" : "DirectoryInfo";
        var persist = $"PersistKeysToFileSystem(new {directory}(\"{Folder}\"))";
        var existing = root.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => SyntaxNames.Called(call) == "AddDataProtection");
        root = existing is null ? root.InsertNodesBefore(Placed(statement), [Persisting(statement, $"{services.WithoutTrivia()}.AddDataProtection().{persist}")]) : root.ReplaceNode(existing, SyntaxFactory.ParseExpression($"{existing.WithoutTrivia()}.{persist}").WithTriviaFrom(existing));
        root = PurserUsing.Add((CompilationUnitSyntax)root, "Microsoft.AspNetCore.DataProtection");
        var document = solution.GetDocument(statement.SyntaxTree)!;
        solution = document.WithSyntaxRoot(root).Project.Solution;

        // The attribute may stand in the file that has just changed: found again by its class.
        if (solution.GetDocument(solution.GetDocumentId(diagnostic.Location.SourceTree) ?? document.Id) is not { } home
            || await home.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax changed
            || await home.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } homeModel)
            return solution;
        var name = (await diagnostic.Location.SourceTree!.GetRootAsync(cancellation).ConfigureAwait(false)).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        if (changed.DescendantNodes().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == name && type.AttributeLists.Count > 0) is not { } type)
            return solution;
        var needsUsing = false;
        var named = WorkloadClassEdits.Named(AttributeNames.Volume, homeModel, type.SpanStart, ref needsUsing);
        var volume = AttributeEdits.Create(named.Name.ToString(), AttributeEdits.Positional(Folder), AttributeEdits.Named("AccessMode", SyntaxFactory.ParseExpression("AccessMode.ReadWriteMany")));
        changed = changed.ReplaceNode(type, AttributeEdits.Add(type, volume));
        return home.WithSyntaxRoot(needsUsing ? PurserUsing.Add(changed) : changed).Project.Solution;
    }

    /// <summary>A top-level statement is wrapped in a member.</summary>
    private static SyntaxNode Placed(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax member ? member : statement;

    private static SyntaxNode Persisting(StatementSyntax statement, string call)
    {
        var add = SyntaxFactory.ParseStatement(call + ";");
        var leading = statement.GetLeadingTrivia();
        var indentation = leading.LastOrDefault().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading.Last()) : default;
        add = add.WithLeadingTrivia(indentation).WithTrailingTrivia(AttributeEdits.EndOfLine(statement));
        return statement.Parent is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(add) : add;
    }

    /// <summary>What <c>Add...</c> is called on, at the beginning of the chain: <c>builder.Services</c>.</summary>
    private static ExpressionSyntax? Services(InvocationExpressionSyntax call)
    {
        while (call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner })
            call = inner;
        return call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && SyntaxNames.Last(receiver) is { } name && name.EndsWith("ervices", StringComparison.Ordinal) ? receiver : null;
    }
}
