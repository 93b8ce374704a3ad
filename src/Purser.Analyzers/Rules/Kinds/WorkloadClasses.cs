using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>The workloads of a compilation, and whose code is whose: what each can come to from where it begins. No workload's class is entered from another's.</summary>
internal sealed class WorkloadClasses
{
    /// <summary>All rules about kinds look at the same compilation: found once, kept as long as it lives.</summary>
    private static readonly Once<Compilation, WorkloadClasses> Known = new();

    private readonly Once<AnnotatedWorkload, Reach> reaches = new();

    private WorkloadClasses(ImmutableArray<AnnotatedWorkload> all, IMethodSymbol? entryPoint) => (All, EntryPoint) = (all, entryPoint);

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<AnnotatedWorkload> All { get; }

    /// <summary>Top-level statements or Main; null in a library.</summary>
    public IMethodSymbol? EntryPoint { get; }

    /// <summary>The workload that the program's entry point belongs to: whose class holds it, or the only one there is.</summary>
    public AnnotatedWorkload? Main => All.FirstOrDefault(static workload => workload.Declaration.HasEntryPoint) ?? (All.Length == 1 ? All[0] : null);

    public static WorkloadClasses Of(Compilation compilation, CancellationToken cancellation) => Known.Of(compilation, key => Find(key, cancellation));

    public AnnotatedWorkload? Find(INamedTypeSymbol type) => All.FirstOrDefault(workload => SymbolEqualityComparer.Default.Equals(workload.Type, type));

    /// <summary>The workload whose class this is, or lies around it.</summary>
    public AnnotatedWorkload? Around(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (Find(type.OriginalDefinition) is { } workload)
                return workload;
        }

        return null;
    }

    /// <summary>Where the code of a workload begins: at the entry point, or where the entry point's code calls into the workload's class, which is not looked into here: at its methods.</summary>
    public ImmutableArray<IMethodSymbol> RootsOf(AnnotatedWorkload workload)
    {
        if (ReferenceEquals(workload, Main) && EntryPoint is not null)
            return ImmutableArray.Create(EntryPoint);
        return workload.Type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method.MethodKind == MethodKind.Ordinary && !method.IsImplicitlyDeclared)
            .ToImmutableArray();
    }

    /// <summary>The code that a workload can run; null where that is all there is, because the entry point lies in another assembly.</summary>
    public Reach? ReachOf(AnnotatedWorkload workload, Compilation compilation, CancellationToken cancellation)
    {
        var isMain = ReferenceEquals(workload, Main);
        if (isMain && EntryPoint is null)
            return null;
        return reaches.Of(workload, _ => Reach.Of(
            compilation, isMain ? EntryPoint : null, workload.Type, All.Where(other => !ReferenceEquals(other, workload)).Select(static other => other.Type), cancellation));
    }

    private static WorkloadClasses Find(Compilation compilation, CancellationToken cancellation)
    {
        var candidates = compilation.SyntaxTrees.SelectMany(tree => Candidates(tree, compilation, cancellation)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var workloads = candidates
            .Select(type => AnnotatedWorkload.Of(type, compilation, cancellation))
            .OfType<AnnotatedWorkload>()
            .OrderBy(static workload => workload.Declaration.ClassName, StringComparer.Ordinal)
            .ToImmutableArray();
        return new(workloads, workloads.IsEmpty ? null : compilation.GetEntryPoint(cancellation));
    }

    /// <summary>Classes with an attribute that is written like a workload's, before any symbol is asked.</summary>
    private static IEnumerable<INamedTypeSymbol> Candidates(SyntaxTree tree, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (tree.GetRoot(cancellation) is not CompilationUnitSyntax root)
            yield break;
        SemanticModel? model = null;
        foreach (var type in Types(root.Members))
        {
            if (!type.AttributeLists.Any(static list => list.Attributes.Any(MayBeWorkload)))
                continue;
#pragma warning disable RS1030 // a few classes of the whole compilation
            model ??= compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            if (model.GetDeclaredSymbol(type, cancellation) is { } symbol)
                yield return symbol;
        }
    }

    private static IEnumerable<ClassDeclarationSyntax> Types(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is ClassDeclarationSyntax type)
                yield return type;
            var inner = member switch
            {
                BaseNamespaceDeclarationSyntax space => space.Members,
                TypeDeclarationSyntax outer when outer.Members.Any(SyntaxKind.ClassDeclaration) => outer.Members,
                _ => default,
            };
            foreach (var nested in Types(inner))
                yield return nested;
        }
    }

    private static bool MayBeWorkload(AttributeSyntax attribute)
    {
        var name = SyntaxNames.Last(attribute.Name) ?? "";
        return AttributeNames.IsWorkload(name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name);
    }
}
