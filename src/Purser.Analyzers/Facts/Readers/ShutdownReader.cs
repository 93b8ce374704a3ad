using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>How long the host waits for its services to stop: <c>HostOptions.ShutdownTimeout</c>, <c>UseShutdownTimeout</c>.</summary>
internal static class ShutdownReader
{
    public static IEnumerable<Finding> Read(ISimpleAssignmentOperation assignment, Scope scope) =>
        assignment.Target is IPropertyReferenceOperation { Property: { Name: "ShutdownTimeout", ContainingType.Name: "HostOptions" } property } && Calls.IsIn(property, "Microsoft.Extensions.Hosting")
            ? Of(assignment.Value, scope)
            : [];

    public static IEnumerable<Finding> Read(IInvocationOperation call, Scope scope) =>
        call.TargetMethod.Name == "UseShutdownTimeout" && Calls.IsIn(call.TargetMethod, "Microsoft.AspNetCore.Hosting") && Calls.Argument(call, "timeout") is { } timeout
            ? Of(timeout, scope)
            : [];

    private static IEnumerable<Finding> Of(IOperation value, Scope scope) =>
        Durations.Resolve(value, scope) is { } time && time.TotalSeconds is > 0 and <= 86400 ? [new ShutdownFinding((int)Math.Ceiling(time.TotalSeconds))] : [];
}
