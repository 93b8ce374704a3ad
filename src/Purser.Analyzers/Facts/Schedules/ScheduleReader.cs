using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Schedules;

/// <summary>Reads timers of .NET and loops that sleep: how often they run, and what.</summary>
internal static class ScheduleReader
{
    /// <summary>The calls and creations that may be one, by name.</summary>
    public static readonly string[] Names = ["PeriodicTimer", "Timer", "CreateTimer", "Delay", "Sleep", "Interval"];

    public static Schedule? Read(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation)
    {
        // One that begins when somebody needs it is no schedule of the program.
        if (node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression })
            return null;
        var name = SyntaxNames.Called(node);
        if (name is "Delay" or "Sleep" && LoopAround(node) is null)
            return null;
        var operation = model.GetOperation(node, cancellation);
        switch (operation)
        {
            case IObjectCreationOperation { Type: { Name: "PeriodicTimer" } } creation:
                return OfTimer(node, Interval(creation.Arguments.FirstOrDefault()?.Value, model, cancellation), Loops(node));
            case IObjectCreationOperation { Type: { Name: "Timer" } type } creation when Calls.IsIn(type, "System.Threading"):
                return OfCallback(node, creation.Arguments, model, cancellation);
            case IObjectCreationOperation { Type: { Name: "Timer" } type } creation when Calls.IsIn(type, "System.Timers"):
                return AutoResets(node) ? OfTimer(node, Interval(creation.Arguments.FirstOrDefault()?.Value, model, cancellation) ?? OfIntervalProperty(node, model, cancellation), Handlers(node, "Elapsed")) : null;
            case IInvocationOperation { TargetMethod: { Name: "CreateTimer", ContainingType.Name: "TimeProvider" } } call:
                return OfCallback(node, call.Arguments, model, cancellation);
            case IInvocationOperation { TargetMethod: { Name: "Delay" or "Sleep", ContainingType.Name: "Task" or "Thread" } } call:
                return OfLoop(node, call, model, cancellation);
            case IInvocationOperation { TargetMethod: { Name: "Interval", ContainingType.Name: "Observable" } } call:
                return OfTimer(node, Interval(call.Arguments.FirstOrDefault()?.Value, model, cancellation), [node.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)node]);
            // A package that is not referenced still says what it is.
            case null or IInvalidOperation when name == "PeriodicTimer":
                return OfTimer(node, null, Loops(node));
            default:
                return null;
        }
    }

    private static Schedule OfTimer(ExpressionSyntax node, TimeSpan? interval, IReadOnlyList<SyntaxNode> ticks) =>
        new(node, ticks, ScheduleWay.Timer) { Interval = interval, Cron = interval is { } known ? ScheduleText.Cron(known) : null };

    /// <summary>One that fires once is no schedule.</summary>
    private static Schedule? OfCallback(ExpressionSyntax node, IEnumerable<IArgumentOperation> arguments, SemanticModel model, CancellationToken cancellation)
    {
        var given = arguments.ToList();
        var period = given.FirstOrDefault(static argument => argument.Parameter?.Name == "period")?.Value;
        if (period is not null && IsInfinite(period))
            return null;
        var interval = Interval(period, model, cancellation);
        var callback = given.FirstOrDefault(static argument => argument.Parameter?.Name == "callback")?.Value;
        return OfTimer(node, interval, callback is null ? [] : BodiesOf(callback.Syntax, model, cancellation));
    }

    /// <summary>A loop of a program that runs until it is stopped, and sleeps in it; not the pause behind an error.</summary>
    private static Schedule? OfLoop(ExpressionSyntax node, IInvocationOperation call, SemanticModel model, CancellationToken cancellation)
    {
        var loop = LoopAround(node)!;
        var time = call.Arguments.FirstOrDefault()?.Value;
        var written = Written(time?.Syntax, loop);
        var isClock = written.IndexOf("DateTime", StringComparison.Ordinal) >= 0 || written.IndexOf("next", StringComparison.OrdinalIgnoreCase) >= 0 || written.IndexOf("until", StringComparison.OrdinalIgnoreCase) >= 0;
        var interval = isClock ? null : Interval(time, model, cancellation);
        // An idle loop that looks again in a moment is no schedule.
        if (interval < TimeSpan.FromMinutes(1) || (interval is null && !isClock && (written.IndexOf("Seconds", StringComparison.Ordinal) >= 0 || written.IndexOf("illis", StringComparison.Ordinal) >= 0)))
            return null;
        return new(node, [loop], ScheduleWay.Loop)
        {
            Interval = interval,
            IsClock = isClock,
            Cron = interval is { } known ? ScheduleText.Cron(known) : CronOf(loop, model, cancellation) ?? ScheduleText.OfClock(loop.ToString()),
        };
    }

    /// <summary>The loop that goes on until the program is stopped.</summary>
    private static StatementSyntax? LoopAround(ExpressionSyntax node)
    {
        for (var current = node.Parent; current is not null and not (MemberDeclarationSyntax { RawKind: not (int)SyntaxKind.GlobalStatement } or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax); current = current.Parent)
        {
            if (current is CatchClauseSyntax or CommonForEachStatementSyntax)
                return null;
            if (current is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax))
                continue;
            var condition = current switch
            {
                WhileStatementSyntax turns => turns.Condition.ToString(),
                DoStatementSyntax turns => turns.Condition.ToString(),
                ForStatementSyntax { Condition: null } => "true",
                _ => "",
            };
            return condition == "true" || condition.IndexOf("ancel", StringComparison.Ordinal) >= 0 || condition.IndexOf("running", StringComparison.OrdinalIgnoreCase) >= 0 || condition.IndexOf("stop", StringComparison.OrdinalIgnoreCase) >= 0
                ? (StatementSyntax)current
                : null;
        }

        return null;
    }

    /// <summary>The expression of Cronos or NCrontab that the class around waits for.</summary>
    private static string? CronOf(SyntaxNode loop, SemanticModel model, CancellationToken cancellation) =>
        (loop.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? (SyntaxNode)loop.SyntaxTree.GetRoot(cancellation)).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => SyntaxNames.Called(call) is "Parse" or "TryParse" && call.Expression is MemberAccessExpressionSyntax { Expression: var type } && SyntaxNames.Last(type) is "CronExpression" or "CrontabSchedule")
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } text && model.GetOperation(text, cancellation) is { } value ? ConstantResolver.Resolve(value, cancellation).Text : null)
            .OfType<string>()
            .Select(ScheduleText.Cron)
            .FirstOrDefault();

    private static TimeSpan? Interval(IOperation? value, SemanticModel model, CancellationToken cancellation)
    {
        if (value is null)
            return null;
        var scope = new Scope(model, null, cancellation);
        if (Durations.Resolve(value, scope) is { } span)
            return span;
        return value.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_Double
            && double.TryParse(scope.Text(value) ?? "", System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < 1e12
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }

    private static bool IsInfinite(IOperation value) => Definitions.Unwrap(value) switch
    {
        { ConstantValue: { HasValue: true, Value: -1 or -1L or 0 or 0L } } => true,
        IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" or "Infinite" or "Zero" } => true,
        _ => false,
    };

    /// <summary>The value as it is written, with the local that holds it.</summary>
    private static string Written(SyntaxNode? value, SyntaxNode loop)
    {
        if (value is null)
            return "";
        var text = value.ToString();
        foreach (var name in value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var definition = loop.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declarator => declarator.Identifier.ValueText == name.Identifier.ValueText);
            text += " " + definition?.Initializer?.Value;
        }

        return text;
    }

    /// <summary>The loops that wait for the timer's next tick, in the class around it.</summary>
    private static SyntaxNode[] Loops(ExpressionSyntax timer) => Around(timer).DescendantNodes()
        .Where(static node => node is WhileStatementSyntax or DoStatementSyntax && node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => SyntaxNames.Called(call) == "WaitForNextTickAsync"))
        .ToArray();

    /// <summary>What is added to an event of the timers of the class around: lambdas, or the methods of these names.</summary>
    private static List<SyntaxNode> Handlers(ExpressionSyntax timer, string name)
    {
        var around = Around(timer);
        return around.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression) && SyntaxNames.Last(assignment.Left) == name)
            .SelectMany(assignment => assignment.Right is AnonymousFunctionExpressionSyntax lambda ? [lambda] : Named(around, SyntaxNames.Last(assignment.Right)))
            .ToList();
    }

    private static IReadOnlyList<SyntaxNode> BodiesOf(SyntaxNode callback, SemanticModel model, CancellationToken cancellation)
    {
        var value = callback is ArgumentSyntax argument ? argument.Expression : callback;
        if (value is AnonymousFunctionExpressionSyntax)
            return [value];
        if (model.GetSymbolInfo(value, cancellation) is var info && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method)
            return [.. method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))];
        return value is ExpressionSyntax named ? [.. Named(Around(named), SyntaxNames.Last(named))] : [];
    }

    private static IEnumerable<SyntaxNode> Named(SyntaxNode around, string? name) => around.DescendantNodes()
        .Where(node => node is MethodDeclarationSyntax method ? method.Identifier.ValueText == name : node is LocalFunctionStatementSyntax function && function.Identifier.ValueText == name);

    private static bool AutoResets(ExpressionSyntax timer) => !Around(timer).DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(static assignment => SyntaxNames.Last(assignment.Left) == "AutoReset" && assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression));

    /// <summary><c>timer.Interval = 60000</c>.</summary>
    private static TimeSpan? OfIntervalProperty(ExpressionSyntax timer, SemanticModel model, CancellationToken cancellation) => Around(timer).DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(static assignment => SyntaxNames.Last(assignment.Left) == "Interval")
        .Select(assignment => Interval(model.GetOperation(assignment.Right, cancellation), model, cancellation))
        .FirstOrDefault();

    private static SyntaxNode Around(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
}
