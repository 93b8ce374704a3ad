using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

internal sealed partial class LifetimeWalk
{
    private sealed partial class BodyWalk
    {
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
            walk.isDecided |= walk.isOnlyOfEnds && walk.isMainLine && (isUnknown || waits.Count > 0);
            if (walk.isDecided)
                return true;
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
            if (effect == CallEffect.Unknown && Calls.IsIn(method, "System.CommandLine") && AreHandlersKnown())
                return true;
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

        /// <summary>A command line does what its handlers do, and those have been walked where they were given.</summary>
        private bool AreHandlersKnown()
        {
            var given = walk.Seen.Where(static call => call.TargetMethod.Name is "SetHandler" or "SetAction").ToList();
            return given.Count > 0 && given.All(static call => call.Arguments.Any(static argument => Calls.Lambda(argument.Value) is not null))
                && walk.Methods.CountOf(["SetHandler", "SetAction"], walk.cancellation) == given.Select(static call => call.Syntax).Distinct().Count()
                && walk.Methods.CountOf(["UseHost", "UseCommandHandler"], walk.cancellation) == 0;
        }

        private bool Targets(ImmutableArray<IMethodSymbol> targets, IInvocationOperation call, bool isWaited)
        {
            var goesOn = false;
            foreach (var target in targets)
            {
                var wasMainLine = walk.isMainLine;
                walk.isMainLine &= isWaited && targets.Length == 1;
                var course = walk.Of(target);
                walk.isMainLine = wasMainLine;
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
            // A parameter's lambda is looked at where it is given; what gives a value comes back with it.
            isUnknown |= call.Instance is not IParameterReferenceOperation && (call.TargetMethod.ReturnsVoid || IsTask(call.Type));
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
            return Calls.MethodGroup(work) is { } method && walk.Methods.Targets(method).FirstOrDefault(target => walk.Methods.Body(target, walk.cancellation) is not null) is { } target ? OfSide(target) : null;
        }

        /// <summary>What runs beside the main line.</summary>
        private Course OfSide(IMethodSymbol method)
        {
            var wasMainLine = walk.isMainLine;
            walk.isMainLine = false;
            var course = walk.Of(method);
            walk.isMainLine = wasMainLine;
            return course;
        }

        private Course FollowLambda(IAnonymousFunctionOperation lambda)
        {
            var wasMainLine = walk.isMainLine;
            walk.isMainLine = false;
            var course = Follow(lambda, lambda.Symbol);
            walk.isMainLine = wasMainLine;
            return course;
        }

        /// <summary>Lambdas and methods that are given to a call which may call them.</summary>
        private void Delegates(IInvocationOperation call)
        {
            foreach (var argument in call.Arguments)
            {
                if (Calls.Lambda(argument.Value) is { } lambda)
                    Include(lambda, isElsewhere: true);
                else if (Calls.MethodGroup(argument.Value) is not null && OfWork(argument.Value) is { } course)
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
