using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>How a piece of code goes on: whether it comes to an end, and what it waits for on the way.</summary>
/// <param name="CanEnd">Whether it reaches its end, or returns, without anybody stopping it. A way out that only turns down bad input does not count.</param>
/// <param name="IsUnknown">Whether something is called that may wait for ever, for all the source says.</param>
/// <param name="Waits">What it may wait for, on whatever path.</param>
internal sealed record Course(bool CanEnd, bool IsUnknown, ImmutableArray<Wait> Waits)
{
    /// <summary>What can be read of a body is nothing.</summary>
    public static readonly Course Unknown = new(true, true, ImmutableArray<Wait>.Empty);

    /// <summary>The first thing that nothing gets past.</summary>
    public Wait? Decisive => Waits.FirstOrDefault(static wait => !wait.IsElsewhere);
}

/// <summary>A place where a program stays.</summary>
/// <param name="Kind">How it stays.</param>
/// <param name="Node">The call or the loop.</param>
/// <param name="IsElsewhere">Whether it stands in a delegate that somebody else calls.</param>
internal sealed record Wait(WaitKind Kind, SyntaxNode Node, bool IsElsewhere = false)
{
    /// <summary>As a person reads it: <c>RunAsync()</c>, <c>while (true)</c>.</summary>
    public string Display => Node switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.WhileStatementSyntax loop => $"while ({loop.Condition})",
        Microsoft.CodeAnalysis.CSharp.Syntax.DoStatementSyntax loop => $"do ... while ({loop.Condition})",
        Microsoft.CodeAnalysis.CSharp.Syntax.ForStatementSyntax => "for (;;)",
        Microsoft.CodeAnalysis.CSharp.Syntax.CommonForEachStatementSyntax loop => $"foreach (... in {SyntaxNames.Display(loop.Expression)})",
        _ => SyntaxNames.Display(Node),
    };
}

internal enum WaitKind
{
    /// <summary>A host that runs until it is stopped.</summary>
    Hosts,

    /// <summary>A loop without a way out.</summary>
    LoopsForEver,

    /// <summary>A loop that ends when somebody asks it to: <c>while (!token.IsCancellationRequested)</c>.</summary>
    LoopsUntilStopped,

    /// <summary><c>Task.Delay(Timeout.Infinite)</c>.</summary>
    Sleeps,

    /// <summary>An event or a task that somebody must complete.</summary>
    Signal,

    /// <summary>A foreground thread that does not end.</summary>
    Thread,
}
