using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>Health endpoints, the checks behind them, and the other paths that the program maps.</summary>
internal static class HealthReader
{
    /// <summary>Checks that only look at this process.</summary>
    private static readonly HashSet<string> Introspective = new(StringComparer.Ordinal)
    {
        "AddApplicationLifecycleHealthCheck", "AddResourceUtilizationHealthCheck", "AddManualHealthCheck", "AddApplicationStatus",
        "AddPrivateMemoryHealthCheck", "AddProcessAllocatedMemoryHealthCheck", "AddWorkingSetHealthCheck", "AddVirtualMemorySizeHealthCheck",
        "AddDiskStorageHealthCheck", "AddProcessHealthCheck",
    };

    public static IEnumerable<Finding> Read(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (method.Name == "AddHealthChecks" && Calls.IsIn(method, "Microsoft.Extensions.DependencyInjection"))
            return Checks(call, scope);
        if (!Calls.IsIn(method, "Microsoft.AspNetCore"))
            return [];
        switch (method.Name)
        {
            case "MapHealthChecks":
                return [new HealthEndpointFinding(Path(call, scope), Selection(call, scope), RequiredPort(call, scope)) { Guard = Guard(call, scope) }];
            case "UseHealthChecks":
                var port = Calls.Argument(call, "port");
                return [new HealthEndpointFinding(Absolute(scope.Text(Calls.Argument(call, "path"))), Selection(call, scope), scope.Number(port)) { Guard = HealthGuard.Open }];
            case "MapGrpcHealthChecksService":
                return [new HealthEndpointFinding(null, HealthSelection.All, null, IsGrpc: true) { Guard = Guard(call, scope) }];
            case "SetFallbackPolicy":
                return [new FallbackPolicyFinding()];
            case "MapGet" or "MapMethods":
                var route = new RouteFinding(Path(call, scope));
                return method.Name == "MapGet" && route.Path is { } path && HealthRoute.IsCalledSo(path)
                    ? [route, new HealthEndpointFinding(path, HealthRoute.Selection(call), RequiredPort(call, scope)) { Guard = Guard(call, scope), IsRoute = true }]
                    : [route];
            case "Map" when Calls.FirstText(call) is not null && Calls.IsOrImplements(Calls.Receiver(call)?.Type, "IEndpointRouteBuilder", "Microsoft.AspNetCore.Routing"):
                return [new RouteFinding(Path(call, scope))];
            case "Map" or "MapWhen" or "Use" or "Run" when Calls.Lambda(call.Arguments.LastOrDefault()?.Value) is not null:
            case "MapControllers" or "MapControllerRoute" or "MapDefaultControllerRoute" or "MapAreaControllerRoute" or "MapRazorPages" or "MapRazorComponents"
                or "MapFallback" or "MapFallbackToFile" or "MapFallbackToPage" or "UseStaticFiles" or "MapStaticAssets" or "UseMiddleware" or "MapReverseProxy" or "UseMvc" or "UseSpa" or "UseFileServer" or "UsePathBase":
                return [new RouteFinding((string?)null)];
            default:
                return [];
        }
    }

    /// <summary><c>options.FallbackPolicy = ...</c>.</summary>
    public static IEnumerable<Finding> Read(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property: { Name: "FallbackPolicy", ContainingType.Name: "AuthorizationOptions" } } && assignment.Value is not { ConstantValue: { HasValue: true, Value: null } }
            ? [new FallbackPolicyFinding()]
            : [];

    private static string? Path(IInvocationOperation call, Scope scope)
    {
        var pattern = scope.Text(Calls.Argument(call, "pattern"));
        var prefix = Calls.Receiver(call) is { } receiver ? Prefix(receiver, scope) : "";
        return pattern is null || prefix is null ? null : Joined(prefix, pattern);
    }

