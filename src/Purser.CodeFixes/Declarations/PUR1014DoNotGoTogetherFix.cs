using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Takes away what has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1014DoNotGoTogetherFix)), Shared]
internal sealed class PUR1014DoNotGoTogetherFix() : DeclarationFix(PUR1014DoNotGoTogether.Rule.Id);
