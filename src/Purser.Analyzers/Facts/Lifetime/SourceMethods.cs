using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>From a method to its bodies in this compilation: its own, or those that a call of an interface's or a base class's method may come to.</summary>
internal sealed class SourceMethods
{
    private const int MaxImplementations = 8;

    private static readonly ConditionalWeakTable<Compilation, SourceMethods> Known = new();

    private readonly Compilation compilation;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> classes;
    private readonly ConcurrentDictionary<IMethodSymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);

    private SourceMethods(Compilation compilation)
    {
        this.compilation = compilation;
        classes = new(() => Types(compilation.Assembly.GlobalNamespace).Where(static type => type.TypeKind is TypeKind.Class or TypeKind.Struct).ToImmutableArray());
    }

    /// <summary>The classes of the compilation; walked through once, when somebody asks.</summary>
    public ImmutableArray<INamedTypeSymbol> Classes => classes.Value;

    public static SourceMethods Of(Compilation compilation) => Known.GetValue(compilation, static key => new SourceMethods(key));

    /// <summary>How many calls of these names are written anywhere.</summary>
    public int CountOf(string[] names, CancellationToken cancellation) => names.Sum(name => CallSites.Named(name, compilation, cancellation).Count());

    /// <summary>The methods with a body that a call may come to.</summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
            return ImmutableArray<IMethodSymbol>.Empty;
        if (method.ContainingType?.TypeKind == TypeKind.Interface)
        {
            return Classes
                .Where(type => type.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType)))
                .Select(type => Implementation(type, method))
                .OfType<IMethodSymbol>()
                .Take(MaxImplementations)
                .ToImmutableArray();
        }

        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
            return ImmutableArray.Create(method);
        var overrides = Classes
            .SelectMany(type => type.GetMembers(method.Name).OfType<IMethodSymbol>())
            .Where(candidate => Overrides(candidate, method));
        return (method.IsAbstract ? overrides : overrides.Prepend(method)).Take(MaxImplementations).ToImmutableArray();
    }

    /// <summary>The body as operations; null where there is none, and for a stand-in that only throws or gives back nothing.</summary>
    public IOperation? Body(IMethodSymbol method, CancellationToken cancellation)
    {
        if (bodies.TryGetValue(method, out var known))
            return known;
        var body = Find(method, cancellation);
        bodies.TryAdd(method, body);
        return body;
    }

    private IOperation? Find(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            if (IsStandIn(syntax) || ProgramModels.Of(compilation).For(syntax.SyntaxTree) is not { } model)
                continue;
            var operation = model.GetOperation(syntax, cancellation);
            if (operation is IMethodBodyBaseOperation or ILocalFunctionOperation or IBlockOperation)
                return operation;
        }

        return null;
    }

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        var constructed = type.AllInterfaces.First(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType));
        var member = constructed.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method));
        return member is null ? null : (type.FindImplementationForInterfaceMember(member) as IMethodSymbol)?.OriginalDefinition;
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                return true;
        }

        return false;
    }

    /// <summary><c>=> throw new NotImplementedException()</c>, <c>=> Task.CompletedTask</c>, <c>{ }</c>: what it stands for is not said here.</summary>
    private static bool IsStandIn(SyntaxNode syntax)
    {
        var (block, arrow) = syntax switch
        {
            BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody),
            _ => (null, null),
        };
        if (syntax is CompilationUnitSyntax)
            return false;
        if (block is null && arrow is null)
            return true;
        if (block is { Statements.Count: 0 })
            return true;
        var only = arrow?.Expression ?? (block!.Statements is [ReturnStatementSyntax { Expression: { } result }] ? result : null);
        return only switch
        {
            ThrowExpressionSyntax => true,
            LiteralExpressionSyntax => true,
            PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
            _ => only is null && block!.Statements is [ThrowStatementSyntax],
        };
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var nested in Types(inner))
                    yield return nested;
        }
    }
}
