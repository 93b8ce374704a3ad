using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Readers;
using Purser.Analyzers.Rules.Credentials.Files;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Rules.Storage;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>
/// Says where the code and the declaration disagree: at the attribute where the attribute must change, at the call where the call must.
/// No action waits for the end of the compilation, so that all of it shows while somebody types.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FactAnalyzer() : PurserAnalyzer(
    PUR4001PortNotListenedOn.Rule,
    PUR4002ProbePathNotMapped.Rule,
    PUR4003ListensOnLocalhost.Rule,
    PUR4004HostWithoutTls.Rule,
    PUR4005UnknownService.Rule,
    PUR4006NoHealthEndpoint.Rule,
    PUR4007UnknownApiCall.Rule,
    PUR5002GracePeriodTooShort.Rule)
{
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName("Purser.WorkloadAttribute").IsEmpty)
            return;
        var options = ProjectOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!options.Enabled)
            return;

        var program = new ProgramFacts(context.Compilation, options, context.Options.AdditionalFiles, OtherServices(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
        context.RegisterSymbolAction(symbol => AnalyzeWorkload(symbol, program), SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(node => AnalyzeCall(node, program), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression);
        context.RegisterSyntaxNodeAction(node => AnalyzeText(node, program), SyntaxKind.StringLiteralExpression, SyntaxKind.InterpolatedStringText);
        if (context.Options.AdditionalFiles.Any(static file => AppSettingsFile.IsOne(file.Path)))
            context.RegisterAdditionalFileAction(file => AnalyzeFile(file, program));
    }

    /// <summary>The Services of other projects, by the user's word.</summary>
    private static string[] OtherServices(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.PurserServices", out var names) ? names.Split([';', ','], StringSplitOptions.RemoveEmptyEntries) : [];

    private static void AnalyzeWorkload(SymbolAnalysisContext context, ProgramFacts program)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = WorkloadReader.AttributesOf(type);
        if (attributes.IsEmpty || program.Read(context.CancellationToken).FirstOrDefault(workload => SymbolEqualityComparer.Default.Equals(workload.Type, type)) is not { } workload)
            return;
        DeclarationAnalyzer.Report(context, attributes, PUR4001PortNotListenedOn.Check(workload)
            .Concat(PUR4002ProbePathNotMapped.Check(workload))
            .Concat(PUR4003ListensOnLocalhost.Check(workload))
            .Concat(PUR4004HostWithoutTls.Check(workload.Declaration, workload.Options))
            .Concat(PUR4006NoHealthEndpoint.Check(workload))
            .Concat(PUR5002GracePeriodTooShort.Check(workload.Declaration, workload.Facts)));
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ProgramFacts program)
    {
        if (!MaySpeak(context.Node))
            return;
        var findings = FactReader.Read(context.Node, context.SemanticModel, context.CancellationToken);
        if (!findings.Any(static finding => finding is ApiFinding { Call: null } or ListenFinding { LocalhostOnly: true }))
            return;

        var workloads = program.Read(context.CancellationToken);
        if (PUR4007UnknownApiCall.IsBroken(findings) && !workloads.IsEmpty)
            context.ReportDiagnostic(Diagnostic.Create(PUR4007UnknownApiCall.Rule, PlaceOf(context.Node), findings[0].Origin.Call));
        if (findings.OfType<ListenFinding>().FirstOrDefault(finding => workloads.Any(workload => PUR4003ListensOnLocalhost.Unreachable(workload).Contains(finding))) is { } local)
        {
            var (given, accepted) = PUR4003ListensOnLocalhost.Say(local);
            context.ReportDiagnostic(Diagnostic.Create(PUR4003ListensOnLocalhost.Rule, PlaceOf(context.Node), given, accepted));
        }
    }

    /// <summary>By name alone: of all calls that say something, those that may say something wrong.</summary>
    private static bool MaySpeak(SyntaxNode node) => FactReader.IsCandidate(node) && SyntaxNames.Called((ExpressionSyntax)node) switch
    {
        "Listen" or "ListenLocalhost" or "UseUrls" or "UseSetting" or "Run" or "RunAsync" or "Add" or "TcpListener" => true,
        { } name => ApiReader.IsGenericCandidate(name) || name.IndexOf("CustomObject", StringComparison.Ordinal) >= 0,
        null => false,
    };

    /// <summary>The call without what it is chained to: <c>ListenLocalhost(8080)</c>.</summary>
    private static Location PlaceOf(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } }
        ? Location.Create(call.SyntaxTree, TextSpan.FromBounds(name.SpanStart, call.Span.End))
        : call.GetLocation();

    private static void AnalyzeText(SyntaxNodeAnalysisContext context, ProgramFacts program)
    {
        var text = context.Node switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringTextSyntax part => part.TextToken.ValueText,
            _ => "",
        };
        if (PUR4005UnknownService.MayBe(text) && PUR4005UnknownService.Check(text, program.Services(context.CancellationToken)) is { } found)
            context.ReportDiagnostic(Diagnostic.Create(PUR4005UnknownService.Rule, context.Node.GetLocation(), PropertiesOf(found), found.Wrong, found.Right, $"\"{Scheme(text)}{found.Right}\""));
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, ProgramFacts program)
    {
        var file = context.AdditionalFile;
        if (!AppSettingsFile.IsOne(file.Path) || ConfigurationFileKind.IsForDevelopment(file.Path) || file.GetText(context.CancellationToken) is not { Length: > 0 } text)
            return;
        foreach (var value in JsonValues.Read(text.ToString()).Where(static value => PUR4005UnknownService.MayBe(value.Text)))
        {
            if (value.Span.End <= text.Length && PUR4005UnknownService.Check(value.Text, program.Services(context.CancellationToken)) is { } found)
                context.ReportDiagnostic(Diagnostic.Create(
                    PUR4005UnknownService.Rule, Location.Create(file.Path, value.Span, text.Lines.GetLinePositionSpan(value.Span)), PropertiesOf(found), found.Wrong, found.Right, $"\"{Scheme(value.Text)}{found.Right}\""));
        }
    }

    private static string Scheme(string url) => url.Substring(0, url.IndexOf("://", StringComparison.Ordinal) + 3);

    private static ImmutableDictionary<string, string?> PropertiesOf((string Wrong, string Right) found) =>
        ImmutableDictionary<string, string?>.Empty.Add(PUR4005UnknownService.Wrong, found.Wrong).Add(PUR4005UnknownService.Right, found.Right);
}
