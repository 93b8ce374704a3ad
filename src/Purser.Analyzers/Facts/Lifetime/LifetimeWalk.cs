using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>
/// Follows a method statement by statement, and what it calls in the same compilation, and says whether it comes to an end.
/// Bounded in depth and in methods; what cannot be followed is unknown; never throws, half-typed code included.
/// </summary>
internal sealed partial class LifetimeWalk
{
    private const int MaxDepth = 12;
    private const int MaxMethods = 400;

    private readonly Dictionary<IMethodSymbol, Course> courses = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> open = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken cancellation;
    private int depth;

    /// <summary>Whether it is enough to know that a program does not simply end: then the walk stops where that is seen.</summary>
    private readonly bool isOnlyOfEnds;

    /// <summary>Whether all that was called on the way here is waited for.</summary>
    private bool isMainLine = true;
    private bool isDecided;

    public LifetimeWalk(Compilation compilation, CancellationToken cancellation, bool isOnlyOfEnds = false)
    {
        this.isOnlyOfEnds = isOnlyOfEnds;
        Methods = SourceMethods.Of(compilation);
        this.cancellation = cancellation;
    }

    public SourceMethods Methods { get; }

    /// <summary>Every call that was come by, once.</summary>
    public List<IInvocationOperation> Seen { get; } = [];

    /// <summary>Tasks that are started and not waited for, though they would stay.</summary>
    public List<SyntaxNode> NotAwaited { get; } = [];

    /// <summary>The methods that were followed.</summary>
    public IEnumerable<IMethodSymbol> Followed => courses.Keys;

    public Course Of(IMethodSymbol method)
    {
        if (courses.TryGetValue(method, out var known))
            return known;
        if (depth >= MaxDepth || courses.Count >= MaxMethods)
            return Course.Unknown;
        // What calls itself comes to an end one day.
        if (!open.Add(method))
            return new Course(true, false, ImmutableArray<Wait>.Empty);
        depth++;
        try
        {
            var course = Methods.Body(method, cancellation) is { } body ? new BodyWalk(this).Follow(body, method) : Course.Unknown;
            courses[method] = course;
            return course;
        }
        finally
        {
            depth--;
            open.Remove(method);
        }
    }

    /// <summary>The course of statements that stand somewhere in a method, such as those behind a call.</summary>
    public Course Of(IEnumerable<IOperation> statements) => new BodyWalk(this).Follow(statements);

    private void Check() => cancellation.ThrowIfCancellationRequested();

    [Flags]
    private enum Outcome
    {
        None = 0,
        Falls = 1,
        Returns = 2,

        /// <summary>A way out that does no work: bad arguments, help.</summary>
        TurnsDown = 4,
    }

    /// <summary>One body.</summary>
    private sealed partial class BodyWalk(LifetimeWalk walk)
    {
        private readonly ImmutableArray<Wait>.Builder waits = ImmutableArray.CreateBuilder<Wait>();
        private readonly HashSet<ILabelSymbol> left = new(SymbolEqualityComparer.Default);
        private bool isUnknown;
        private bool returnsTask;

        /// <summary>How deep in code that only runs when the program is asked to stop.</summary>
        private int stopping;

        /// <summary>How deep in loops: what leaves from there is done with its work.</summary>
        private int looping;

        public Course Follow(IOperation body, IMethodSymbol? method)
        {
            returnsTask = method is { IsAsync: false } && IsTask(method.ReturnType);
            return Result(Body(body));
        }

        public Course Follow(IEnumerable<IOperation> statements) => Result(Sequence(statements));

        private Course Result(Outcome outcome) => new((outcome & (Outcome.Falls | Outcome.Returns)) != 0, isUnknown, waits.ToImmutable());
    }
}
