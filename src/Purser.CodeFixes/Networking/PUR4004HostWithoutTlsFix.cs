using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Networking;
using Purser.CodeFixes.Declarations;

namespace Purser.CodeFixes.Networking;

/// <summary>Names the Secret of the host's certificate.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR4004HostWithoutTlsFix)), Shared]
internal sealed class PUR4004HostWithoutTlsFix() : DeclarationFix(PUR4004HostWithoutTls.Rule.Id);
