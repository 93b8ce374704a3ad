using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>
/// What a name in a body stands for, looked up by its scope: asking the model for the symbol of an expression binds the whole method around
/// it, and follows what may be null there.
/// </summary>
internal static class NamedSymbol
{
    /// <summary>The symbol of <c>name</c>, <c>this.name</c> and <c>left.name</c>; where the scope alone does not tell, the model's answer.</summary>
    public static ISymbol? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        Find(expression, model, 0) ?? model.GetSymbolInfo(expression, cancellation).Symbol;

    /// <summary>Null where the scope alone does not tell.</summary>
    public static ISymbol? Find(ExpressionSyntax expression, SemanticModel model, int depth = 0) => depth > 6 ? null : expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => InScope(name, expression, model),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: IdentifierNameSyntax { Identifier.ValueText: var name } } =>
            expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } around && model.GetDeclaredSymbol(around) is INamedTypeSymbol type ? Member(type, name) : null,
        MemberAccessExpressionSyntax { Expression: var left, Name: IdentifierNameSyntax { Identifier.ValueText: var name } } => Find(left, model, depth + 1) switch
        {
            INamedTypeSymbol type => Member(type, name),
            ISymbol owner when TypeOf(owner) is { } type => Member(type, name),
            _ => null,
        },
        _ => null,
    };

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static ISymbol? InScope(string name, ExpressionSyntax place, SemanticModel model)
    {
        var found = model.LookupSymbols(place.SpanStart, name: name);
        return found.Length == 1 && found[0] is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or INamedTypeSymbol { TypeKind: not TypeKind.Error } ? found[0] : null;
    }

    private static ISymbol? Member(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (One(current, name) is { } own)
                return own;
        }

        return type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Select(parent => One(parent, name)).FirstOrDefault(static found => found is not null) : null;
    }

    private static ISymbol? One(ITypeSymbol type, string name) => type.GetMembers(name) is [var only] && only is IFieldSymbol or IPropertySymbol ? only : null;
}
