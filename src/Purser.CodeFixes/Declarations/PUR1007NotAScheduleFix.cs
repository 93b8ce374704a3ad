using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the schedule in five fields, and its time zone beside it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1007NotAScheduleFix)), Shared]
internal sealed class PUR1007NotAScheduleFix() : DeclarationFix(PUR1007NotASchedule.Rule.Id);
