using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>
/// Follows a method statement by statement, and what it calls in the same compilation, and says whether it comes to an end.
/// Bounded in depth and in methods; what cannot be followed is unknown; never throws, half-typed code included.
/// </summary>
internal sealed class LifetimeWalk
{
    private const int MaxDepth = 12;
    private const int MaxMethods = 400;

    private readonly Dictionary<IMethodSymbol, Course> courses = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> open = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken cancellation;
    private int depth;

    public LifetimeWalk(Compilation compilation, CancellationToken cancellation)
    {
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
    private sealed class BodyWalk(LifetimeWalk walk)
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

        private Outcome Body(IOperation body) => body switch
        {
            IMethodBodyBaseOperation { BlockBody: { } block } => Statement(block),
            IMethodBodyBaseOperation { ExpressionBody: { } block } => Statement(block),
            ILocalFunctionOperation { Body: { } block } => Statement(block),
            IAnonymousFunctionOperation lambda => Statement(lambda.Body),
            IBlockOperation block => Statement(block),
            _ => Outcome.Falls,
        };

        private Outcome Sequence(IEnumerable<IOperation> statements)
        {
            var ways = Outcome.Falls;
            foreach (var statement in statements)
            {
                if (statement is ILocalFunctionOperation)
                    continue;
                ways = (ways & ~Outcome.Falls) | Statement(statement);
                if ((ways & Outcome.Falls) == 0)
                    break;
            }

            return ways;
        }

        private Outcome Statement(IOperation? statement)
        {
            walk.Check();
            switch (statement)
            {
                case null:
                case ILocalFunctionOperation:
                    return Outcome.Falls;
                case IBlockOperation block:
                    return Sequence(block.Operations);
                case IConditionalOperation branch:
                    return Branch(branch);
                case ILoopOperation loop:
                    return Loop(loop);
                case ITryOperation attempt:
                    return Try(attempt);
                case ISwitchOperation choice:
                    return Switch(choice);
                case IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } result:
                    var goesOn = result.ReturnedValue is not { } value || (returnsTask ? Awaited(value) : Expression(value));
                    return goesOn && stopping == 0 ? Outcome.Returns : Outcome.None;
                case IBranchOperation { BranchKind: BranchKind.Break } leave:
                    if (stopping == 0)
                        left.Add(leave.Target);
                    return Outcome.None;
                case IBranchOperation { BranchKind: BranchKind.GoTo }:
                    isUnknown = true;
                    return Outcome.Falls;
                case IBranchOperation:
                    return Outcome.None;
                case IThrowOperation failure:
                    Expression(failure.Exception);
                    return Outcome.None;
                case IUsingOperation use:
                    return Expression(use.Resources) ? Statement(use.Body) : Outcome.None;
                case ILockOperation guard:
                    return Expression(guard.LockedValue) ? Statement(guard.Body) : Outcome.None;
                case ILabeledOperation label:
                    return Statement(label.Operation);
                case IInvalidOperation:
                    isUnknown = true;
                    return Outcome.Falls;
                case IExpressionStatementOperation { Operation: IInvocationOperation call } when LastingCalls.Of(call) == CallEffect.Exits:
                    Expression(call);
                    return stopping == 0 ? Outcome.Returns : Outcome.None;
                default:
                    return Expression(statement) ? Outcome.Falls : Outcome.None;
            }
        }

        private Outcome Branch(IConditionalOperation branch)
        {
            if (!Expression(branch.Condition))
                return Outcome.None;
            if (branch.Condition.ConstantValue is { HasValue: true, Value: bool known })
                return known ? Statement(branch.WhenTrue) : Statement(branch.WhenFalse);
            var asksStop = AsksForStop(branch.Condition);
            var positive = asksStop && branch.Condition is not IUnaryOperation;
            return Side(branch.WhenTrue, asksStop && positive) | Side(branch.WhenFalse, asksStop && !positive);
        }

        private Outcome Side(IOperation? side, bool onStop)
        {
            if (side is null)
                return Outcome.Falls;
            if (onStop)
                stopping++;
            var ways = Statement(side);
            if (onStop)
                stopping--;
            return looping == 0 && (ways & Outcome.Returns) != 0 && (ways & Outcome.Falls) == 0 && (TurnsDown(side) || Fails(side)) ? (ways & ~Outcome.Returns) | Outcome.TurnsDown : ways;
        }

