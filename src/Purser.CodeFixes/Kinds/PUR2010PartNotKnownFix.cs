using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Kinds;

namespace Purser.CodeFixes.Kinds;

/// <summary>Lets Kubernetes number the pods of a job that reads their number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2010PartNotKnownFix)), Shared]
internal sealed class PUR2010PartNotKnownFix() : WorkloadFix(PUR2010PartNotKnown.Rule.Id)
{
    protected override IEnumerable<WorkloadWay> WaysOf(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(PUR2010PartNotKnown.CanBeIndexed))
            yield return new WorkloadWay("Set Indexed = true") { Set = ("Indexed", true) };
    }
}
