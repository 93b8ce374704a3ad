using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>The configuration keys that the program reads, one by one or a whole options class at a time.</summary>
internal static class ConfigurationReader
{
    private const string Configuration = "Microsoft.Extensions.Configuration";
    private const string DependencyInjection = "Microsoft.Extensions.DependencyInjection";

    /// <summary><c>configuration["Orders:PageSize"]</c>, <c>configuration.GetSection("Orders:PageSize").Value</c>.</summary>
    public static IEnumerable<Finding> Read(IPropertyReferenceOperation indexer, Scope scope)
    {
        if (indexer is { Property: { Name: "Value", ContainingType.Name: "IConfigurationSection" }, Instance: { } section } && !IsWritten(indexer))
            return Path(section, scope) is { Length: > 0 } path ? [new KeyFinding(path, CodeDefault(indexer, scope), CanBeSecret: true, ThrowsWithout(indexer), IsCollection: false)] : [];
        if (!indexer.Property.IsIndexer || indexer.Instance is not { } configuration || !IsConfiguration(configuration.Type) || IsWritten(indexer))
            return [];
        return indexer.Arguments is [{ Value: var key }] ? Key(configuration, key, CodeDefault(indexer, scope), ThrowsWithout(indexer), canBeSecret: true, scope) : [];
    }

    public static IEnumerable<Finding> Read(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (method is { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } && Calls.IsIn(method, "System") && call.Arguments.Length > 0)
            return Variable(call, scope);
        if (method.Name is "AddEnvironmentVariables" or "CreateBuilder" or "CreateSlimBuilder" or "CreateDefaultBuilder" or "CreateApplicationBuilder" or "ConfigureDefaults")
            return Environment(call, scope);
        if (!Calls.IsIn(method, "Microsoft.Extensions"))
            return [];
        if (Calls.Argument(call, "connectionName") is { } connection)
            return scope.Text(connection) is { Length: > 0 } client ? [new KeyFinding(Join("ConnectionStrings", client), null, CanBeSecret: true, IsRequired: false, IsCollection: false)] : [];

        switch (method.Name)
        {
            case "GetValue" when Calls.IsIn(method, Configuration) && Calls.Receiver(call) is { } configuration && Calls.Argument(call, "key") is { } key:
                var type = method.TypeArguments.FirstOrDefault();
                var given = Calls.Argument(call, "defaultValue") is { } value ? OptionsClass.DefaultText(value, scope) : CodeDefault(call, scope);
                return Key(configuration, key, given, ThrowsWithout(call), type is null || OptionsClass.CanBeSecret(type), scope);
            case "GetConnectionString" when Calls.Receiver(call) is { } configuration && Calls.Argument(call, "name") is { } name:
                var prefix = Path(configuration, scope);
                return prefix is not null && scope.Text(name) is { } known
                    ? [new KeyFinding(Join(Join(prefix, "ConnectionStrings"), known), CodeDefault(call, scope), CanBeSecret: true, ThrowsWithout(call), IsCollection: false)]
                    : [];
            case "Get" when Calls.Receiver(call) is { } section && IsConfiguration(section.Type) && scope.Class(method.TypeArguments.FirstOrDefault()) is { } options:
                return Section(section, options, scope);
            case "Bind" when Calls.IsIn(method, Configuration) && Calls.Receiver(call) is { } section && Calls.Argument(call, "instance") is { } instance:
                return Bound(section, Calls.Argument(call, "key"), instance, scope);
            case "Bind" when OptionsOf(call, scope) is { } options && Calls.Argument(call, "config") is { } section:
                return Section(section, options, scope);
            case "BindConfiguration" when OptionsOf(call, scope) is { } options:
                return scope.Text(Calls.Argument(call, "configSectionPath")) is { } path ? OptionsClass.Keys(options, path, scope) : [];
            case "Configure" when Calls.IsIn(method, DependencyInjection)
                && call.Arguments.FirstOrDefault(static argument => IsConfiguration(argument.Parameter?.Type))?.Value is { } section
                && scope.Class(method.TypeArguments.FirstOrDefault()) is { } options:
                return Section(section, options, scope);
            default:
                return [];
        }
    }

