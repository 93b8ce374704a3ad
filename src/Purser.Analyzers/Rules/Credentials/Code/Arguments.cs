using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What a text is that stands among the arguments of a call, of a creation or in a tuple.</summary>
internal static class Arguments
{
    /// <summary>The call whose result is its argument in another form; null where it is more than that.</summary>
    public static SyntaxNode? Continues(ArgumentSyntax argument)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list || SyntaxName.OfCalled(call) is not { } called)
            return null;
        return called switch
        {
            "GetBytes" or "FromBase64String" or "FromHexString" or "ToBase64String" or "FromResult" or "HexToBytes" or "HexStringToByteArray" or "StringToByteArray" or "ToSecureString" or "ConvertToSecureString" or "StringToSecureString"
                or "CreateSecureString" or "GetSecureString" or "ParseHex" or "FromBase64" => list.Arguments.IndexOf(argument) == 0 ? call : null,
            "StringContent" => IsNamedByNext(call) ? call : null,
            "string" or "String" or "Uri" or "Lazy" or "PathString" or "StringValues" or "StringBuilder" or "SecureString" or "MemoryStream" or "ReadOnlyMemory" or "Some" when call is BaseObjectCreationExpressionSyntax => call,
            "Format" when list.Arguments.IndexOf(argument) == 0 => call,
            "Concat" when IsOfString(call) => call,
            "Join" when IsOfString(call) && list.Arguments.IndexOf(argument) > 0 => call,
            // Of bytes; of a reader it is the value under a key.
            "GetString" when argument.Expression is InvocationExpressionSyntax => call,
            _ => null,
        };
    }

    private static bool IsOfString(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } } };

    /// <summary><c>form.Add(new StringContent("x"), "password")</c>.</summary>
    private static bool IsNamedByNext(SyntaxNode call) =>
        call.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: var content }, { Expression: LiteralExpressionSyntax }, ..] } } && content == call;

    public static Place PlaceOf(ArgumentSyntax argument)
    {
        if (argument.Parent is TupleExpressionSyntax tuple)
            return InTuple(argument, tuple);
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list)
            return Place.Nowhere;
        var called = SyntaxName.OfCalled(call);
        var position = list.Arguments.IndexOf(argument);
        if (argument.NameColon is { Name.Identifier.ValueText: var named })
            return new(TextUse.Given, named == "value" ? KeyBeside(list) ?? named : named) { IsSink = Sinks.Of(called, position, list.Arguments.Count) is { } known && MethodNames.Allows(known, call) && CredentialName.Of(named).Strength != NameStrength.None, Argument = argument, Holder = HolderOf(call) };
        if (Sinks.Of(called, position, list.Arguments.Count) is { } sink && MethodNames.Allows(sink, call))
            return new(TextUse.Given, sink.Parameter) { IsSink = true, Argument = argument };
        if (called == SecureText.Append || called == "ForEach" && SecureText.IsAppended(list))
            return SecureText.Place;
        if (position == 0 && argument.Expression is BaseObjectCreationExpressionSyntax && IsNamedByNext(argument.Expression) && SyntaxName.OfCalled(argument.Expression) == "StringContent")
            return new(TextUse.Given, SyntaxName.OfKey(list.Arguments[1].Expression));
        if (Compared(call, called, list, position) is { } other)
            return new(TextUse.Compared, other);
        if (position > 0 && SyntaxName.OfKey(list.Arguments[position - 1].Expression) is { } key && IsLiteralOrNamed(list.Arguments[position - 1].Expression, call))
        {
            if (called is not null && SyntaxName.IsReader(called))
                return new(TextUse.Fallback, key);
            if (!TakesTexts(called) && MethodNames.PlaceOf(argument, call, called, position, list.Arguments.Count) is var place)
                return place.Name is null || CredentialName.Of(key).Strength != NameStrength.None ? place with { Name = key, IsGuess = false, Key = list.Arguments[position - 1] } : place;
        }

        return MethodNames.PlaceOf(argument, call, called, position, list.Arguments.Count);
    }

    /// <summary>A constant beside a value names it where the call keeps pairs; a literal always may.</summary>
    private static bool IsLiteralOrNamed(ExpressionSyntax key, SyntaxNode call) =>
        key is LiteralExpressionSyntax || (SyntaxName.OfCalled(call) is { } called
            && (called.StartsWith("Add", StringComparison.Ordinal) || called.StartsWith("Set", StringComparison.Ordinal) || called.StartsWith("TryAdd", StringComparison.Ordinal) || called is "KeyValuePair" or "UseSetting" or "Append" || SyntaxName.IsReader(called)));

    /// <summary>Calls with two texts of which the first does not name the second.</summary>
    private static bool TakesTexts(string? called) =>
        called is "V1SecretKeySelector" or "V1ConfigMapKeySelector" or "Replace" or "AddModelError" or "MapRoute" or "Route" or "Equals" or "Equal" or "AreEqual" or "StartsWith" or "Combine" or "Join" or "Regex" or "IsMatch" or "Claim" or "HasClaim" or "RequireClaim" or "Column" or "HasColumnName" or "InlineData" or "TestCase"
            or "ArgumentException" or "ValidationResult" or "MapControllerRoute" or "RedirectToAction" or "Action" or "ActionLink" or "Label" or "LabelFor" or "RenameColumn" or "RenameTable" or "DefaultValue" or "Throws" or "WithMessage" or "Translate" or "AddLocalized";

    /// <summary><c>password.Equals("x")</c>, <c>string.Equals(password, "x")</c>.</summary>
    private static string? Compared(SyntaxNode call, string? called, ArgumentListSyntax list, int position)
    {
        if (called is not ("Equals" or "SequenceEqual" or "FixedTimeEquals" or "CompareTo" or "Compare") || call is not InvocationExpressionSyntax)
            return null;
        if (list.Arguments.Count >= 2 && position < 2 && SyntaxName.Of(list.Arguments[1 - position].Expression) is { } other && list.Arguments[1 - position].Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "StringComparison" } })
            return other;
        return position == 0 ? SyntaxName.OfReceiver((InvocationExpressionSyntax)call) : null;
    }

    private static Place InTuple(ArgumentSyntax argument, TupleExpressionSyntax tuple)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var named })
            return new(TextUse.Given, named);
        var position = tuple.Arguments.IndexOf(argument);
        if (tuple.Parent is BinaryExpressionSyntax comparison && (comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression)))
            return new(TextUse.Compared, Patterns.InTuple(comparison.Left == tuple ? comparison.Right : comparison.Left, position));
        if (tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Right == tuple)
        {
            return assignment.Left switch
            {
                TupleExpressionSyntax left when position < left.Arguments.Count => new(TextUse.Given, left.Arguments[position].Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax single } ? single.Identifier.ValueText : SyntaxName.Of(left.Arguments[position].Expression)),
                DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: var variables } } when position < variables.Count => new(TextUse.Given, (variables[position] as SingleVariableDesignationSyntax)?.Identifier.ValueText),
                _ => Place.Nowhere,
            };
        }

        if (TypeOf(tuple) is { } type && position < type.Elements.Count && type.Elements[position].Identifier.ValueText is { Length: > 0 } name)
            return new(TextUse.Given, name);
        return position > 0 && tuple.Arguments[position - 1].Expression is LiteralExpressionSyntax key ? new(TextUse.Given, SyntaxName.OfKey(key)) : Place.Nowhere;
    }

    /// <summary>The tuple type as it is written where the tuple goes to.</summary>
    private static TupleTypeSyntax? TypeOf(TupleExpressionSyntax tuple)
    {
        foreach (var ancestor in tuple.Ancestors())
        {
            switch (ancestor)
            {
                case ObjectCreationExpressionSyntax creation when InnerTuple(creation.Type) is { } inner:
                    return inner;
                case ArrayCreationExpressionSyntax creation:
                    return InnerTuple(creation.Type);
                case VariableDeclarationSyntax declaration:
                    return InnerTuple(declaration.Type);
                case PropertyDeclarationSyntax property:
                    return InnerTuple(property.Type);
                case MethodDeclarationSyntax method:
                    return InnerTuple(method.ReturnType);
                case LocalFunctionStatementSyntax function:
                    return InnerTuple(function.ReturnType);
                case ArgumentSyntax or AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static TupleTypeSyntax? InnerTuple(TypeSyntax type) => type switch
    {
        TupleTypeSyntax tuple => tuple,
        ArrayTypeSyntax array => InnerTuple(array.ElementType),
        NullableTypeSyntax nullable => InnerTuple(nullable.ElementType),
        GenericNameSyntax { TypeArgumentList.Arguments: [.., var last] } => InnerTuple(last),
        QualifiedNameSyntax qualified => InnerTuple(qualified.Right),
        _ => null,
    };

    /// <summary><c>Add(key: "Smtp:Password", value: "x")</c>.</summary>
    private static string? KeyBeside(ArgumentListSyntax list)
    {
        foreach (var argument in list.Arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText is "key" or "name" or "variable")
                return SyntaxName.OfKey(argument.Expression);
        }

        return null;
    }

    private static string? HolderOf(SyntaxNode call) => call is BaseObjectCreationExpressionSyntax ? SyntaxName.OfCalled(call) : null;
}
