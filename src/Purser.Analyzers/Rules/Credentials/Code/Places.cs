using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>From a text outwards to what it is given to, by syntax alone: through brackets, choices, fallbacks and calls that keep the text.</summary>
internal static class Places
{
    private const int MaxSteps = 24;

    public static Place Of(ExpressionSyntax text)
    {
        SyntaxNode node = text;
        string? fallbackFor = null;
        var isFallback = false;
        for (var steps = 0; steps < MaxSteps && node.Parent is { } parent; steps++)
        {
            if (Elements.PlaceOf(node, parent) is { } beside)
                return beside;
            if (Passes(parent, node, ref isFallback, ref fallbackFor))
            {
                node = parent;
                continue;
            }

            if (parent is ArgumentSyntax argument && Arguments.Continues(argument) is { } call)
            {
                node = call;
                continue;
            }

            if (parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sha256" or "Sha512", Parent: InvocationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax shared } } }
                && SyntaxName.OfCalled(shared) is "Secret" or null)
                return new(TextUse.Given, "clientSecret") { IsSink = true };

            if (parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax kept } member && member.Expression == node && SyntaxName.IsKeeper(member.Name.Identifier.ValueText))
            {
                node = kept;
                continue;
            }

            var place = At(parent, node);
            if (!isFallback)
                return place;
            return place with { Use = TextUse.Fallback, Name = Telling(fallbackFor, place.Name) };
        }

