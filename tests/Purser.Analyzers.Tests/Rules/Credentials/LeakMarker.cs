using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

/// <summary>Reports every literal with <c>hunter2</c> or an internal host in it, so that the fixes are tested wherever a literal can stand, found by the rules or not.</summary>
#pragma warning disable RS1001 // Not for a compiler: it runs in tests alone.
internal sealed class LeakMarker : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Rules = new[] { "PUR3001", "PUR3002", "PUR3003", "PUR3004", "PUR3006", "PUR3008" }
        .ToImmutableDictionary(id => id, id => Descriptors.Create(id, DiagnosticSeverity.Warning, "A leak", "A leak", "A leak."));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Values];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            Report, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringExpression);
    }

    private static void Report(SyntaxNodeAnalysisContext context)
    {
        var text = context.Node switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax piece ? piece.TextToken.ValueText : "\uFFFC")),
            _ => "",
        };
        if (IdOf(context.Node, text) is { } id)
            context.ReportDiagnostic(Diagnostic.Create(Rules[id], context.Node.GetLocation()));
    }

    private static string? IdOf(SyntaxNode node, string text)
    {
        if (text.Contains("prod.internal") && !text.Contains("hunter2") && node.FirstAncestorOrSelf<AttributeSyntax>() is null)
            return "PUR3006";
        if (!text.Contains("hunter2"))
            return null;
        if (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } || node.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" } })
            return "PUR3008";
        return CredentialClassifier.ByValue("connectionString", text)?.RuleId ?? "PUR3001";
    }
}
