using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Schedules;

/// <summary>Something that a program does again and again on its own.</summary>
/// <param name="Node">The timer, the delay, or the scheduler's call.</param>
/// <param name="Ticks">What runs each time: bodies, lambdas or the classes of jobs; empty where that is not seen.</param>
/// <param name="Way">How it waits.</param>
internal sealed record Schedule(ExpressionSyntax Node, IReadOnlyList<SyntaxNode> Ticks, ScheduleWay Way)
{
    /// <summary>The time between two runs; null where it is not known, and for a time of the day.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The schedule as Kubernetes writes it; null where it cannot be computed.</summary>
    public string? Cron { get; init; }

    /// <summary>Whether it waits for a time of the day or a cron expression.</summary>
    public bool IsClock { get; init; }

    /// <summary>In a sentence: <c>every 24 hours</c>.</summary>
    public string Words => Interval is { } interval ? $"every {ScheduleText.Of(interval)}" : IsClock ? "at its time" : "again and again";
}

internal enum ScheduleWay
{
    /// <summary>A timer of .NET.</summary>
    Timer,

    /// <summary>A loop that sleeps in between.</summary>
    Loop,

    /// <summary>A scheduler of a library, which keeps its jobs in memory.</summary>
    Library,
}
