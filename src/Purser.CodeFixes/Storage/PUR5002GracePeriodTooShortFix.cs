using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Storage;
using Purser.CodeFixes.Declarations;

namespace Purser.CodeFixes.Storage;

/// <summary>Raises the grace period, or lets it follow the app's timeout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR5002GracePeriodTooShortFix)), Shared]
internal sealed class PUR5002GracePeriodTooShortFix() : DeclarationFix(PUR5002GracePeriodTooShort.Rule.Id);
