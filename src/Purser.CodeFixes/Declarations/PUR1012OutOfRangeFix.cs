using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the nearest number in range.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1012OutOfRangeFix)), Shared]
internal sealed class PUR1012OutOfRangeFix() : DeclarationFix(PUR1012OutOfRange.Rule.Id);