    /// <summary>A client of Aspire, which reads its connection string by itself: <c>builder.AddNpgsqlDataSource("orders")</c>.</summary>
    public static bool IsClientCandidate(InvocationExpressionSyntax call, string name, string? receiver) =>
        receiver is "builder" && call.ArgumentList.Arguments.Count > 0 && name.StartsWith("Add", StringComparison.Ordinal);

    /// <summary>Which environment variables become configuration: those with a prefix, or, by the host, all of them.</summary>
    private static IEnumerable<Finding> Environment(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (method.Name != "AddEnvironmentVariables")
            return Calls.IsIn(method, "Microsoft.Extensions.Hosting") || Calls.IsIn(method, "Microsoft.AspNetCore") ? [new EnvironmentFinding("")] : [];
        if (!Calls.IsIn(method, Configuration))
            return [];
        var prefix = Calls.Argument(call, "prefix");
        return prefix is null ? [new EnvironmentFinding("")] : scope.Text(prefix) is { } known ? [new EnvironmentFinding(known)] : [];
    }

    private static IEnumerable<Finding> Variable(IInvocationOperation call, Scope scope)
    {
        if (scope.Text(call.Arguments[0].Value) is not { } variable || PlatformVariables.Contains(variable))
            return [];
        return [new KeyFinding(variable.Replace("__", ":"), CodeDefault(call, scope), CanBeSecret: true, ThrowsWithout(call), IsCollection: false) { IsVariable = true }];
    }

    private static IEnumerable<Finding> Key(IOperation configuration, IOperation key, string? given, bool isRequired, bool canBeSecret, Scope scope) =>
        Path(configuration, scope) is { } prefix && scope.Text(key) is { Length: > 0 } name
            ? [new KeyFinding(Join(prefix, name), given, canBeSecret, isRequired, IsCollection: false)]
            : [];

    private static IEnumerable<Finding> Section(IOperation section, INamedTypeSymbol options, Scope scope) =>
        Path(section, scope) is { } path ? OptionsClass.Keys(options, path, scope) : [];

    private static IEnumerable<Finding> Bound(IOperation section, IOperation? key, IOperation instance, Scope scope)
    {
        var path = Path(section, scope);
        if (key is not null)
            path = path is not null && scope.Text(key) is { } name ? Join(path, name) : null;
        return path is not null && Definitions.Unwrap(instance).Type is INamedTypeSymbol options ? OptionsClass.Keys(options, path, scope) : [];
    }

    /// <summary>Where in the configuration an expression stands: empty for the root, null where it cannot be known.</summary>
    public static string? Path(IOperation configuration, Scope scope, int depth = 0)
    {
        if (depth > 8)
            return null;
        switch (scope.Follow(configuration))
        {
            case IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call when Calls.Receiver(call) is { } receiver && Calls.Argument(call, "key") is { } key:
                return Path(receiver, scope, depth + 1) is { } prefix && scope.Text(key) is { } name ? Join(prefix, name) : null;
            case { Type: { } type } when IsConfiguration(type) && !Calls.IsOrImplements(type, "IConfigurationSection", Configuration):
                return "";
            default:
                return null;
        }
    }

    /// <summary>The constant behind <c>??</c>.</summary>
    private static string? CodeDefault(IOperation read, Scope scope) =>
        Parent(read) is ICoalesceOperation coalesce && Definitions.Unwrap(coalesce.Value) == read ? OptionsClass.DefaultText(coalesce.WhenNull, scope) : null;

    /// <summary><c>configuration["A"] ?? throw ...</c>.</summary>
    private static bool ThrowsWithout(IOperation read) =>
        Parent(read) is ICoalesceOperation coalesce && Definitions.Unwrap(coalesce.WhenNull) is IThrowOperation;

    private static IOperation? Parent(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }

    private static bool IsWritten(IPropertyReferenceOperation indexer) => indexer.Parent is IAssignmentOperation assignment && assignment.Target == indexer;

    public static INamedTypeSymbol? OptionsOf(IInvocationOperation call, Scope scope) =>
        Calls.Receiver(call)?.Type is INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments: [var options] } ? scope.Class(options) : null;

    public static bool IsConfiguration(ITypeSymbol? type) => Calls.IsOrImplements(type, "IConfiguration", Configuration);

    public static string Join(string prefix, string key) => prefix.Length == 0 ? key : $"{prefix}:{key}";
}
