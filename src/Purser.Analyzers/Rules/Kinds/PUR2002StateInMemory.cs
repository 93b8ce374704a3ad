using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Memory;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2002: several replicas, and requests change what one of them remembers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2002StateInMemory() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2002",
        DiagnosticSeverity.Warning,
        "State in the memory of one of several replicas",
        "'{0}' {1}, but {2}, which each replica has in its own memory: the next request may come to a replica that does not have it, and a restart loses it; keep it in a database or in Redis",
        "A Service sends each request to any of the pods of a Deployment. What one of them remembers in a static field or a singleton the others do not know, and it is gone when the pod is replaced.");

    private protected override void Check(WorkloadCheck check)
    {
        if (check.Workload.Kind != AttributeNames.Stateless || check.Workload.MostReplicas < 2)
            return;
        foreach (var call in check.Calls(["UseInMemoryDatabase"]).Where(call => check.IsFrom(call, "Microsoft.EntityFrameworkCore") && !Alternatives.IsOneOf(call)).Take(1))
            check.ReportAt(Rule, call, ImmutableDictionary<string, string?>.Empty, check.Workload.Type.Name, check.Replicas, "'UseInMemoryDatabase' makes a database");

        var requests = Reach.OfRequests(check.Compilation, check.Matters, check.Cancellation);
        foreach (var call in WorkloadCalls.Named(check, "Set").Where(call => requests.Contains(call.Node) && IsOnlyCopy(call, check.Cancellation)).Take(1))
            check.ReportAt(Rule, call.Node, ImmutableDictionary<string, string?>.Empty, check.Workload.Type.Name, check.Replicas, $"{Evidence.Of(call.Node, call.Member, "keeps")} in 'IMemoryCache' what nothing else knows");
        foreach (var group in StateChanges.Find(check.Compilation, node => requests.Contains(node) && check.Matters(node), check.Cancellation).GroupBy(static change => change.Holder is ILocalSymbol ? change.Holder : change.Holder.ContainingType, SymbolEqualityComparer.Default))
        {
            // One for a class: what it keeps goes to a database together.
            var change = group.First();
            var held = group.Select(static other => other.Holder.Name).Distinct().ToList();
            var holder = change.Holder is ILocalSymbol ? change.Holder.Name : $"{change.Holder.ContainingType.Name}.{change.Holder.Name}";
            var more = held.Count switch { 1 => "", 2 => $" and '{held[1]}'", _ => $" and {held.Count - 1} more" };
            check.ReportAt(Rule, change.Node, ImmutableDictionary<string, string?>.Empty, check.Workload.Type.Name, check.Replicas, $"{Evidence.Of(change.Node, change.Member, "changes")} '{holder}'{more}");
        }
    }

    /// <summary>
    /// A value that is put into the memory cache by a method that has it from nowhere but its arguments and chance, and that another method
    /// of the class asks for without a way to get it again: a one-time code, not a copy of what a database holds.
    /// </summary>
    private static bool IsOnlyCopy(WorkloadCall call, CancellationToken cancellation)
    {
        if (call.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } set || !IsCalledCache(SyntaxNames.Last(receiver) ?? "") || call.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } method
            || method.DescendantNodes().OfType<AwaitExpressionSyntax>().Any() || !IsOfCache(set))
            return false;
        return CallsIn(method).All(other => other == set || (call.Model.GetSymbolInfo(other, cancellation).Symbol is { } called && Calls.IsIn(called, "System")))
            && type.Members.OfType<MethodDeclarationSyntax>().Any(other => other != method
                && CallsIn(other).Any(read => SyntaxNames.Called(read) is "TryGetValue" or "Get" && IsOfCache(read))
                && !other.DescendantNodes().OfType<AwaitExpressionSyntax>().Any()
                && !CallsIn(other).Any(static write => SyntaxNames.Called(write) is "Set" or "GetOrCreate" or "GetOrCreateAsync"));

        static bool IsCalledCache(string name) => name.IndexOf("ache", StringComparison.Ordinal) >= 0 || name.IndexOf("emory", StringComparison.Ordinal) >= 0;

        bool IsOfCache(InvocationExpressionSyntax candidate) => Calls.IsIn(call.Model.GetSymbolInfo(candidate, cancellation).Symbol, "Microsoft.Extensions.Caching.Memory");

        static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode node) => node.DescendantNodes().OfType<InvocationExpressionSyntax>();
    }
}
