using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts.Failures;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Facts.Schedules;

/// <summary>Looks at what runs on a schedule, and into the methods of this compilation that it calls: does it change what the replicas share, or only what is this replica's own?</summary>
internal sealed class TickWalk(Compilation compilation, CancellationToken cancellation)
{
    private const int MaxDepth = 6;
    private const int MaxBodies = 80;

    private readonly SourceMethods methods = SourceMethods.Of(compilation);
    private readonly HashSet<SyntaxNode> seen = [];

    private bool stores;
    private bool tells;
    private bool works;
    private bool isOwn;
    private bool isOwnUnlessStored;
    private bool keepsLocally;
    private bool takesTurns;
    private bool calls;
    private bool onlyOwnCalls = true;

    /// <summary>Whether every replica would do work that is meant to be done once.</summary>
    public bool IsDoneTwice(Schedule schedule, ISymbol? member)
    {
        var type = member as INamedTypeSymbol ?? member?.ContainingType;
        // The class's own name speaks for all that it does, Program's for nothing.
        foreach (var name in new[] { type?.Name, member is IMethodSymbol { MethodKind: MethodKind.Ordinary } ? member.Name : null }.Concat(schedule.Ticks.Select(NameOf)))
        {
            if (name is null or "Program" or "<Main>$" or "Main")
                continue;
            isOwn |= TickNames.IsOwn(name);
            isOwnUnlessStored |= TickNames.IsOwnUnlessStored(name);
        }

        if (TakesTurns(schedule.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>()))
            return false;
        foreach (var tick in schedule.Ticks)
            Into(tick, 0);
        return !takesTurns && !isOwn && Judge(schedule);
    }

    private bool Judge(Schedule schedule)
    {
        if (stores)
            return true;
        if (isOwnUnlessStored)
            return false;
        if (tells)
            return true;
        if (keepsLocally || (calls && onlyOwnCalls))
            return false;
        var isRare = schedule.IsClock || schedule.Interval is null || schedule.Interval >= TimeSpan.FromMinutes(1);
        if (works && isRare)
            return true;
        return schedule.IsClock || (calls && schedule.Interval >= TimeSpan.FromHours(1));
    }

