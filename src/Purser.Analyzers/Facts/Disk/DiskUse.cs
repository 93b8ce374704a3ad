using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>A call that writes to the disk, or reads from it.</summary>
/// <param name="Call">Where.</param>
/// <param name="Member">The method or property that the call stands in, lambdas and local functions left out.</param>
/// <param name="Owner">The class.</param>
/// <param name="Kind">What it does; an <see cref="DiskUseKind.Open"/> is decided.</param>
/// <param name="What">The kind of store for messages; empty for plain files.</param>
/// <param name="Path">The expression with the path; null where it is not given in a form that is understood.</param>
internal sealed record DiskUse(ExpressionSyntax Call, ISymbol? Member, INamedTypeSymbol? Owner, DiskUseKind Kind, string What, IOperation? Path)
{
    public bool IsWrite => Kind != DiskUseKind.Read;

    public bool IsDatabase => Kind is DiskUseKind.Database or DiskUseKind.Connection;
}
