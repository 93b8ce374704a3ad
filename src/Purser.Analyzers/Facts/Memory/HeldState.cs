using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Facts.Memory;

/// <summary>Whether a member that lives as long as the process can be state of the business, by its name and its type.</summary>
internal static class HeldState
{
    /// <summary>Words of names for what each process may well have for itself.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "cache", "caches", "cached", "caching", "memo", "memoized", "memoize", "pool", "pools", "pooled", "lock", "locks", "locker", "gate", "gates", "semaphore", "semaphores", "mutex",
        "limiter", "limiters", "limit", "limits", "limiting", "throttle", "throttler", "throttles", "throttling", "bucket", "buckets", "breaker", "breakers", "backoff", "debounce",
        "metric", "metrics", "stat", "stats", "statistics", "telemetry", "diagnostics", "histogram", "gauge", "gauges", "meter", "latency", "latencies", "timing", "timings", "uptime", "heartbeat", "health", "healthy",
        "regex", "regexes", "compiled", "warned", "logged", "log", "logger", "loggers", "trace", "disposed", "buffer", "buffers",
    };

    /// <summary>Words for what is being answered at the moment: ids, tasks. A list of things that are still to be done is not.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase) { "inflight", "pending" };

    /// <summary>Types that stand for something of the process: locks, clients, code.</summary>
    private static readonly HashSet<string> ProcessTypes = new(StringComparer.Ordinal)
    {
        "SemaphoreSlim", "Semaphore", "Mutex", "Lock", "ReaderWriterLockSlim", "AsyncLock", "Regex", "HttpClient", "HttpMessageHandler", "HttpMessageInvoker", "GrpcChannel", "Type", "MethodInfo", "PropertyInfo", "PropertyInfo[]",
        "FieldInfo", "ConstructorInfo", "Assembly", "Delegate", "Func", "Action", "Expression", "Timer", "PeriodicTimer", "CancellationTokenSource", "TaskCompletionSource", "Task", "ValueTask", "Lazy", "AsyncLazy", "Channel", "ChannelWriter", "ChannelReader",
        "Counter", "Histogram", "Meter", "UpDownCounter", "ObservableGauge", "Activity", "ActivitySource", "ILogger", "JsonSerializerOptions", "XmlSerializer", "Stopwatch", "WeakReference", "StringBuilder", "Thread", "Process", "Stream", "Random",
        "AsyncLocal", "ThreadLocal", "ConditionalWeakTable", "MemoryCache", "IMemoryCache", "HybridCache", "BlockingCollection", "IServiceProvider", "ServiceProvider", "ILoggerFactory", "PropertyDescriptor", "CultureInfo", "TimeZoneInfo",
    };

    public static bool Is(ISymbol holder, string? owner)
    {
        var type = holder switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            ILocalSymbol local => local.Type,
            _ => null,
        };
        if (type is null || holder.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute"))
            return false;
        if (Words(holder.Name).Any(Own.Contains) || (owner is not null && Words(owner).Any(Own.Contains)))
            return false;
        if (Words(holder.Name).Any(Passing.Contains) && !IsListOfData(type))
            return false;
        return CanHold(type);
    }

    /// <summary>By the name alone.</summary>
    public static bool IsOfProcess(string name) => Words(name).Any(Own.Contains);

    public static bool IsTypeOfProcess(string type) => ProcessTypes.Contains(type);

    /// <summary>The words of a name: <c>_priceCache</c> is price and cache.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] != '_' && !(char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
                continue;
            var word = name.Substring(start, i - start).Trim('_');
            if (word.Length > 0)
                yield return word;
            start = i;
        }
    }

    private static bool CanHold(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return !IsOfProcess(array.ElementType) && !IsService(array.ElementType);
        if (type is not INamedTypeSymbol named || IsOfProcess(named) || IsService(named))
            return false;
        if (Calls.IsIn(named, "System.Collections"))
            return named.TypeArguments.IsEmpty || (!IsOfProcess(named.TypeArguments.Last()) && !IsService(named.TypeArguments.Last()) && named.TypeArguments[0].Name != "Type" && (named.TypeArguments.Last() is not INamedTypeSymbol value || !(value.IsTupleType || Calls.IsIn(value, "System.Collections")) || CanHold(value)));
        // Plain values, and classes of the program itself; what a library gives has its own rules.
        return named.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String
            || named.SpecialType is SpecialType.System_DateTime
            || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || (named.IsTupleType && !named.TupleElements.Any(static element => IsOfProcess(element.Type)))
            || named is { Name: "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "BigInteger" }
            || !named.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>A queue or list of a class of the program, which holds nothing that waits.</summary>
    private static bool IsListOfData(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false } item] }
        && !item.GetMembers().Any(static member => !member.IsImplicitlyDeclared && member switch { IFieldSymbol field => IsOfProcess(field.Type), IPropertySymbol property => IsOfProcess(property.Type), _ => false });

    /// <summary>What is known by an interface that does something is a part of the program: providers, handlers, live connections; not what a customer has ordered.</summary>
    private static bool IsService(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: false } && (type.GetMembers().IsEmpty || type.AllInterfaces.Add((INamedTypeSymbol)type).Any(static known => known.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IEventSymbol)));

    private static bool IsOfProcess(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Delegate || ProcessTypes.Contains(type.Name))
            return true;
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.SpecialType != SpecialType.System_Object && ProcessTypes.Contains(parent.Name))
                return true;
        }

        return type.Name.EndsWith("Client", StringComparison.Ordinal) || type.Name.EndsWith("RateLimiter", StringComparison.Ordinal) || type.Name.EndsWith("Channel", StringComparison.Ordinal);
    }
}