    /// <summary>The prefixes of the groups that a call is made on; null where one is not known.</summary>
    private static string? Prefix(IOperation builder, Scope scope)
    {
        var prefix = "";
        for (var steps = 0; steps < 16; steps++)
        {
            if (scope.Follow(builder) is not IInvocationOperation call || Calls.Receiver(call) is not { } receiver)
                return prefix;
            if (call.TargetMethod.Name == "MapGroup" && Calls.IsIn(call.TargetMethod, "Microsoft.AspNetCore"))
            {
                if (scope.Text(Calls.Argument(call, "prefix")) is not { } group)
                    return null;
                prefix = Joined(group, prefix);
            }

            builder = receiver;
        }

        return prefix;
    }

    private static string Joined(string prefix, string pattern) => Absolute($"{prefix.Trim('/')}/{pattern.Trim('/')}".Trim('/'))!;

    private static string? Absolute(string? path) => path is null || path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path;

    /// <summary>What is chained to the endpoint, or to a group that it is in.</summary>
    private static HealthGuard Guard(IInvocationOperation call, Scope scope)
    {
        if (Chain(call.Syntax).Select(SyntaxNames.Called).Select(GuardOf).FirstOrDefault(static guard => guard is not null) is { } chained)
            return chained;
        var builder = Calls.Receiver(call);
        for (var steps = 0; steps < 16 && builder is not null && scope.Follow(builder) is IInvocationOperation group; steps++)
        {
            if (GuardOf(group.TargetMethod.Name) is { } guard)
                return guard;
            builder = Calls.Receiver(group);
        }

        return HealthGuard.Fallback;
    }

    private static HealthGuard? GuardOf(string? method) => method switch { "AllowAnonymous" => HealthGuard.Open, "RequireAuthorization" => HealthGuard.Closed, _ => null };

    /// <summary><c>.RequireHost("*:9000")</c> on the endpoint gives it a port of its own.</summary>
    private static int? RequiredPort(IInvocationOperation call, Scope scope)
    {
        foreach (var chained in Chain(call.Syntax))
        {
            if (chained.ArgumentList.Arguments is [{ Expression: var host }] && SyntaxNames.Called(chained) == "RequireHost"
                && scope.Text(scope.Model.GetOperation(host, scope.Cancellation)) is { } text
                && text.LastIndexOf(':') is >= 0 and var colon && int.TryParse(text.Substring(colon + 1), out var port))
                return port;
        }

        return null;
    }

    private static HealthSelection Selection(IInvocationOperation call, Scope scope)
    {
        var options = Calls.Argument(call, "options");
        if (options is null)
            return HealthSelection.All;
        if (scope.Follow(options) is not IObjectCreationOperation creation)
            return HealthSelection.Unknown;
        var predicate = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Predicate" });
        if (predicate is null)
            return HealthSelection.All;
        return Calls.Lambda(predicate.Value) is { Body.Operations: [IReturnOperation { ReturnedValue: { } condition }] } ? Condition(condition, scope) : HealthSelection.Unknown;
    }

