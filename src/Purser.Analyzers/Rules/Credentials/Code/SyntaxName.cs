using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What an expression is called: the variable, the member, the key in brackets.</summary>
internal static class SyntaxName
{
    private static readonly string[] ControlPrefixes = ["txt", "tbx", "tb", "textBox", "_txt"];

    public static string? Of(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Text" or "Value" or "Content" } access when Of(access.Expression) is { } control => WithoutControl(control),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element => OfKey(key) ?? Of(element.Expression),
        ElementBindingExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => OfKey(key),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => OfKey(key),
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        CastExpressionSyntax cast => Of(cast.Expression),
        AwaitExpressionSyntax awaited => Of(awaited.Expression),
        PostfixUnaryExpressionSyntax suppressed => Of(suppressed.Operand),
        ConditionalAccessExpressionSyntax access => Of(access.WhenNotNull) is { } name && !IsKeeper(name) ? name : Of(access.Expression),
        InvocationExpressionSyntax call => OfCall(call),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Of(coalesce.Left),
        _ => null,
    };

    /// <summary>A key as it is written: a literal's text, or the name of a constant.</summary>
    public static string? OfKey(ExpressionSyntax? key) => key switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => Of(named),
        // Keys.PasswordKey is the key of a password: it is no password, but what stands under it is.
        SimpleNameSyntax or MemberAccessExpressionSyntax => Of(key) is { } name ? WithoutKey(name) : null,
        _ => null,
    };

    /// <summary>The called method's or created type's name.</summary>
    public static string? OfCalled(Microsoft.CodeAnalysis.SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax invocation => OfMember(invocation.Expression),
        ObjectCreationExpressionSyntax creation => OfType(creation.Type),
        ImplicitObjectCreationExpressionSyntax creation => OfTarget(creation),
        PrimaryConstructorBaseTypeSyntax type => OfType(type.Type),
        AttributeSyntax attribute => OfType(attribute.Name),
        _ => null,
    };

    public static string? OfMember(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    public static string? OfType(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => OfType(nullable.ElementType),
        ArrayTypeSyntax array => OfType(array.ElementType),
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText,
        _ => null,
    };

    /// <summary>The type of <c>new(...)</c> as it is written beside: of the variable, the field, the property.</summary>
    private static string? OfTarget(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => OfType(declaration.Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => OfType(property.Type),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => OfType(property.Type),
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => OfType(method.ReturnType),
        _ => null,
    };

    /// <summary><c>GetPassword()</c> and <c>password.Trim()</c> are both a password; <c>config.GetValue("Db:Password")</c> too.</summary>
    private static string? OfCall(InvocationExpressionSyntax call)
    {
        if (OfMember(call.Expression) is not { } name)
            return null;
        if (IsKeeper(name) && call.Expression is MemberAccessExpressionSyntax { Expression: var receiver })
            return Of(receiver);
        if (IsReader(name) && call.ArgumentList.Arguments is [{ Expression: var key }, ..] && OfKey(key) is { } text)
            return text;
        return name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 ? name.Substring(3) : name;
    }

    /// <summary>Methods that give what stands under a key.</summary>
    public static bool IsReader(string method) =>
        method is "GetValue" or "GetEnvironmentVariable" or "GetSection" or "GetRequiredSection" or "GetString" or "GetConnectionString" or "GetValueOrDefault" or "GetRequiredValue" or "Get" or "GetSetting" or "GetAppSetting" or "GetConfigurationSettingValue" or "GetVariable" or "GetOption" or "GetArg" or "GetArgument" or "GetEnv" or "Env" or "GetProperty";

    /// <summary>What a method is called on; of <c>a?.M()</c> what stands before the question mark.</summary>
    public static string? OfReceiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => Of(access.Expression),
        MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access ? Of(access.Expression) : null,
        _ => null,
    };

    /// <summary>Methods whose result is the text itself, or its bytes.</summary>
    public static bool IsKeeper(string method) =>
        method is "Trim" or "TrimEnd" or "TrimStart" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "ToString" or "ToCharArray" or "ToArray" or "AsSpan" or "AsMemory" or "AsEnumerable"
            or "Replace" or "Normalize" or "ToSecureString" or "ConvertToSecureString" or "Sha256" or "Sha512" or "ToSha256" or "ConfigureAwait" or "ToList" or "ToBytes" or "Protect" or "Unprotect";

    private static string WithoutKey(string name) =>
        name.Length > 3 && name.EndsWith("Key", StringComparison.Ordinal) && CredentialName.Of(name.Substring(0, name.Length - 3)) is { Strength: NameStrength.Strong } ? name.Substring(0, name.Length - 3) : name;

    /// <summary>What a text box is for: <c>txtPassword</c> and <c>PasswordTextBox</c>.</summary>
    private static string WithoutControl(string name)
    {
        foreach (var prefix in ControlPrefixes)
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && (char.IsUpper(name[prefix.Length]) || name[prefix.Length] == '_'))
                return name.Substring(prefix.Length);
        }

        foreach (var suffix in new[] { "TextBox", "Box", "Entry", "Input" })
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
                return name.Substring(0, name.Length - suffix.Length);
        }

        return name;
    }
}
