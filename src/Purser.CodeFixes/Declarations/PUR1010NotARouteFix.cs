using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the host and the path as routes take them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1010NotARouteFix)), Shared]
internal sealed class PUR1010NotARouteFix() : DeclarationFix(PUR1010NotARoute.Rule.Id);
