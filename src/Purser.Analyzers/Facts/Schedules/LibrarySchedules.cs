using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Schedules;

/// <summary>Schedulers of libraries, one line for each: known by the names of their calls, so that a package that is not restored is understood too.</summary>
internal static class LibrarySchedules
{
    /// <summary>What sets it up, what schedules with it, and what makes the replicas agree.</summary>
    /// <param name="SetUp">A call or creation without which it is not this library; empty where the schedule's own call is enough.</param>
    /// <param name="Schedules">The calls that add a job.</param>
    /// <param name="Space">The namespace that one of these calls is in, or that the file names.</param>
    /// <param name="Shared">Calls that keep the jobs where all replicas see them.</param>
    public sealed record Library(string Space, string[] SetUp, string[] Schedules, string[] Shared);

    public static readonly Library[] Table =
    [
        new("Quartz", [], ["ScheduleJob", "AddTrigger", "ScheduleJobs"], ["UsePersistentStore", "UseClustering"]),
        new("Hangfire", ["UseMemoryStorage", "UseInMemoryStorage", "MemoryStorage", "InMemoryStorage"], ["AddOrUpdate"], []),
        new("Coravel", [], ["UseScheduler", "Schedule", "ScheduleAsync", "ScheduleWithParams"], []),
        new("FluentScheduler", [], ["AddJob", "Initialize"], []),
        new("NCronJob", [], ["AddNCronJob"], []),
        new("TickerQ", [], ["AddTickerQ"], ["UseEntityFramework", "AddOperationalStore"]),
        new("Sundial", [], ["AddSchedule"], []),
        new("CronScheduler", [], ["AddScheduler"], []),
        new("FluentCron", [], ["AddCronJob"], []),
        new("EasyCronJob", [], ["ApplyResulation"], []),
    ];

    /// <summary>The calls of the libraries that a program names at all: <c>AddOrUpdate</c> is many a collection's.</summary>
    public static IEnumerable<string> NamesIn(Compilation compilation, CancellationToken cancellation) => Table
        .Where(library => compilation.SyntaxTrees.Any(tree => SourceIndex.Of(tree, cancellation).Names.Contains(library.Space)))
        .SelectMany(static library => library.Schedules)
        .Distinct();

    /// <summary>The schedule that a call adds, if it is one of a library that keeps its jobs in memory here.</summary>
    public static Schedule? Read(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not InvocationExpressionSyntax call)
            return null;
        var name = SyntaxNames.Called(call);
        foreach (var library in Table)
        {
            if (Array.IndexOf(library.Schedules, name) < 0 || !IsOf(library, call, model, cancellation))
                continue;
            var trees = model.Compilation.SyntaxTrees;
            if (library.Shared.Any(IsCalled) || (library.SetUp.Length > 0 && !library.SetUp.Any(IsCalled)) || (library.Space == "Quartz" && trees.Any(tree => TextSearch.Contains(tree, "jobStore", cancellation))))
                return null;
            var cron = CronIn(call, model, cancellation);
            return new(call, JobsOf(call, model, cancellation), ScheduleWay.Library) { IsClock = true, Cron = cron };

            bool IsCalled(string other) => trees.Any(tree => CallSites.CallsIn(tree, cancellation).Contains(other));
        }

        return null;
    }

    /// <summary>By the method's namespace; where it is not known, by the file's usings.</summary>
    private static bool IsOf(Library library, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } method)
            return Calls.IsIn(method, library.Space);
        return call.SyntaxTree.GetRoot(cancellation) is CompilationUnitSyntax unit && unit.Usings.Any(used => used.Name?.ToString() is { } space && (space == library.Space || space.StartsWith(library.Space + ".", StringComparison.Ordinal)));
    }

    /// <summary>The classes named as type arguments, as far as they have source here: in the call, or in the statement around it.</summary>
    private static IReadOnlyList<SyntaxNode> JobsOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        // A trigger names its job by a key: the job stands beside it.
        var statement = SyntaxNames.Called(call) == "AddTrigger" ? call.FirstAncestorOrSelf<BlockSyntax>() : (SyntaxNode?)call.FirstAncestorOrSelf<StatementSyntax>();
        return [.. (statement ?? call).DescendantNodesAndSelf().OfType<GenericNameSyntax>()
            .SelectMany(static name => name.TypeArgumentList.Arguments)
            .Select(type => model.GetSymbolInfo(type, cancellation).Symbol as INamedTypeSymbol)
            .OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type => type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))),
            .. call.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<AnonymousFunctionExpressionSyntax>()];
    }

    /// <summary>The cron text, or the words of the fluent call, in the statement around.</summary>
    private static string? CronIn(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var statement = call.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)call;
        foreach (var other in statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var first = other.ArgumentList.Arguments.FirstOrDefault()?.Expression;
            switch (SyntaxNames.Called(other))
            {
                case "WithCronSchedule" or "Cron" or "WithCronExpression" when first is not null && Text(first) is { } text:
                    return ScheduleText.Cron(text);
                case "AddOrUpdate" when other.ArgumentList.Arguments.Select(argument => Text(argument.Expression)).LastOrDefault(static text => text is not null && text.Split(' ').Length >= 5) is { } text:
                    return ScheduleText.Cron(text);
                case "DailyAtHour" or "Daily" when first is not null && model.GetConstantValue(first, cancellation) is { HasValue: true, Value: int and >= 0 and < 24 and var hour }:
                    return string.Format(System.Globalization.CultureInfo.InvariantCulture, "0 {0} * * *", hour);
                case "Daily" when first is null:
                    return "0 0 * * *";
                case "Hourly" when first is null:
                    return "0 * * * *";
                case "Weekly" when first is null:
                    return "0 0 * * 0";
                case "EveryMinute":
                    return "* * * * *";
                case "EveryFiveMinutes":
                    return "*/5 * * * *";
                case "EveryTenMinutes":
                    return "*/10 * * * *";
                case "EveryFifteenMinutes":
                    return "*/15 * * * *";
                case "EveryThirtyMinutes":
                    return "*/30 * * * *";
            }
        }

        return null;

        string? Text(ExpressionSyntax expression) => model.GetOperation(expression, cancellation) is { } value && value.Type?.SpecialType == SpecialType.System_String ? ConstantResolver.Resolve(value, cancellation).Text : null;
    }
}