        private Outcome Loop(ILoopOperation loop)
        {
            var kind = WaitKind.LoopsForEver;
            var isEndless = false;
            switch (loop)
            {
                case IWhileLoopOperation { Condition: { } condition }:
                    if (!Expression(condition))
                        return Outcome.None;
                    (isEndless, kind) = OfCondition(condition, loop);
                    break;
                case IForLoopOperation turns:
                    Sequence(turns.Before);
                    (isEndless, kind) = turns.Condition is null ? (true, kind) : OfCondition(turns.Condition, loop);
                    break;
                case IForEachLoopOperation each:
                    if (!Collection(each))
                        return Outcome.None;
                    break;
            }

            var before = waits.Count;
            looping++;
            var ways = Statement(loop.Body);
            looping--;
            var isLeft = left.Contains(loop.ExitLabel);
            if (!isEndless)
                return Outcome.Falls | (ways & ~Outcome.Falls);
            if (!isLeft)
                waits.Insert(before, new Wait(kind, loop.Syntax));
            return (ways & ~Outcome.Falls) | (isLeft ? Outcome.Falls : Outcome.None);
        }

        private (bool IsEndless, WaitKind Kind) OfCondition(IOperation condition, ILoopOperation loop)
        {
            if (condition.ConstantValue is { HasValue: true, Value: true })
                return (true, WaitKind.LoopsForEver);
            if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
            {
                var sides = (Left: OfCondition(both.LeftOperand, loop).IsEndless, Right: OfCondition(both.RightOperand, loop).IsEndless);
                if (sides.Left != sides.Right)
                    isUnknown = true;
                return (sides.Left && sides.Right, WaitKind.LoopsUntilStopped);
            }

            return (AsksForStop(condition) || IsFlagOfOthers(condition, loop), WaitKind.LoopsUntilStopped);
        }

        /// <summary><c>while (running)</c>, where nothing in the loop changes it.</summary>
        private static bool IsFlagOfOthers(IOperation condition, ILoopOperation loop)
        {
            var operand = condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not ? not.Operand : condition;
            ISymbol? flag = operand switch
            {
                ILocalReferenceOperation local => local.Local,
                IFieldReferenceOperation field => field.Field,
                _ => null,
            };
            return flag is not null && operand.Type?.SpecialType == SpecialType.System_Boolean
                && !loop.Body.Syntax.DescendantNodes().Any(node => node is AssignmentExpressionSyntax assignment && SyntaxNames.Last(assignment.Left) == flag.Name
                    || node is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument && SyntaxNames.Last(argument.Expression) == flag.Name);
        }

        private static bool AsksForStop(IOperation condition) => condition.Syntax.DescendantNodesAndSelf().Any(static node =>
            node is IdentifierNameSyntax { Identifier.ValueText: "IsCancellationRequested" or "WaitForNextTickAsync" or "HasShutdownStarted" });

        private bool Collection(IForEachLoopOperation each)
        {
            var source = Definitions.Unwrap(each.Collection);
            if (source is IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait", Arguments: [{ Value: var inner }, ..] })
                source = Definitions.Unwrap(inner);
            if (source is not IInvocationOperation call)
                return Expression(source);
            var targets = walk.Methods.Targets(call.TargetMethod).Where(target => walk.Methods.Body(target, walk.cancellation) is not null).ToImmutableArray();
            if (!targets.IsEmpty)
                return Call(call, waited: true);
            var name = call.TargetMethod.Name;
            if (each.IsAsynchronous ? name.StartsWith("ReadAll", StringComparison.Ordinal) || LastingCalls.OfUnseen(call.TargetMethod) == CallEffect.Unknown || name.StartsWith("Subscribe", StringComparison.Ordinal) : name == "GetConsumingEnumerable")
                isUnknown = true;
            return Call(call, waited: true);
        }

        private Outcome Try(ITryOperation attempt)
        {
            var before = waits.Count;
            var ways = Statement(attempt.Body);
            var stays = (ways & (Outcome.Falls | Outcome.Returns)) == 0 && waits.Skip(before).Any(static wait => !wait.IsElsewhere);
            foreach (var clause in attempt.Catches)
            {
                var isStop = clause.ExceptionType?.Name is "OperationCanceledException" or "TaskCanceledException" or "ThreadInterruptedException";
                if (isStop)
                    stopping++;
                var caught = Statement(clause.Handler);
                if (isStop)
                    stopping--;
                // What catches everything around a loop that stays is no end of the work; what catches one thing may be.
                if (!isStop ? !stays || !IsBroad(clause) : !stays)
                    ways |= caught;
            }

            if (attempt.Finally is { } last && (Statement(last) & Outcome.Falls) == 0)
                return Outcome.None;
            return ways;
        }

        private Outcome Switch(ISwitchOperation choice)
        {
            if (!Expression(choice.Value))
                return Outcome.None;
            var hasDefault = false;
            var ways = Outcome.None;
            foreach (var section in choice.Cases)
            {
                hasDefault |= section.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default);
                ways |= Sequence(section.Body) & ~Outcome.Falls;
            }

            return !hasDefault || left.Contains(choice.ExitLabel) ? ways | Outcome.Falls : ways;
        }

