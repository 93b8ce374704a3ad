using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts.Readers;

namespace Purser.Analyzers.Facts;

/// <summary>
/// Text that configuration completes: <c>$"http://*:{configuration["Port"] ?? "8080"}"</c>. The key and the code's own default stand in it between
/// marks until it is known which files and which [Setting] count.
/// </summary>
internal static class ConfiguredText
{
    private const char Open = '\u0001';
    private const char Otherwise = '\u0002';
    private const char Close = '\u0003';

    public static bool IsIn(string text) => text.IndexOf(Open) >= 0;

    /// <summary>What the constant resolver cannot know by itself: an expression that reads one key, through parsing and fallbacks.</summary>
    public static ResolvedText? Of(IOperation operation, Func<IOperation?, ResolvedText> resolve, Scope scope)
    {
        switch (operation)
        {
            case IInvocationOperation { Arguments: [{ Value: var parsed }, ..] } call when IsParsing(call.TargetMethod):
                return Marked(resolve(parsed));
            // Not by the reader: in a helper, the name is the caller's to say.
            case IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }, Arguments: [{ Value: var name }, ..] }:
                return resolve(name).Text is { Length: > 0 } variable && !IsIn(variable) ? ResolvedText.Of($"{Open}{variable.Replace("__", ":")}{Otherwise}{Close}") : null;
            case IInvocationOperation call:
                return Mark(ConfigurationReader.Read(call, scope));
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                return Mark(ConfigurationReader.Read(indexer, scope));
            case IPropertyReferenceOperation property:
                return OfOptions(property, scope);
            case ICoalesceOperation coalesce:
                return Marked(resolve(coalesce.Value)) is { } read ? WithFallback(read, coalesce.WhenNull, resolve) ?? read : null;
            // int.TryParse(Environment.GetEnvironmentVariable("PORT"), out var port) ? port : 8080
            case IConditionalOperation { Condition: IInvocationOperation { TargetMethod: { Name: "TryParse", ContainingType.SpecialType: not SpecialType.None }, Arguments: [{ Value: var text }, ..] }, WhenFalse: { } fallback }:
                return Marked(resolve(text)) is { } tried ? WithFallback(tried, fallback, resolve) : null;
            default:
                return null;
        }
    }

    /// <summary>The text with the values in place of the keys; null where one has none.</summary>
    public static string? Fill(string text, Func<string, string?> value)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != Open)
            {
                filled.Append(text[at]);
                continue;
            }

            var (otherwise, close) = (text.IndexOf(Otherwise, at), text.IndexOf(Close, at));
            if (otherwise < 0 || close < otherwise)
                return null;
            var key = text.Substring(at + 1, otherwise - at - 1);
            var given = value(key) ?? text.Substring(otherwise + 1, close - otherwise - 1);
            if (given.Length == 0)
                return null;
            filled.Append(given);
            at = close;
        }

        return filled.ToString();
    }

    private static bool IsParsing(IMethodSymbol method) => method switch
    {
        { Name: "Parse", ContainingType.SpecialType: not SpecialType.None } => true,
        { Name: "ToInt32" or "ToUInt16", ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } } => true,
        _ => false,
    };

    /// <summary>A key that has no default yet, with what the code takes without it.</summary>
    private static ResolvedText? WithFallback(ResolvedText read, IOperation fallback, Func<IOperation?, ResolvedText> resolve) =>
        read.Text is [Open, .., Otherwise, Close] marked && resolve(fallback).Text is { } otherwise && !IsIn(otherwise)
            ? ResolvedText.Of(marked.Substring(0, marked.Length - 1) + otherwise + Close)
            : null;

    private static ResolvedText? Marked(ResolvedText text) => text.Text is { } known && IsIn(known) ? text : null;

    private static ResolvedText? Mark(IEnumerable<Finding> read) =>
        read.Take(2).ToArray() is [KeyFinding { IsCollection: false } key] ? ResolvedText.Of($"{Open}{key.Key}{Otherwise}{key.Default}{Close}") : null;

    /// <summary><c>settings.Http.Port</c>, where the settings are <c>configuration.GetSection("Server").Get&lt;ServerSettings&gt;()</c>.</summary>
    private static ResolvedText? OfOptions(IPropertyReferenceOperation property, Scope scope)
    {
        var path = property.Property.Name;
        var instance = property.Instance;
        while (instance is IPropertyReferenceOperation { Property.IsIndexer: false } outer && outer.Instance is not null)
        {
            path = $"{outer.Property.Name}:{path}";
            instance = outer.Instance;
        }

        if (instance is null)
            return null;
        var source = scope.Follow(instance);
        if (source is ICoalesceOperation coalesce)
            source = scope.Follow(coalesce.Value);
        return source is IInvocationOperation { TargetMethod.Name: "Get" } get
            ? Mark(ConfigurationReader.Read(get, scope).Where(finding => finding is KeyFinding key && (key.Key == path || key.Key.EndsWith(":" + path, StringComparison.Ordinal))))
            : null;
    }
}
