using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2003: a workload that Kubernetes keeps running, whose program comes to an end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2003EntryPointReturns() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2003",
        DiagnosticSeverity.Warning,
        "The program of a workload that should keep running ends",
        "{0}, but {1}, and Kubernetes would start it again for ever; {2}",
        "Kubernetes keeps the pods of a Deployment, StatefulSet or DaemonSet running: a program that ends, with whatever exit code, is started again, after a longer and longer pause (CrashLoopBackOff). A program that does its work and ends is a Job: [BatchJob].");

    private protected override void Check(WorkloadCheck check)
    {
        if (check.Workload.IsBatch || check.Workloads.EntryPoint is not { } entryPoint)
            return;

        var isMain = ReferenceEquals(check.Workload, check.Workloads.Main);
        var walk = new LifetimeWalk(check.Compilation, check.Cancellation, isOnlyOfEnds: isMain);
        if (isMain)
        {
            if (walk.Of(entryPoint) is { IsUnknown: false, Waits.IsEmpty: true })
                Report(check, walk, null);
            else if (StopAtTheEnd(check) is var (stop, service))
                check.ReportAt(Rule, stop, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, $"'{service}' stops the host when its work is done", "write [BatchJob], which runs to its end, or let the service wait for more work");
            return;
        }

        // One workload of several: the entry point calls into its class, and nothing stays there or behind it.
        foreach (var call in EntryCalls.Of(check.Workload.Type, entryPoint, walk, check.Cancellation))
        {
            if (walk.Methods.Targets(call.TargetMethod) is [{ } target] && walk.Of(target) is { IsUnknown: false, Waits.IsEmpty: true } && EntryCalls.EndsAfter(call, walk))
            {
                Report(check, walk, call.Syntax);
                return;
            }
        }
    }

    /// <summary>A hosted service that comes to its end by itself, and whose last statement stops the host. One that stops it for a failure, or when it is itself asked to stop, keeps running.</summary>
    private static (SyntaxNode Stop, string Service)? StopAtTheEnd(WorkloadCheck check)
    {
        foreach (var call in WorkloadCalls.Named(check, "StopApplication"))
        {
            if (call is { Member: IMethodSymbol { Name: "ExecuteAsync", ContainingType: { } type } method } && WorkloadCalls.IsHosted(type)
                && call.Node.Parent is ExpressionStatementSyntax { Parent: BlockSyntax around } && IsWholeBody(around)
                && new LifetimeWalk(check.Compilation, check.Cancellation).Of(method) is { CanEnd: true, IsUnknown: false })
                return (call.Node, $"{type.Name}.{method.Name}");
        }

        return null;

        static bool IsWholeBody(BlockSyntax block) => block.Parent switch
        {
            MethodDeclarationSyntax => true,
            FinallyClauseSyntax { Parent.Parent: BlockSyntax outer } => IsWholeBody(outer),
            TryStatementSyntax { Parent: BlockSyntax outer } => IsWholeBody(outer),
            _ => false,
        };
    }

    private static void Report(WorkloadCheck check, LifetimeWalk walk, SyntaxNode? call)
    {
        if (walk.NotAwaited.FirstOrDefault() is { } task)
            check.ReportAt(Rule, task, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, $"nothing waits for '{SyntaxNames.Display(task)}' and the program ends", "await it, or write [BatchJob] if it should end");
        else if (walk.Seen.FirstOrDefault(IsStartOfHost) is { } start)
            check.ReportAt(Rule, start.Syntax, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, $"'{SyntaxNames.Display(start.Syntax)}' does not wait and the program ends", "write 'Run' instead of 'Start' to serve until it is stopped, or [BatchJob] if it should end");
        else if (walk.Seen.FirstOrDefault(LastingCalls.IsConsoleRead) is { } read)
            check.ReportAt(Rule, read.Syntax, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, $"a pod has no keyboard, so '{SyntaxNames.Display(read.Syntax)}' does not wait and the program ends", "wait with a host's Run or 'await Task.Delay(Timeout.Infinite)', or write [BatchJob] if it should end");
        else
            check.ReportAt(Rule, call, ImmutableDictionary<string, string?>.Empty, check.Workload.Display, "its program ends when its work is done: nothing in it hosts, waits or loops for ever", "write [BatchJob], which runs to its end");
    }

    private static bool IsStartOfHost(IInvocationOperation call) =>
        call.TargetMethod.Name is "Start" or "StartAsync"
        && (Calls.IsIn(call.TargetMethod, "Microsoft.Extensions.Hosting") || Calls.IsIn(call.TargetMethod, "Microsoft.AspNetCore"));
}
