using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the IANA name, or adds the schedule that is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1008NotATimeZoneFix)), Shared]
internal sealed class PUR1008NotATimeZoneFix() : DeclarationFix(PUR1008NotATimeZone.Rule.Id);
