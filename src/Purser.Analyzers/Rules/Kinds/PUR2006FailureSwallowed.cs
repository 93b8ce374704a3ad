using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Failures;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2006: a job that is recorded as Complete, whatever went wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2006FailureSwallowed() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2006",
        DiagnosticSeverity.Warning,
        "A job that swallows its failure",
        "{0}, but {1} and the program ends with exit code 0, so the Job would be Complete; {2}",
        "Kubernetes knows by the exit code alone whether a Job's pod did its work: 0 is Complete, anything else is tried again up to BackoffLimit and then Failed. A failure that is only logged is neither tried again nor seen by anybody.");

    /// <summary>The property that says how the failure can be told.</summary>
    public const string Repair = "Repair";

    private protected override void Check(WorkloadCheck check)
    {
        if (!check.Workload.IsBatch)
            return;
        // What never completes is PUR2004's.
        var job = JobLifetime.Of(check);
        if (job.Endless(check) is not null)
            return;

        var walk = new FailureWalk(check.Compilation, check.Cancellation);
        if ((job.Roots.Concat(Hosted(check)).Select(walk.Of).FirstOrDefault(static found => found is not null) ?? Handler(check)) is not { } swallow)
        {
            if (UntoldFailure.Of(check) is { } untold)
                check.ReportAt(Rule, untold.Node, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, untold.What, untold.Instead);
            return;
        }

        var what = swallow.Node switch
        {
            CatchClauseSyntax { Declaration: { } declaration } => $"catch {declaration}",
            CatchClauseSyntax => "catch",
            FinallyClauseSyntax => "finally",
            _ => SyntaxNames.Display(swallow.Node),
        };
        var evidence = swallow.Node is CatchClauseSyntax { Declaration: { } caught } ? caught : swallow.Node;
        var instead = swallow.Repair switch
        {
            FailureRepair.Return => "return 1 there",
            FailureRepair.Exit => "leave with Environment.Exit(1) there",
            FailureRepair.Throw => "throw it again there",
            _ => "set Environment.ExitCode = 1 there, or throw it again",
        };
        check.ReportAt(
            Rule, evidence, ImmutableDictionary<string, string?>.Empty.Add(Repair, swallow.Repair.ToString()),
            check.Workload.Display, $"'{what}' in {Place(swallow)} swallows the failure of its work", instead);
    }

    private static string Place(Swallow swallow)
    {
        var file = swallow.Node.SyntaxTree.FilePath;
        return swallow.Member is null or IMethodSymbol { Name: "<Main>$" } ? file.Substring(file.LastIndexOfAny(['/', '\\']) + 1) : $"'{swallow.Member.ContainingType?.Name}.{swallow.Member.Name}'";
    }

    /// <summary>What the host of the program runs, if this is the workload that the program is.</summary>
    private static IEnumerable<IMethodSymbol> Hosted(WorkloadCheck check) => ReferenceEquals(check.Workload, check.Workloads.Main)
        ? SourceMethods.Of(check.Compilation).Classes
            .Where(static type => WorkloadCalls.IsHosted(type))
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Name is "ExecuteAsync" or "StartAsync" or "StartedAsync"))
            .Where(method => method.DeclaringSyntaxReferences.Any(reference => check.Runs(reference.GetSyntax(check.Cancellation))))
        : [];

    /// <summary><c>AppDomain.CurrentDomain.UnhandledException += (_, e) => Environment.Exit(0);</c></summary>
    private static Swallow? Handler(WorkloadCheck check) => WorkloadCalls.Named(check, "Exit")
        .Where(call => call.Node is InvocationExpressionSyntax exit && CatchOutcome.IsExit(exit) && CatchOutcome.ExitsWithZero(exit, call.Model, check.Cancellation))
        .Where(static call => call.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>(static assignment => SyntaxNames.Last(assignment.Left) == "UnhandledException") is not null)
        .Select(static call => new Swallow(call.Node, call.Member, FailureRepair.Exit))
        .FirstOrDefault();
}
