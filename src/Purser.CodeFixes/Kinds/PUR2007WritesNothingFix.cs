using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>A program without data of its own is stateless.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2007WritesNothingFix)), Shared]
internal sealed class PUR2007WritesNothingFix() : ChangeKindFix("PUR2007", AttributeNames.Stateless);
