using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules.Credentials.Addresses;
using Purser.Analyzers.Rules.Credentials.Code;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>
/// Looks at each literal once, for all the rules on code: cheap tests on the text and the names around it choose the few for which symbols are asked.
/// One literal gives at most one diagnostic, on the literal; its message never repeats the value.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CredentialInCode() : PurserAnalyzer(
    PUR3001CredentialInCode.Rule, PUR3002CredentialInConnectionString.Rule, PUR3003CredentialInUrl.Rule, PUR3004KnownToken.Rule, PUR3006AddressInCode.Rule, PUR3008FallbackForSecret.Rule)
{
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var walk = new Walk(context.Options.AnalyzerConfigOptionsProvider, TestProject.Is(context.Compilation, context.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
        context.RegisterSyntaxNodeAction(walk.AnalyzeText, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringExpression);
        context.RegisterSyntaxNodeAction(walk.AnalyzeRun, SyntaxKind.ArrayInitializerExpression, SyntaxKind.CollectionExpression, SyntaxKind.CharacterLiteralExpression);
    }

    private sealed class Walk(AnalyzerConfigOptionsProvider provider, bool isTest)
    {
        private readonly ConcurrentDictionary<SyntaxTree, CredentialOptions> optionsOf = new();

        public void AnalyzeText(SyntaxNodeAnalysisContext context)
        {
            if (LiteralText.OwnOf((ExpressionSyntax)context.Node) is { } text)
                Analyze(context, text);
        }

        public void AnalyzeRun(SyntaxNodeAnalysisContext context)
        {
            if (CharacterRun.Of((ExpressionSyntax)context.Node) is { } text)
                Analyze(context, text);
        }

        private void Analyze(SyntaxNodeAnalysisContext context, string text)
        {
            var literal = (ExpressionSyntax)context.Node;
            var options = optionsOf.GetOrAdd(literal.SyntaxTree, tree => CredentialOptions.Of(provider.GetOptions(tree)));
            if (LiteralJudge.Judge(literal, text, options, context.SemanticModel, context.CancellationToken) is not { } judgement || PurserAttribute.Holds(literal))
                return;
            if (isTest && judgement is { Finding.Confidence: Confidence.Low } or { Finding.Kind: CredentialKind.Address })
                return;

            var rule = RuleOf(judgement);
            var severity = judgement.Finding.Confidence == Confidence.Low || (isTest && judgement.Finding.Confidence < Confidence.High) ? DiagnosticSeverity.Info : rule.DefaultSeverity;
            context.ReportDiagnostic(Diagnostic.Create(rule, literal.GetLocation(), severity, null, null, judgement.Subject, judgement.What));
        }

        private static DiagnosticDescriptor RuleOf(Judgement judgement) => judgement.Finding.RuleId switch
        {
            CredentialClassifier.KnownFormat => PUR3004KnownToken.Rule,
            ServiceAddress.RuleId => PUR3006AddressInCode.Rule,
            _ when judgement.Use == TextUse.Fallback => PUR3008FallbackForSecret.Rule,
            CredentialClassifier.InConnectionString => PUR3002CredentialInConnectionString.Rule,
            CredentialClassifier.InUrl => PUR3003CredentialInUrl.Rule,
            _ => PUR3001CredentialInCode.Rule,
        };
    }
}
