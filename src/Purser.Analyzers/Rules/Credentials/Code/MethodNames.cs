using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>What the name of a method says about its arguments.</summary>
internal static class MethodNames
{
    private static readonly string[] Verbs = ["Set", "With", "Use", "Add", "Hash", "Verify", "Check", "Change", "Update", "Enter", "Fill", "Type", "Send", "Encrypt"];

    public static Place PlaceOf(ArgumentSyntax argument, SyntaxNode call, string? called, int position, int count)
    {
        var place = new Place(TextUse.Given, null) { Argument = argument };
        if (called is null || call is not InvocationExpressionSyntax invocation)
            return place;
        var name = called.EndsWith("Async", StringComparison.Ordinal) ? called.Substring(0, called.Length - "Async".Length) : called;
        if (position == 1 && (IsLogin(name) || (name == "Create" && count == 2 && SpeaksOfUsers(invocation))))
            return place with { Name = "password", IsGuess = true };
        if (position != count - 1 || count > 3)
            return place;
        if (count == 1 && name is "Add" or "Enqueue" or "Push" or "TryAdd")
            return place with { Name = SyntaxName.OfReceiver(invocation) };
        return place with { Name = AfterVerb(name), IsGuess = true };
    }

    /// <summary><c>userManager.CreateAsync(user, "x")</c>; many other things are created.</summary>
    public static bool Allows(Sink sink, SyntaxNode call) =>
        sink.Name is not ("CreateAsync" or "Create") || (call is InvocationExpressionSyntax invocation && SyntaxName.OfReceiver(invocation) is { } receiver && Has(receiver, "usermanager"));

    /// <summary>The user first and then the password, wherever there are both.</summary>
    private static bool IsLogin(string name) =>
        name is "Login" or "LogIn" or "Logon" or "LogOn" or "SignIn" or "Authenticate" or "Signin" or "DoLogin" or "LoginAs" or "CheckLogin" or "TryLogin" or "ValidateUser" or "ValidateCredentials" or "ValidateLogin" or "CreateUser" or "RegisterUser" or "AddUser"
            or "LoginUser" or "SeedUser" or "EnsureUser" or "SeedAdmin" or "CreateAdmin" or "EnsureAdmin" or "CreateAccount" or "RegisterAccount" or "Register" or "SignUp" or "AuthenticateUser" or "VerifyLogin" or "LogonUser";

    private static bool SpeaksOfUsers(InvocationExpressionSyntax call) =>
        (SyntaxName.OfReceiver(call) is { } receiver && Has(receiver, "user")) || (SyntaxName.Of(call.ArgumentList.Arguments[0].Expression) is { } first && Has(first, "user"))
        || (call.ArgumentList.Arguments[0].Expression is ObjectCreationExpressionSyntax { Type: var type } && SyntaxName.OfType(type) is { } created && Has(created, "user"));

    private static bool Has(string name, string part) => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary><c>SetPassword("x")</c>, <c>WithApiKey("x")</c>: what the last argument is.</summary>
    private static string? AfterVerb(string name)
    {
        foreach (var verb in Verbs)
        {
            if (name.Length > verb.Length + 2 && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]))
                return name.Substring(verb.Length);
        }

        return null;
    }
}
