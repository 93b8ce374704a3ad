using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Memory;

/// <summary>
/// Whether an expression may stand for something that outlives a request, by what is written alone: nearly every assignment of a program
/// is sorted out here, and no method is bound for it.
/// </summary>
internal sealed class HolderNames
{
    private static readonly HashSet<string> None = [];

    private readonly Func<SyntaxNode, bool> isInRequest;
    private readonly CancellationToken cancellation;

    /// <summary>The names of fields and properties that may hold state, with the types that declare them.</summary>
    private readonly Dictionary<string, HashSet<string>> holders = new(StringComparer.Ordinal);
    private readonly ILookup<string, SourceType> types;
    private readonly Dictionary<string, HashSet<string>> families = new(StringComparer.Ordinal);

    public HolderNames(IReadOnlyCollection<SourceType> all, HashSet<string> singletons, Func<SyntaxNode, bool> isInRequest, CancellationToken cancellation)
    {
        (this.isInRequest, this.cancellation) = (isInRequest, cancellation);
        types = all.ToLookup(static type => type.Name, StringComparer.Ordinal);
        foreach (var type in all)
        {
            foreach (var member in type.Syntax.Members)
                Add(member, type.Name, singletons.Contains(type.Name));
            if (singletons.Contains(type.Name) && type.Syntax is RecordDeclarationSyntax { ParameterList: { } parameters })
            {
                foreach (var parameter in parameters.Parameters)
                    Add(parameter.Identifier.ValueText, type.Name);
            }
        }
    }

    /// <summary>What a change of it may change: a variable that is given another value is only held where it was there before the request.</summary>
    public bool MayChange(SyntaxNode change, ExpressionSyntax target) =>
        target is IdentifierNameSyntax { Identifier.ValueText: var name } && change is not InvocationExpressionSyntax
            ? IsOwn(name, target) || (IsInFunction(target) && LocalsOf(target, name).Any(declaration => !isInRequest(declaration)))
            : MayHold(target);

    private static bool IsInFunction(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return true;
        }

