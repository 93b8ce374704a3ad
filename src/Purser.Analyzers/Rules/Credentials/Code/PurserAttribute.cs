using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>Purser's own attributes have a rule of their own, PUR3007.</summary>
internal static class PurserAttribute
{
    private static readonly HashSet<string> Names = new(AttributeNames.Workloads.Concat(AttributeNames.Features), StringComparer.Ordinal);

    public static bool Holds(ExpressionSyntax literal)
    {
        var attribute = literal.FirstAncestorOrSelf<AttributeSyntax>();
        return attribute is not null && SyntaxName.OfType(attribute.Name) is { } name && Names.Contains(name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name);
    }
}