        /// <summary>Whether the flow goes past an expression.</summary>
        private bool Expression(IOperation? operation)
        {
            switch (operation)
            {
                case null:
                case ILocalFunctionOperation:
                case IAnonymousFunctionOperation:
                    return true;
                case IAwaitOperation wait:
                    return Awaited(wait.Operation);
                case IInvocationOperation call:
                    return Invocation(call);
                case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type):
                    return Awaited(task);
                case IConditionalOperation choice when choice.WhenFalse is not null:
                    if (!Expression(choice.Condition))
                        return false;
                    return Expression(choice.WhenTrue) | Expression(choice.WhenFalse);
                case ISwitchExpressionOperation choice:
                    return Expression(choice.Value) && choice.Arms.Aggregate(choice.Arms.IsEmpty, (any, arm) => Expression(arm.Value) | any);
                case ICoalesceOperation coalesce:
                    var first = Expression(coalesce.Value);
                    Expression(coalesce.WhenNull);
                    return first;
                case IInvalidOperation:
                    isUnknown = true;
                    return true;
                default:
                    var goesOn = true;
                    foreach (var child in operation.ChildOperations)
                        goesOn = goesOn && Expression(child);
                    return goesOn;
            }
        }

        /// <summary>Whether the flow goes past a task that is waited for.</summary>
        private bool Awaited(IOperation? operation)
        {
            if (operation is null)
                return true;
            operation = Definitions.Unwrap(operation);
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Unwrap" or "GetAwaiter" or "WaitAsync" } call when IsTask(Calls.Receiver(call)?.Type):
                    isUnknown |= call.TargetMethod.Name == "WaitAsync";
                    return Awaited(Calls.Receiver(call)) || call.TargetMethod.Name == "WaitAsync";
                case IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny", ContainingType.Name: "Task" } } call:
                    return Several(call);
                case IInvocationOperation call:
                    return Invocation(call, waited: true);
                case IConditionalAccessOperation access:
                    return Expression(access.Operation) && Awaited(access.WhenNotNull);
                case IConditionalOperation choice:
                    return Expression(choice.Condition) && Awaited(choice.WhenTrue) | Awaited(choice.WhenFalse);
                case ISwitchExpressionOperation choice:
                    return Expression(choice.Value) && choice.Arms.Aggregate(choice.Arms.IsEmpty, (any, arm) => Awaited(arm.Value) | any);
                case ILocalReferenceOperation local:
                    if (Definitions.Of(local, walk.cancellation) is { } definition && definition is not ILocalReferenceOperation)
                        return Awaited(definition);
                    isUnknown = true;
                    return true;
                case IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } }:
                    return true;
                case IPropertyReferenceOperation { Property: { Name: "Task", ContainingType.Name: "TaskCompletionSource" } }:
                    return Stay(WaitKind.Signal, operation.Syntax);
                case IPropertyReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation:
                    isUnknown = true;
                    return true;
                default:
                    return Expression(operation);
            }
        }

        private bool Several(IInvocationOperation call)
        {
            if (call.Arguments.IsEmpty)
                return true;
            var any = call.TargetMethod.Name.EndsWith("Any", StringComparison.Ordinal);
            var value = call.Arguments[0].Value;
            if (Calls.Items(value) is not { } items)
            {
                // A list of tasks, or a query that makes them: one that stays keeps the others waiting.
                isUnknown |= Definitions.Unwrap(value) is not IInvocationOperation;
                return Lambdas(value) is not { Count: > 0 } lambdas ? Expression(value) : lambdas.All(lambda => Include(lambda, isElsewhere: false));
            }

            var pass = items.Select(Awaited).ToArray();
            return pass.Length == 0 || (any ? pass.Any(static goesOn => goesOn) : pass.All(static goesOn => goesOn));
        }

        private bool Invocation(IInvocationOperation call, bool waited = false)
        {
            if (call.Instance is { } task && IsTask(task.Type) && call.TargetMethod.Name == "Wait")
            {
                if (!call.Arguments.Any(static argument => argument.Parameter?.Type.Name is "TimeSpan" or "Int32"))
                    return Awaited(task);
                isUnknown = true;
                return true;
            }

            if (call.TargetMethod is { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" })
                return Several(call);
            if (call.TargetMethod.Name == "GetResult" && call.Instance is IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter)
                return Awaited(awaiter.Instance ?? awaiter.Arguments.FirstOrDefault()?.Value);
            if (!Expression(call.Instance))
                return false;
            foreach (var argument in call.Arguments)
            {
                if (Calls.Lambda(argument.Value) is null && !Expression(argument.Value))
                    return false;
            }

            return Call(call, waited);
        }

        private bool Call(IInvocationOperation call, bool waited)
        {
            walk.Seen.Add(call);
            var method = call.TargetMethod;
            var isWaited = waited || !(IsTask(method.ReturnType) || method is { IsAsync: true });
            if (method is { ContainingType.Name: "Task" or "TaskFactory", Name: "Run" or "StartNew" } && Calls.IsIn(method, "System.Threading"))
                return Started(call, waited);
            if (method is { Name: "Start", ContainingType.Name: "Thread" } && Calls.IsIn(method, "System.Threading"))
                return StartedThread(call);

            var effect = LastingCalls.Of(call);
            var targets = effect is null ? walk.Methods.Targets(method).Where(target => walk.Methods.Body(target, walk.cancellation) is not null).ToImmutableArray() : ImmutableArray<IMethodSymbol>.Empty;
            if (effect is not (CallEffect.Hosts or CallEffect.Sleeps or CallEffect.Signal) && method.MethodKind != MethodKind.DelegateInvoke)
                Delegates(call);
            if (!targets.IsEmpty)
                return Targets(targets, call, isWaited);
            if (method.MethodKind == MethodKind.DelegateInvoke)
                return OfDelegate(call, isWaited);
            switch (effect ?? LastingCalls.OfUnseen(method))
            {
                case CallEffect.Exits:
                    return true;
                case CallEffect.Unknown:
                    isUnknown |= isWaited;
                    return true;
                case CallEffect.Hosts when isWaited:
                    return Stay(WaitKind.Hosts, call.Syntax);
                case CallEffect.Sleeps when isWaited:
                    return Stay(WaitKind.Sleeps, call.Syntax);
                case CallEffect.Signal when isWaited:
                    return Stay(WaitKind.Signal, call.Syntax);
                case CallEffect.UntilStopped when isWaited:
                    return Stay(WaitKind.LoopsUntilStopped, call.Syntax);
                case CallEffect.Hosts:
                    walk.NotAwaited.Add(call.Syntax);
                    return true;
                default:
                    return true;
            }
        }

        private bool Targets(ImmutableArray<IMethodSymbol> targets, IInvocationOperation call, bool isWaited)
        {
            var goesOn = false;
            foreach (var target in targets)
            {
                var course = walk.Of(target);
                if (!isWaited)
                {
                    if (!course.CanEnd)
                        walk.NotAwaited.Add(call.Syntax);
                    goesOn = true;
                    // A task that is kept may be waited for in a way that is not seen.
                    isUnknown |= course.Waits.Length > 0 && !IsDropped(call);
                    continue;
                }

                // Where only some of the targets stay, this is one way among others.
                waits.AddRange(targets.Length == 1 ? course.Waits : course.Waits.Select(static wait => wait with { IsElsewhere = true }));
                isUnknown |= course.IsUnknown;
                goesOn |= course.CanEnd;
            }

            return goesOn;
        }

        private bool OfDelegate(IInvocationOperation call, bool isWaited)
        {
            if (call.Instance is ILocalReferenceOperation local && Definitions.Of(local, walk.cancellation) is { } value && Calls.Lambda(value) is { } lambda)
                return !isWaited || Include(lambda, isElsewhere: false);
            // A parameter's lambda is looked at where it is given.
            isUnknown |= call.Instance is not IParameterReferenceOperation;
            return true;
        }

        /// <summary><c>Task.Run(() => ...)</c>.</summary>
        private bool Started(IInvocationOperation call, bool waited)
        {
            var work = call.Arguments.FirstOrDefault()?.Value;
            if (work is null)
                return true;
            var course = OfWork(work);
            if (course is null)
            {
                isUnknown |= waited;
                return true;
            }

            if (waited)
            {
                waits.AddRange(course.Waits);
                isUnknown |= course.IsUnknown;
                return course.CanEnd;
            }

            if (!course.CanEnd)
                walk.NotAwaited.Add(call.Syntax);
            isUnknown |= course.Waits.Length > 0 && !IsDropped(call);
            return true;
        }

        /// <summary>A foreground thread keeps the process alive; one in the background does not.</summary>
        private bool StartedThread(IInvocationOperation call)
        {
            var thread = call.Instance is null ? null : Definitions.Unwrap(call.Instance);
            var creation = thread as IObjectCreationOperation ?? (thread is null ? null : Definitions.Of(thread, walk.cancellation) as IObjectCreationOperation);
            var isBackground = call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Parent?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Any(static assignment => SyntaxNames.Last(assignment.Left) == "IsBackground" && assignment.Right.ToString() == "true") == true;
            if (isBackground)
                return true;
            if (creation?.Arguments.FirstOrDefault()?.Value is not { } work || OfWork(work) is not { } course)
            {
                isUnknown = true;
                return true;
            }

            isUnknown |= course.IsUnknown;
            if (course.Waits.IsEmpty)
                return true;
            if (!course.CanEnd)
                return Stay(WaitKind.Thread, call.Syntax);
            waits.AddRange(course.Waits.Select(static wait => wait with { IsElsewhere = true }));
            return true;
        }

        private Course? OfWork(IOperation work)
        {
            if (Calls.Lambda(work) is { } lambda)
                return new BodyWalk(walk).FollowLambda(lambda);
            return MethodGroup(work) is { } method && walk.Methods.Targets(method).FirstOrDefault(target => walk.Methods.Body(target, walk.cancellation) is not null) is { } target ? walk.Of(target) : null;
        }

        private Course FollowLambda(IAnonymousFunctionOperation lambda) => Follow(lambda, lambda.Symbol);

        /// <summary>Lambdas and methods that are given to a call which may call them.</summary>
        private void Delegates(IInvocationOperation call)
        {
            foreach (var argument in call.Arguments)
            {
                if (Calls.Lambda(argument.Value) is { } lambda)
                    Include(lambda, isElsewhere: true);
                else if (MethodGroup(argument.Value) is not null && OfWork(argument.Value) is { } course)
                    Include(course);
            }
        }

        private bool Include(IAnonymousFunctionOperation lambda, bool isElsewhere)
        {
            var course = new BodyWalk(walk).FollowLambda(lambda);
            if (isElsewhere)
            {
                Include(course);
                return true;
            }

            waits.AddRange(course.Waits);
            isUnknown |= course.IsUnknown;
            return course.CanEnd;
        }

        private void Include(Course course)
        {
            waits.AddRange(course.Waits.Select(static wait => wait with { IsElsewhere = true }));
            isUnknown |= course.IsUnknown;
        }

        private bool Stay(WaitKind kind, SyntaxNode node)
        {
            waits.Add(new Wait(kind, node));
            return false;
        }

        private static List<IAnonymousFunctionOperation> Lambdas(IOperation value) =>
            value.DescendantsAndSelf().OfType<IInvocationOperation>()
                .Where(static call => call.TargetMethod.Name is "Select" or "SelectMany")
                .SelectMany(static call => call.Arguments.Select(static argument => Calls.Lambda(argument.Value)))
                .OfType<IAnonymousFunctionOperation>()
                .ToList();

        private static IMethodSymbol? MethodGroup(IOperation operation) => operation switch
        {
            IMethodReferenceOperation reference => reference.Method,
            IDelegateCreationOperation creation => MethodGroup(creation.Target),
            IConversionOperation conversion => MethodGroup(conversion.Operand),
            _ => null,
        };

        /// <summary>Whether nobody keeps the task: <c>_ = RunAsync();</c>, or a statement of its own.</summary>
        private static bool IsDropped(IInvocationOperation call) =>
            call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }
            || call.Parent is IConversionOperation { Parent: IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } };

        private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

        private static bool IsBroad(ICatchClauseOperation clause) => clause.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" };

        /// <summary>Whether each way out of a branch gives a code that is not zero.</summary>
        private static bool Fails(IOperation side)
        {
            var results = side.DescendantsAndSelf().OfType<IReturnOperation>().ToArray();
            return results.Length > 0 && results.All(static result => result.ReturnedValue?.ConstantValue is { HasValue: true, Value: int and not 0 });
        }

        /// <summary>A branch that only says what is wrong and leaves: <c>if (args.Length == 0) { Console.Error.WriteLine("usage"); return 1; }</c>.</summary>
        private static bool TurnsDown(IOperation side) => side.DescendantsAndSelf().All(static operation => operation switch
        {
            IAwaitOperation => false,
            IInvocationOperation call => call.TargetMethod.ContainingType is { } type && (type.Name is "Console" or "TextWriter" or "Environment" or "String" || type.Name.StartsWith("Log", StringComparison.Ordinal) || type.Name.IndexOf("Logger", StringComparison.Ordinal) >= 0),
            _ => true,
        });
    }
}