    private static string? NameOf(SyntaxNode tick) => tick switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    private void Into(SyntaxNode body, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth || seen.Count >= MaxBodies || !seen.Add(body) || ProgramModels.Of(compilation).For(body.SyntaxTree) is not { } model)
            return;
        if (body is TypeDeclarationSyntax type && TakesTurns(type))
            return;
        foreach (var node in body.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call:
                    OfCall(call, model, depth);
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringTextSyntax:
                    OfText(node.ToString());
                    break;
                case AssignmentExpressionSyntax assignment when IsKept(assignment, model):
                    keepsLocally = true;
                    break;
            }
        }
    }

    private void OfCall(InvocationExpressionSyntax call, SemanticModel model, int depth)
    {
        var name = SyntaxNames.Called(call) ?? "";
        var info = model.GetSymbolInfo(call, cancellation);
        var method = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
        if (IsWaiting(name, method) || (WorkNames.IsLogging(call) && method?.ContainingType?.TypeKind != TypeKind.Interface && !TickNames.IsVerb(name)))
            return;
        if (TickNames.IsLock(name) && !Calls.IsIn(method, "System.Threading") && method?.ContainingType?.Name != "AsyncLock")
        {
            takesTurns = true;
            return;
        }

        if (TickNames.IsQueue(name))
        {
            takesTurns = true;
            return;
        }

        calls = true;
        var targets = method is null ? System.Collections.Immutable.ImmutableArray<IMethodSymbol>.Empty : methods.Targets(method);
        var isOwnCall = TickNames.IsOwn(name) || TickNames.IsOwnUnlessStored(name);
        onlyOwnCalls &= isOwnCall || IsReading(name);
        if (IsFrameworkLocal(name, method, call))
        {
            keepsLocally |= name is "Set" or "TryRemove" or "Compact" or "Exchange" or "Delete" or "Remove" or "SetString" or "SetStringAsync" or "SetAsync" or "Reload" or "Inc" or "Observe" or "Record" or "Add";
            return;
        }

        if (targets.IsEmpty || targets.All(target => methods.Body(target, cancellation) is null))
        {
            stores |= TickNames.IsStore(name) || IsDapper(name, method, model, call);
            tells |= TickNames.IsMessage(name) && !isOwnCall;
            works |= TickNames.IsVerb(name) && !isOwnCall;
            return;
        }

        works |= TickNames.IsVerb(name) && !isOwnCall;
        foreach (var target in targets)
        {
            foreach (var reference in target.DeclaringSyntaxReferences)
                Into(reference.GetSyntax(cancellation), depth + 1);
        }
    }

    private void OfText(string text)
    {
        takesTurns |= TickNames.HasLockText(text);
        var trimmed = text.TrimStart('$', '@', '"', ' ', '\n', '\r', '\t');
        stores |= StartsWith("insert into") || StartsWith("update ") || StartsWith("delete from") || StartsWith("merge into") || StartsWith("refresh materialized") || StartsWith("truncate ");

        bool StartsWith(string words) => trimmed.StartsWith(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the class around chooses one replica, or holds a lock that replicas share: by the names of what it holds and takes.</summary>
    private bool TakesTurns(TypeDeclarationSyntax? type)
    {
        if (type is null)
            return false;
        foreach (var token in type.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) ? TickNames.IsChosen(token.ValueText) : token.IsKind(SyntaxKind.StringLiteralToken) && TickNames.HasLockText(token.ValueText))
                return true;
        }

        return false;
    }

    /// <summary><c>_rates = await LoadAsync();</c>, but not <c>_lastRun = DateTime.UtcNow;</c></summary>
    private bool IsKept(AssignmentExpressionSyntax assignment, SemanticModel model)
    {
        if (!assignment.Right.DescendantNodesAndSelf().Any(static node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or IdentifierNameSyntax) || assignment.Right.ToString().StartsWith("Date", StringComparison.Ordinal))
            return false;
        var target = assignment.Left is ElementAccessExpressionSyntax element ? element.Expression : assignment.Left;
        return model.GetSymbolInfo(target, cancellation).Symbol is IFieldSymbol or IPropertySymbol { ContainingType: not null }
            && assignment.Left is IdentifierNameSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
    }

    private static bool IsWaiting(string name, IMethodSymbol? method) =>
        name is "WaitForNextTickAsync" or "Delay" or "Sleep" or "ConfigureAwait" or "nameof" or "ThrowIfCancellationRequested" or "Yield" or "Dispose" or "GetAwaiter" or "GetResult" or "StopApplication"
        || (method is not null && method.ContainingType?.Name is "TimeSpan" or "DateTime" or "DateTimeOffset" or "Math" or "String" or "Path" or "Stopwatch" or "CronExpression" or "CrontabSchedule" or "TimeZoneInfo" or "TimeProvider" or "TimeOnly" or "DateOnly");

    private static bool IsReading(string name) =>
        name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Read", StringComparison.Ordinal) || name.StartsWith("Load", StringComparison.Ordinal) || name.StartsWith("Fetch", StringComparison.Ordinal) || name.StartsWith("To", StringComparison.Ordinal)
        || name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("Query", StringComparison.Ordinal) || name.StartsWith("Find", StringComparison.Ordinal) || name.StartsWith("Any", StringComparison.Ordinal) || name.StartsWith("Count", StringComparison.Ordinal)
        || name is "Where" or "Select" or "OrderBy" or "First" or "Single" or "Check";

    /// <summary>What stays inside of the process or of its own disk: a cache, a dictionary, a file, what browsers are told over this replica's own connections.</summary>
    private static bool IsFrameworkLocal(string name, IMethodSymbol? method, InvocationExpressionSyntax call)
    {
        if (method?.ContainingType is not { } type)
            return WorkNames.ReceiverOf(call) is { } receiver && TickNames.IsOwnUnlessStored(receiver);
        return Calls.IsIn(type, "Microsoft.Extensions.Caching") || Calls.IsIn(type, "Microsoft.AspNetCore.SignalR") || Calls.IsIn(type, "Prometheus") || Calls.IsIn(type, "System.Diagnostics") || Calls.IsIn(type, "System.Collections")
            || (Calls.IsIn(type, "System.IO") && type.Name is "File" or "Directory" or "FileInfo" or "DirectoryInfo") || type.Name is "Interlocked" or "Volatile" or "GC" or "Process" or "Environment" or "IConfigurationRoot" or "IMemoryCache" or "HybridCache" or "CacheExtensions"
            || (type.Name is "Enumerable" or "Queryable" && name is not "ExecuteDelete");
    }

    private bool IsDapper(string name, IMethodSymbol? method, SemanticModel model, InvocationExpressionSyntax call) =>
        name is "ExecuteAsync" or "Execute" && (Calls.IsIn(method, "Dapper") || (method is null && WorkNames.ReceiverOf(call) is { } receiver && (receiver.EndsWith("onnection", StringComparison.Ordinal) || receiver is "db" or "_db" or "conn")));
}
