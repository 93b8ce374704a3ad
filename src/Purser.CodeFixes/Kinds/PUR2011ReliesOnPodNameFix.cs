using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>A pod with a name that stays is a stateful workload's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2011ReliesOnPodNameFix)), Shared]
internal sealed class PUR2011ReliesOnPodNameFix() : ChangeKindFix("PUR2011", AttributeNames.Stateful);
