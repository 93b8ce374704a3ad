using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts.Readers;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>Which section of the configuration an options class is bound to: <c>Configure&lt;StoreOptions&gt;(config.GetSection("Store"))</c>.</summary>
internal sealed class OptionsSections(Compilation compilation)
{
    private static readonly string[] Names = ["Configure", "Bind", "BindConfiguration", "Get"];

    private readonly Lazy<Dictionary<string, List<string>>> byClass = new(() => Read(compilation), LazyThreadSafetyMode.PublicationOnly);

    private HashSet<string>? inner;

    /// <summary>The keys that give a property its value: <c>Store:Path</c>.</summary>
    public IEnumerable<string> KeysOf(IPropertyReferenceOperation property) => KeysOf(property, 0);

    /// <summary>Whether a class may be bound, by itself or inside of another.</summary>
    public bool MayHold(INamedTypeSymbol type) => byClass.Value.Count > 0 && (byClass.Value.ContainsKey(type.ToDisplayString()) || (inner ??= Inner()).Contains(type.Name));

    private IEnumerable<string> KeysOf(IPropertyReferenceOperation property, int depth)
    {
        if (byClass.Value.Count == 0 || property.Property.ContainingType is not { } owner)
            return [];
        var name = property.Property.Name;
        var own = byClass.Value.TryGetValue(owner.ToDisplayString(), out var sections) ? sections.Select(section => ConfigurationReader.Join(section, name)) : [];
        return property.Instance is IPropertyReferenceOperation outer && depth < 4
            ? own.Concat(KeysOf(outer, depth + 1).Select(section => ConfigurationReader.Join(section, name)))
            : own;
    }

    /// <summary>The types that members of bound classes have, by name, and those of their members.</summary>
    private HashSet<string> Inner()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var all = compilation.SyntaxTrees.SelectMany(static tree => SourceTypes.Of(tree, CancellationToken.None).All).ToLookup(static type => type.Name, StringComparer.Ordinal);
        var pending = new Stack<string>(byClass.Value.Keys.Select(static name => name.Substring(name.LastIndexOf('.') + 1)));
        while (pending.Count > 0)
        {
            foreach (var property in all[pending.Pop()].SelectMany(static type => type.Syntax.Members).OfType<PropertyDeclarationSyntax>())
            {
                if (SyntaxNames.Last(property.Type is NullableTypeSyntax nullable ? nullable.ElementType : property.Type) is { } name && found.Add(name))
                    pending.Push(name);
            }
        }

        return found;
    }

    private static Dictionary<string, List<string>> Read(Compilation compilation)
    {
        var cancellation = CancellationToken.None;
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var call in Names.SelectMany(name => CallSites.Named(name, compilation, cancellation)))
        {
            if (!MayBind(call) || ProgramModels.Of(compilation).For(call.SyntaxTree) is not { } model)
                continue;
            if (model.GetOperation(call, cancellation) is not IInvocationOperation invocation || !Calls.IsIn(invocation.TargetMethod, "Microsoft.Extensions"))
                continue;
            var scope = new Scope(model, null, cancellation);
            var (type, section) = Bound(invocation, scope);
            if (type is null || section is null)
                continue;
            var key = type.ToDisplayString();
            if (!found.TryGetValue(key, out var sections))
                found[key] = sections = [];
            sections.Add(section);
        }

        return found;
    }

    /// <summary>Names that many methods have: <c>Get&lt;T&gt;()</c>, not <c>cache.Get(key)</c>.</summary>
    private static bool MayBind(ExpressionSyntax call) => call is InvocationExpressionSyntax { ArgumentList.Arguments.Count: var count, Expression: var called }
        && (SyntaxNames.Called(call) is "Get" or "Configure" ? called is GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax } or MemberBindingExpressionSyntax { Name: GenericNameSyntax } : count > 0);

    private static (ITypeSymbol? Type, string? Section) Bound(IInvocationOperation call, Scope scope)
    {
        switch (call.TargetMethod.Name)
        {
            case "BindConfiguration":
                return (ConfigurationReader.OptionsOf(call, scope), scope.Text(Calls.Argument(call, "configSectionPath")));
            case "Configure":
                return (scope.Class(call.TargetMethod.TypeArguments.FirstOrDefault()), Section(call.Arguments.FirstOrDefault(static argument => ConfigurationReader.IsConfiguration(argument.Parameter?.Type))?.Value, scope));
            case "Get":
                return (scope.Class(call.TargetMethod.TypeArguments.FirstOrDefault()), Section(Calls.Receiver(call), scope));
            default:
                return ConfigurationReader.OptionsOf(call, scope) is { } options
                    ? (options, Section(Calls.Argument(call, "config"), scope))
                    : (Calls.Argument(call, "instance") is { } instance ? Definitions.Unwrap(instance).Type : null, Section(Calls.Receiver(call), scope));
        }
    }

    private static string? Section(IOperation? configuration, Scope scope) =>
        configuration is not null && ConfigurationReader.IsConfiguration(configuration.Type) ? ConfigurationReader.Path(configuration, scope) : null;
}
