using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.CodeFixes;

/// <summary>Edits of attributes as syntax, with the user's trivia, indentation and line endings kept. All are pure: node in, node out.</summary>
internal static class AttributeEdits
{
    /// <summary><c>Create("Secret", Positional("Db:Password"), Named("Optional", true))</c>.</summary>
    public static AttributeSyntax Create(string name, params AttributeArgumentSyntax[] arguments)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName(name));
        return AsTyped(arguments.Length == 0 ? attribute : attribute.WithArgumentList(ListOf(arguments)));
    }

    public static AttributeArgumentSyntax Positional(object value) => SyntaxFactory.AttributeArgument(Literal(value));

    public static AttributeArgumentSyntax Named(string name, object value) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(default, name, SyntaxFactory.TriviaList(SyntaxFactory.Space))))
            .WithEqualsToken(SyntaxFactory.Token(default, SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space))),
        nameColon: null,
        Literal(value));

    /// <summary>A string, number or flag as an expression; an expression stays as it is (an enum's member).</summary>
    public static ExpressionSyntax Literal(object value) => AsTyped<ExpressionSyntax>(value switch
    {
        string text => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)),
        bool flag => SyntaxFactory.LiteralExpression(flag ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression),
        int number => SyntaxFactory.ParseExpression(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        long number => SyntaxFactory.ParseExpression(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ExpressionSyntax expression => expression,
        _ => throw new ArgumentException($"No literal for {value.GetType()}", nameof(value)),
    });

    /// <summary>The class with one more attribute: a line of its own below the attributes that are there, or beside them where the user writes them on one line.</summary>
    public static TypeDeclarationSyntax Add(TypeDeclarationSyntax type, AttributeSyntax attribute)
    {
        var list = ListOf(attribute);
        if (type.AttributeLists.LastOrDefault() is { } last)
        {
            var sameLine = !last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
            var trailing = sameLine ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : SyntaxFactory.TriviaList(EndOfLine(type));
            list = list.WithLeadingTrivia(sameLine ? default : Indentation(last.GetLeadingTrivia())).WithTrailingTrivia(trailing);
            if (sameLine && last.GetTrailingTrivia().Count == 0)
                type = type.ReplaceNode(last, last.WithTrailingTrivia(SyntaxFactory.Space));
            return (TypeDeclarationSyntax)type.AddAttributeLists(list);
        }

        var leading = type.GetLeadingTrivia();
        list = list.WithLeadingTrivia(leading).WithTrailingTrivia(EndOfLine(type));
        return (TypeDeclarationSyntax)type.WithLeadingTrivia(Indentation(leading)).AddAttributeLists(list);
    }

    /// <summary>The class with one more attribute above all others.</summary>
    public static TypeDeclarationSyntax AddFirst(TypeDeclarationSyntax type, AttributeSyntax attribute)
    {
        if (type.AttributeLists.FirstOrDefault() is not { } first)
            return Add(type, attribute);
        var sameLine = !first.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var leading = first.GetLeadingTrivia();
        var list = ListOf(attribute)
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(sameLine ? SyntaxFactory.Space : EndOfLine(type));
        var lists = type.AttributeLists.Replace(first, first.WithLeadingTrivia(sameLine ? default : Indentation(leading)));
        return (TypeDeclarationSyntax)WithAttributeLists(type, lists.Insert(0, list));
    }

    /// <summary>The class without the attribute, and without its brackets where nothing is left in them; comments above stay.</summary>
    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax type, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
            return type.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!;

        // What follows moves up and takes over the comments above the removed list.
        var following = list.GetLastToken().GetNextToken();
        var above = WithoutLastIndentation(list.GetLeadingTrivia());
        if (!list.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) && following.LeadingTrivia.Count == 0)
            above = list.GetLeadingTrivia();
        var index = type.AttributeLists.IndexOf(list);
        type = type.ReplaceToken(following, following.WithLeadingTrivia(above.AddRange(following.LeadingTrivia)));
        return (TypeDeclarationSyntax)WithAttributeLists(type, type.AttributeLists.RemoveAt(index));
    }

    /// <summary>The value of a property, by name; null where it is not given by name.</summary>
    public static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>The attribute with a property set: replaced where it is given, else added at the end.</summary>
    public static AttributeSyntax Set(AttributeSyntax attribute, string name, object value)
    {
        if (Argument(attribute, name) is { } given)
            return attribute.ReplaceNode(given, WithValue(given, value));

        var argument = Named(name, value);
        if (attribute.ArgumentList is not { } list)
            return attribute.WithoutTrailingTrivia().WithArgumentList(ListOf(argument).WithTrailingTrivia(attribute.GetTrailingTrivia()));
        if (list.Arguments.Count == 0)
            return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SingletonSeparatedList(argument)));

        // Arguments that stand in lines of their own get a line of the same indentation.
        var last = list.Arguments.Last();
        var leading = last.GetLeadingTrivia().All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? last.GetLeadingTrivia() : default;
        var afterComma = list.Arguments.SeparatorCount > 0 ? list.Arguments.GetSeparator(list.Arguments.SeparatorCount - 1).TrailingTrivia : default;
        var ownLine = afterComma.Any(SyntaxKind.EndOfLineTrivia);
        var comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, ownLine ? SyntaxFactory.TriviaList(EndOfLine(attribute)) : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        var tail = last.GetTrailingTrivia();
        var arguments = list.Arguments.Replace(last, last.WithoutTrailingTrivia());
        var items = arguments.GetWithSeparators().Add(comma).Add(argument.WithLeadingTrivia(ownLine ? leading : default).WithTrailingTrivia(tail));
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(items)));
    }

    /// <summary>The argument with another value, trivia kept.</summary>
    public static AttributeArgumentSyntax WithValue(AttributeArgumentSyntax argument, object value) =>
        argument.WithExpression(Literal(value).WithTriviaFrom(argument.Expression));

    /// <summary>The attribute without a property; the parentheses go with the last one.</summary>
    public static AttributeSyntax Unset(AttributeSyntax attribute, string name) =>
        Argument(attribute, name) is { } argument ? WithoutArgument(attribute, argument) : attribute;

    /// <summary>The attribute without an argument; the parentheses go with the last one.</summary>
    public static AttributeSyntax WithoutArgument(AttributeSyntax attribute, AttributeArgumentSyntax argument) =>
        attribute.ArgumentList!.Arguments.Count == 1
            ? attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia())
            : attribute.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!;

    /// <summary>Another attribute in its place: <c>[Purser.Stateless(Cpu = "1", Replicas = 2)]</c> as <c>BatchJob</c> is <c>[Purser.BatchJob(Cpu = "1")]</c>.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The new name, without the suffix.</param>
    /// <param name="target">The new attribute's type: arguments that it does not have are dropped. Null keeps all.</param>
    public static AttributeSyntax Rename(AttributeSyntax attribute, string name, INamedTypeSymbol? target)
    {
        var old = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier,
            SimpleNameSyntax simple => simple.Identifier,
            _ => attribute.Name.GetLastToken(),
        };
        var suffix = old.ValueText.EndsWith("Attribute", StringComparison.Ordinal) ? "Attribute" : "";
        attribute = attribute.ReplaceToken(old, SyntaxFactory.Identifier(old.LeadingTrivia, name + suffix, old.TrailingTrivia));
        if (target is null || attribute.ArgumentList is null)
            return attribute;

        foreach (var given in attribute.ArgumentList.Arguments.Select(argument => argument.NameEquals?.Name.Identifier.ValueText).ToArray())
            if (given is not null && !HasProperty(target, given))
                attribute = Unset(attribute, given);
        return attribute;
    }

    /// <summary>The line ending that the node's file uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        var first = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.RawKind == 0 ? SyntaxFactory.EndOfLine("\n") : SyntaxFactory.EndOfLine(first.ToString());
    }

    private static AttributeArgumentListSyntax ListOf(params AttributeArgumentSyntax[] arguments)
    {
        var comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return AsTyped(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(comma, arguments.Length - 1))));
    }

    private static AttributeListSyntax ListOf(AttributeSyntax attribute) => AsTyped(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)));

    /// <summary>Without the places where the formatter would be free to break lines.</summary>
    private static T AsTyped<T>(T node) where T : SyntaxNode =>
        node.ReplaceTrivia(node.DescendantTrivia().Where(trivia => trivia.HasAnnotation(SyntaxAnnotation.ElasticAnnotation)), static (_, _) => default);

    private static bool HasProperty(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (type.GetMembers(name).OfType<IPropertySymbol>().Any(property => property.SetMethod is not null))
                return true;
        return false;
    }

    private static MemberDeclarationSyntax WithAttributeLists(TypeDeclarationSyntax type, SyntaxList<AttributeListSyntax> lists) => type switch
    {
        ClassDeclarationSyntax declaration => declaration.WithAttributeLists(lists),
        RecordDeclarationSyntax declaration => declaration.WithAttributeLists(lists),
        StructDeclarationSyntax declaration => declaration.WithAttributeLists(lists),
        InterfaceDeclarationSyntax declaration => declaration.WithAttributeLists(lists),
        _ => type,
    };

    private static SyntaxTriviaList Indentation(SyntaxTriviaList leading) =>
        leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;

    private static SyntaxTriviaList WithoutLastIndentation(SyntaxTriviaList leading) =>
        leading.LastOrDefault().IsKind(SyntaxKind.WhitespaceTrivia) ? leading.RemoveAt(leading.Count - 1) : leading;
}
