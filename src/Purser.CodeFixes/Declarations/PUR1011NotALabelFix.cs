using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the nearest key or value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1011NotALabelFix)), Shared]
internal sealed class PUR1011NotALabelFix() : DeclarationFix(PUR1011NotALabel.Rule.Id);
