using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Memory;

/// <summary>A place where a request changes what the process remembers.</summary>
/// <param name="Node">The change.</param>
/// <param name="Holder">The field, property or variable that lives as long as the process.</param>
/// <param name="Member">Where the change stands.</param>
internal sealed record StateChange(SyntaxNode Node, ISymbol Holder, ISymbol? Member);

/// <summary>
/// Finds the changes that requests make to memory that outlives them: static members, members of singletons, variables around the
/// endpoints. Names alone sort out nearly everything before a symbol is asked. Left alone is what each process may have for itself.
/// </summary>
internal sealed class StateChanges
{
    /// <summary>Calls that put something into a collection. What only takes away is no state.</summary>
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "AddOrUpdate", "TryUpdate", "AddRange", "AddFirst", "AddLast", "Insert", "InsertRange", "Enqueue", "Push", "PushRange", "Append", "Set", "UnionWith", "SetValue",
    };

    /// <summary>Calls that give back what a collection holds.</summary>
    private static readonly HashSet<string> Looking = new(StringComparer.Ordinal)
    {
        "GetOrAdd", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "GetValueOrDefault", "Peek", "ElementAt", "ToList", "Where", "Values",
    };

    private static readonly HashSet<string> Connections = new(StringComparer.Ordinal) { "WebSocket", "Socket", "TcpClient", "NetworkStream", "HttpResponse", "StreamWriter", "IServerStreamWriter", "IAsyncStreamWriter", "PipeWriter" };

    /// <summary>Calls that hear what other replicas publish.</summary>
    private static readonly string[] Subscribing = ["GetSubscriber", "Subscribe", "SubscribeAsync", "PSubscribe", "PSubscribeAsync", "Consume", "BasicConsume", "BasicConsumeAsync"];

    private readonly Compilation compilation;
    private readonly Func<SyntaxNode, bool> isInRequest;
    private readonly CancellationToken cancellation;
    private readonly HashSet<string> singletons;
    private readonly HolderNames names;

    private StateChanges(Compilation compilation, Func<SyntaxNode, bool> isInRequest, CancellationToken cancellation)
    {
        (this.compilation, this.isInRequest, this.cancellation) = (compilation, isInRequest, cancellation);
        var types = compilation.SyntaxTrees.SelectMany(tree => SourceTypes.Of(tree, cancellation).All).ToList();
        singletons = Singletons.Of(compilation, types, cancellation);
        names = new(types, singletons, isInRequest, cancellation);
    }

    /// <param name="compilation">The program.</param>
    /// <param name="isInRequest">Whether code runs while a request is answered.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ImmutableArray<StateChange> Find(Compilation compilation, Func<SyntaxNode, bool> isInRequest, CancellationToken cancellation)
    {
        var search = new StateChanges(compilation, isInRequest, cancellation);
        return compilation.SyntaxTrees
            .Where(tree => !GeneratedCode.Is(tree, cancellation))
            .SelectMany(tree => SourceIndex.Of(tree, cancellation).Changes)
            .Select(search.Judge)
            .OfType<StateChange>()
            .ToImmutableArray();
    }

    private StateChange? Judge(SyntaxNode node)
    {
        var (target, stored) = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member } call when Adding.Contains(name) =>
                (member.Expression, StoredBy(call)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner }, ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Expression: var counter }, ..] }
                when SyntaxNames.Last(owner) is "Interlocked" => (counter, null),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner }, ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Expression: var replaced }, ..] arguments }
                when SyntaxNames.Last(owner) is "ImmutableInterlocked" => (replaced, arguments.Last().Expression),
            AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment when !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) => (assignment.Left, assignment.Right),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step => (step.Operand, null),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step => (step.Operand, null),
            _ => default((ExpressionSyntax?, ExpressionSyntax?)),
        };
        if (target is null || target is DeclarationExpressionSyntax or TupleExpressionSyntax || !names.MayChange(node, target) || IsPlainlyOfProcess(node, target, stored) || IsDisposing(node) || !isInRequest(node) || IsInConstructor(node))
            return null;
        if (HolderOf(target, 0) is not { } holder || !HeldState.Is(holder, SingletonName(holder)) || IsRelayed(holder))
            return null;
        if (IsService(node, target, holder) || IsCopy(target) || IsEvent(node, target))
            return null;
        // A variable of the request that is given another value changes nothing but itself.
        if (target is IdentifierNameSyntax && node is not InvocationExpressionSyntax && Model(node.SyntaxTree).GetSymbolInfo(target, cancellation).Symbol is ILocalSymbol local && !SymbolEqualityComparer.Default.Equals(local, holder))
            return null;
        if (!ChangeJudge.IsState((ExpressionSyntax)node, target, stored, holder, Model(node.SyntaxTree), cancellation))
            return null;
        var enclosing = Model(node.SyntaxTree).GetEnclosingSymbol(node.SpanStart, cancellation);
        while (enclosing is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            enclosing = enclosing.ContainingSymbol;
        return new(node, holder, enclosing);
    }

    /// <summary>The value, also where a function gives the same: <c>prices.AddOrUpdate(id, price, (_, _) => price)</c>.</summary>
    private static ExpressionSyntax? StoredBy(InvocationExpressionSyntax call) => call.ArgumentList.Arguments switch
    {
        [_, { Expression: IdentifierNameSyntax { Identifier.ValueText: var given } value }, { Expression: LambdaExpressionSyntax { Body: IdentifierNameSyntax { Identifier.ValueText: var same } } }] when given == same => value,
        var arguments => arguments.LastOrDefault()?.Expression,
    };

    /// <summary>What was handed in by whoever made the object has a class of its own, which is judged by itself.</summary>
    private bool IsService(SyntaxNode node, ExpressionSyntax target, ISymbol holder) =>
        node is InvocationExpressionSyntax && holder is IFieldSymbol { IsStatic: false, IsReadOnly: true, Type: INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } } field
        && SymbolEqualityComparer.Default.Equals(Model(node.SyntaxTree).GetSymbolInfo(target, cancellation).Symbol, field)
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: null or { Value: IdentifierNameSyntax } } declared && !IsMadeHere(declared);

    private static bool IsMadeHere(VariableDeclaratorSyntax field) =>
        field.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(static constructor => constructor.DescendantNodes()).Any(node =>
            node is AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax } assignment && SyntaxNames.Last(assignment.Left) == field.Identifier.ValueText) == true;

    /// <summary>A list that is made of what another one holds: <c>var rules = options.Rules.Where(...).ToList(); rules.Add(...)</c>.</summary>
    private bool IsCopy(ExpressionSyntax target)
    {
        var value = target is IdentifierNameSyntax && Model(target.SyntaxTree).GetSymbolInfo(target, cancellation).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var made } ? made : target;
        return value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" or "ToHashSet" or "ToDictionary" or "Where" or "ToListAsync" } };
    }

    private bool IsEvent(SyntaxNode node, ExpressionSyntax target) =>
        (node.IsKind(SyntaxKind.AddAssignmentExpression) || node.IsKind(SyntaxKind.SubtractAssignmentExpression)) && Model(node.SyntaxTree).GetSymbolInfo(target, cancellation).Symbol is IEventSymbol;

    private static bool IsDisposing(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: var name } && name.StartsWith("Dispose", StringComparison.Ordinal);

    /// <summary>A field that is set to what no request has brought: nothing, a number, a new list, the answer of a call.</summary>
    private static bool IsPlainlyOfProcess(SyntaxNode node, ExpressionSyntax target, ExpressionSyntax? stored) =>
        node.IsKind(SyntaxKind.SimpleAssignmentExpression) && target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && stored is not null && ChangeJudge.IsPlainlyOfProcess(stored, SyntaxNames.Last(target) ?? "");

    /// <summary>What lives as long as the process behind <c>carts[customer].Items</c>, also where a variable stands for what it holds.</summary>
    private ISymbol? HolderOf(ExpressionSyntax expression, int depth)
    {
        if (depth > 8)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return HolderOf(parenthesized.Expression, depth + 1);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return HolderOf(suppressed.Operand, depth + 1);
            case ElementAccessExpressionSyntax element:
                return HolderOf(element.Expression, depth + 1);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } when Looking.Contains(member.Name.Identifier.ValueText):
                return HolderOf(member.Expression, depth + 1);
            case MemberAccessExpressionSyntax member:
                return OfSymbol(member, depth) ?? HolderOf(member.Expression, depth + 1);
            case IdentifierNameSyntax:
                return OfSymbol(expression, depth);
            default:
                return null;
        }
    }

    private ISymbol? OfSymbol(ExpressionSyntax expression, int depth)
    {
        switch (NamedSymbol.Of(expression, Model(expression.SyntaxTree), cancellation))
        {
            case IFieldSymbol { IsConst: false, DeclaringSyntaxReferences.IsEmpty: false } field when field.IsStatic || IsSingleton(field.ContainingType):
                return field;
            case IPropertySymbol { IsIndexer: false, DeclaringSyntaxReferences.IsEmpty: false } property when (property.IsStatic || IsSingleton(property.ContainingType)) && !IsOfExecution(property):
                return property;
            case ILocalSymbol local when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration:
                return isInRequest(declaration) ? Alias(declaration, depth) : IsCaptured(expression, declaration) ? local : null;
            default:
                return null;
        }
    }

    /// <summary>A property before an <c>AsyncLocal</c>: each request has its own.</summary>
    private bool IsOfExecution(IPropertySymbol property) => property.SetMethod?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } setter
        && setter.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(member => member.Name.Identifier.ValueText == "Value"
            && NamedSymbol.Of(member.Expression, Model(member.SyntaxTree), cancellation) is { } held && NamedSymbol.TypeOf(held)?.Name is "AsyncLocal" or "ThreadLocal");

    /// <summary>Connections that each replica has for itself, in a program that hears from the others what they have to be told.</summary>
    private bool IsRelayed(ISymbol holder) => NamedSymbol.TypeOf(holder) is { } type && HoldsConnections(type)
        && compilation.SyntaxTrees.Any(tree => CallSites.CallsIn(tree, cancellation) is var calls && Array.Exists(Subscribing, calls.Contains));

    private static bool HoldsConnections(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(static element => HoldsConnections(element.Type)),
        INamedTypeSymbol named => Connections.Contains(named.Name) || named.TypeArguments.Any(HoldsConnections),
        _ => false,
    };

    /// <summary>What a variable of the request stands for: <c>var cart = carts.GetOrAdd(...)</c>, <c>carts.TryGetValue(id, out var cart)</c>, <c>foreach (var cart in carts)</c>.</summary>
    private ISymbol? Alias(SyntaxNode declaration, int depth) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: ElementAccessExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } } variable => HolderOf(variable.Initializer.Value, depth + 1),
        ForEachStatementSyntax loop => HolderOf(loop.Expression, depth + 1),
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" or "TryPeek" } member } } } } =>
            HolderOf(member.Expression, depth + 1),
        SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax { Parent: IsPatternExpressionSyntax test } } => HolderOf(test.Expression, depth + 1),
        SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax { Parent: IsPatternExpressionSyntax test } } => HolderOf(test.Expression, depth + 1),
        _ => null,
    };

    /// <summary>Whether a function uses a variable from around it.</summary>
    private static bool IsCaptured(SyntaxNode use, SyntaxNode declaration) =>
        use.Ancestors().TakeWhile(node => !node.Contains(declaration)).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private bool IsSingleton(INamedTypeSymbol? type) => type is not null && singletons.Contains(type.Name);

    private static string? SingletonName(ISymbol holder) => holder is ILocalSymbol ? null : holder.ContainingType?.Name;

    private static bool IsInConstructor(SyntaxNode node) => node.Ancestors().FirstOrDefault(static ancestor => ancestor is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax) is ConstructorDeclarationSyntax or FieldDeclarationSyntax;

    private SemanticModel Model(SyntaxTree tree) => ProgramModels.Of(compilation).For(tree)!;
}
