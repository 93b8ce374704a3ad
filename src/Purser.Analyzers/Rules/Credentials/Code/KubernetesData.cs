using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>Objects of KubernetesClient that are written to the cluster from code.</summary>
internal static class KubernetesData
{
    /// <summary>Whether an initialiser's elements are the <c>StringData</c> or <c>Data</c> of a Secret.</summary>
    public static bool IsSecretData(SyntaxNode? initializer)
    {
        // { StringData = { ["k"] = "v" } } and { StringData = new Dictionary<string, string> { ["k"] = "v" } }.
        var value = initializer is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } ? creation : initializer;
        if (value?.Parent is not AssignmentExpressionSyntax { Left: var target } assignment || assignment.Right != value)
            return false;
        return SyntaxName.OfMember(target) switch
        {
            "StringData" => true,
            "Data" => assignment.Parent is InitializerExpressionSyntax { Parent: var secret } && SyntaxName.OfCalled(secret) == "V1Secret",
            _ => false,
        };
    }
}
