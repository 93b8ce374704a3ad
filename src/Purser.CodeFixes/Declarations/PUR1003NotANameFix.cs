using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the nearest name, cut to its length with a hash.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1003NotANameFix)), Shared]
internal sealed class PUR1003NotANameFix() : DeclarationFix(PUR1003NotAName.Rule.Id);
