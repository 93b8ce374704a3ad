using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Facts;

internal static class Models
{
    /// <summary>The model of another file of the same compilation. Needed for one initialiser or one method body at a time; the driver shares it with the analyzers that run anyway.</summary>
    public static SemanticModel? For(SyntaxTree tree, SemanticModel model)
    {
        if (tree == model.SyntaxTree)
            return model;
#pragma warning disable RS1030 // a value's definition lies where it lies
        return model.Compilation.ContainsSyntaxTree(tree) ? model.Compilation.GetSemanticModel(tree) : null;
#pragma warning restore RS1030
    }
}
