using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2004: a job whose program stays.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2004JobNeverCompletes() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2004",
        DiagnosticSeverity.Warning,
        "A job that never completes",
        "{0}, but {1}, so the job never completes; {2}",
        "A Job is done when its program ends with exit code 0. One that serves or waits runs until somebody deletes it; a CronJob starts no further run beside it.");

    private protected override void Check(WorkloadCheck check)
    {
        if (!check.Workload.IsBatch)
            return;

        var job = JobLifetime.Of(check);
        if (job.Endless(check) is { } wait)
        {
            var (what, instead) = Words(wait);
            check.ReportAt(Rule, wait.Node, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, what, instead);
            return;
        }

        if (ReferenceEquals(check.Workload, check.Workloads.Main) && job.Walk.Seen.FirstOrDefault(IsUnconditionalKey) is { } key)
        {
            check.ReportAt(
                Rule, key.Syntax, ImmutableDictionary<string, string?>.Empty.Add(NoOtherKind, ""), check.Workload.Display,
                $"'{SyntaxNames.Display(key.Syntax)}' throws in a pod, which has no keyboard", "take it out");
        }
    }

    /// <summary>The property that says that another kind of workload would not help.</summary>
    public const string NoOtherKind = "NoOtherKind";

    private static (string What, string Instead) Words(Wait wait) => wait.Kind switch
    {
        WaitKind.Hosts => ($"'{wait.Display}' serves until somebody stops it", "write [Stateless], or call IHostApplicationLifetime.StopApplication when the work is done"),
        WaitKind.Sleeps => ($"'{wait.Display}' waits for ever", "write [Stateless], or let it end when the work is done"),
        WaitKind.Signal => ($"nothing ends the wait '{wait.Display}'", "write [Stateless], or let it end when the work is done"),
        WaitKind.Thread => ($"the thread of '{wait.Display}' does not end", "write [Stateless], or let it end when the work is done"),
        WaitKind.LoopsUntilStopped => ($"'{wait.Display}' goes on until somebody stops it", "write [Stateless], or leave the loop when the work is done"),
        _ => ($"nothing leaves the loop '{wait.Display}'", "write [Stateless], or leave the loop when the work is done"),
    };

    /// <summary>A statement of the entry point that no condition guards.</summary>
    private static bool IsUnconditionalKey(IInvocationOperation call) =>
        call.TargetMethod.Name == "ReadKey" && LastingCalls.IsConsoleRead(call)
        && call.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionStatementSyntax
        {
            Parent: Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax { Parent: Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax { Identifier.ValueText: "Main" } },
        };
}
