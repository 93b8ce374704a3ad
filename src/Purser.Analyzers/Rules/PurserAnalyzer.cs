using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Purser.Analyzers.Rules;

/// <summary>The set-up that all analyzers share: concurrent, silent in generated code, known types resolved once for each compilation.</summary>
public abstract class PurserAnalyzer : DiagnosticAnalyzer
{
    private protected PurserAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers what the compilation needs; nothing where there is nothing of ours and nothing to check.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);
}
