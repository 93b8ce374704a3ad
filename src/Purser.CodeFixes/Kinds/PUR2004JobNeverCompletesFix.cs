using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>A program that stays is no job.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2004JobNeverCompletesFix)), Shared]
internal sealed class PUR2004JobNeverCompletesFix() : ChangeKindFix("PUR2004", AttributeNames.Stateless)
{
    private protected override bool Helps(Diagnostic diagnostic) => !diagnostic.Properties.ContainsKey(PUR2004JobNeverCompletes.NoOtherKind);
}
