using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
    /// <summary>Whether the workload can come to a place that is made for Production.</summary>
    public bool Runs(SyntaxNode node) => Workloads.ReachOf(Workload, Compilation, Cancellation)?.Contains(node) != false;

    /// <summary>Reports at the workload attribute; the evidence is the second place.</summary>
    public void ReportAt(DiagnosticDescriptor rule, SyntaxNode? evidence, System.Collections.Immutable.ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        Report(Diagnostic.Create(rule, Workload.Location, evidence is null ? null : new[] { evidence.GetLocation() }, properties, arguments));
}
