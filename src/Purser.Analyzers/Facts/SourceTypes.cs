using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>A type as one of its declarations writes it.</summary>
internal sealed class SourceType(TypeDeclarationSyntax syntax, ImmutableArray<string> bases)
{
    public TypeDeclarationSyntax Syntax { get; } = syntax;

    /// <summary>Its simple name.</summary>
    public string Name { get; } = syntax.Identifier.ValueText;

    /// <summary>The names of its base list.</summary>
    public ImmutableArray<string> Bases { get; } = bases;

    public bool IsInterface => Syntax.IsKind(SyntaxKind.InterfaceDeclaration);

    /// <summary>The methods that are called on another type's objects, so that nobody has to name this type.</summary>
    public IEnumerable<string> Extensions => Syntax.Modifiers.Any(SyntaxKind.StaticKeyword)
        ? Syntax.Members.OfType<MethodDeclarationSyntax>()
            .Where(static method => method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword))
            .Select(static method => method.Identifier.ValueText)
        : [];
}

/// <summary>The types of a file, by syntax alone: found once for each tree, no body is looked into.</summary>
internal sealed class SourceTypes
{
    private static readonly Once<SyntaxTree, SourceTypes> Known = new();

    private SourceTypes(ImmutableArray<SourceType> all, ImmutableArray<SyntaxNode> topLevel, ImmutableArray<string> imported) =>
        (All, TopLevel, Imported) = (all, topLevel, imported);

    public ImmutableArray<SourceType> All { get; }

    public ImmutableArray<SyntaxNode> TopLevel { get; }

    /// <summary>The types of <c>using static</c>, and those that have another name here.</summary>
    public ImmutableArray<string> Imported { get; }

    public static SourceTypes Of(SyntaxTree tree, CancellationToken cancellation) => Known.Of(tree, key => Find(key, cancellation));

    private static SourceTypes Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation) as CompilationUnitSyntax;
        if (root is null)
            return new(ImmutableArray<SourceType>.Empty, ImmutableArray<SyntaxNode>.Empty, ImmutableArray<string>.Empty);
        return new(
            Types(root.Members).ToImmutableArray(),
            root.Members.Where(static member => member is GlobalStatementSyntax).ToImmutableArray<SyntaxNode>(),
            root.Usings.Where(static directive => directive.StaticKeyword != default || directive.Alias is not null)
                .Select(static directive => directive.Name is { } name ? SyntaxNames.Last(name) : null)
                .OfType<string>()
                .ToImmutableArray());
    }

    private static IEnumerable<SourceType> Types(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
            {
                foreach (var inner in Types(space.Members))
                    yield return inner;
            }

            if (member is not TypeDeclarationSyntax type)
                continue;
            var bases = type.BaseList?.Types.Select(static item => SyntaxNames.Last(item.Type)).OfType<string>().ToImmutableArray() ?? ImmutableArray<string>.Empty;
            yield return new(type, bases);
            foreach (var nested in Types(type.Members))
                yield return nested;
        }
    }
}
