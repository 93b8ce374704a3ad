using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Makes the class a workload.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1002NoWorkloadFix)), Shared]
internal sealed class PUR1002NoWorkloadFix() : DeclarationFix(PUR1002NoWorkload.Rule.Id);
