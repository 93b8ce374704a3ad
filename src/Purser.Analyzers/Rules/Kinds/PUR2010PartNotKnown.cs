using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Schedules;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2010: the pods of a job that should share the work, and cannot know how.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2010PartNotKnown() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2010",
        DiagnosticSeverity.Warning,
        "A job whose pods do not know their part",
        "{0}, but {1}; {2}",
        "The pods of a Job run the same program with the same settings. Only an Indexed Job numbers them, in the environment variable JOB_COMPLETION_INDEX from 0 on: by that number each takes its part.");

    /// <summary>The property that says that Indexed = true is the way out.</summary>
    public const string CanBeIndexed = "CanBeIndexed";

    private const string Index = "JOB_COMPLETION_INDEX";

    /// <summary>By these a pod knows itself too: the name of an Indexed Job's pod ends with its number, and the variable's name may be put together.</summary>
    private static readonly string[] Identities = ["HOSTNAME", "POD_NAME", "MachineName", "GetHostName", "job-completion-index", "JOB_COMPLETION", "COMPLETION_INDEX"];

    private protected override void Check(WorkloadCheck check)
    {
        var job = check.Workload.Attribute;
        var isIndexed = job.Flag("Indexed") == true;
        var completions = job.Number("Completions") ?? 1;
        var mayBeAsked = !isIndexed || completions > 1;
        if (!mayBeAsked)
            return;

        var read = Mention(check, Index);
        var isGiven = job.Texts("Args")?.Concat(job.Texts("Command") ?? default).Any(static text => text.IndexOf(Index, StringComparison.Ordinal) >= 0) == true;
        if (!isIndexed && (read is not null || isGiven))
        {
            var instead = !check.Workload.IsBatch ? "write [BatchJob(Indexed = true)] with as many Completions as there are parts"
                : completions > 1 ? "write Indexed = true" : "write Indexed = true, and as many Completions as there are parts";
            check.ReportAt(
                Rule, read, check.Workload.IsBatch ? ImmutableDictionary<string, string?>.Empty.Add(CanBeIndexed, "") : ImmutableDictionary<string, string?>.Empty,
                check.Workload.Display, $"{Index} is read, which Kubernetes only sets for the pods of an Indexed job", instead);
        }
        else if (check.Workload.IsBatch && completions > 1 && read is null && !isGiven && !TakesFromOthers(check))
        {
            var number = completions.ToString(CultureInfo.InvariantCulture);
            check.ReportAt(
                Rule, null, ImmutableDictionary<string, string?>.Empty,
                check.Workload.Display, $"none of its code reads {Index}, so each of its {number} pods does all of the work", $"{(isIndexed ? "" : "write Indexed = true and ")}let each pod take its part by that number, or write Completions = 1");
        }
    }

    /// <summary>The first place in the workload's code that names one of these words.</summary>
    private static SyntaxNode? Mention(WorkloadCheck check, params string[] words)
    {
        foreach (var tree in check.Compilation.SyntaxTrees)
        {
            var there = words.Where(word => TextSearch.Contains(tree, word, check.Cancellation)).ToArray();
            if (there.Length == 0 || GeneratedCode.Is(tree, check.Cancellation))
                continue;
            foreach (var token in tree.GetRoot(check.Cancellation).DescendantTokens())
            {
                if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.IdentifierToken or SyntaxKind.InterpolatedStringTextToken
                    && Array.Exists(there, word => token.ValueText.IndexOf(word, StringComparison.Ordinal) >= 0)
                    && token.Parent is { } place && !IsOfWorkload(place, check) && check.Runs(place))
                    return place.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? place;
            }
        }

        return null;
    }

    /// <summary>In the arguments of a workload attribute: <c>Args = ["--shard", "$(JOB_COMPLETION_INDEX)"]</c>.</summary>
    private static bool IsOfWorkload(SyntaxNode node, WorkloadCheck check) =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && check.Workloads.All.Any(workload => workload.Location.SourceTree == attribute.SyntaxTree && workload.Location.SourceSpan.IntersectsWith(attribute.Span));

    /// <summary>Whether the pods share the work in another way: a queue, rows that they lock, or their own names.</summary>
    private static bool TakesFromOthers(WorkloadCheck check)
    {
        foreach (var tree in check.Compilation.SyntaxTrees.Where(tree => !GeneratedCode.Is(tree, check.Cancellation)))
        {
            foreach (var calls in CallSites.CallsIn(tree, check.Cancellation))
            {
                if ((TickNames.IsQueue(calls.Key) || TickNames.IsLock(calls.Key)) && calls.Any(call => check.Runs(call) && IsShared(call, check)))
                    return true;
            }
        }

        return Mention(check, [.. Identities, .. TickNames.LockTexts]) is not null;
    }

    /// <summary>Not a channel or a queue in the process, nor a lock of its threads.</summary>
    private static bool IsShared(ExpressionSyntax call, WorkloadCheck check)
    {
        var method = ProgramModels.Of(check.Compilation).For(call.SyntaxTree)?.GetSymbolInfo(call, check.Cancellation).Symbol;
        return method is null || !(Calls.IsIn(method, "System.Threading") || Calls.IsIn(method, "System.Collections"));
    }
}
