using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Credentials;

/// <summary>A default in a class that configuration is bound to: the default goes, and binding supplies the value.</summary>
internal static class OptionsClass
{
    public static Move? Plan(MovePlanner.Place place, CancellationToken cancellation)
    {
        if (place.Whole.Parent is not EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax } property }
            || property.Modifiers.Any(SyntaxKind.StaticKeyword)
            || property.AccessorList?.Accessors.Any(static accessor => accessor.Keyword.IsKind(SyntaxKind.SetKeyword) || accessor.Keyword.IsKind(SyntaxKind.InitKeyword)) != true
            || place.Model.GetDeclaredSymbol(property, cancellation) is not { Type.SpecialType: SpecialType.System_String, ContainingType: { } type }
            || SectionOf(type, place.Model.Compilation, cancellation) is not { } section)
            return null;

        var isKnownToCheckNull = property.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 };
        var key = section.Length == 0 ? property.Identifier.ValueText : $"{section}:{property.Identifier.ValueText}";
        return new(place.Document.Id, place.Whole, key, _ => SyntaxFactory.ParseExpression(isKnownToCheckNull ? "null!" : "null").WithTriviaFrom(place.Whole));
    }

    /// <summary>The section that is bound to the class, empty for the root; null where nothing in the project binds it.</summary>
    private static string? SectionOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!tree.TryGetText(out var text) || text.ToString().IndexOf($"<{type.Name}>", StringComparison.Ordinal) < 0)
                continue;
            foreach (var name in tree.GetRoot(cancellation).DescendantNodes().OfType<GenericNameSyntax>())
            {
                if (name.Identifier.ValueText is not ("Configure" or "AddOptions" or "AddOptionsWithValidateOnStart" or "Get")
                    || name.TypeArgumentList.Arguments is not [var argument] || argument.GetLastToken().ValueText != type.Name)
                    continue;
                var model = compilation.GetSemanticModel(tree);
                if (SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(argument, cancellation).Type, type) && SectionIn(name, model, cancellation) is { } section)
                    return section;
            }
        }

        return null;
    }

    private static string? SectionIn(GenericNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode chain = name;
        while (chain.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            chain = chain.Parent;
        var calls = chain.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().ToArray();
        foreach (var call in calls)
        {
            if (NameOf(call) is "GetSection" or "GetRequiredSection" or "BindConfiguration")
            {
                return call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } section && model.GetConstantValue(section, cancellation) is { HasValue: true, Value: string text } ? text : null;
            }
        }

        // Configure<T>(o => ...) sets values itself and binds nothing; Configure<T>(configuration) binds the root.
        var own = name.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        return name.Identifier.ValueText switch
        {
            "Get" => model.GetTypeInfo((own.Expression as MemberAccessExpressionSyntax)?.Expression ?? own, cancellation).Type?.Name.Contains("Configuration") == true ? "" : null,
            "Configure" => own.ArgumentList.Arguments is [{ Expression: not LambdaExpressionSyntax }] ? "" : null,
            _ => calls.Any(static call => NameOf(call) == "Bind") ? "" : null,
        };
    }

    private static string? NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
