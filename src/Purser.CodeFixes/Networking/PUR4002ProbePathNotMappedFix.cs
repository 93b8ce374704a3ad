using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Networking;
using Purser.CodeFixes.Declarations;

namespace Purser.CodeFixes.Networking;

/// <summary>Writes a health endpoint that the app maps.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4002ProbePathNotMappedFix)), Shared]
internal sealed class PUR4002ProbePathNotMappedFix() : DeclarationFix(PUR4002ProbePathNotMapped.Rule.Id);
