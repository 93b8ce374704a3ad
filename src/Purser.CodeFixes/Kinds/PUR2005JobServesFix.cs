using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>A program that serves is no job; one that does not needs no Service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2005JobServesFix)), Shared]
internal sealed class PUR2005JobServesFix() : WorkloadFix(PUR2005JobServes.Rule.Id)
{
    protected override IEnumerable<WorkloadWay> WaysOf(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(PUR2005JobServes.IsExposed))
            yield return new WorkloadWay("Take [Exposed] off") { Remove = AttributeNames.Exposed };
        yield return new WorkloadWay("Write [Stateless]") { Kind = AttributeNames.Stateless };
    }
}