    /// <summary><c>check.Tags.Contains("live")</c>, <c>!check.Tags.Contains("ready")</c>, <c>check.Name == "self"</c>, and several of a kind with <c>||</c>.</summary>
    private static HealthSelection Condition(IOperation condition, Scope scope)
    {
        condition = Definitions.Unwrap(condition);
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool all } }:
                return all ? HealthSelection.All : HealthSelection.None;
            case IInvocationOperation { TargetMethod.Name: "Contains" } contains when Calls.Receiver(contains) is { } receiver && Definitions.Unwrap(receiver) is IPropertyReferenceOperation { Property.Name: "Tags" }:
                var arguments = contains.Arguments.Where(argument => !ReferenceEquals(argument.Value, receiver)).ToList();
                return arguments.Count > 0 && scope.Text(arguments[0].Value) is { } tag ? new(HealthSelectionKind.Tagged, EquatableArray.Of(tag)) : HealthSelection.Unknown;
            case IInvocationOperation { TargetMethod.Name: "Any" or "All" } any when any.Arguments.LastOrDefault() is { } last
                && Calls.Lambda(last.Value) is { Body.Operations: [IReturnOperation { ReturnedValue: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals }] }:
                return (scope.Text(equals.RightOperand) ?? scope.Text(equals.LeftOperand)) is { } wanted ? new(HealthSelectionKind.Tagged, EquatableArray.Of(wanted)) : HealthSelection.Unknown;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals when (Definitions.Unwrap(equals.LeftOperand) as IPropertyReferenceOperation)?.Property.Name == "Name":
                return scope.Text(equals.RightOperand) is { } name ? new(HealthSelectionKind.Named, EquatableArray.Of(name)) : HealthSelection.Unknown;
            case IInvocationOperation { TargetMethod.Name: "Contains" or "StartsWith" or "Equals", Arguments: [{ Value: var part }, ..], Instance: { } named } when (Definitions.Unwrap(named) as IPropertyReferenceOperation)?.Property.Name == "Name":
                return scope.Text(part) is { } spoken ? new(HealthSelectionKind.Named, EquatableArray.Of(spoken)) : HealthSelection.Unknown;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Condition(not.Operand, scope) is { Kind: HealthSelectionKind.Tagged } tagged ? tagged with { Kind = HealthSelectionKind.NotTagged } : HealthSelection.Unknown;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                var (left, right) = (Condition(or.LeftOperand, scope), Condition(or.RightOperand, scope));
                return left.Kind == right.Kind && left.Kind is HealthSelectionKind.Tagged or HealthSelectionKind.Named
                    ? left with { Names = left.Names.Concat(right.Names).ToEquatableArray() }
                    : HealthSelection.Unknown;
            default:
                return HealthSelection.Unknown;
        }
    }

    /// <summary>The checks that are chained to AddHealthChecks, or added to the variable that keeps it.</summary>
    private static IEnumerable<Finding> Checks(IInvocationOperation call, Scope scope)
    {
        foreach (var added in ChainedTo((ExpressionSyntax)call.Syntax))
        {
            if (scope.Model.GetOperation(added, scope.Cancellation) is IInvocationOperation { TargetMethod.Name: var name } check
                && name.StartsWith("Add", StringComparison.Ordinal)
                && Calls.Receiver(check)?.Type?.Name == "IHealthChecksBuilder")
                yield return Check(check, scope);
        }
    }

    private static HealthCheckFinding Check(IInvocationOperation check, Scope scope)
    {
        var tags = (Calls.Items(Calls.Argument(check, "tags")) ?? []).Select(scope.Text).Where(static tag => tag is not null).Select(static tag => tag!).ToEquatableArray();
        var isConstant = check.TargetMethod.Name is "AddCheck" or "AddAsyncCheck"
            && Calls.Lambda(Calls.Argument(check, "check")) is { Body.Operations: [IReturnOperation { ReturnedValue: { } result }] }
            && IsHealthy(result);
        return new(scope.Text(Calls.Argument(check, "name")), tags, AsksDependency: !isConstant && !Introspective.Contains(check.TargetMethod.Name));
    }

    private static bool IsHealthy(IOperation result) => Definitions.Unwrap(result) switch
    {
        IInvocationOperation { TargetMethod: { Name: "Healthy", ContainingType.Name: "HealthCheckResult" } } => true,
        IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: var inner }] } => IsHealthy(inner),
        _ => false,
    };

    /// <summary>The calls that are made on an expression's value, one on the other.</summary>
    private static IEnumerable<InvocationExpressionSyntax> Chain(SyntaxNode start)
    {
        for (var top = start; top.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer }; top = outer)
            yield return outer;
    }

    private static IEnumerable<InvocationExpressionSyntax> ChainedTo(ExpressionSyntax start)
    {
        var top = start;
        foreach (var outer in Chain(start))
        {
            top = outer;
            yield return outer;
        }

        if (top.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } } value)
            yield break;
        var body = value.Ancestors().FirstOrDefault(static node => node is BlockSyntax or CompilationUnitSyntax);
        foreach (var use in body?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == local) ?? [])
        {
            foreach (var chained in ChainedTo(use))
                yield return chained;
        }
    }
}
