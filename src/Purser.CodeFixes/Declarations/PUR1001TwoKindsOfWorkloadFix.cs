using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Keeps one workload attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1001TwoKindsOfWorkloadFix)), Shared]
internal sealed class PUR1001TwoKindsOfWorkloadFix() : DeclarationFix(PUR1001TwoKindsOfWorkload.Rule.Id);
