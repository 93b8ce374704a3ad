using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Rules.Networking;

namespace Purser.CodeFixes.Networking;

/// <summary>Registers health checks and maps <c>/healthz</c>, where the program has the shape that it has in most: a builder, <c>var app = builder.Build();</c>, and the app.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4006NoHealthEndpointFix)), Shared]
internal sealed class PUR4006NoHealthEndpointFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PUR4006NoHealthEndpoint.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => FirstWayFixAll.Batch;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var message = context.Diagnostics[0].GetMessage();
        if (message.IndexOf("gRPC", StringComparison.Ordinal) >= 0 || message.IndexOf("AllowAnonymous", StringComparison.Ordinal) >= 0
            || await Find(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } place)
            return;
        context.RegisterCodeFix(
            CodeAction.Create("Map a health endpoint at /healthz", cancellation => Add(place, cancellation), nameof(PUR4006NoHealthEndpointFix)),
            context.Diagnostics);
    }

    private static async Task<Solution> Add(Place place, CancellationToken cancellation)
    {
        var text = await place.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        var endOfLine = AttributeEdits.EndOfLine(place.Build).ToString();
        var changes = new List<TextChange>();
        if (!place.HasChecks)
            changes.Add(Before(place.Build, $"{place.Builder}.Services.AddHealthChecks();"));
        changes.Add(place.Run is { } run ? Before(run, $"{place.App}.MapHealthChecks(\"/healthz\");") : After(place.Build, $"{place.App}.MapHealthChecks(\"/healthz\");"));
        return place.Document.WithText(text.WithChanges(changes)).Project.Solution;

        TextChange Before(StatementSyntax statement, string line)
        {
            var start = text.Lines.GetLineFromPosition(statement.SpanStart).Start;
            var indentation = text.ToString(TextSpan.FromBounds(start, statement.SpanStart));
            return indentation.Trim().Length > 0 ? new(new TextSpan(statement.SpanStart, 0), line + " ") : new(new TextSpan(start, 0), indentation + line + endOfLine);
        }

        TextChange After(StatementSyntax statement, string line)
        {
            var first = text.Lines.GetLineFromPosition(statement.SpanStart).Start;
            var indentation = text.ToString(TextSpan.FromBounds(first, statement.SpanStart));
            return new(new TextSpan(statement.Span.End, 0), indentation.Trim().Length > 0 ? " " + line : endOfLine + indentation + line);
        }
    }

    private static async Task<Place?> Find(Project project, CancellationToken cancellation)
    {
        Place? found = null;
        var hasChecks = false;
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
                continue;
            hasChecks |= root.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => SyntaxNames.Called(call) == "AddHealthChecks");
            foreach (var call in found is null ? root.DescendantNodes().OfType<InvocationExpressionSyntax>() : [])
            {
                if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build", Expression: IdentifierNameSyntax builder },
                        Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var app, Parent.Parent: LocalDeclarationStatementSyntax build } } }
                    && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
                    && model.GetTypeInfo(call, cancellation).Type is { Name: "WebApplication", ContainingNamespace: var space } && space.ToDisplayString() == "Microsoft.AspNetCore.Builder")
                    found ??= new(document, build, RunOf(build, app), builder.Identifier.ValueText, app, false);
            }
        }

        return found is null ? null : found with { HasChecks = hasChecks };
    }

    /// <summary><c>app.Run();</c> or <c>await app.RunAsync();</c> beside the statement that builds the app.</summary>
    private static StatementSyntax? RunOf(StatementSyntax build, string app)
    {
        var beside = build.Parent switch
        {
            BlockSyntax block => block.Statements.AsEnumerable(),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
            _ => [],
        };
        return beside.FirstOrDefault(statement => statement.SpanStart > build.SpanStart
            && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "RunAsync" or "Start" or "StartAsync", Expression: IdentifierNameSyntax { Identifier.ValueText: var on } } && on == app));
    }

    private sealed record Place(Document Document, StatementSyntax Build, StatementSyntax? Run, string Builder, string App, bool HasChecks);
}
