using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>The calls by which a program that is several workloads comes to one of them: <c>case ["import"]: return await Import.RunAsync();</c>.</summary>
internal static class EntryCalls
{
    /// <summary>The calls of a class's methods that stand in the entry point itself.</summary>
    public static ImmutableArray<IInvocationOperation> Of(INamedTypeSymbol type, IMethodSymbol entryPoint, LifetimeWalk walk, CancellationToken cancellation) =>
        walk.Methods.Body(entryPoint, cancellation) is { } body
            ? body.Descendants().OfType<IInvocationOperation>()
                .Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType?.OriginalDefinition, type) && !IsInDelegate(call))
                .ToImmutableArray()
            : ImmutableArray<IInvocationOperation>.Empty;

    /// <summary>Whether the program ends when the call has come back: nothing behind it stays.</summary>
    public static bool EndsAfter(IOperation call, LifetimeWalk walk)
    {
        var current = call;
        for (var parent = call.Parent; parent is not null; current = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IReturnOperation:
                    return true;
                case ILoopOperation:
                    return false;
                case IBlockOperation block:
                    if (Following(block.Operations, current) is { } end)
                        return end;
                    break;
                case ISwitchCaseOperation section:
                    if (Following(section.Body, current) is { } leaves)
                        return leaves;
                    break;
            }
        }

        return true;

        // Null where nothing follows but the end of the block.
        bool? Following(ImmutableArray<IOperation> statements, IOperation statement)
        {
            var rest = statements.SkipWhile(candidate => !ReferenceEquals(candidate, statement)).Skip(1).Where(static next => next is not ILocalFunctionOperation).ToImmutableArray();
            if (rest.IsEmpty || rest[0] is IBranchOperation { BranchKind: BranchKind.Break })
                return null;
            if (rest[0] is IReturnOperation or IThrowOperation)
                return true;
            var course = walk.Of(rest);
            return !course.IsUnknown && course.Waits.IsEmpty ? null : false;
        }
    }

    private static bool IsInDelegate(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }
}
