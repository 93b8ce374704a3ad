using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Facts.Failures;

/// <summary>A place that swallows the failure of a program's work.</summary>
/// <param name="Node">The catch or finally clause, or the handler that leaves with 0.</param>
/// <param name="Member">The method that it stands in.</param>
/// <param name="Repair">What makes the failure known there.</param>
internal sealed record Swallow(SyntaxNode Node, ISymbol? Member, FailureRepair Repair);

internal enum FailureRepair
{
    /// <summary><c>Environment.ExitCode = 1;</c></summary>
    ExitCode,

    /// <summary><c>return 1;</c></summary>
    Return,

    /// <summary><c>throw;</c>: the exit code is overwritten by what Main returns.</summary>
    Throw,

    /// <summary><c>Environment.Exit(1)</c> for <c>Environment.Exit(0)</c>.</summary>
    Exit,
}

/// <summary>
/// Follows a program from its entry point along its main line, into the methods that it calls, and looks for the try that holds all of the
/// work, whose failure nobody hears of. Steps that a job can do without, single items of a loop and retries for ever are left alone.
/// </summary>
internal sealed class FailureWalk(Compilation compilation, CancellationToken cancellation)
{
    private const int MaxDepth = 8;

    /// <summary>Calls that run what they are given many times.</summary>
    private static readonly string[] Repeating = ["ForEach", "ForEachAsync", "Select", "SelectMany", "SelectAwait", "For", "ForAsync", "Where"];

    private readonly SourceMethods methods = SourceMethods.Of(compilation);
    private readonly HashSet<SyntaxNode> seen = [];

    /// <summary>The first swallowed failure of a program that begins with this method; null where there is none.</summary>
    public Swallow? Of(IMethodSymbol root) => Into(root, null);

