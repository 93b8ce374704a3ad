using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.CodeFixes.Credentials;

/// <summary>What a value is given to: the name to call it by, and the types around it for the section.</summary>
/// <param name="Name">The variable, property, parameter or key; null where there is none.</param>
/// <param name="Holders">The types that give the section, the nearest first.</param>
internal sealed record Subject(string? Name, IReadOnlyList<string> Holders)
{
    public static Subject Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var holders = new List<string>();
        string? name = null;
        for (SyntaxNode node = value; node.Parent is { } parent && parent is not StatementSyntax && name is null; node = parent)
        {
            if (parent is LambdaExpressionSyntax or MemberDeclarationSyntax and not (PropertyDeclarationSyntax or MethodDeclarationSyntax))
                break;
            name = NameIn(parent, node, model, holders, cancellation);
            if (name is null && parent is ArgumentSyntax { Parent.Parent: var call } && !KeepsItsValue(call))
                break;
        }

        name ??= value.FirstAncestorOrSelf<StatementSyntax>() switch
        {
            ReturnStatementSyntax returned => MemberName(returned),
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => null,
        };
        AddContextTypes(value, holders);
        foreach (var type in value.Ancestors().OfType<TypeDeclarationSyntax>())
            holders.Add(type.Identifier.ValueText);
        holders.Add(model.Compilation.AssemblyName ?? "");
        return new(name, holders);
    }

    private static string? NameIn(SyntaxNode parent, SyntaxNode node, SemanticModel model, List<string> holders, CancellationToken cancellation)
    {
        switch (parent)
        {
            case VariableDeclaratorSyntax declarator:
                return declarator.Identifier.ValueText;
            case PropertyDeclarationSyntax property:
                return property.Identifier.ValueText;
            case MethodDeclarationSyntax method:
                return method.Identifier.ValueText;
            case AssignmentExpressionSyntax assignment when assignment.Right == node:
                AddCreatedType(assignment, holders);
                return NameOfTarget(assignment.Left);
            case AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } equals }:
                return equals.Name.Identifier.ValueText;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } element:
                return element.Expressions.FirstOrDefault() is { } first && first != node ? Text(first) : null;
            case BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression):
                return NameOfTarget(comparison.Left == node ? comparison.Right : comparison.Left);
            case ArgumentSyntax argument:
                return NameOfArgument(argument, model, holders, cancellation);
            default:
                return null;
        }
    }

    private static string? NameOfTarget(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } access
            when CredentialName.Of(access.Name.Identifier.ValueText).Strength != NameStrength.None && SectionOf(access.Expression) is { } section =>
            section + "_" + access.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] } => Text(key),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] } => Text(key),
        _ => null,
    };

    /// <summary>The variable before the dot, where it says more than <c>options</c> or <c>o</c>.</summary>
    private static string? SectionOf(ExpressionSyntax expression)
    {
        var name = expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => "",
        };
        return name.Length > 2 ? ConfigurationKeyName.SectionOfType(name) : null;
    }

    private static string? NameOfArgument(ArgumentSyntax argument, SemanticModel model, List<string> holders, CancellationToken cancellation)
    {
        if (argument.Parent is TupleExpressionSyntax)
            return argument.NameColon?.Name.Identifier.ValueText;
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list)
            return null;
        var method = model.GetSymbolInfo(call, cancellation).Symbol ?? model.GetSymbolInfo(call, cancellation).CandidateSymbols.FirstOrDefault();
        var index = list.Arguments.IndexOf(argument);
        var parameters = (method as IMethodSymbol)?.Parameters ?? (method as IPropertySymbol)?.Parameters;
        var parameter = argument.NameColon?.Name.Identifier.ValueText
            ?? (parameters is { Length: > 0 } known ? known[Math.Min(index, known.Length - 1)].Name : null);

        // Add("X-Api-Key", "..."), SetEnvironmentVariable("DB_PASSWORD", "..."): the key stands beside the value.
        if (parameter is null or "value" or "values" && index > 0 && Text(list.Arguments[index - 1].Expression) is { } key)
            return key;
        if (parameter is not null && (CredentialName.Of(parameter).Strength != NameStrength.None || IsAddress(parameter)))
        {
            if (call is BaseObjectCreationExpressionSyntax && method is IMethodSymbol { ContainingType.Name: var created })
                holders.Add(created);
            return parameter;
        }

        return null;
    }

    /// <summary>Calls whose result is the value in another form: the name of the result is the value's.</summary>
    private static bool KeepsItsValue(SyntaxNode? call) => call switch
    {
        ObjectCreationExpressionSyntax creation => LastName(creation.Type) is "Uri" or "SymmetricSecurityKey" or "PathString" or "Lazy",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } =>
            name is "GetBytes" or "FromBase64String" or "FromHexString" or "Format" or "Concat" or "Join" or "Create" or "Parse" or "Trim",
        _ => false,
    };

    private static bool IsAddress(string parameter) =>
        parameter.ToLowerInvariant() is "connectionstring" or "host" or "hostname" or "server" or "endpoint" or "uri" or "url" or "address" or "baseaddress" or "configuration";

    private static void AddCreatedType(AssignmentExpressionSyntax assignment, List<string> holders)
    {
        if (assignment.Parent is not InitializerExpressionSyntax { Parent: var creation })
            return;
        if (creation is ObjectCreationExpressionSyntax { Type: var type })
            holders.Add(LastName(type));
        else if (creation is ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var declared } } } })
            holders.Add(LastName(declared));
    }

    /// <summary><c>AddDbContext&lt;OrdersContext&gt;(o => o.UseNpgsql("..."))</c>: the types that calls around name.</summary>
    private static void AddContextTypes(ExpressionSyntax value, List<string> holders)
    {
        foreach (var call in value.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax).OfType<InvocationExpressionSyntax>())
        {
            var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression as SimpleNameSyntax;
            if (name is GenericNameSyntax generic)
                holders.AddRange(generic.TypeArgumentList.Arguments.Select(LastName).Where(static type => type.EndsWith("Context", StringComparison.Ordinal) || type.EndsWith("Options", StringComparison.Ordinal) || type.EndsWith("Settings", StringComparison.Ordinal)));
        }
    }

    private static string? MemberName(SyntaxNode node) => node.Ancestors().FirstOrDefault(static ancestor => ancestor is MemberDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax) switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    private static string? Text(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        _ => "",
    };
}
