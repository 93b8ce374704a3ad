using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Identity;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2011: a stateless workload takes something from its pod's name that only a stateful one's has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2011ReliesOnPodName() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2011",
        DiagnosticSeverity.Warning,
        "A stateless workload relies on the name of its pod",
        "'{0}' is [Stateless], but {1} on its pod's name ({2}): such a pod has a random name without a number, and a new one when it is replaced; make it [Stateful], whose pods are numbered from 0",
        "The pods of a Deployment are called orders-api-7d9c5b6f4-x2x7q: random, and another for each new pod. Only a StatefulSet's pods keep their names, numbered from 0, and have addresses of their own.");

    private protected override void Check(WorkloadCheck check)
    {
        if (check.Workload.Kind != AttributeNames.Stateless || new PodName(check.Compilation, check.Matters, check.Cancellation).FirstReliance() is not { } found)
            return;
        var member = EnclosingMember.Of(found, check.Model(found.SyntaxTree), check.Cancellation);
        check.ReportAt(Rule, found, ImmutableDictionary<string, string?>.Empty, check.Workload.Type.Name, Evidence.Of(found, member, "relies"), Shown(found));
    }

    private static string Shown(SyntaxNode node)
    {
        var text = node is MemberDeclarationSyntax member ? SyntaxNames.Display(member.ChildNodes().LastOrDefault() ?? member) : node.ToString();
        text = string.Join(" ", text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
