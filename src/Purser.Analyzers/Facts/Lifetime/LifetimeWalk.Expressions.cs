using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

internal sealed partial class LifetimeWalk
{
    private sealed partial class BodyWalk
    {
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
            // WhenAny(a, b) has an overload of its own.
            IReadOnlyList<IOperation>? given = call.Arguments.All(static argument => IsTask(argument.Value.Type)) ? call.Arguments.Select(static argument => argument.Value).ToList() : Calls.Items(value);
            if (given is not { } items)
            {
                // A list of tasks, or a query that makes them: one that stays keeps the others waiting.
                isUnknown |= Definitions.Unwrap(value) is not IInvocationOperation;
                return Lambdas(value) is not { Count: > 0 } lambdas ? Expression(value) : lambdas.All(lambda => Include(lambda, isElsewhere: false));
            }

            var pass = items.Select(Awaited).ToArray();
            return pass.Length == 0 || (any ? pass.Any(static goesOn => goesOn) : pass.All(static goesOn => goesOn));
        }
    }
}
