using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Rules.Credentials.Addresses;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>From a literal to a judgement: by the value, by the name that the syntax has for it, by the parameter that only the symbol knows.</summary>
internal static class LiteralJudge
{
    public static Judgement? Judge(ExpressionSyntax literal, string own, CredentialOptions options, SemanticModel model, CancellationToken cancellation)
    {
        var place = Places.Of(literal);
        if (!CharacterRun.MayStandAt(place, literal))
            return null;
        var text = LiteralText.Of(literal, own);
        return ByValue(text, place, options)
            ?? ByName(text, place, options, model, cancellation)
            ?? ByParameter(text, place, options, model, cancellation)
            ?? ByPair(text, place, options)
            ?? ByAddress(text, place, literal, options);
    }

    private static Judgement? ByValue(LiteralText text, Place place, CredentialOptions options)
    {
        if (!TextSigns.MayTell(text.Whole))
            return null;
        var finding = options.Filter(CredentialClassifier.ByValue(place.Name, text.Whole, Context(place, options)), text.Whole);
        return finding is { } found && text.Has(found.Start, found.Length) ? new(found, place.Use, place.Name) : null;
    }

    private static Judgement? ByName(LiteralText text, Place place, CredentialOptions options, SemanticModel model, CancellationToken cancellation)
    {
        if (place.Name is not { } name || text.Start > 0)
            return null;
        if (place.IsSink)
            return Named(text, place, name, options, isSink: true) is { } sunk && IsConfirmed(place, model, cancellation) ? sunk : null;
        if (options.StrengthOf(name) != NameStrength.None && Named(text, place, name, options) is { } named && (!place.IsGuess || IsMeant(place, options, model, cancellation)) && !IsValueItself(place.Key, options, model, cancellation))
            return named;
        // aes.Key = ..., builder.Password = ...: the receiver's type may take nothing but secrets.
        return place.Receiver is { } receiver && Sinks.HasMember(name) && Named(text, place, name, options, isSink: true) is { } set
            && Sinks.IsMember(model.GetTypeInfo(receiver, cancellation).Type, name) ? set : null;
    }

    private static Judgement? ByParameter(LiteralText text, Place place, CredentialOptions options, SemanticModel model, CancellationToken cancellation)
    {
        if (text.Start > 0)
            return null;
        var parameter = place switch
        {
            { Argument: { } argument } when IsWorthAsking(text.Own, SyntaxName.OfCalled(argument.Parent?.Parent), options) => ParameterNames.Of(argument, model, cancellation),
            { AttributeArgument: { } argument } when IsWorthAsking(text.Own, place.Holder, options) => ParameterNames.Of(argument, model, cancellation),
            _ => null,
        };
        if (parameter is null || options.StrengthOf(parameter.Name) == NameStrength.None)
            return null;
        return Named(text, place, parameter.Name, options, holder: parameter.ContainingType?.Name);
    }

    /// <summary><c>"--password x"</c>, <c>"client_secret=x"</c>, and what is added to <c>"Password="</c>.</summary>
    private static Judgement? ByPair(LiteralText text, Place place, CredentialOptions options) =>
        TextPairs.Of(text, options) is { } pair && options.Filter(CredentialClassifier.ByName(pair.Name, pair.Value, Context(place, options)), pair.Value) is { Confidence: >= Confidence.Medium } finding
            ? new(finding with { Start = pair.Start, Length = pair.Value.Length }, place.Use, pair.Name)
            : null;

    /// <summary>No secret, but another one in each environment; only where the text begins with it.</summary>
    private static Judgement? ByAddress(LiteralText text, Place place, ExpressionSyntax literal, CredentialOptions options)
    {
        if (text.Start > 0 || (text.Own.IndexOf(':') < 0 && text.Own.IndexOf('=') < 0 && text.Own.IndexOf('.') < 0 && place is { Argument: null, Holder: null }))
            return null;
        var finding = options.Filter(ServiceAddress.Of(place.Name, text.Whole, AddressPlaces.TakesHost(place)), text.Whole);
        // With a credential in another piece the whole of it has its finding there.
        if (finding is null || (!text.IsWhole && CredentialClassifier.ByValue(place.Name, text.Whole, Context(place, options)) is not null))
            return null;
        return finding is { } found && text.Has(found.Start, found.Length) && AddressPlaces.MayBeConnectedTo(literal, place) ? new(found, place.Use, place.Name) : null;
    }

    private static Judgement? Named(LiteralText text, Place place, string name, CredentialOptions options, bool isSink = false, string? holder = null)
    {
        var context = Context(place, options) with { IsSink = isSink };
        if (holder is not null)
            context = context with { Holder = holder };
        var finding = options.Filter(CredentialClassifier.ByName(name, text.Whole, context), text.Whole);
        return finding is { } found ? new(found, place.Use, name) : null;
    }

    private static bool IsMeant(Place place, CredentialOptions options, SemanticModel model, CancellationToken cancellation) =>
        place.Argument is not { } argument || ParameterNames.Of(argument, model, cancellation) is not { } parameter || options.StrengthOf(parameter.Name) != NameStrength.None;

    /// <summary><c>Register("login", "password", "bob@shop")</c>: the text before is a password, and names none.</summary>
    private static bool IsValueItself(ArgumentSyntax? key, CredentialOptions options, SemanticModel model, CancellationToken cancellation) =>
        key is not null && ParameterNames.Of(key, model, cancellation) is { } parameter && options.StrengthOf(parameter.Name) == NameStrength.Strong;

    /// <summary>Where the symbol is known it has to be of the library; half-typed code and missing references leave the name alone to tell.</summary>
    private static bool IsConfirmed(Place place, SemanticModel model, CancellationToken cancellation)
    {
        if (place.Argument is not { Parent: ArgumentListSyntax { Parent: { } call } list } argument)
            return true;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not { } symbol || symbol.ContainingType is not { TypeKind: not TypeKind.Error } type)
            return true;
        return Sinks.Of(SyntaxName.OfCalled(call), list.Arguments.IndexOf(argument), list.Arguments.Count) is not { } sink || Sinks.Fits(sink, type);
    }

    /// <summary>Binding a call costs more than all other tests: only for what is no plain name of something, or where the call speaks of credentials.</summary>
    private static bool IsWorthAsking(string text, string? called, CredentialOptions options)
    {
        if (text.Length is < 4 or > 512)
            return false;
        var shape = 0;
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\t' or '<' or '{')
                return called is not null && IsAboutCredentials(called, options);
            if (char.IsDigit(c))
                shape |= 1;
            else if (c is '!' or '@' or '#' or '$' or '%' or '^' or '&' or '*' or '+' or '=')
                shape |= 2;
        }

        return shape != 0 || WeakPasswords.Contains(text) || (called is not null && IsAboutCredentials(called, options));
    }

    private static bool IsAboutCredentials(string called, CredentialOptions options)
    {
        if (options.StrengthOf(called) != NameStrength.None)
            return true;
        foreach (var word in IdentifierWords.Split(called))
        {
            if (word is "login" or "logon" or "signin" or "auth" or "authenticate" or "authentication" or "credentials" or "credential" or "connect" or "account" or "user" or "register" or "encrypt" or "decrypt" or "password" or "secret" or "token" or "sign" or "key")
                return true;
        }

        return false;
    }

    private static CredentialContext Context(Place place, CredentialOptions options) => new(Holder: place.Holder) { ExtraWords = options.Words };
}
