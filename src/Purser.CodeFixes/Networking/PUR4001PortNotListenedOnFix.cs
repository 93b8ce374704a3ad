using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Networking;
using Purser.CodeFixes.Declarations;

namespace Purser.CodeFixes.Networking;

/// <summary>Writes a port that the app listens on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4001PortNotListenedOnFix)), Shared]
internal sealed class PUR4001PortNotListenedOnFix() : DeclarationFix(PUR4001PortNotListenedOn.Rule.Id);
