using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

internal sealed partial class LifetimeWalk
{
    private sealed partial class BodyWalk
    {
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
                    var already = waits.Count;
                    if (!Collection(each))
                        return LeftBeforeEnd(each, already);
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

        /// <summary>A sequence without an end is left all the same, by a body that breaks or returns.</summary>
        private Outcome LeftBeforeEnd(IForEachLoopOperation each, int already)
        {
            looping++;
            var ways = Statement(each.Body);
            looping--;
            var isLeft = left.Contains(each.ExitLabel);
            if (!isLeft && (ways & Outcome.Returns) == 0)
                return Outcome.None;
            for (var i = already; i < waits.Count; i++)
                waits[i] = waits[i] with { IsElsewhere = true };
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

            // An object that is asked whether it goes on: nobody knows who stops it.
            isUnknown |= condition.DescendantsAndSelf().Any(static operation => operation is IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_Boolean, Name: var name } } && IsRunningName(name));
            return (AsksForStop(condition) || IsFlagOfOthers(condition, loop), WaitKind.LoopsUntilStopped);
        }

        private static bool IsRunningName(string name) =>
            name.EndsWith("Listening", StringComparison.Ordinal) || name.EndsWith("Running", StringComparison.Ordinal) || name.EndsWith("Connected", StringComparison.Ordinal) || name.EndsWith("Open", StringComparison.Ordinal)
            || name.EndsWith("Alive", StringComparison.Ordinal) || name.EndsWith("Active", StringComparison.Ordinal) || name.EndsWith("Started", StringComparison.Ordinal);

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
    }
}
