using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Memory;

/// <summary>The classes of which the process has one object, by name.</summary>
internal static class Singletons
{
    private static readonly string[] Registering = ["AddSingleton", "TryAddSingleton", "AddKeyedSingleton", "SingleInstance", "RegisterSingleton"];

    public static HashSet<string> Of(Compilation compilation, IReadOnlyCollection<SourceType> types, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in Registering.SelectMany(name => CallSites.Named(name, compilation, cancellation)).OfType<InvocationExpressionSyntax>())
        {
            // Of builder.RegisterType<Store>().SingleInstance() the name stands further down the chain.
            foreach (var node in call.DescendantNodes())
            {
                switch (node)
                {
                    case GenericNameSyntax generic:
                        found.UnionWith(generic.TypeArgumentList.Arguments.Select(SyntaxNames.Last).OfType<string>());
                        break;
                    case ObjectCreationExpressionSyntax creation when SyntaxNames.Last(creation.Type) is { } type:
                        found.Add(type);
                        break;
                    case TypeOfExpressionSyntax { Type: var type } when SyntaxNames.Last(type) is { } name:
                        found.Add(name);
                        break;
                    case ArgumentSyntax { Expression: IdentifierNameSyntax variable } when VariableType(variable, cancellation) is { } name:
                        found.Add(name);
                        break;
                }
            }
        }

        // public static readonly Store Instance = new();
        foreach (var type in types)
        {
            if (type.Syntax.Members.OfType<FieldDeclarationSyntax>().Any(field => field.Modifiers.Any(SyntaxKind.StaticKeyword) && Names(field.Declaration.Type, type.Name))
                || type.Syntax.Members.OfType<PropertyDeclarationSyntax>().Any(property => property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.Initializer is not null && Names(property.Type, type.Name)))
                found.Add(type.Name);
        }

        found.UnionWith(types.SelectMany(type => Kept(type, found.Contains(type.Name), cancellation)).Where(name => types.Any(type => type.Name == name && !type.IsInterface)).ToList());

        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            found.UnionWith(types.Where(type => found.Contains(type.Name)).SelectMany(static type => type.Bases).ToList());
        }

        return found;
    }

    /// <summary>One object for each key, as long as the process lives: <c>static readonly ConcurrentDictionary&lt;Guid, Basket&gt; Open</c>, of which <c>Open.GetOrAdd</c> gives one.</summary>
    private static IEnumerable<string> Kept(SourceType type, bool isSingleton, CancellationToken cancellation)
    {
        foreach (var member in type.Syntax.Members)
        {
            var (name, kind) = member switch
            {
                FieldDeclarationSyntax { Declaration: { Type: GenericNameSyntax generic, Variables: [var only] } } => (only.Identifier.ValueText, generic),
                PropertyDeclarationSyntax { Type: GenericNameSyntax generic } property => (property.Identifier.ValueText, generic),
                _ => ("", null),
            };
            if (kind is { Identifier.ValueText: "ConcurrentDictionary", TypeArgumentList.Arguments: [_, IdentifierNameSyntax { Identifier.ValueText: var value }] }
                && (isSingleton || member.Modifiers.Any(SyntaxKind.StaticKeyword)) && !HeldState.IsOfProcess(name) && !HeldState.IsOfProcess(type.Name)
                && CallSites.CallsIn(member.SyntaxTree, cancellation)["GetOrAdd"].OfType<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax { Expression: var owner } && SyntaxNames.Last(owner) == name))
                yield return value;
        }
    }

    /// <summary><c>var store = new Store(); services.AddSingleton(store);</c>.</summary>
    private static string? VariableType(IdentifierNameSyntax variable, CancellationToken cancellation) => SourceIndex.Of(variable.SyntaxTree, cancellation).Locals[variable.Identifier.ValueText].OfType<VariableDeclaratorSyntax>()
        .Select(static declarator => declarator.Initializer?.Value is BaseObjectCreationExpressionSyntax creation ? SyntaxNames.Called(creation) : null)
        .FirstOrDefault(static name => name is not null);

    private static bool Names(TypeSyntax type, string name) =>
        SyntaxNames.Last(type is NullableTypeSyntax nullable ? nullable.ElementType : type) is { } written && (written == name || (written == "Lazy" && type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(inner => inner.Identifier.ValueText == name)));
}
