using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>A call or creation in a workload's code. <paramref name="Member"/> is the method, field or property that it stands in.</summary>
internal sealed record WorkloadCall(ExpressionSyntax Node, SemanticModel Model, ISymbol? Member)
{
    public INamedTypeSymbol? Type => Member as INamedTypeSymbol ?? Member?.ContainingType;
}

/// <summary>The calls that a workload can come to, by name before any symbol: no generated file, no test, nothing that runs on a developer's machine only.</summary>
internal static class WorkloadCalls
{
    public static IEnumerable<WorkloadCall> Named(WorkloadCheck check, params string[] names)
    {
        foreach (var tree in check.Compilation.SyntaxTrees)
        {
            check.Cancellation.ThrowIfCancellationRequested();
            var calls = CallSites.CallsIn(tree, check.Cancellation);
            foreach (var name in names)
            {
                if (!calls.Contains(name) || GeneratedCode.Is(tree, check.Cancellation))
                    continue;
                foreach (var call in calls[name])
                {
                    if (!DevelopmentOnly.Contains(call) && check.Runs(call) && ProgramModels.Of(check.Compilation).For(tree) is { } model && Of(call, model, check) is { } found)
                        yield return found;
                }
            }
        }
    }

    /// <summary>Whether the workload's own code calls something of one of these names.</summary>
    public static bool Any(WorkloadCheck check, params string[] names) => Named(check, names).Any();

    private static WorkloadCall? Of(ExpressionSyntax call, SemanticModel model, WorkloadCheck check)
    {
        var found = new WorkloadCall(call, model, MemberAround(call, model, check.Cancellation));
        return NotInProduction.Contains(found.Type) ? null : found;
    }

    /// <summary>The member, past lambdas and local functions.</summary>
    public static ISymbol? MemberAround(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => EnclosingMember.Of(node, model, cancellation);

    /// <summary>A class that the host runs: <c>BackgroundService</c>, <c>IHostedService</c>.</summary>
    public static bool IsHosted(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "BackgroundService" or "IHostedService")
                return true;
        }

        return type?.AllInterfaces.Any(static candidate => candidate.Name is "IHostedService" or "IHostedLifecycleService") == true;
    }

    /// <summary>Whether a condition around a call asks how the program was started, so that it runs in another mode than this workload's, for all one knows.</summary>
    public static bool DependsOnArguments(SyntaxNode call)
    {
        for (var current = call.Parent; current is not null and not MemberDeclarationSyntax { RawKind: not (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.GlobalStatement }; current = current.Parent)
        {
            var condition = current switch
            {
                IfStatementSyntax branch => branch.Condition,
                SwitchStatementSyntax choice => choice.Expression,
                SwitchExpressionSyntax choice => choice.GoverningExpression,
                ConditionalExpressionSyntax choice => choice.Condition,
                _ => null,
            };
            if (condition?.DescendantNodesAndSelf().Any(static node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && IsArguments(name)) == true)
                return true;
        }

        return false;
    }

    private static bool IsArguments(string name) =>
        name is "args" or "mode" or "command" or "verb" or "options" or "opts" or "role" || name.IndexOf("GetCommandLineArgs", StringComparison.Ordinal) >= 0 || name.EndsWith("Mode", StringComparison.Ordinal);
}
