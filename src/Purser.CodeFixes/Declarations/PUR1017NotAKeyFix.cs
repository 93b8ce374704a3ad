using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the nearest key, or removes the second entry of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1017NotAKeyFix)), Shared]
internal sealed class PUR1017NotAKeyFix() : DeclarationFix(PUR1017NotAKey.Rule.Id);
