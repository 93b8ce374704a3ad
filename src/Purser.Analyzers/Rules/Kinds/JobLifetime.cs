using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>How the program of a job goes on, followed once for all the rules that ask.</summary>
/// <param name="Walk">The walk behind it: what it has seen on the way.</param>
/// <param name="Roots">Where the code of the job begins, as far as its program runs it.</param>
internal sealed record JobLifetime(LifetimeWalk Walk, ImmutableArray<IMethodSymbol> Roots)
{
    private static readonly Once<AnnotatedWorkload, JobLifetime> Known = new();

    /// <summary>The first thing that the job waits for, without an end and without anybody who stops it.</summary>
    public Wait? Endless(WorkloadCheck check) => Roots
        .Select(Walk.Of)
        .Select(static course => course.CanEnd ? null : course.Decisive)
        .FirstOrDefault(wait => wait is not null && !Stops.Any(wait.Kind, wait.Node, check.Compilation, check.Cancellation));

    public static JobLifetime Of(WorkloadCheck check) => Known.Of(check.Workload, _ => Follow(check));

    /// <summary>All of it before anybody else sees it: rules run side by side.</summary>
    private static JobLifetime Follow(WorkloadCheck check)
    {
        var walk = new LifetimeWalk(check.Compilation, check.Cancellation);
        var roots = RootsOf(check, walk).ToImmutableArray();
        foreach (var root in roots)
            walk.Of(root);
        return new(walk, roots);
    }

    private static IEnumerable<IMethodSymbol> RootsOf(WorkloadCheck check, LifetimeWalk walk)
    {
        if (check.Workloads.EntryPoint is not { } entryPoint)
            return check.Workload.Type.GetMembers("Main").OfType<IMethodSymbol>();
        return ReferenceEquals(check.Workload, check.Workloads.Main)
            ? [entryPoint]
            : EntryCalls.Of(check.Workload.Type, entryPoint, walk, check.Cancellation).SelectMany(call => walk.Methods.Targets(call.TargetMethod));
    }
}
