using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Facts;

/// <summary>The type that is written where a variable, parameter, field or property of the same file is declared, for tests that cost no symbol.</summary>
internal static class WrittenType
{
    /// <summary>Whether a name is declared as something built in, an array or a constructed type: <c>Dictionary&lt;string, string&gt; fields</c> is no configuration.</summary>
    public static bool IsBuiltInOrConstructed(ExpressionSyntax variable) => Of(variable) switch
    {
        NullableTypeSyntax { ElementType: var type } => IsBuiltInOrConstructed(type),
        { } type => IsBuiltInOrConstructed(type),
        null => false,
    };

    private static bool IsBuiltInOrConstructed(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax or ArrayTypeSyntax or TupleTypeSyntax or GenericNameSyntax => true,
        QualifiedNameSyntax { Right: GenericNameSyntax } => true,
        _ => false,
    };

    /// <summary>Null where the declaration is not found around the name, or has <c>var</c> and no <c>new</c> behind it.</summary>
    private static TypeSyntax? Of(ExpressionSyntax variable)
    {
        var (name, isMember) = variable switch
        {
            IdentifierNameSyntax simple => (simple.Identifier.ValueText, false),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax own } => (own.Identifier.ValueText, true),
            _ => (null, false),
        };
        for (SyntaxNode? around = variable.Parent; around is not null && name is not null; around = around.Parent)
        {
            var (isDeclared, type) = around is TypeDeclarationSyntax declaration ? Member(declaration, name) : isMember ? default : Local(around, name);
            if (isDeclared)
                return type;
        }

        return null;
    }

    private static (bool IsDeclared, TypeSyntax? Type) Local(SyntaxNode around, string name) => around switch
    {
        BlockSyntax block => Statements(block.Statements, name),
        SwitchSectionSyntax section => Statements(section.Statements, name),
        CompilationUnitSyntax unit => Statements(unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement), name),
        ForStatementSyntax { Declaration: { } declared } => Variable(declared, name),
        UsingStatementSyntax { Declaration: { } declared } => Variable(declared, name),
        ForEachStatementSyntax loop when loop.Identifier.ValueText == name => (true, loop.Type),
        SimpleLambdaExpressionSyntax lambda when lambda.Parameter.Identifier.ValueText == name => (true, null),
        ParenthesizedLambdaExpressionSyntax lambda => Parameter(lambda.ParameterList, name),
        LocalFunctionStatementSyntax function => Parameter(function.ParameterList, name),
        BaseMethodDeclarationSyntax method => Parameter(method.ParameterList, name),
        _ => default,
    };

    private static (bool IsDeclared, TypeSyntax? Type) Member(TypeDeclarationSyntax declaration, string name)
    {
        foreach (var member in declaration.Members)
        {
            if (member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name)
                return (true, property.Type);
            if (member is BaseFieldDeclarationSyntax field && Variable(field.Declaration, name) is { IsDeclared: true } found)
                return found;
        }

        return declaration.ParameterList is { } primary ? Parameter(primary, name) : default;
    }

    private static (bool IsDeclared, TypeSyntax? Type) Statements(IEnumerable<StatementSyntax> statements, string name) => statements
        .OfType<LocalDeclarationStatementSyntax>()
        .Select(statement => Variable(statement.Declaration, name))
        .FirstOrDefault(static found => found.IsDeclared);

    private static (bool IsDeclared, TypeSyntax? Type) Variable(VariableDeclarationSyntax declaration, string name)
    {
        if (declaration.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name) is not { } declared)
            return default;
        return (true, !declaration.Type.IsVar ? declaration.Type : declared.Initializer?.Value is ObjectCreationExpressionSyntax { Type: var created } ? created : null);
    }

    private static (bool IsDeclared, TypeSyntax? Type) Parameter(ParameterListSyntax parameters, string name) =>
        parameters.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name) is { } declared ? (true, declared.Type) : default;
}
