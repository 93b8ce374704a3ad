using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes.Credentials;

/// <summary>Finds the configuration that code at one place can read: a parameter, a variable, a member, or a builder's <c>Configuration</c>.</summary>
internal static class ConfigurationAccess
{
    private const string Interface = "Microsoft.Extensions.Configuration.IConfiguration";
    private const string SectionInterface = "Microsoft.Extensions.Configuration.IConfigurationSection";

    /// <summary>The expression, <c>configuration</c> or <c>builder.Configuration</c>; null where none is reachable.</summary>
    public static string? Find(ExpressionSyntax at, SemanticModel model, CancellationToken cancellation)
    {
        if (model.Compilation.GetTypeByMetadataName(Interface) is not { } configuration)
            return null;
        var place = Place.Of(at, model, cancellation);
        if (place.Type is null && !place.IsTopLevel)
            return null;

        (int Rank, int Position, string Text)? best = null;
        foreach (var symbol in model.LookupSymbols(at.SpanStart))
        {
            if (!place.Reaches(symbol, cancellation) || TypeOf(symbol) is not { } type || (type.NullableAnnotation == NullableAnnotation.Annotated && !IsInferred(symbol, cancellation)))
                continue;
            var direct = IsConfiguration(type, configuration);
            if (!direct && !HasConfiguration(type, configuration))
                continue;
            var rank = Rank(symbol, direct, place);
            var position = symbol is ILocalSymbol or IParameterSymbol ? symbol.Locations[0].SourceSpan.Start : 0;
            if (best is null || rank < best.Value.Rank || (rank == best.Value.Rank && position > best.Value.Position))
                best = (rank, position, Escaped(symbol.Name) + (direct ? "" : ".Configuration"));
        }

        return best?.Text;
    }

    private static int Rank(ISymbol symbol, bool direct, Place place) => symbol switch
    {
        IParameterSymbol parameter when IsPrimary(parameter) => direct ? 4 : 8,
        IParameterSymbol => direct ? 1 : 5,
        ILocalSymbol => direct ? 2 : 6,
        _ when symbol.IsStatic => direct ? 9 : 10,
        _ => direct ? 3 : 7,
    };

    /// <summary>The type of <c>var</c> is always one that may be null, whatever the value is.</summary>
    private static bool IsInferred(ISymbol symbol, CancellationToken cancellation) =>
        symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
        ILocalSymbol { IsConst: false, RefKind: RefKind.None } local => local.Type,
        IFieldSymbol { IsConst: false } field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    /// <summary>A section is configuration too, but its keys are its own.</summary>
    private static bool IsConfiguration(ITypeSymbol type, INamedTypeSymbol configuration) =>
        Implements(type, configuration) && !type.AllInterfaces.Append(type).Any(static candidate => candidate.ToDisplayString() == SectionInterface);

    private static bool HasConfiguration(ITypeSymbol type, INamedTypeSymbol configuration)
    {
        if (type.SpecialType != SpecialType.None)
            return false;
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers("Configuration").Any(IsOne))
                return true;
        return type.AllInterfaces.Any(candidate => candidate.GetMembers("Configuration").Any(IsOne)) && type.TypeKind == TypeKind.Interface;

        bool IsOne(ISymbol member) => member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property && IsConfiguration(property.Type, configuration);
    }

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol configuration) =>
        SymbolEqualityComparer.Default.Equals(type, configuration) || type.AllInterfaces.Contains(configuration, SymbolEqualityComparer.Default);

    private static bool IsPrimary(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Parent.Parent: TypeDeclarationSyntax };

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>What a place in the code may refer to.</summary>
    private sealed record Place(ExpressionSyntax At, TypeDeclarationSyntax? Type, INamedTypeSymbol? Symbol, bool IsTopLevel, bool IsInitializer, bool IsConstructor, bool IsStatic)
    {
        public static Place Of(ExpressionSyntax at, SemanticModel model, CancellationToken cancellation)
        {
            var type = at.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            var member = at.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
            var initializer = member is FieldDeclarationSyntax || at.Ancestors().TakeWhile(node => node != member).OfType<EqualsValueClauseSyntax>().Any(static clause => clause.Parent is PropertyDeclarationSyntax)
                || at.FirstAncestorOrSelf<ConstructorInitializerSyntax>() is not null
                || at.FirstAncestorOrSelf<PrimaryConstructorBaseTypeSyntax>() is not null;
            return new(
                at,
                type,
                type is null ? null : model.GetDeclaredSymbol(type, cancellation),
                member is GlobalStatementSyntax,
                initializer,
                member is ConstructorDeclarationSyntax,
                member is not null && (member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword)));
        }

        public bool Reaches(ISymbol symbol, CancellationToken cancellation) => symbol switch
        {
            ILocalSymbol local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: not null } declarator
                && declarator.Span.End <= At.SpanStart && ReachesVariable(declarator),
            IParameterSymbol parameter => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ParameterSyntax declaration
                && (declaration.Parent?.Parent is TypeDeclarationSyntax owner ? owner == Type && !IsStatic : ReachesVariable(declaration)),
            IFieldSymbol or IPropertySymbol => ReachesMember(symbol),
            _ => false,
        };

        /// <summary>Not from another member, and not out of a static lambda or function.</summary>
        private bool ReachesVariable(SyntaxNode declaration)
        {
            if (declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() != Type)
                return false;
            foreach (var ancestor in At.Ancestors())
            {
                if (ancestor.Span.Contains(declaration.Span))
                    return true;
                var modifiers = ancestor switch
                {
                    AnonymousFunctionExpressionSyntax function => function.Modifiers,
                    LocalFunctionStatementSyntax function => function.Modifiers,
                    MemberDeclarationSyntax and not GlobalStatementSyntax => SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.StaticKeyword)),
                    _ => default,
                };
                if (modifiers.Any(SyntaxKind.StaticKeyword))
                    return false;
            }

            return false;
        }

        private bool ReachesMember(ISymbol member)
        {
            // An initialiser runs before most members have their values, and so does a constructor.
            if (IsInitializer || Symbol is null)
                return false;
            var own = SymbolEqualityComparer.Default.Equals(member.ContainingType, Symbol);
            if (member.IsStatic)
                return true;
            if (IsStatic || (IsConstructor && own) || InStaticFunction())
                return false;
            for (var type = Symbol; type is not null; type = type.BaseType)
                if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                    return true;
            return false;
        }

        private bool InStaticFunction() => At.Ancestors().Any(static ancestor => ancestor switch
        {
            AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        });
    }
}
