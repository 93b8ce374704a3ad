using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the quantity that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1005NotAQuantityFix)), Shared]
internal sealed class PUR1005NotAQuantityFix() : DeclarationFix(PUR1005NotAQuantity.Rule.Id);
