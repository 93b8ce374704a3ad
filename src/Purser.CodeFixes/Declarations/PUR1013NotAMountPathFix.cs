using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Makes the path absolute, or removes the second volume at it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1013NotAMountPathFix)), Shared]
internal sealed class PUR1013NotAMountPathFix() : DeclarationFix(PUR1013NotAMountPath.Rule.Id);
