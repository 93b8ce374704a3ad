using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Facts;

/// <summary>One semantic model for each file, for rules that look at a whole program: a model remembers what it has bound, a second one binds it again.</summary>
internal sealed class ProgramModels
{
    private static readonly ConditionalWeakTable<Compilation, ProgramModels> Known = new();

    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    private ProgramModels(Compilation compilation) => this.compilation = compilation;

    public static ProgramModels Of(Compilation compilation) => Known.GetValue(compilation, static key => new ProgramModels(key));

    /// <summary>Null for a file of another compilation.</summary>
    public SemanticModel? For(SyntaxTree tree)
    {
        if (models.TryGetValue(tree, out var known))
            return known;
        if (!compilation.ContainsSyntaxTree(tree))
            return null;
#pragma warning disable RS1030 // the few files of a program that a rule has found by name
        return models.GetOrAdd(tree, compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
    }
}
