using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>Resolves an expression to a TimeSpan: <c>TimeSpan.FromSeconds(45)</c>, <c>new TimeSpan(0, 1, 0)</c>, <c>TimeSpan.Parse("00:01:00")</c>.</summary>
internal static class Durations
{
    public static TimeSpan? Resolve(IOperation value, Scope scope)
    {
        switch (scope.Follow(value))
        {
            case IInvocationOperation { TargetMethod.ContainingType.Name: "TimeSpan" } call when call.Arguments.Length > 0:
                var unit = call.TargetMethod.Name switch
                {
                    "FromDays" => 86400d,
                    "FromHours" => 3600d,
                    "FromMinutes" => 60d,
                    "FromSeconds" => 1d,
                    "FromMilliseconds" => 0.001,
                    _ => 0,
                };
                if (call.TargetMethod.Name == "Parse")
                    return TimeSpan.TryParse(scope.Text(call.Arguments[0].Value) ?? "", CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
                // Overloads of newer .NET take the smaller units as further arguments.
                return unit > 0 && call.Arguments.Skip(1).All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue) && Number(call.Arguments[0].Value, scope) is { } number && Math.Abs(number * unit) < 1e9
                    ? TimeSpan.FromMilliseconds(number * unit * 1000)
                    : null;
            case IObjectCreationOperation { Type.Name: "TimeSpan" } creation:
                var parts = creation.Arguments.Select(argument => scope.Number(argument.Value)).ToArray();
                if (parts.Any(static part => part is null or > 1_000_000 or < 0))
                    return null;
                return parts switch
                {
                    [{ } hours, { } minutes, { } seconds] => new TimeSpan(hours, minutes, seconds),
                    [{ } days, { } hours, { } minutes, { } seconds] => new TimeSpan(days, hours, minutes, seconds),
                    _ => null,
                };
            case IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } }:
                return TimeSpan.Zero;
            default:
                return null;
        }
    }

    private static double? Number(IOperation operation, Scope scope) =>
        double.TryParse(scope.Text(operation) ?? "", NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
