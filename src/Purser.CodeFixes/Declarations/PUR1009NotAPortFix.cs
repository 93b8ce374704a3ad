using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Removes the second [Exposed] of a port.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1009NotAPortFix)), Shared]
internal sealed class PUR1009NotAPortFix() : DeclarationFix(PUR1009NotAPort.Rule.Id);