        return Place.Nowhere;
    }

    /// <summary>The source that has no value names it best: <c>var key = config["Db:Password"] ?? "x"</c>; unless the target says more.</summary>
    private static string? Telling(string? source, string? target) =>
        source is not null && (target is null || CredentialName.Of(source).Strength >= CredentialName.Of(target).Strength) ? source : target ?? source;

    /// <summary>Whether the parent has the same value, or may have.</summary>
    private static bool Passes(SyntaxNode parent, SyntaxNode node, ref bool isFallback, ref string? fallbackFor)
    {
        switch (parent)
        {
            case ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax or AwaitExpressionSyntax:
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
            case SwitchExpressionSyntax:
            case CollectionExpressionSyntax or ExpressionElementSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax:
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
            case RefExpressionSyntax:
                return true;
            case SwitchExpressionArmSyntax arm:
                return arm.Expression == node;
            case ConditionalExpressionSyntax choice:
                return choice.Condition != node;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression }:
                return true;
            case ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax:
                return node is InitializerExpressionSyntax;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Right == node:
                isFallback = true;
                fallbackFor = SyntaxName.Of(coalesce.Left) ?? fallbackFor;
                return true;
            case LambdaExpressionSyntax { ExpressionBody: not null, Parent: EqualsValueClauseSyntax or AssignmentExpressionSyntax }:
                return true;
            case LambdaExpressionSyntax { ExpressionBody: not null, Parent: ArgumentSyntax argument }:
                return Arguments.Continues(argument) is not null;
            default:
                return false;
        }
    }

    private static Place At(SyntaxNode parent, SyntaxNode node)
    {
        switch (parent)
        {
            case EqualsValueClauseSyntax { Parent: var declared }:
                return AtDeclaration(declared);
            case AssignmentExpressionSyntax assignment when assignment.Right == node:
                return AtAssignment(assignment);
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax:
                return AtReturn(parent);
            case ArgumentSyntax argument:
                return Arguments.PlaceOf(argument);
            case AttributeArgumentSyntax argument:
                return AtAttribute(argument);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } element:
                return element.Expressions is [var key, ..] && key != node ? Elements.UnderKey(SyntaxName.OfKey(key), (InitializerExpressionSyntax)element.Parent!) : Place.Nowhere;
            case AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var name } member:
                return new(TextUse.Given, name is "value" or "Value" ? NameBeside(member) ?? name : name);
            case BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression):
                return new(TextUse.Compared, SyntaxName.Of(comparison.Left == node ? comparison.Right : comparison.Left));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var other }, ..] } }:
                return new(TextUse.Compared, SyntaxName.Of(other));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var element }, ..] } } when node is not LiteralExpressionSyntax:
                return new(TextUse.Compared, SyntaxName.Of(element));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach", Parent: InvocationExpressionSyntax { ArgumentList: var actions } } when SecureText.IsAppended(actions):
                return SecureText.Place;
            case ForEachStatementSyntax loop when loop.Expression == node:
                return SecureText.IsAppended(loop.Statement) ? SecureText.Place : new(TextUse.Given, loop.Identifier.ValueText);
            case ElementAccessExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: var appended } } when SyntaxName.OfCalled(appended) == SecureText.Append:
                return SecureText.Place;
            case ConstantPatternSyntax:
                return new(TextUse.Compared, Patterns.Matched(parent));
            case CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice }:
                return new(TextUse.Compared, SyntaxName.Of(choice.Expression));
            default:
                return Place.Nowhere;
        }
    }

    private static Place AtDeclaration(SyntaxNode? declared) => declared switch
    {
        VariableDeclaratorSyntax variable => new(TextUse.Given, variable.Identifier.ValueText) { Holder = variable.Parent?.Parent is FieldDeclarationSyntax ? HolderOf(variable) : null },
        PropertyDeclarationSyntax property => new(TextUse.Given, property.Identifier.ValueText) { Holder = HolderOf(property) },
        ParameterSyntax parameter => new(TextUse.Given, parameter.Identifier.ValueText),
        _ => Place.Nowhere,
    };

    private static Place AtAssignment(AssignmentExpressionSyntax assignment)
    {
        var use = assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) ? TextUse.Fallback : TextUse.Given;
        if (assignment.Left is TupleExpressionSyntax)
            return Place.Nowhere;
        var name = SyntaxName.Of(assignment.Left);
        if (assignment.Parent is InitializerExpressionSyntax initializer)
        {
            var created = SyntaxName.OfCalled(initializer.Parent);
            if (assignment.Left is ImplicitElementAccessSyntax)
                return Elements.UnderKey(name, initializer) with { Holder = created };
            if (name is "Value" or "value" && NameBeside(assignment) is { } beside)
                return new(use, beside) { Holder = created };
            return new(use, name) { IsSink = name is not null && Sinks.IsMember(created, name), Holder = created };
        }

        return new(use, name) { Receiver = (assignment.Left as MemberAccessExpressionSyntax)?.Expression ?? (assignment.Left as ElementAccessExpressionSyntax)?.Expression };
    }

    private static Place AtReturn(SyntaxNode result)
    {
        foreach (var ancestor in result.Ancestors())
        {
            switch (ancestor)
            {
                case MethodDeclarationSyntax method:
                    return new(TextUse.Returned, WithoutVerb(method.Identifier.ValueText)) { Holder = HolderOf(method) };
                case LocalFunctionStatementSyntax function:
                    return new(TextUse.Returned, WithoutVerb(function.Identifier.ValueText));
                case PropertyDeclarationSyntax property:
                    return new(TextUse.Returned, property.Identifier.ValueText) { Holder = HolderOf(property) };
                case AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: var declared } }:
                    return AtDeclaration(declared);
                case AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax or IndexerDeclarationSyntax or OperatorDeclarationSyntax:
                    return Place.Nowhere;
            }
        }

        return Place.Nowhere;
    }

    private static Place AtAttribute(AttributeArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not AttributeSyntax attribute)
            return Place.Nowhere;
        var called = SyntaxName.OfType(attribute.Name);
        if (argument.NameEquals is { } equals)
            return new(TextUse.Given, equals.Name.Identifier.ValueText) { Holder = called };
        if (argument.NameColon is { } colon)
            return new(TextUse.Given, colon.Name.Identifier.ValueText) { Holder = called };
        // [DefaultValue("x")] gives what it stands on its value.
        if (called is "DefaultValue" or "DefaultValueAttribute" && attribute.Parent?.Parent is { } target)
            return target switch
            {
                PropertyDeclarationSyntax property => new(TextUse.Given, property.Identifier.ValueText),
                ParameterSyntax parameter => new(TextUse.Given, parameter.Identifier.ValueText),
                _ => Place.Nowhere,
            };
        return new(TextUse.Given, null) { AttributeArgument = argument, Holder = called };
    }

    /// <summary><c>{ Name = "DB_PASSWORD", Value = "x" }</c>: the name that stands beside a value.</summary>
    private static string? NameBeside(AssignmentExpressionSyntax value)
    {
        foreach (var other in ((InitializerExpressionSyntax)value.Parent!).Expressions)
        {
            if (other is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Name" or "Key" or "name" or "key" }, Right: var name } && other != value)
                return SyntaxName.OfKey(name);
        }

        return null;
    }

    private static string? NameBeside(AnonymousObjectMemberDeclaratorSyntax value)
    {
        foreach (var other in ((AnonymousObjectCreationExpressionSyntax)value.Parent!).Initializers)
        {
            if (other.NameEquals?.Name.Identifier.ValueText is "name" or "key" or "Name" or "Key")
                return SyntaxName.OfKey(other.Expression);
        }

        return null;
    }

    private static string? HolderOf(SyntaxNode member) => (member.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>())?.Identifier.ValueText;

    private static string WithoutVerb(string method)
    {
        foreach (var verb in new[] { "Get", "get", "Read", "Fetch", "Load", "Create", "Generate", "Retrieve", "Provide", "Build" })
        {
            if (method.Length > verb.Length && method.StartsWith(verb, StringComparison.Ordinal) && (char.IsUpper(method[verb.Length]) || method[verb.Length] == '_'))
                return TrimAsync(method.Substring(verb.Length));
        }

        return TrimAsync(method);
    }

    private static string TrimAsync(string method) => method.Length > 5 && method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - 5) : method;
}
