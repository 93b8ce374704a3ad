using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Swaps request and limit, or moves one to the other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1006RequestAboveLimitFix)), Shared]
internal sealed class PUR1006RequestAboveLimitFix() : DeclarationFix(PUR1006RequestAboveLimit.Rule.Id);
