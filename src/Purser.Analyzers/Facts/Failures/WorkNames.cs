using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Failures;

/// <summary>What calls are about, by name alone: whether they are the work of a job, or what goes on around it.</summary>
internal static class WorkNames
{
    private static readonly string[] Logging = ["Log", "Trace", "Debug", "Info", "Information", "Warn", "Warning", "Error", "Fatal", "Critical", "Verbose", "Print", "WriteLine", "Markup", "CaptureException", "CaptureMessage"];

    /// <summary>Getting ready, and tidying up.</summary>
    private static readonly string[] Around =
    [
        "Add", "Use", "Configure", "Create", "Build", "Get", "Parse", "Bind", "Open", "Connect", "Init", "Initialize", "Initialise", "Ensure", "WaitFor", "With", "To", "As", "From", "Register", "Validate",
        "Resolve", "Set", "Combine", "Format", "Join", "Select", "Where", "Any", "Count", "Map", "Elapsed", "Restart", "StartNew", "Is", "Has", "Contains", "Equals", "Try", "Subscribe", "Read",
        "Stop", "Dispose", "Close", "Flush", "ForceFlush", "Shutdown", "Release", "Unlock", "Complete", "Exit", "Delete", "Clean", "Cleanup", "Remove", "Record", "Track", "Observe", "Inc", "Push", "Cancel",
        "Delay", "Sleep", "Yield", "ConfigureAwait", "GetAwaiter", "GetResult", "Begin", "Load", "Include", "Max", "Min", "Round", "Abs", "nameof", "Token",
    ];

    private static readonly string[] TidyingUp = ["Delete", "Clean", "Cleanup", "CleanUp", "Remove", "Dispose", "Close", "Flush", "ForceFlush", "Shutdown", "Stop", "Release", "Unlock"];

    /// <summary>What a job can do without.</summary>
    private static readonly string[] BestEffort =
    [
        "Notify", "Alert", "Ping", "Heartbeat", "Warm", "WarmUp", "Invalidate", "Refresh", "Publish", "Send", "Mail", "Email", "Slack", "Audit", "Archive", "Report", "Metrics", "Telemetry", "Cache", "Prefetch", "Unregister", "Vacuum", "Analyze",
    ];

    private static readonly string[] Loggers = ["log", "logger", "_logger", "_log", "Log", "Logger", "Console", "Error", "Out", "Trace", "Debug", "AnsiConsole", "Environment", "Math", "Path", "Guid", "DateTime", "DateTimeOffset", "TimeSpan", "Stopwatch", "string", "String", "Activity", "activity", "stopwatch", "timer"];

    /// <summary>Whether calls there are the work itself, and not getting ready, logging or tidying up.</summary>
    public static bool HasWork(SyntaxNode node, bool countBestEffort = false) => CallsIn(node).Any(call => IsWork(call, countBestEffort));

    public static bool IsBestEffort(string method) => Array.Exists(BestEffort, word => IsWord(method, word)) || Array.Exists(TidyingUp, word => IsWord(method, word));

    /// <summary>Whether all that is done there is what a job can do without.</summary>
    public static bool IsBestEffort(SyntaxNode node) => CallsIn(node).All(static call => !IsWork(call, countBestEffort: false));

    /// <summary>Whether nothing but tidying up is done there.</summary>
    public static bool IsTidyingUp(SyntaxNode node) => CallsIn(node).Where(static call => !IsLogging(call)).All(static call => Array.Exists(TidyingUp, word => IsWord(SyntaxNames.Called(call) ?? "", word)));

    public static bool IsLogging(InvocationExpressionSyntax call)
    {
        var name = SyntaxNames.Called(call) ?? "";
        return Array.Exists(Logging, word => IsWord(name, word)) || (ReceiverOf(call) is { } receiver && Array.IndexOf(Loggers, receiver) >= 0 && name is not ("Exit" or "FailFast"));
    }

    /// <summary>Logged as a matter of course, not as an error.</summary>
    public static bool IsMildLogging(InvocationExpressionSyntax call) =>
        IsLogging(call) && SyntaxNames.Called(call) is { } name && (name.IndexOf("Warn", StringComparison.Ordinal) >= 0 || name.IndexOf("Debug", StringComparison.Ordinal) >= 0 || name.IndexOf("Info", StringComparison.Ordinal) >= 0 || name.IndexOf("Trace", StringComparison.Ordinal) >= 0);

    public static bool IsErrorLogging(InvocationExpressionSyntax call) =>
        IsLogging(call) && (SyntaxNames.Called(call) is { } name && (name.IndexOf("Error", StringComparison.Ordinal) >= 0 || name.IndexOf("Critical", StringComparison.Ordinal) >= 0 || name.IndexOf("Fatal", StringComparison.Ordinal) >= 0)
            || ReceiverOf(call) == "Error");

    /// <summary>The calls, those of local functions left out: they are looked at where they are called.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode node) =>
        node.DescendantNodesAndSelf(static inner => inner is not LocalFunctionStatementSyntax).OfType<InvocationExpressionSyntax>();

    public static string? ReceiverOf(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member ? SyntaxNames.Last(member.Expression) ?? member.Expression.ToString() : null;

    private static bool IsWork(InvocationExpressionSyntax call, bool countBestEffort)
    {
        if (IsLogging(call))
            return false;
        var name = SyntaxNames.Called(call) ?? "";
        if (name is "Start" or "StartAsync" || IsPartOfSetUp(call) || Array.Exists(Around, word => IsWord(name, word)))
            return false;
        return countBestEffort || !Array.Exists(BestEffort, word => IsWord(name, word));
    }

    /// <summary><c>new LoggerConfiguration().WriteTo.Console().CreateLogger()</c>: the chain is a way to make the logger or the host.</summary>
    private static bool IsPartOfSetUp(InvocationExpressionSyntax call)
    {
        var outer = call;
        while (outer.Parent is MemberAccessExpressionSyntax member && (member.Parent is InvocationExpressionSyntax || member.Parent is MemberAccessExpressionSyntax))
        {
            SyntaxNode next = member.Parent;
            while (next is MemberAccessExpressionSyntax)
                next = next.Parent!;
            if (next is not InvocationExpressionSyntax further)
                break;
            outer = further;
        }

        return SyntaxNames.Called(outer) is "CreateLogger" or "CreateBootstrapLogger" or "Build";
    }

    private static bool IsWord(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]));
}
