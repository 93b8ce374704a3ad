using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Networking;
using Purser.CodeFixes.Declarations;

namespace Purser.CodeFixes.Networking;

/// <summary>Writes any address in a [Setting].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4003LocalhostInSettingFix)), Shared]
internal sealed class PUR4003LocalhostInSettingFix() : DeclarationFix(PUR4003ListensOnLocalhost.Rule.Id);
