using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.CodeFixes.Credentials;

/// <summary>From a diagnostic to what would be done about it; null where C# wants a constant, or where what to do cannot be told.</summary>
internal static class MovePlanner
{
    public static async Task<Move?> Plan(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        var found = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if ((found as InterpolatedStringTextSyntax)?.Parent is InterpolatedStringExpressionSyntax interpolated)
            found = interpolated;
        if (found is ArgumentSyntax argument)
            found = argument.Expression;
        if (found is not ExpressionSyntax expression || ConstantUse.IsRequiredAt(expression) || IsInExpressionTree(expression, model, cancellation))
            return null;

        var whole = Whole(expression, model, cancellation);
        var constant = ConstantUse.DeclarationOf(whole);
        if (constant is not null && !await ConstantUse.CanBeReadOnly(constant, document, model, cancellation).ConfigureAwait(false))
            return null;

        var place = new Place(document, model, expression, whole, constant);
        var move = diagnostic.Id switch
        {
            "PUR3008" => FallbackMove.Plan(place, cancellation) ?? OfValue(place, cancellation),
            "PUR3002" or "PUR3003" => OfText(place, diagnostic.Id == "PUR3002", cancellation),
            "PUR3006" => OfAddress(place, cancellation),
            _ => OptionsClass.Plan(place, cancellation) ?? OfValue(place, cancellation),
        };
        return move is null ? null : move with { Constant = constant };
    }

    /// <summary>A password, key or token: all of it goes.</summary>
    private static Move? OfValue(Place place, CancellationToken cancellation)
    {
        if (place.Whole is InterpolatedStringExpressionSyntax && place.Text is null)
            return null;
        var subject = Subject.Of(place.Whole, place.Model, cancellation);
        var reading = Reading(place, cancellation);
        var isVariable = !reading.HasConfiguration || IsVariable(subject.Name);
        var key = isVariable && IsVariable(subject.Name) ? subject.Name! : ConfigurationKeyName.Of(subject.Name, subject.Holders, place.Text is { } text && AuthorizationValue.IsPrivateKey(text) ? "PrivateKey" : "Secret");
        return isVariable
            ? Replace(place, reading, IsVariable(key) ? key : ConfigurationKeyName.Variable(key), reading.Variable)
            : Replace(place, reading, key, reading.Setting);
    }

    /// <summary>A connection string or URL: all of it where there is configuration, else the password in it.</summary>
    private static Move? OfText(Place place, bool isConnectionString, CancellationToken cancellation)
    {
        var subject = Subject.Of(place.Whole, place.Model, cancellation);
        var reading = Reading(place, cancellation);
        var name = ConfigurationKeyName.OfConnectionString(subject.Name, subject.Holders);
        if (place.Text is not null && !place.IsPart && reading.HasConfiguration)
        {
            return isConnectionString
                ? Replace(place, reading, "ConnectionStrings:" + name, key => reading.ConnectionString(key.Substring("ConnectionStrings:".Length)))
                : Replace(place, reading, ConfigurationKeyName.Of(subject.Name, subject.Holders, "Url"), reading.Setting);
        }

        var section = ConfigurationKeyName.IsKey(name) ? name : $"{name}:{LeafOf(place)}";
        var key = reading.HasConfiguration ? section : ConfigurationKeyName.Variable(section);
        Func<string, string> read = reading.HasConfiguration ? reading.Setting : reading.Variable;
        if (SecretPart.Replace(place.Literal, read(key)) is not null)
            return new(place.Document.Id, place.Literal, key, chosen => SecretPart.Replace(place.Literal, read(chosen))!.WithTriviaFrom(place.Literal)) { Value = place.Text };
        if (place.Text is null || place.IsPart)
            return null;
        var variable = ConfigurationKeyName.Variable(name) + (isConnectionString ? "_CONNECTION_STRING" : "_URL");
        return Replace(place, reading, variable, reading.Variable);
    }

    /// <summary>An address is no secret: its value moves to a [Setting].</summary>
    private static Move? OfAddress(Place place, CancellationToken cancellation)
    {
        if (place.Text is not { } text)
            return null;
        var subject = Subject.Of(place.Whole, place.Model, cancellation);
        var reading = Reading(place, cancellation);
        var isConnectionString = ConnectionString.HostOf(text) is not null;
        var key = isConnectionString
            ? "ConnectionStrings:" + ConfigurationKeyName.OfConnectionString(subject.Name, subject.Holders)
            : ConfigurationKeyName.Of(subject.Name, subject.Holders, text.IndexOf("://", StringComparison.Ordinal) >= 0 ? "Url" : "Host");
        var move = reading.HasConfiguration
            ? Replace(place, reading, key, isConnectionString ? chosen => reading.ConnectionString(chosen.Substring("ConnectionStrings:".Length)) : reading.Setting)
            : Replace(place, reading, ConfigurationKeyName.Variable(key), reading.Variable);
        return move with { Setting = text };
    }

    private static Move Replace(Place place, ConfigurationReading reading, string key, Func<string, string> read)
    {
        var isUtf8 = place.Whole.IsKind(SyntaxKind.Utf8StringLiteralExpression);
        return new(place.Document.Id, place.Whole, key, chosen => ConfigurationReading.InPlaceOf(place.Whole, isUtf8 ? reading.Utf8(read(chosen)) : read(chosen))) { Value = place.Text };
    }

    private static ConfigurationReading Reading(Place place, CancellationToken cancellation) =>
        new(place.Model, place.Whole, ConfigurationAccess.Find(place.Whole, place.Model, cancellation));

    private static string LeafOf(Place place) =>
        place.Text is { } text && CredentialClassifier.ByValue("connectionString", text)?.What is { } what && what.IndexOf("with a ", StringComparison.Ordinal) is var at and >= 0
            ? string.Concat(what.Substring(at + 7).Split(' ').Select(static word => word == "API" ? "Api" : char.ToUpperInvariant(word[0]) + word.Substring(1)))
            : "Password";

    /// <summary><c>DB_PASSWORD</c>: the name of an environment variable already.</summary>
    private static bool IsVariable(string? name) =>
        name is { Length: > 2 } && name.IndexOf('_') > 0 && name.All(static c => char.IsUpper(c) || char.IsDigit(c) || c == '_');

    /// <summary>The largest constant around a literal: all pieces of a concatenation.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var whole = expression;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
            && whole.Parent is ExpressionSyntax parent && model.GetConstantValue(parent, cancellation) is { HasValue: true, Value: string })
            whole = parent;
        return whole;
    }

    private static bool IsInExpressionTree(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda =>
            model.GetTypeInfo(lambda, cancellation).ConvertedType is INamedTypeSymbol { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } });

    /// <param name="Literal">The literal that was found.</param>
    /// <param name="Whole">The constant that it is a part of, or the literal itself.</param>
    internal sealed record Place(Document Document, SemanticModel Model, ExpressionSyntax Literal, ExpressionSyntax Whole, VariableDeclarationSyntax? Constant)
    {
        /// <summary>The value; null where parts of it are known at run time only.</summary>
        public string? Text { get; } = Whole is LiteralExpressionSyntax { Token.Value: string value } ? value
            : Model.GetConstantValue(Whole) is { HasValue: true, Value: string constant } ? constant
            : Whole is InterpolatedStringExpressionSyntax { Contents: var contents } && contents.All(static part => part is InterpolatedStringTextSyntax)
                ? string.Concat(contents.Select(static part => ((InterpolatedStringTextSyntax)part).TextToken.ValueText))
                : null;

        /// <summary>Whether more text is added to it at run time.</summary>
        public bool IsPart { get; } = Whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };
    }
}
