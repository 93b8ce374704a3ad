using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>Finds the one expression that gives a variable its value. Null where there is none in the source, or more than one.</summary>
internal static class Definitions
{
    /// <summary>The value of a local, field or property that is written once; the operation without its implicit conversions.</summary>
    public static IOperation? Of(IOperation reference, CancellationToken cancellation = default) => reference switch
    {
        ILocalReferenceOperation local => OfLocal(local, cancellation),
        IFieldReferenceOperation field => OfField(field.Field, reference, cancellation),
        IPropertyReferenceOperation { Property.IsIndexer: false } property => OfProperty(property.Property, reference, cancellation),
        _ => null,
    };

    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>What a method of this compilation returns, where that is one expression; null otherwise.</summary>
    public static IOperation? ReturnedBy(IMethodSymbol method, IOperation asked, CancellationToken cancellation = default)
    {
        if (method.IsAbstract || method.IsVirtual || method.IsOverride || method.IsAsync)
            return null;
        var declaration = Single((method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences, cancellation);
        return Operation(declaration switch
        {
            MethodDeclarationSyntax syntax => OnlyResult(syntax.ExpressionBody, syntax.Body),
            LocalFunctionStatementSyntax syntax => OnlyResult(syntax.ExpressionBody, syntax.Body),
            AccessorDeclarationSyntax syntax => OnlyResult(syntax.ExpressionBody, syntax.Body),
            _ => null,
        }, asked, cancellation);
    }

    /// <summary>Whether a method gives its parameter another value, so that what the caller passed says nothing any more.</summary>
    public static bool IsOverwritten(IParameterSymbol parameter, CancellationToken cancellation = default) =>
        parameter.ContainingSymbol?.DeclaringSyntaxReferences.Any(reference => Writes(reference.GetSyntax(cancellation), parameter.Name).Any()) == true;

    private static IOperation? OfLocal(ILocalReferenceOperation reference, CancellationToken cancellation)
    {
        if (reference.Local.IsRef || Single(reference.Local.DeclaringSyntaxReferences, cancellation) is not VariableDeclaratorSyntax declarator)
            return null;
        var scope = declarator.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        if (scope is null || declarator.Parent?.Parent is not (LocalDeclarationStatementSyntax or UsingStatementSyntax))
            return null;
        var writes = Writes(scope, reference.Local.Name).Take(2).ToList();
        var value = (declarator.Initializer?.Value, writes) switch
        {
            ({ } initializer, []) => initializer,
            (null, [{ } only]) => only,
            _ => null,
        };
        return Operation(value, reference, cancellation);
    }

    private static IOperation? OfField(IFieldSymbol field, IOperation asked, CancellationToken cancellation)
    {
        if (!field.IsReadOnly && !field.IsConst)
            return null;
        if (Single(field.OriginalDefinition.DeclaringSyntaxReferences, cancellation) is not VariableDeclaratorSyntax declarator)
            return null;
        return WrittenOnce(field, declarator.Initializer?.Value, asked, cancellation);
    }

    /// <summary>The value of a property that is written once.</summary>
    public static IOperation? OfProperty(IPropertySymbol property, IOperation asked, CancellationToken cancellation)
    {
        if (property.IsAbstract || property.IsVirtual || property.IsOverride
            || Single(property.OriginalDefinition.DeclaringSyntaxReferences, cancellation) is not PropertyDeclarationSyntax declaration)
            return null;
        if (declaration.ExpressionBody is { } body)
            return Operation(body.Expression, asked, cancellation);
        if (property.SetMethod is not null || declaration.AccessorList?.Accessors is not [var getter])
            return null;
        return getter is { ExpressionBody: null, Body: null }
            ? WrittenOnce(property, declaration.Initializer?.Value, asked, cancellation)
            : Operation(OnlyResult(getter.ExpressionBody, getter.Body), asked, cancellation);
    }

    /// <summary>A read-only member has its value from its initialiser or from the constructors; the last one counts, so there must be only one.</summary>
    private static IOperation? WrittenOnce(ISymbol member, ExpressionSyntax? initializer, IOperation asked, CancellationToken cancellation)
    {
        var writes = member.ContainingType.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static type => type.Members.OfType<ConstructorDeclarationSyntax>())
            .SelectMany(constructor => Writes(constructor, member.Name))
            .Take(2)
            .ToList();
        var value = (initializer, writes) switch
        {
            ({ }, []) => initializer,
            (null, [{ } only]) => only,
            _ => null,
        };
        return Operation(value, asked, cancellation);
    }

    /// <summary>Every place that could write a variable of this name, by name alone: one too many only means that nothing is said. Null stands for a write whose value is not one expression.</summary>
    private static IEnumerable<ExpressionSyntax?> Writes(SyntaxNode scope, string name)
    {
        foreach (var identifier in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (identifier.Identifier.ValueText != name)
                continue;
            ExpressionSyntax target = identifier.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member : identifier;
            switch (target.Parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Left == target && assignment.Parent is not InitializerExpressionSyntax:
                    yield return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null;
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument when !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword):
                case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } }:
                case RefExpressionSyntax:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    yield return null;
                    break;
            }
        }
    }

    private static ExpressionSyntax? OnlyResult(ArrowExpressionClauseSyntax? arrow, BlockSyntax? block) =>
        arrow?.Expression ?? (block?.Statements.LastOrDefault() is ReturnStatementSyntax { Expression: { } result } last && ReturnsOnlyAt(last, block) ? result : null);

    private static bool ReturnsOnlyAt(ReturnStatementSyntax last, BlockSyntax block) =>
        block.Statements.Count == 1
        || block.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).All(node => node is not ReturnStatementSyntax || node == last);

    private static SyntaxNode? Single(System.Collections.Immutable.ImmutableArray<SyntaxReference> references, CancellationToken cancellation) =>
        references.Length == 1 ? references[0].GetSyntax(cancellation) : null;

    private static IOperation? Operation(ExpressionSyntax? expression, IOperation asked, CancellationToken cancellation)
    {
        if (expression is null || asked.SemanticModel is not { } model)
            return null;
        return Models.For(expression.SyntaxTree, model)?.GetOperation(expression, cancellation) is { } operation ? Unwrap(operation) : null;
    }
}
