using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>What a call does to the life of the program.</summary>
internal enum CallEffect
{
    /// <summary>It comes back.</summary>
    Ends,

    /// <summary>It ends the process.</summary>
    Exits,

    /// <summary>It may wait for ever.</summary>
    Unknown,
    Hosts,
    Sleeps,
    Signal,
    UntilStopped,
}

/// <summary>The calls of frameworks that decide how long a program lives: one line for each, a line more teaches all the rules.</summary>
internal static class LastingCalls
{
    /// <summary>Namespace (or one around it), type, method; <c>*</c> for any.</summary>
    public static readonly (string Space, string Type, string Methods, CallEffect Effect)[] Table =
    [
        ("Microsoft.Extensions.Hosting", "HostingAbstractionsHostExtensions", "Run RunAsync WaitForShutdown WaitForShutdownAsync", CallEffect.Hosts),
        ("Microsoft.Extensions.Hosting", "HostingHostBuilderExtensions", "RunConsoleAsync", CallEffect.Hosts),
        ("Microsoft.AspNetCore.Builder", "WebApplication", "Run RunAsync", CallEffect.Hosts),
        ("Microsoft.AspNetCore.Hosting", "WebHostExtensions", "Run RunAsync WaitForShutdown WaitForShutdownAsync", CallEffect.Hosts),
        ("Microsoft.AspNetCore.Builder", "RunExtensions", "Run", CallEffect.Ends),
        ("Microsoft.Azure.WebJobs", "JobHost", "RunAndBlock RunAndBlockAsync", CallEffect.Hosts),
        ("Aspire.Hosting", "DistributedApplication", "Run RunAsync", CallEffect.Hosts),
        ("System.ServiceProcess", "ServiceBase", "Run", CallEffect.Hosts),
        ("Topshelf", "*", "Run", CallEffect.Hosts),

        ("System", "Environment", "Exit FailFast", CallEffect.Exits),
        ("System", "Console", "*", CallEffect.Ends),
        ("System.Diagnostics", "Process", "WaitForExit WaitForExitAsync", CallEffect.Unknown),
        ("System.Threading", "Thread", "Join", CallEffect.Unknown),
        ("System.Threading", "CountdownEvent", "Wait", CallEffect.Unknown),
        ("System.Threading", "Monitor", "Wait", CallEffect.Unknown),
        ("System.Threading", "SpinWait", "SpinUntil", CallEffect.Unknown),
        ("System.Threading.Channels", "*", "WaitToReadAsync ReadAsync", CallEffect.Unknown),
        ("System.Collections.Concurrent", "BlockingCollection", "Take GetConsumingEnumerable", CallEffect.Unknown),
        ("System.Net", "HttpListener", "GetContext GetContextAsync", CallEffect.Ends),
        ("System.Reactive", "*", "Wait ForEachAsync RunAsync ToTask", CallEffect.Unknown),
        ("System.CommandLine", "*", "Invoke InvokeAsync", CallEffect.Unknown),

        // Messages are pushed to a handler, or come one at a time: the call itself returns.
        ("Confluent.Kafka", "*", "Consume Subscribe", CallEffect.Ends),
        ("RabbitMQ.Client", "*", "BasicConsume BasicConsumeAsync", CallEffect.Ends),
        ("Amazon.SQS", "*", "ReceiveMessageAsync", CallEffect.Ends),
        ("Azure.Messaging", "*", "ReceiveMessageAsync ReceiveMessagesAsync StartProcessingAsync", CallEffect.Ends),
        ("StackExchange.Redis", "*", "*", CallEffect.Ends),
        ("Quartz", "*", "Start StartDelayed ScheduleJob AddJob", CallEffect.Ends),
        ("Microsoft.EntityFrameworkCore", "*", "*", CallEffect.Ends),
        ("Microsoft.Data", "*", "*", CallEffect.Ends),
        ("Microsoft.Extensions", "*", "*", CallEffect.Ends),
        ("Microsoft.AspNetCore", "*", "*", CallEffect.Ends),
        ("Npgsql", "*", "*", CallEffect.Ends),
        ("MySqlConnector", "*", "*", CallEffect.Ends),
        ("Oracle.ManagedDataAccess", "*", "*", CallEffect.Ends),
        ("Polly", "*", "*", CallEffect.Ends),
        ("Dapper", "*", "*", CallEffect.Ends),
        ("MongoDB", "*", "*", CallEffect.Ends),
        ("Serilog", "*", "*", CallEffect.Ends),
    ];

