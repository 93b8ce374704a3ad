using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>A program that ends is a job.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2003EntryPointReturnsFix)), Shared]
internal sealed class PUR2003EntryPointReturnsFix() : ChangeKindFix("PUR2003", AttributeNames.BatchJob);
