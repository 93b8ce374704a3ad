using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>What the rules share that hold a workload's kind against its code: nothing is registered where no class is a workload.</summary>
public abstract class KindAnalyzer : PurserAnalyzer
{
    private protected KindAnalyzer(params DiagnosticDescriptor[] rules) : base(rules)
    {
    }

    private protected sealed override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName("Purser.WorkloadAttribute").IsEmpty
            || !ProjectOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).Enabled)
            return;
        var workloads = WorkloadClasses.Of(context.Compilation, context.CancellationToken);
        if (!workloads.All.IsEmpty)
            Start(context, workloads);
    }

    /// <summary>Looks at each workload once, so that the editor shows what is wrong as long as the class is open. A rule about single calls registers for those instead.</summary>
    private protected virtual void Start(CompilationStartAnalysisContext context, WorkloadClasses workloads) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                if (workloads.Find((INamedTypeSymbol)symbol.Symbol) is { } workload)
                    Check(new WorkloadCheck(symbol.Compilation, workloads, workload, symbol.Options, symbol.ReportDiagnostic, symbol.CancellationToken));
            },
            SymbolKind.NamedType);

    private protected virtual void Check(WorkloadCheck check)
    {
    }
}

/// <summary>One workload to look at, and the way to speak about it.</summary>
internal sealed record WorkloadCheck(Compilation Compilation, WorkloadClasses Workloads, AnnotatedWorkload Workload, AnalyzerOptions Options, Action<Diagnostic> Report, CancellationToken Cancellation)
{
    /// <summary>Whether the workload can come to a place.</summary>
    public bool Runs(SyntaxNode node) => Workloads.ReachOf(Workload, Compilation, Cancellation)?.Contains(node) != false;

    /// <summary>Whether the workload comes to a place in Production, and a person wrote it.</summary>
    public bool Matters(SyntaxNode node) => !DevelopmentOnly.Contains(node) && !GeneratedCode.Is(node.SyntaxTree, Cancellation) && Runs(node);

    /// <summary>The calls of some methods, and the creations of some types, that matter; by name alone.</summary>
    public IEnumerable<ExpressionSyntax> Calls(IEnumerable<string> names) => names.SelectMany(name => CallSites.Named(name, Compilation, Cancellation)).Where(Matters);

    /// <summary>The model of a file.</summary>
    public SemanticModel Model(SyntaxTree tree) => ProgramModels.Of(Compilation).For(tree)!;

    /// <summary>Whether a call is of a method, or of a type, in a namespace; where its package is not there to tell, the name is taken for it.</summary>
    public bool IsFrom(ExpressionSyntax call, params string[] spaces)
    {
        var called = Model(call.SyntaxTree).GetSymbolInfo(call, Cancellation) is var info && info.Symbol is { } symbol ? symbol : info.CandidateSymbols.FirstOrDefault();
        return called is null || Array.Exists(spaces, space => Facts.Calls.IsIn(called, space));
    }

    /// <summary>How many there can be, for messages: <c>runs 3 replicas</c>.</summary>
    public string Replicas => Workload.Declaration.Of(AttributeNames.Autoscaled).Any() ? $"runs up to {Workload.MostReplicas} replicas" : $"runs {Workload.MostReplicas} replicas";

    /// <summary>Reports at the workload attribute; the evidence is the second place.</summary>
    public void ReportAt(DiagnosticDescriptor rule, SyntaxNode? evidence, System.Collections.Immutable.ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        Report(Diagnostic.Create(rule, Workload.Location, evidence is null ? null : new[] { evidence.GetLocation() }, properties, arguments));
}