    /// <summary>Beginnings of names by which a library's call may wait for ever.</summary>
    private static readonly string[] Lasting =
        ["Run", "Serve", "Listen", "Wait", "Consume", "Process", "Loop", "Host", "Accept", "Receive", "Poll", "Watch", "Block", "Join", "Monitor", "Work", "Invoke", "Launch", "Execute", "Handle", "Pump", "Main"];

    /// <summary>The effect of a known call, by its symbol; null where the table does not know it.</summary>
    public static CallEffect? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type)
            return null;
        if (Calls.IsIn(type, "System.Threading") && Waiting(call, type, method) is { } effect)
            return effect;
        foreach (var row in Table)
        {
            if ((row.Type == "*" || row.Type == type.Name) && (row.Methods == "*" || Contains(row.Methods, method.Name)) && Calls.IsIn(type, row.Space))
                return row.Effect == CallEffect.Hosts && HasToken(call) ? CallEffect.Unknown : row.Effect;
        }

        return null;
    }

    /// <summary>What a call may do that has no body here and no line in the table.</summary>
    public static CallEffect OfUnseen(IMethodSymbol method)
    {
        var isFramework = Calls.IsIn(method.ContainingType, "System") && !Calls.IsIn(method.ContainingType, "System.CommandLine") && !Calls.IsIn(method.ContainingType, "System.Reactive");
        return !isFramework && Array.Exists(Lasting, name => StartsWithWord(method.Name, name)) ? CallEffect.Unknown : CallEffect.Ends;
    }

    public static bool IsConsoleRead(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ReadLine" or "ReadKey" or "Read", ContainingType.Name: "Console" } && Calls.IsIn(call.TargetMethod, "System");

    private static CallEffect? Waiting(IInvocationOperation call, INamedTypeSymbol type, IMethodSymbol method)
    {
        switch (type.Name, method.Name)
        {
            case ("Task", "Delay") or ("Thread", "Sleep"):
                return call.Arguments.Length > 0 && IsEndless(call.Arguments[0].Value) ? CallEffect.Sleeps : CallEffect.Ends;
            case ("Thread", "Join") when call.Arguments.IsEmpty && call.Instance is IPropertyReferenceOperation { Property.Name: "CurrentThread" }:
                return CallEffect.Sleeps;
            case ("WaitHandle" or "EventWaitHandle" or "ManualResetEvent" or "AutoResetEvent", "WaitOne" or "WaitAny" or "WaitAll") or ("ManualResetEventSlim", "Wait"):
                if (call.Instance?.Type?.Name is "Mutex" or "Semaphore" || HasTimeout(call))
                    return CallEffect.Ends;
                return call.Instance is IPropertyReferenceOperation { Property: { Name: "WaitHandle", ContainingType.Name: "CancellationToken" } } ? CallEffect.UntilStopped : CallEffect.Signal;
            case ("SemaphoreSlim", "Wait" or "WaitAsync"):
                return HasTimeout(call) || IsReleasedBeside(call) ? CallEffect.Ends : CallEffect.Signal;
            default:
                return null;
        }
    }

    /// <summary>A semaphore that its holder gives back is a lock and no signal.</summary>
    private static bool IsReleasedBeside(IInvocationOperation call) =>
        call.Syntax.SyntaxTree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>()
            .Any(static other => SyntaxNames.Called(other) == "Release" && !SignalHandlers.Contains(other));

    /// <summary>A host that runs with a token ends when somebody cancels it.</summary>
    private static bool HasToken(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Type.Name: "CancellationToken" }
            && Definitions.Unwrap(argument.Value) is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" }));

    private static bool HasTimeout(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument.Parameter?.Type is { Name: "TimeSpan" or "Int32" } && argument.ArgumentKind != ArgumentKind.DefaultValue && !IsEndless(argument.Value));

    private static bool IsEndless(IOperation value) => Definitions.Unwrap(value) switch
    {
        { ConstantValue: { HasValue: true, Value: -1 or int.MaxValue } } => true,
        IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan" or "MaxValue", ContainingType.Name: "Timeout" or "TimeSpan" } } => true,
        IInvocationOperation { TargetMethod: { Name: "FromMilliseconds", ContainingType.Name: "TimeSpan" }, Arguments: [{ Value: var number }, ..] } => Definitions.Unwrap(number).ConstantValue is { HasValue: true, Value: -1 or -1L or -1d },
        ILocalReferenceOperation local => Definitions.Of(local) is { } definition && IsEndless(definition),
        _ => false,
    };

    private static bool Contains(string names, string name)
    {
        var at = names.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && Array.IndexOf(names.Split(' '), name) >= 0;
    }

    private static bool StartsWithWord(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]) || name.Substring(word.Length).StartsWith("ing", StringComparison.Ordinal));
}
