using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>A text that goes into a SecureString, one character after the other.</summary>
internal static class SecureText
{
    public const string Append = "AppendChar";

    public static readonly Place Place = new(TextUse.Given, "password") { IsSink = true };

    /// <summary>Whether what is done for each character ends in <c>AppendChar</c>.</summary>
    public static bool IsAppended(SyntaxNode action)
    {
        foreach (var node in action.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: Append })
                return true;
        }

        return false;
    }
}
