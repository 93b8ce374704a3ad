using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2012: a Pod that nobody looks after. Said at the call, which is what must change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2012BarePod() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2012",
        DiagnosticSeverity.Warning,
        "A bare Pod is created",
        "'{0}' creates a bare Pod, which stays dead when it fails, is evicted or loses its node; {1}",
        "Only a controller starts a pod again: a Job until its work is done, a Deployment, StatefulSet or DaemonSet for ever. A Pod that is created by itself is gone with its node, and cannot be rolled out anew.");

    /// <summary>Only where KubernetesClient is there, or somebody means it to be.</summary>
    private protected override void Start(CompilationStartAnalysisContext context, WorkloadClasses workloads)
    {
        if (!context.Compilation.GetTypesByMetadataName("k8s.IKubernetes").IsEmpty || context.Compilation.SyntaxTrees.Any(tree => UsesClient(tree, context.CancellationToken)))
            context.RegisterSyntaxNodeAction(node => Check(node, workloads), SyntaxKind.InvocationExpression);
    }

    private static bool UsesClient(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation) is CompilationUnitSyntax unit && unit.Usings.Any(static used => used.Name?.ToString() is "k8s" or "k8s.Models");

    private static void Check(SyntaxNodeAnalysisContext context, WorkloadClasses workloads)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (SyntaxNames.Called(call) is not { } name || !MayCreate(name) || DevelopmentOnly.Contains(call) || !CreatesPod(call, name, context.SemanticModel, context.CancellationToken) || IsTried(call) || HasOwner(call))
            return;
        var workload = workloads.All.FirstOrDefault(workload => workloads.ReachOf(workload, context.Compilation, context.CancellationToken)?.Contains(call) != false);
        if (workload is null)
            return;
        var place = call.Expression is MemberAccessExpressionSyntax { Name: var called } ? Location.Create(call.SyntaxTree, TextSpan.FromBounds(called.SpanStart, call.Span.End)) : call.GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(Rule, place, [workload.Location], name, "create a Job (V1Job, with this pod as its template) for work that ends, a Deployment for what should keep running"));
    }

    private static bool MayCreate(string name) => name.StartsWith("CreateNamespacedPod", StringComparison.Ordinal) || name is "CreateAsync" or "CreateNamespacedAsync" or "Create" or "Save" or "SaveAsync";

    /// <summary>By the typed call's name; of a generic call by what it is given.</summary>
    private static bool CreatesPod(InvocationExpressionSyntax call, string name, SemanticModel model, CancellationToken cancellation)
    {
        if (name is "CreateNamespacedPod" or "CreateNamespacedPodAsync" or "CreateNamespacedPodWithHttpMessagesAsync" or "CreateNamespacedPodWithHttpMessages")
            return model.GetSymbolInfo(call, cancellation).Symbol is not { } method || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.Compilation.Assembly);
        if (name.StartsWith("CreateNamespacedPod", StringComparison.Ordinal))
            return false;
        var isWritten = call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var type, ..] } } && SyntaxNames.Last(type) == "V1Pod";
        if (!isWritten && call.ArgumentList.Arguments.Count == 0)
            return false;
        return isWritten || (model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol generic && (Calls.IsIn(generic, "k8s") || Calls.IsIn(generic, "KubeOps"))
            && (generic.TypeArguments.Any(static argument => argument.Name == "V1Pod") || generic.Parameters.FirstOrDefault()?.Type.Name == "V1Pod"));
    }

    /// <summary>A dry run creates nothing.</summary>
    private static bool IsTried(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Any(static argument => argument.NameColon?.Name.Identifier.ValueText == "dryRun" && !argument.Expression.IsKind(SyntaxKind.NullLiteralExpression));

    /// <summary>A Pod with an owner is looked after by the controller that this is.</summary>
    private static bool HasOwner(InvocationExpressionSyntax call) => (call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.SyntaxTree.GetRoot()).DescendantTokens()
        .Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.IndexOf("OwnerReference", StringComparison.Ordinal) >= 0);
}
