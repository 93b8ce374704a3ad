using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Facts.Failures;

/// <summary>One body on the way from the entry point.</summary>
/// <param name="Body">Block, expression or top-level statements.</param>
/// <param name="Method">Null for a lambda.</param>
/// <param name="Model">The model of its file.</param>
/// <param name="Caller">Who calls it; null for the entry point.</param>
/// <param name="Call">The call that is followed from here.</param>
internal sealed record Frame(SyntaxNode Body, IMethodSymbol? Method, SemanticModel Model, Frame? Caller, InvocationExpressionSyntax? Call)
{
    public int Depth => 1 + (Caller?.Depth ?? 0);

    public ISymbol? Member(CancellationToken cancellation)
    {
        var symbol = (ISymbol?)Method ?? Model.GetEnclosingSymbol(Body.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    /// <summary>Whether the program goes on to exit code 0 after the failure was caught.</summary>
    public bool Goes(StatementSyntax whole, TryStatementSyntax attempt, CatchClauseSyntax clause, FailureEnd end, SourceMethods methods, CancellationToken cancellation)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            var place = ReferenceEquals(frame, this) ? (SyntaxNode)whole : frame.Call!;
            if (frame.SetsExitCode(cancellation))
                return false;
            if (!ReferenceEquals(frame, this))
            {
                // A value that the caller looks at may say that it failed; a zero says that it did not.
                if (end == FailureEnd.LeavesWithValue && IsUsed(place) && frame.MayDecide(place))
                    return false;
                end = end == FailureEnd.LeavesWithZero && IsUsed(place) && frame.IsExitCode(place) ? FailureEnd.LeavesWithZero : FailureEnd.GoesOn;
            }

            if (end == FailureEnd.GoesOn)
                end = frame.Behind(place, ReferenceEquals(frame, this) ? attempt : null, ReferenceEquals(frame, this) ? clause : null, methods, cancellation);
            if (end == FailureEnd.Told)
                return false;
            if (end == FailureEnd.ExitsWithZero)
                return true;
            // Main's own value is no code but 0 or another: nobody knows which.
            if (end == FailureEnd.LeavesWithValue && (frame.Caller is null || frame.Method?.ReturnType.SpecialType == SpecialType.System_Int32))
                return false;
        }

        return true;
    }

    public FailureRepair Repair(CancellationToken cancellation)
    {
        if (ReturnsInt(Method) || (Method is null && Body is CompilationUnitSyntax && Root.MainReturns))
            return FailureRepair.Return;
        return Root.MainReturns ? FailureRepair.Throw : FailureRepair.ExitCode;
    }

    private Frame Root => Caller?.Root ?? this;

    /// <summary>Whether Main says the exit code itself.</summary>
    private bool MainReturns => ReturnsInt(Method)
        || (Body is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().Any(static member => member.Statement.DescendantNodesAndSelf(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is ReturnStatementSyntax { Expression: not null })));

    private static bool ReturnsInt(IMethodSymbol? method) => method?.ReturnType switch
    {
        { SpecialType: SpecialType.System_Int32 } => true,
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Int32 }] } => true,
        _ => false,
    };

    /// <summary>What is behind a place in this body says of the failure.</summary>
    private FailureEnd Behind(SyntaxNode place, TryStatementSyntax? attempt, CatchClauseSyntax? clause, SourceMethods methods, CancellationToken cancellation)
    {
        if (place.FirstAncestorOrSelf<ReturnStatementSyntax>() is { } own && Body.Contains(own) && attempt is null)
            return own.Expression is { } given && Unwrapped(given) == place ? FailureEnd.LeavesWithZero : FailureEnd.LeavesWithValue;
        var after = new List<SyntaxNode>();
        FailureWalk.Siblings(place, Body, [], after);
        var end = CatchOutcome.Of(after.OfType<StatementSyntax>().Where(static statement => statement is not ReturnStatementSyntax), Model, methods, cancellation);
        if (end is FailureEnd.Told or FailureEnd.ExitsWithZero)
            return end;
        if (after.OfType<ReturnStatementSyntax>().FirstOrDefault() is not { } result)
            return FailureEnd.GoesOn;
        var left = CatchOutcome.OfResult(result.Expression, Model, cancellation);
        return left == FailureEnd.LeavesWithValue && result.Expression is IdentifierNameSyntax variable && IsStillZero(variable, attempt, clause, cancellation) ? FailureEnd.LeavesWithZero : left;
    }

    /// <summary><c>var code = 0; try { code = await RunAsync(); } catch { } return code;</c></summary>
    private bool IsStillZero(IdentifierNameSyntax variable, TryStatementSyntax? attempt, CatchClauseSyntax? clause, CancellationToken cancellation)
    {
        var name = variable.Identifier.ValueText;
        foreach (var node in Body.DescendantNodes())
        {
            var value = node switch
            {
                AssignmentExpressionSyntax assignment when SyntaxNames.Last(assignment.Left) == name => assignment.Right,
                VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == name => declarator.Initializer?.Value,
                PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax when node.ChildNodes().FirstOrDefault() is IdentifierNameSyntax counted && counted.Identifier.ValueText == name => variable,
                _ => null,
            };
            if (value is not null && attempt?.Block.Contains(node) != true && !CatchOutcome.IsZero(value, Model, cancellation))
                return false;
        }

        return clause is not null;
    }

    private bool SetsExitCode(CancellationToken cancellation) => Body.DescendantNodes().Any(node =>
        node is AssignmentExpressionSyntax assignment && SyntaxNames.Last(assignment.Left) == "ExitCode" && !CatchOutcome.IsZero(assignment.Right, Model, cancellation) && !CatchOutcome.IsOverwritten(assignment) && (Call is null || !assignment.Right.Contains(Call)));

    private static bool IsUsed(SyntaxNode call) => Outermost(call).Parent is not (ExpressionStatementSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } });

    /// <summary>Whether the value of a call may make a difference to the exit code: not where it is only printed, or asked in a condition that fails in no way.</summary>
    private bool MayDecide(SyntaxNode call)
    {
        var outer = Outermost(call);
        if (outer.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } })
            return Body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local && FailureRecord.MayDecide(name));
        return FailureRecord.MayDecide(outer);
    }

    /// <summary>Whether the number that a call gives is the program's exit code.</summary>
    private bool IsExitCode(SyntaxNode call)
    {
        var outer = Outermost(call);
        return outer == Body || outer.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax;
    }

    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax wait => Unwrapped(wait.Expression),
        ParenthesizedExpressionSyntax inner => Unwrapped(inner.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult", Expression: var inner } } => Unwrapped(inner),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var inner } => Unwrapped(inner),
        _ => expression,
    };

    /// <summary>The call with its <c>await</c>, <c>ConfigureAwait(false)</c>, <c>GetAwaiter().GetResult()</c>.</summary>
    private static SyntaxNode Outermost(SyntaxNode call)
    {
        var current = call;
        while (current.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax
            || current.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Result" or "Wait" }
            || (current.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } && current is MemberAccessExpressionSyntax))
            current = current.Parent!;
        return current;
    }
}
