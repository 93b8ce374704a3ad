using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Memory;

/// <summary>Whether a change keeps what a request brought, and not only what could be had again: a memo, a counter for the operators, a value that is made once.</summary>
internal static class ChangeJudge
{
    /// <summary>Words of numbers that are for those who watch the program.</summary>
    private static readonly HashSet<string> Counting = new(StringComparer.OrdinalIgnoreCase)
    {
        "count", "counts", "counter", "counters", "total", "totals", "hits", "requests", "errors", "failures", "processed", "handled", "received", "calls", "active", "running", "retries", "bytes",
    };

    /// <summary>Words of flags and marks of the process itself.</summary>
    private static readonly HashSet<string> Progress = new(StringComparer.OrdinalIgnoreCase)
    {
        "initialized", "initialised", "ready", "started", "loaded", "warm", "warmed", "running", "busy", "shutting", "stopping", "draining", "seeded", "configured", "registered", "last", "updated", "refreshed", "expires", "expiry",
        "token", "loading", "refreshing", "processing", "scanning", "can", "supported", "supports", "available", "connected", "listening", "subscribed", "attached", "watching", "polling", "restart", "restarting", "shutdown",
    };

    /// <summary>Calls that read what the request sends.</summary>
    private static readonly HashSet<string> Request = new(StringComparer.Ordinal)
    {
        "ReadFromJsonAsync", "ReadFormAsync", "DeserializeAsync", "Deserialize", "ReadToEndAsync", "ReadToEnd", "ReceiveAsync", "ReadAsStringAsync", "BindAsync", "AcceptWebSocketAsync", "AcceptTcpClientAsync", "GetContextAsync",
    };

    public static bool IsState(ExpressionSyntax change, ExpressionSyntax target, ExpressionSyntax? stored, ISymbol holder, SemanticModel model, CancellationToken cancellation)
    {
        switch (change)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Interlocked" }, Name.Identifier.ValueText: var operation } } atomic:
                return operation is "Exchange" or "CompareExchange"
                    ? atomic.ArgumentList.Arguments.Count > 1 && IsNewValue(atomic.ArgumentList.Arguments[1].Expression, holder, model, cancellation)
                    : IsNumberForSomebody(atomic, holder);
            case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                return IsNumberForSomebody(change, holder) || (change.Parent is ExpressionStatementSyntax && !HeldState.Words(SyntaxNames.Last(target) ?? holder.Name).Any(Counting.Contains) && !IsCounted(holder));
            case AssignmentExpressionSyntax assignment when IsWhole(assignment.Left, holder, model, cancellation):
                return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                    ? IsNewValue(assignment.Right, holder, model, cancellation)
                    : !HeldState.Words(holder.Name).Any(Counting.Contains) && !IsEvent(assignment, model, cancellation);
        }

