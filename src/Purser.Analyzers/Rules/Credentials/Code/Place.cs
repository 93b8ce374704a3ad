using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What is done with a text.</summary>
internal enum TextUse
{
    /// <summary>Nothing that says what it is.</summary>
    None,

    /// <summary>Given to a variable, a member, a parameter, a key.</summary>
    Given,

    /// <summary>Given where something else has no value.</summary>
    Fallback,

    /// <summary>Compared with something.</summary>
    Compared,

    /// <summary>Returned from a member.</summary>
    Returned,
}

/// <summary>Where a text stands, as far as the syntax says it.</summary>
/// <param name="Use">What is done with it.</param>
/// <param name="Name">What it is given to or compared with; null where the syntax has no name for it.</param>
internal readonly record struct Place(TextUse Use, string? Name)
{
    /// <summary>The place takes nothing but secrets.</summary>
    public bool IsSink { get; init; }

    /// <summary>A positional argument: the parameter has the name, and only the symbol knows it.</summary>
    public ArgumentSyntax? Argument { get; init; }

    /// <summary>The name is what such methods take there; where the symbol is known, its parameter decides.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The literal before a value, taken for its key; where the symbol is known, its parameter may say that it is a value itself.</summary>
    public ArgumentSyntax? Key { get; init; }

    /// <summary>An argument of an attribute, the same.</summary>
    public AttributeArgumentSyntax? AttributeArgument { get; init; }

    /// <summary>The object whose member is set: its type may take nothing but secrets.</summary>
    public ExpressionSyntax? Receiver { get; init; }

    /// <summary>The created type whose member is set, or the type that has the member.</summary>
    public string? Holder { get; init; }

    public static readonly Place Nowhere = new(TextUse.None, null);
}
