using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>
/// Whether <see cref="PathResolver"/> could say anything about a path, by how it begins and by what its names are in their scope. Most
/// paths of a program are handed about in objects and come to nothing: no method is bound for them. What is not sure may be known.
/// </summary>
internal sealed class KnowablePath(Compilation compilation, OptionsSections sections, CancellationToken cancellation)
{
    private const int Deepest = 6;
    private const int MaxCalls = 16;

    /// <summary>Folders that the framework tells.</summary>
    private static readonly HashSet<string> OfFramework = new(StringComparer.Ordinal)
    {
        "ContentRootPath", "WebRootPath", "BaseDirectory", "CurrentDirectory", "Location", "ProcessPath", "FullName", "ConnectionString",
    };

    private readonly Lazy<HashSet<string>> methods = new(() => new(
        compilation.SyntaxTrees.SelectMany(tree => SourceTypes.Of(tree, cancellation).All).SelectMany(static type => type.Syntax.Members).OfType<MethodDeclarationSyntax>()
            .Where(static method => method.Body is not null || method.ExpressionBody is not null)
            .Select(static method => method.Identifier.ValueText),
        StringComparer.Ordinal));

    public bool MayBe(ExpressionSyntax path) => MayBe(path, isPart: false, 0);

    /// <param name="path">The path, or what it begins with.</param>
    /// <param name="isPart">Whether more is added to it: then a value that only a request knows stands for a name.</param>
    /// <param name="depth">How far it was followed.</param>
    private bool MayBe(ExpressionSyntax path, bool isPart, int depth) => depth > Deepest || path switch
    {
        InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax first, ..] } => MayBe(first.Expression, isPart: true, depth + 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => MayBe(sum.Left, isPart: true, depth + 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => MayBe(either.Left, isPart, depth + 1) || MayBe(either.Right, isPart, depth + 1),
        ConditionalExpressionSyntax either => MayBe(either.WhenTrue, isPart, depth + 1) || MayBe(either.WhenFalse, isPart, depth + 1),
        ParenthesizedExpressionSyntax inner => MayBe(inner.Expression, isPart, depth + 1),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => MayBe(inner.Operand, isPart, depth + 1),
        InvocationExpressionSyntax call => OfCall(call, isPart, depth),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => Model(path) is not { } model || NamedSymbol.Find(path, model) is not { } symbol || OfSymbol(symbol, isPart, depth),
        _ => true,
    };

    private bool OfCall(InvocationExpressionSyntax call, bool isPart, int depth)
    {
        var name = SyntaxNames.Called(call);
        var left = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var first = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        switch (left is null ? null : SyntaxNames.Last(left), name)
        {
            case ("Path", "Combine" or "Join") when first is not null:
                return MayBe(first, isPart: true, depth + 1);
            case ("Path", "GetFullPath" or "GetDirectoryName" or "ChangeExtension") when first is not null:
                return MayBe(first, isPart, depth + 1);
            case (_, "Replace" or "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Substring" or "ToString") when left is not null:
                return MayBe(left, isPart, depth + 1);
            case (_, "GetValue" or "GetConnectionString" or "Get" or "GetRequiredValue"):
            case ("Path" or "Directory" or "Environment" or "AppContext" or "Guid" or "string" or "String", _):
                return true;
            default:
                return left is null || name is null || methods.Value.Contains(name);
        }
    }

    private bool OfSymbol(ISymbol symbol, bool isPart, int depth)
    {
        if (isPart && !PathResolver.SoundsLikePath(symbol.Name))
            return true;
        return symbol switch
        {
            ILocalSymbol local => OfLocal(local, isPart, depth),
            IParameterSymbol parameter => OfParameter(parameter, isPart, depth),
            IPropertySymbol property => OfProperty(property),
            _ => true,
        };
    }

    private bool OfLocal(ILocalSymbol local, bool isPart, int depth) => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } => value.IsKind(SyntaxKind.NullLiteralExpression) || MayBe(value, isPart, depth + 1),
        VariableDeclaratorSyntax => true,
        _ => false,
    };

    /// <summary>What the callers pass.</summary>
    private bool OfParameter(IParameterSymbol parameter, bool isPart, int depth)
    {
        if (!CallSites.CanBind(parameter) || parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        if (method.IsExtensionMethod || parameter.HasExplicitDefaultValue)
            return true;
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        return CallSites.Named(name, compilation, cancellation).Take(MaxCalls).Any(call => ArgumentOf(call, parameter.Ordinal) is not { } argument || (argument.NameColon is not null || MayBe(argument.Expression, isPart, depth + 2)));
    }

    private static ArgumentSyntax? ArgumentOf(ExpressionSyntax call, int ordinal)
    {
        var arguments = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        return arguments is not null && ordinal < arguments.Arguments.Count ? arguments.Arguments[ordinal] : null;
    }

    private bool OfProperty(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration)
            return !property.DeclaringSyntaxReferences.IsEmpty || OfFramework.Contains(property.Name);
        if (property.ContainingType.TypeKind == TypeKind.Interface || property.IsAbstract)
            return OfFramework.Contains(property.Name);
        var isPlain = !property.IsStatic && property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && declaration is { Initializer: null, ExpressionBody: null, AccessorList: { } accessors }
            && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });
        return !isPlain || sections.MayHold(property.ContainingType);
    }

    private SemanticModel? Model(SyntaxNode node) => ProgramModels.Of(compilation).For(node.SyntaxTree);
}
