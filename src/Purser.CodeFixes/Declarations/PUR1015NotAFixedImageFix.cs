using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Declarations;

namespace Purser.CodeFixes.Declarations;

/// <summary>Writes the image reference without scheme and upper case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR1015NotAFixedImageFix)), Shared]
internal sealed class PUR1015NotAFixedImageFix() : DeclarationFix(PUR1015NotAFixedImage.Rule.Id);