        return false;
    }

    private bool MayHold(ExpressionSyntax expression, int depth = 0)
    {
        if (depth > 8)
            return false;
        return expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => MayHold(parenthesized.Expression, depth + 1),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => MayHold(suppressed.Operand, depth + 1),
            ElementAccessExpressionSyntax element => MayHold(element.Expression, depth + 1),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => MayHold(member.Expression, depth + 1),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } own => IsOwn(own.Name.Identifier.ValueText, own),
            MemberAccessExpressionSyntax member => MayBeOf(member.Expression, member.Name.Identifier.ValueText) || MayHold(member.Expression, depth + 1),
            IdentifierNameSyntax { Identifier.ValueText: var name } => IsOwn(name, expression) || LocalsOf(expression, name).Any(declaration => !isInRequest(declaration) || MayStandFor(declaration, depth)),
            _ => false,
        };
    }

    /// <summary>Whether a variable of the request may be another name for what lives longer.</summary>
    private bool MayStandFor(SyntaxNode declaration, int depth) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: ElementAccessExpressionSyntax or InvocationExpressionSyntax } variable => MayHold(variable.Initializer.Value, depth + 1),
        ForEachStatementSyntax loop => MayHold(loop.Expression, depth + 1),
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } } => MayHold(call, depth + 1),
        SingleVariableDesignationSyntax { Parent.Parent: IsPatternExpressionSyntax test } => MayHold(test.Expression, depth + 1),
        _ => false,
    };

    /// <summary>A member of the types around, or of what they derive from.</summary>
    private bool IsOwn(string name, SyntaxNode place)
    {
        if (!holders.TryGetValue(name, out var owners))
            return false;
        for (var around = place.Parent; around is not null; around = around.Parent)
        {
            if (around is TypeDeclarationSyntax type && owners.Overlaps(FamilyOf(type.Identifier.ValueText)))
                return true;
        }

        // using static, or a name that is a type's and a property's too.
        return char.IsUpper(name[0]) && SourceTypes.Of(place.SyntaxTree, cancellation).Imported.Any(owners.Contains);
    }

    /// <summary>A member of what the expression in front is: a type, or something whose type is written down.</summary>
    private bool MayBeOf(ExpressionSyntax expression, string name)
    {
        if (!holders.TryGetValue(name, out var owners))
            return false;
        if (WrittenType(expression) is not { } type || !types.Contains(type))
            return expression is not IdentifierNameSyntax { Identifier.ValueText: var own } || !types.Contains(own) || owners.Overlaps(FamilyOf(own));
        // An interface's object may be any that has it.
        return owners.Overlaps(FamilyOf(type)) || owners.Any(owner => FamilyOf(owner).Contains(type));
    }

    private string? WrittenType(ExpressionSyntax expression)
    {
        if (expression is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return null;
        for (SyntaxNode? around = expression; around is not null; around = around.Parent)
        {
            var parameters = around switch
            {
                BaseMethodDeclarationSyntax method => method.ParameterList,
                LocalFunctionStatementSyntax function => function.ParameterList,
                ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
                _ => null,
            };
            if (parameters?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name) is { } parameter)
                return parameter.Type is { } type ? SyntaxNames.Last(type) : null;
        }

        var declarations = LocalsOf(expression, name).Take(2).ToList();
        if (declarations is not [var only])
            return null;
        return only switch
        {
            VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax creation } => SyntaxNames.Last(creation.Type),
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } => SyntaxNames.Last(type),
            ForEachStatementSyntax { Type: { IsVar: false } type } => SyntaxNames.Last(type),
            SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax { Type: var type } } => SyntaxNames.Last(type),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Type: { IsVar: false } type } } => SyntaxNames.Last(type),
            _ => null,
        };
    }

    private HashSet<string> FamilyOf(string name)
    {
        if (families.TryGetValue(name, out var known))
            return known;
        families[name] = None;
        var family = new HashSet<string>(StringComparer.Ordinal) { name };
        foreach (var parent in types[name].SelectMany(static type => type.Bases))
            family.UnionWith(FamilyOf(parent));
        return families[name] = family;
    }

    /// <summary>The variables of a name in the member around; of top-level code, in all its statements.</summary>
    private IEnumerable<SyntaxNode> LocalsOf(SyntaxNode place, string name)
    {
        var isTopLevel = MemberAround(place) is null or GlobalStatementSyntax;
        return SourceIndex.Of(place.SyntaxTree, cancellation).Locals[name].Where(declaration => isTopLevel ? MemberAround(declaration) is GlobalStatementSyntax : MemberAround(declaration) == MemberAround(place));
    }

    private static MemberDeclarationSyntax? MemberAround(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private void Add(MemberDeclarationSyntax member, string owner, bool isSingleton)
    {
        if (!(isSingleton || member.Modifiers.Any(SyntaxKind.StaticKeyword)) || member.Modifiers.Any(SyntaxKind.ConstKeyword))
            return;
        switch (member)
        {
            case FieldDeclarationSyntax field when MayBeState(field.Declaration.Type):
                foreach (var variable in field.Declaration.Variables)
                    Add(variable.Identifier.ValueText, owner);
                break;
            case PropertyDeclarationSyntax property when MayBeState(property.Type):
                Add(property.Identifier.ValueText, owner);
                break;
        }
    }

    private void Add(string name, string owner)
    {
        if (HeldState.IsOfProcess(name))
            return;
        if (!holders.TryGetValue(name, out var owners))
            holders[name] = owners = new(StringComparer.Ordinal);
        owners.Add(owner);
    }

    private static bool MayBeState(TypeSyntax type) => type is not IdentifierNameSyntax { Identifier.ValueText: var name } || !HeldState.IsTypeOfProcess(name);
}