        // What only takes away is no state.
        if (change is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } })
            return false;
        if (IsCounted(holder) && stored is not (null or BaseObjectCreationExpressionSyntax) && holder is not ILocalSymbol)
            return change is InvocationExpressionSyntax counted && SyntaxNames.Called(counted) == "AddOrUpdate" && IsNumberForSomebody(counted, holder);
        if (change is AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression })
            return true;
        return stored is null || !IsMemo(change, target, stored, holder, model, cancellation);
    }

    /// <summary>A name of a collection by which something is counted.</summary>
    private static bool IsCounted(ISymbol holder) => HeldState.Words(holder.Name).Any(Counting.Contains);

    /// <summary>Whether the number goes to somebody: an order's number, a visitor's; not a log, a limit or a turn.</summary>
    private static bool IsNumberForSomebody(ExpressionSyntax change, ISymbol holder)
    {
        SyntaxNode current = change;
        while (current.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            current = current.Parent;
        return current.Parent switch
        {
            ExpressionStatementSyntax statement => IsShownAfter(statement, holder.Name),
            null => false,
            ForStatementSyntax => false,
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.SubtractExpression),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } } => false,
            ArgumentSyntax argument when argument.Parent?.Parent is InvocationExpressionSyntax call => SyntaxNames.Called(call) is not { } name || !(name.StartsWith("Log", StringComparison.Ordinal) || name is "Math" or "Abs" or "Set" or "Record"),
            _ => true,
        };
    }

    /// <summary>Whether the same function gives the number away: <c>visits++; return $"You are number {visits}";</c>.</summary>
    private static bool IsShownAfter(ExpressionStatementSyntax step, string name) => step.Parent is BlockSyntax { Statements: var statements }
        && statements.SkipWhile(statement => statement != step).Skip(1).OfType<ReturnStatementSyntax>().Any(answer => answer.Expression is { } given && given.DescendantNodesAndSelf(static node => !IsDecision(node)).OfType<IdentifierNameSyntax>()
            .Any(use => use.Identifier.ValueText == name && !IsDecision(use.Parent!)));

    private static bool IsDecision(SyntaxNode node) => node is ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.AddExpression };

    /// <summary>The variable itself, not something inside of it.</summary>
    private static bool IsWhole(ExpressionSyntax left, ISymbol holder, SemanticModel model, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(left, cancellation).Symbol, holder);

    /// <summary>A value that replaces the last one: the request's, or one made of both; not one that is fetched or made once.</summary>
    private static bool IsNewValue(ExpressionSyntax value, ISymbol holder, SemanticModel model, CancellationToken cancellation)
    {
        if (HeldState.Words(holder.Name).Any(Progress.Contains))
            return false;
        if (value is LiteralExpressionSyntax literal)
            return (literal.IsKind(SyntaxKind.TrueLiteralExpression) && !IsDoneOnce(literal, holder)) || literal.IsKind(SyntaxKind.FalseLiteralExpression);
        if (value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == holder.Name)
            && value is BinaryExpressionSyntax or InvocationExpressionSyntax or WithExpressionSyntax or PrefixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax)
            return !HeldState.Words(holder.Name).Any(Counting.Contains);
        return IsFromRequest(value, model, cancellation, 0) || IsCopyWithMore(value, holder, model, cancellation);
    }

    /// <summary><c>if (hasSchema) return; CreateSchema(); hasSchema = true;</c>: work that each process does once, and a mark that nobody takes back.</summary>
    private static bool IsDoneOnce(LiteralExpressionSyntax mark, ISymbol holder)
    {
        if (FunctionAround(mark) is not { } scope || mark.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(other => SyntaxNames.Last(other.Left) == holder.Name && !other.Right.IsKind(SyntaxKind.TrueLiteralExpression)))
            return false;
        return scope.DescendantNodes().OfType<IfStatementSyntax>().Any(guard => guard.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var undone }
            ? SyntaxNames.Last(undone) == holder.Name && guard.Statement.Contains(mark) && IsWorkedFrom(guard.Statement.SpanStart)
            : SyntaxNames.Last(guard.Condition) == holder.Name && guard.Span.End <= mark.SpanStart && Leaves(guard.Statement) && IsWorkedFrom(guard.Span.End));

        bool IsWorkedFrom(int start) => scope.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.SpanStart >= start && call.Span.End <= mark.SpanStart);

        static bool Leaves(StatementSyntax statement) => (statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement) is ReturnStatementSyntax;
    }

    /// <summary><c>var copy = orders.ToList(); copy.Add(order); orders = copy;</c>.</summary>
    private static bool IsCopyWithMore(ExpressionSyntax value, ISymbol holder, SemanticModel model, CancellationToken cancellation) =>
        value is IdentifierNameSyntax { Identifier.ValueText: var copy } && Resolved(value, model, cancellation) is var made && made != value
        && made.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == holder.Name)
        && value.FirstAncestorOrSelf<BlockSyntax>() is { } block && block.DescendantNodes().Any(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var target }, Name.Identifier.ValueText: "Add" or "TryAdd" or "Insert" or "Enqueue" or "Push" } } call when target == copy =>
                IsFromRequest(call.ArgumentList.Arguments.Last().Expression, model, cancellation, 1),
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var target } }, Right: var stored } when target == copy => IsFromRequest(stored, model, cancellation, 1),
            _ => false,
        });

    /// <summary>As <see cref="IsNewValue"/> would say of a whole variable, by what is written alone.</summary>
    public static bool IsPlainlyOfProcess(ExpressionSyntax value, string name)
    {
        if (HeldState.Words(name).Any(Progress.Contains))
            return true;
        switch (value)
        {
            case LiteralExpressionSyntax literal:
                return !literal.IsKind(SyntaxKind.TrueLiteralExpression) && !literal.IsKind(SyntaxKind.FalseLiteralExpression);
            case AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax:
                return !ReadsRequest(value);
            case InvocationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax:
                return !ReadsRequest(value) && !value.DescendantNodes().OfType<IdentifierNameSyntax>().Any(inner => inner.Identifier.ValueText == name);
            case BaseObjectCreationExpressionSyntax:
                return !ReadsRequest(value) && !value.DescendantNodes().OfType<IdentifierNameSyntax>().Any();
            default:
                return false;
        }
    }

    private static bool IsMemo(ExpressionSyntax change, ExpressionSyntax target, ExpressionSyntax stored, ISymbol holder, SemanticModel model, CancellationToken cancellation)
    {
        var value = Resolved(stored, model, cancellation);
        if (ReadsRequest(value))
            return false;
        if (value is AwaitExpressionSyntax || (value is not AnonymousFunctionExpressionSyntax && value.DescendantNodes().OfType<AwaitExpressionSyntax>().Any()))
            return true;
        var isFetched = value is TupleExpressionSyntax or BaseObjectCreationExpressionSyntax && value.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => Resolved(name, model, cancellation) is var fetched && fetched != name && fetched is not AnonymousFunctionExpressionSyntax && fetched.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any() && !ReadsRequest(fetched));
        if (isFetched && LooksFirst(change, target, holder))
            return true;
        var isComputed = value is InvocationExpressionSyntax call && !IsPlainCall(call);
        return isComputed && LooksFirst(change, target, holder);
    }

    /// <summary>Whether the code asks for the value before it makes one.</summary>
    private static bool LooksFirst(ExpressionSyntax change, ExpressionSyntax target, ISymbol holder)
    {
        return FunctionAround(change) is { } scope && scope.DescendantNodes().TakeWhile(node => node.SpanStart < change.SpanStart).Any(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText is "TryGetValue" or "ContainsKey" or "Contains" or "GetValueOrDefault" && SyntaxNames.Last(member.Expression) == holder.Name,
            ElementAccessExpressionSyntax element => element.Parent is not AssignmentExpressionSyntax && SyntaxNames.Last(element.Expression) == holder.Name && element != target,
            _ => false,
        });
    }

    private static bool IsFromRequest(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation, int depth)
    {
        if (ReadsRequest(value))
            return true;
        switch (value)
        {
            case AwaitExpressionSyntax or LiteralExpressionSyntax or AnonymousFunctionExpressionSyntax:
                return false;
            case IdentifierNameSyntax name:
                return model.GetSymbolInfo(name, cancellation).Symbol switch
                {
                    IParameterSymbol { IsThis: false } parameter => parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } && parameter.Type.TypeKind != TypeKind.Interface,
                    ILocalSymbol when depth < 3 && Resolved(name, model, cancellation) is var inner && inner != name => IsFromRequest(inner, model, cancellation, depth + 1),
                    _ => false,
                };
            case MemberAccessExpressionSyntax member:
                return IsFromRequest(member.Expression, model, cancellation, depth);
            case BaseObjectCreationExpressionSyntax or TupleExpressionSyntax or WithExpressionSyntax or BinaryExpressionSyntax or InterpolatedStringExpressionSyntax or ConditionalExpressionSyntax:
                return value.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Parent is not MemberAccessExpressionSyntax { Name: var last } member || last != name ? IsFromRequest(name, model, cancellation, depth + 1) : false);
            default:
                return false;
        }
    }

    /// <summary>The expression behind a local variable: what it begins with, or what it was given last where it began with nothing.</summary>
    private static ExpressionSyntax Resolved(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (value is not IdentifierNameSyntax { Identifier.ValueText: var name } || model.GetSymbolInfo(value, cancellation).Symbol is not ILocalSymbol local)
            return value;
        return local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initializer } => initializer,
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax } => FunctionAround(value)?.DescendantNodes().TakeWhile(node => node.SpanStart < value.SpanStart).OfType<AssignmentExpressionSyntax>()
                .LastOrDefault(assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !assignment.Contains(value) && assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var given } && given == name)?.Right ?? value,
            _ => value,
        };
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(static around => around is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static bool ReadsRequest(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => SyntaxNames.Called(call) is { } name && Request.Contains(name) && !(name.StartsWith("Deserialize", StringComparison.Ordinal) && ReadsFile(call)));

    /// <summary>What is read from a file there, all replicas can read.</summary>
    private static bool ReadsFile(InvocationExpressionSyntax call) => FunctionAround(call)?.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(static member => member.Name.Identifier.ValueText is "OpenRead" or "OpenText" or "ReadAllText" or "ReadAllTextAsync" or "ReadAllBytes" or "ReadAllBytesAsync") == true;

    /// <summary>A call that computes nothing: a new id, the time, a text.</summary>
    private static bool IsPlainCall(InvocationExpressionSyntax call) => SyntaxNames.Called(call) is "NewGuid" or "ToString" or "CreateVersion7" or "GetString" or "Trim" or "nameof" or "Create";

    private static bool IsEvent(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation) => model.GetSymbolInfo(assignment.Left, cancellation).Symbol is IEventSymbol;
}
