using System.Reflection;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace Purser.Contract.Tests.Hostile;

/// <summary>An attribute as somebody might write it: the type, and what each argument is given.</summary>
internal sealed record AnyAttribute(Type Type, (string Property, object? Value)[] Positional, (string Property, object? Value)[] Named)
{
    public string Name => Type.Name[..^"Attribute".Length];

    public IEnumerable<(string Property, object? Value)> Arguments => Positional.Concat(Named);

    public object? this[string property] => Arguments.FirstOrDefault(argument => string.Equals(argument.Property, property, StringComparison.OrdinalIgnoreCase)).Value;

    public string Source => $"[{Name}({string.Join(", ", Positional.Select(argument => Literal(argument.Value)).Concat(Named.Select(argument => $"{argument.Property} = {Literal(argument.Value)}")))})]";

    private static string Literal(object? value) => value switch
    {
        null => "null!",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        string?[] texts => $"new string[] {{ {string.Join(", ", texts.Select(Literal))} }}",
        bool flag => flag ? "true" : "false",
        Enum choice => $"(Purser.{choice.GetType().Name})({Convert.ToInt64(choice, null)})",
        _ => $"({value})",
    };
}

/// <summary>All attributes of the package with any value for any argument: a new property is in it without being named here.</summary>
internal static class AnyDeclaration
{
    /// <summary>A right value for each argument that wants a certain form, so that a good part of what is made is accepted.</summary>
    private static readonly Dictionary<string, object> Right = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = "orders", ["Image"] = "registry.example.com:5000/shop/orders:1.4", ["Cpu"] = "250m", ["Memory"] = "512Mi", ["CpuLimit"] = "2", ["MemoryLimit"] = "1Gi", ["ServiceAccount"] = "runner",
        ["PriorityClass"] = "high", ["Storage"] = "20Gi", ["Size"] = "5Gi", ["SizeLimit"] = "64Mi", ["MountPath"] = "/var/lib/app", ["StorageClass"] = "fast", ["Schedule"] = "15 2 * * mon-fri", ["TimeZone"] = "Europe/Berlin",
        ["Host"] = "orders.example.com", ["Path"] = "/api", ["TlsSecretName"] = "orders-tls", ["IngressClassName"] = "nginx", ["Gateway"] = "infra/public", ["ExistingClaim"] = "shared", ["VolumeName"] = "pv-1",
        ["Key"] = "Orders:Size", ["configurationKey"] = "Orders:Password", ["SecretName"] = "orders-tls", ["Files"] = new[] { "config/app.json" },
        ["Gpu"] = 1, ["Replicas"] = 3, ["Completions"] = 4, ["Parallelism"] = 2, ["Port"] = 8081, ["Min"] = 2, ["Max"] = 9, ["CpuPercent"] = 60, ["MemoryPercent"] = 80, ["BackoffLimit"] = 2,
        ["StartingDeadlineSeconds"] = 60L, ["ActiveDeadlineSeconds"] = 600L, ["TtlSecondsAfterFinished"] = 60, ["TerminationGracePeriodSeconds"] = 45L,
        ["PeriodSeconds"] = 5, ["TimeoutSeconds"] = 2, ["FailureThreshold"] = 4, ["InitialDelaySeconds"] = 3,
    };

    private static readonly Type[] All = [.. typeof(StatelessAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)];

    private static readonly Gen<AnyAttribute> Workload = OneOf(All.Where(type => type.IsSubclassOf(typeof(WorkloadAttribute))));

    private static readonly Gen<AnyAttribute> Feature = OneOf(All.Where(type => !type.IsSubclassOf(typeof(WorkloadAttribute))));

    /// <summary>A workload attribute and up to three others, all of them right but for one argument in eight.</summary>
    public static readonly Gen<AnyAttribute[]> Gen = CsCheck.Gen.Select(Workload, Feature.Array[0, 3], static (workload, features) =>
        (AnyAttribute[])[workload, .. features.Where((feature, i) => feature.Type.GetCustomAttribute<AttributeUsageAttribute>()!.AllowMultiple || features.Take(i).All(other => other.Type != feature.Type))]);

    private static Gen<AnyAttribute> OneOf(IEnumerable<Type> types) => CsCheck.Gen.OneOf<AnyAttribute>([.. types.Select(Of)]);

    private static Gen<AnyAttribute> Of(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var positional = Each(constructor.GetParameters().Select(parameter => Value(parameter.Name!, parameter.ParameterType)));
        var settable = type.GetProperties().Where(property => property.SetMethod?.IsPublic == true).ToArray();
        var named = Each(settable.Select(property => CsCheck.Gen.Select(CsCheck.Gen.Int[0, 3], Value(property.Name, property.PropertyType), static (chance, value) => (value.Property, value.Value, IsThere: chance == 0))));
        return CsCheck.Gen.Select(positional, named, (a, b) => new AnyAttribute(type, a, [.. b.Where(argument => argument.IsThere).Select(argument => (argument.Property, argument.Value))]));
    }

    private static Gen<T[]> Each<T>(IEnumerable<Gen<T>> items) =>
        items.Aggregate(CsCheck.Gen.Const(Array.Empty<T>()), static (all, item) => CsCheck.Gen.Select(all, item, static (before, next) => (T[])[.. before, next]));

    private static Gen<(string Property, object? Value)> Value(string property, Type type)
    {
        var any = Any(Nullable.GetUnderlyingType(type) ?? type);
        var value = Right.TryGetValue(property, out var right) ? CsCheck.Gen.Frequency((7, CsCheck.Gen.Const((object?)right)), (1, any)) : any;
        return value.Select(given => (property, given));
    }

    private static Gen<object?> Any(Type type) => type switch
    {
        _ when type == typeof(string) => CsCheck.Gen.Frequency((20, HostileTexts.Any.Select(static text => (object?)text)), (1, CsCheck.Gen.Const((object?)null))),
        _ when type == typeof(string[]) => HostileTexts.Any.Array[0, 3].Select(static texts => (object?)texts),
        _ when type == typeof(bool) => CsCheck.Gen.Bool.Select(static flag => (object?)flag),
        _ when type.IsEnum => CsCheck.Gen.OneOf((object?[])[.. Enum.GetValues(type).Cast<object?>(), Enum.ToObject(type, 99)]),
        _ when type == typeof(long) => CsCheck.Gen.OneOf<long>(long.MinValue, -1, 0, 1, 2, 30, 3600, 86400, int.MaxValue, long.MaxValue).Select(static number => (object?)number),
        _ when type == typeof(int) => CsCheck.Gen.OneOf(int.MinValue, -1, 0, 1, 2, 30, 80, 8080, 65535, 65536, int.MaxValue).Select(static number => (object?)number),
        _ => throw new NotSupportedException($"No values are known for {type}."),
    };
}