    private Swallow? Into(IMethodSymbol method, Frame? caller)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellation);
            if (ProgramModels.Of(compilation).For(declaration.SyntaxTree) is { } model && BodyOf(declaration) is { } body && Follow(body, method, model, caller) is { } found)
                return found;
        }

        return null;
    }

    private Swallow? Follow(SyntaxNode body, IMethodSymbol? method, SemanticModel model, Frame? caller)
    {
        cancellation.ThrowIfCancellationRequested();
        if ((caller?.Depth ?? 0) >= MaxDepth || !seen.Add(body))
            return null;
        var frame = new Frame(body, method, model, caller, null);
        return StatementsOf(body) is { } statements ? Visit(statements, frame) : Calls(body, frame);
    }

    private Swallow? Visit(IEnumerable<StatementSyntax> statements, Frame frame) => statements.Select(statement => Visit(statement, frame)).FirstOrDefault(static found => found is not null);

    private Swallow? Visit(StatementSyntax? statement, Frame frame)
    {
        switch (statement)
        {
            case null or LocalFunctionStatementSyntax:
                return null;
            case BlockSyntax block:
                return Visit(block.Statements, frame);
            case IfStatementSyntax branch:
                return Calls(branch.Condition, frame) ?? Visit(branch.Statement, frame) ?? Visit(branch.Else?.Statement, frame);
            case UsingStatementSyntax use:
                return Visit(use.Statement, frame);
            case LockStatementSyntax guard:
                return Visit(guard.Statement, frame);
            case SwitchStatementSyntax choice:
                return Visit(choice.Sections.SelectMany(static section => section.Statements), frame);
            case TryStatementSyntax attempt:
                return OfTry(attempt, attempt, frame) ?? Visit(attempt.Block, frame);
            case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                return OfRetries(statement, frame);
            case CommonForEachStatementSyntax:
                return null;
            default:
                return Calls(statement, frame);
        }
    }

    /// <summary>Into what the main line calls, and into the lambdas that it gives to be called once.</summary>
    private Swallow? Calls(SyntaxNode place, Frame frame)
    {
        foreach (var call in place.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<InvocationExpressionSyntax>())
        {
            var here = frame with { Call = call };
            if (!WorkNames.IsLogging(call) && frame.Model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method)
            {
                foreach (var target in methods.Targets(method))
                {
                    if (Into(target, here) is { } found)
                        return found;
                }
            }

            if (Array.IndexOf(Repeating, SyntaxNames.Called(call)) >= 0)
                continue;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (argument.Expression is AnonymousFunctionExpressionSyntax lambda && Follow(lambda.Body, null, frame.Model, here) is { } found)
                    return found;
            }
        }

        return null;
    }

    /// <summary>A loop that tries again and then gives up: what is behind it decides.</summary>
    private Swallow? OfRetries(StatementSyntax loop, Frame frame)
    {
        var (body, isEndless) = loop switch
        {
            ForStatementSyntax turns => (turns.Statement, turns.Condition is null),
            WhileStatementSyntax turns => (turns.Statement, turns.Condition.IsKind(SyntaxKind.TrueLiteralExpression)),
            DoStatementSyntax turns => (turns.Statement, turns.Condition.IsKind(SyntaxKind.TrueLiteralExpression)),
            _ => (loop, true),
        };
        var attempt = body is BlockSyntax block ? block.Statements.OfType<TryStatementSyntax>().FirstOrDefault() : body as TryStatementSyntax;
        return attempt is not null && !isEndless && Leaves(attempt, body) ? OfTry(attempt, loop, frame) : null;
    }

    /// <summary>Whether the loop is done as soon as the work is.</summary>
    private static bool Leaves(TryStatementSyntax attempt, StatementSyntax body) =>
        attempt.Block.Statements.LastOrDefault() is ReturnStatementSyntax or BreakStatementSyntax
        || (body is BlockSyntax block && block.Statements.LastOrDefault() is ReturnStatementSyntax or BreakStatementSyntax);

    /// <param name="attempt">The try.</param>
    /// <param name="whole">The statement that it is with all its repetitions.</param>
    private Swallow? OfTry(TryStatementSyntax attempt, StatementSyntax whole, Frame frame)
    {
        if (!WorkNames.CallsIn(attempt.Block).Any(static call => !WorkNames.IsLogging(call)))
            return null;
        if (attempt.Finally is { } last && attempt.Catches.All(clause => CatchOutcome.Of(clause.Block.Statements, frame.Model, methods, cancellation) != FailureEnd.Told)
            && WorkNames.CallsIn(last).Any(call => CatchOutcome.IsExit(call) && CatchOutcome.ExitsWithZero(call, frame.Model, cancellation)))
            return new(last, frame.Member(cancellation), FailureRepair.Exit);

        foreach (var clause in attempt.Catches)
        {
            if (!CatchOutcome.IsBroad(clause) || IsOptional(attempt, clause, whole, frame))
                continue;
            if (Swallows(clause, attempt, whole, frame) is { } repair)
                return new(clause, frame.Member(cancellation), repair);
        }

        return null;
    }

    /// <summary>Whether the program does its real work elsewhere: behind the try, or before it, and this is something that it can do without.</summary>
    private static bool IsOptional(TryStatementSyntax attempt, CatchClauseSyntax clause, StatementSyntax whole, Frame frame)
    {
        var (before, after) = Around(whole, frame);
        if (after.Any(static statement => HasOpenWork(statement)))
            return GoesOn(clause);
        if (WorkNames.IsTidyingUp(attempt.Block) && before.Any(static statement => WorkNames.CallsIn(statement).Any(static call => !WorkNames.IsLogging(call))))
            return true;
        return before.Any(static statement => WorkNames.HasWork(statement))
            && (WorkNames.IsBestEffort(attempt.Block) || IsCalledOptional(frame) || WorkNames.CallsIn(clause.Block).Any(WorkNames.IsMildLogging) || !WorkNames.CallsIn(clause.Block).Any());
    }

    /// <summary>Whether a method on the way says by its name that the job can do without it: <c>NotifyAsync</c>.</summary>
    private static bool IsCalledOptional(Frame frame)
    {
        for (var current = frame; current.Caller is not null; current = current.Caller)
        {
            if (current.Method is { } method && WorkNames.IsBestEffort(method.Name))
                return true;
        }

        return false;
    }

    private static bool GoesOn(CatchClauseSyntax clause) => clause.Block.Statements.LastOrDefault() is not ReturnStatementSyntax
        && !WorkNames.CallsIn(clause.Block).Any(CatchOutcome.IsExit);

    /// <summary>Work that is not itself inside a try that catches everything.</summary>
    private static bool HasOpenWork(SyntaxNode statement) =>
        statement is TryStatementSyntax attempt && attempt.Catches.Any(CatchOutcome.IsBroad) ? false : WorkNames.HasWork(statement);

    /// <summary>How the failure could be told; null where it is told, or where nobody knows.</summary>
    private FailureRepair? Swallows(CatchClauseSyntax clause, TryStatementSyntax attempt, StatementSyntax whole, Frame frame)
    {
        var statements = clause.Block.Statements;
        var end = CatchOutcome.Of(statements, frame.Model, methods, cancellation);
        switch (end)
        {
            case FailureEnd.Told:
                return null;
            case FailureEnd.ExitsWithZero:
                return FailureRepair.Exit;
        }

        if (FailureRecord.IsTold(clause, attempt, frame.Body, frame.Model, cancellation))
            return null;
        return frame.Goes(whole, attempt, clause, end, methods, cancellation) ? frame.Repair(cancellation) : null;
    }

    private static (IEnumerable<SyntaxNode> Before, IEnumerable<SyntaxNode> After) Around(SyntaxNode whole, Frame frame)
    {
        var before = new List<SyntaxNode>();
        var after = new List<SyntaxNode>();
        for (var current = frame; current is not null; current = current.Caller)
        {
            var place = ReferenceEquals(current, frame) ? whole : current.Call!;
            Siblings(place, current.Body, before, after);
        }

        return (before, after);
    }

    /// <summary>The statements before and behind a place, in all the blocks around it.</summary>
    public static void Siblings(SyntaxNode place, SyntaxNode body, List<SyntaxNode> before, List<SyntaxNode> after)
    {
        for (var current = place; current is not null && current != body; current = current.Parent)
        {
            IReadOnlyList<StatementSyntax>? all = current.Parent switch
            {
                BlockSyntax block => block.Statements,
                SwitchSectionSyntax section => section.Statements,
                GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement).ToArray(),
                _ => null,
            };
            if (all is null)
                continue;
            var at = all.TakeWhile(statement => statement != current).Count();
            before.AddRange(all.Take(at));
            after.AddRange(all.Skip(at + 1).TakeWhile(static statement => statement is not BreakStatementSyntax));
            // What leaves is the last that is reached.
            if (after.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax)
                break;
        }
    }

    public static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        CompilationUnitSyntax unit => unit,
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody?.Expression,
        _ => null,
    };

    private static IEnumerable<StatementSyntax>? StatementsOf(SyntaxNode body) => body switch
    {
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement),
        BlockSyntax block => block.Statements,
        _ => null,
    };
}
