using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Identity;

/// <summary>Where a program asks for the name of its pod, and what it does with it: a number out of it, a comparison, an address, an id; not only a word for a log.</summary>
internal sealed class PodName(Compilation compilation, Func<SyntaxNode, bool> matters, CancellationToken cancellation)
{
    private const int MaxSteps = 200;

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase) { "HOSTNAME", "POD_NAME", "PODNAME", "MY_POD_NAME", "K8S_POD_NAME", "KUBERNETES_POD_NAME", "COMPUTERNAME", "PodName", "Pod:Name" };

    /// <summary>What only the pods of a StatefulSet are given.</summary>
    private static readonly HashSet<string> Numbers = new(StringComparer.OrdinalIgnoreCase) { "POD_INDEX", "POD_ORDINAL", "ORDINAL", "ORDINAL_INDEX", "REPLICA_INDEX", "STATEFULSET_INDEX" };

    /// <summary>Methods that take a name apart, or make a number of it.</summary>
    private static readonly HashSet<string> Parsing = new(StringComparer.Ordinal)
    {
        "Split", "Substring", "LastIndexOf", "IndexOf", "Last", "TakeLast", "SkipWhile", "TakeWhile", "Reverse", "LastOrDefault", "AsSpan", "Slice", "GetHashCode", "GetStableHashCode", "Where", "ElementAt",
        "Parse", "TryParse", "ToInt32", "ToInt64", "ToInt16", "ToUInt32", "Match", "Matches", "IsMatch", "HashData", "ComputeHash", "GetHashCodeOfBytes", "Compute", "Hash", "XxHash64", "HashToUInt64", "HashToUInt32", "Remove", "TrimStart",
    };

    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal) { "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Trim", "TrimEnd", "ToString", "Normalize", "Replace" };

    private static readonly HashSet<string> Comparing = new(StringComparer.Ordinal) { "Equals", "StartsWith", "EndsWith", "Contains", "CompareTo" };

    /// <summary>Names of what must stay the same for a pod that comes back, or be counted from zero.</summary>
    private static readonly string[] Ids =
        ["ordinal", "shard", "partition", "workerid", "nodeid", "replicaid", "replicaindex", "replicanumber", "podindex", "podnumber", "groupinstanceid", "machineid", "generatorid", "isleader", "isprimary", "ismaster", "datacenterid", "brokerid", "siloid", "memberid"];

    /// <summary>The calls that ask for a value by its key.</summary>
    private static readonly string[] Asking = ["GetEnvironmentVariable", "GetValue", "GetRequiredValue"];

    /// <summary>Whether the program writes one of the keys down anywhere: a constant for it has to be somewhere.</summary>
    private readonly Lazy<bool> isKeyKnown = new(() => compilation.SyntaxTrees.Any(tree => IsKey(SourceIndex.Of(tree, cancellation))), LazyThreadSafetyMode.PublicationOnly);

    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
    private int steps;

    /// <summary>The first place that relies on the name; null where there is none.</summary>
    public SyntaxNode? FirstReliance()
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (GeneratedCode.Is(tree, cancellation))
                continue;
            foreach (var (source, isNumber) in Sources(tree))
            {
                if (!matters(source))
                    continue;
                if (isNumber)
                    return source;
                if (Reliance(source, 0) is { } found)
                    return found;
            }
        }

        return null;
    }

    private IEnumerable<(ExpressionSyntax Source, bool IsNumber)> Sources(SyntaxTree tree)
    {
        var index = SourceIndex.Of(tree, cancellation);
        if (!index.Names.Contains("MachineName") && !index.Names.Contains("GetHostName") && !IsKey(index) && !(isKeyKnown.Value && Asking.Any(index.Calls.Contains)))
            yield break;
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
        {
            switch (node)
            {
                case IdentifierNameSyntax { Identifier.ValueText: "MachineName" } name when name.Parent is MemberAccessExpressionSyntax { Expression: var owner } member && SyntaxNames.Last(owner) == "Environment":
                    yield return (member, false);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: "MachineName", Parent: not MemberAccessExpressionSyntax } name when Model(tree).GetSymbolInfo(name, cancellation).Symbol is { ContainingType.Name: "Environment" }:
                    yield return (name, false);
                    break;
                case InvocationExpressionSyntax call when SyntaxNames.Called(call) is "GetHostName" && call.Expression is MemberAccessExpressionSyntax { Expression: var owner } && SyntaxNames.Last(owner) == "Dns":
                    yield return (call, false);
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] } call when SyntaxNames.Called(call) is { } asked && Array.IndexOf(Asking, asked) >= 0 && KeyOf(key) is { } isNumber:
                    yield return (call, isNumber);
                    break;
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } element when KeyOf(key) is { } isNumber:
                    yield return (element, isNumber);
                    break;
            }
        }
    }

    private static bool IsKey(SourceIndex index) => Keys.Overlaps(index.Texts) || Numbers.Overlaps(index.Texts);

    private bool? KeyOf(ExpressionSyntax key)
    {
        var text = key is LiteralExpressionSyntax literal ? literal.Token.Value as string
            : isKeyKnown.Value && key is NameSyntax or MemberAccessExpressionSyntax ? Model(key.SyntaxTree).GetConstantValue(key, cancellation).Value as string
            : null;
        return text is null ? null : Numbers.Contains(text) ? true : Keys.Contains(text) ? false : null;
    }

    /// <summary>What is done with a value that is the name, or has it in it.</summary>
    private SyntaxNode? Reliance(ExpressionSyntax value, int depth)
    {
        if (depth > 5 || ++steps > MaxSteps)
            return null;
        SyntaxNode current = value;
        while (current.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or AwaitExpressionSyntax
            || (current.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            || (current.Parent is ConditionalExpressionSyntax choice && choice.Condition != current))
            current = current.Parent!;

        switch (current.Parent)
        {
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == current:
                return Called(call, member.Name.Identifier.ValueText, depth);
            case ConditionalAccessExpressionSyntax access when access.Expression == current:
                var inner = access.WhenNotNull.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => call.Expression is MemberBindingExpressionSyntax);
                if (inner is null)
                    return access.WhenNotNull.DescendantNodesAndSelf().Any(static node => node is ElementBindingExpressionSyntax) ? access : null;
                var name = ((MemberBindingExpressionSyntax)inner.Expression).Name.Identifier.ValueText;
                return Parsing.Contains(name) || (Comparing.Contains(name) && inner.ArgumentList.Arguments.FirstOrDefault() is { } compared && IsFixed(compared.Expression)) ? access : Keeping.Contains(name) ? Reliance(access, depth + 1) : null;
            case ElementAccessExpressionSyntax element when element.Expression == current:
                return element;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression):
                return IsFixed(binary.Left == current ? binary.Right : binary.Left) ? binary : null;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return IsAddress(sum) ? sum : Reliance(sum, depth + 1);
            case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text }:
                return IsAddress(text) ? text : Reliance(text, depth + 1);
            case IsPatternExpressionSyntax { Pattern: var pattern } test:
                return pattern is ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } } or BinaryPatternSyntax or ListPatternSyntax ? test : null;
            case SwitchStatementSyntax or SwitchExpressionSyntax:
                return current.Parent;
            case ArgumentSyntax argument:
                return Passed(argument, depth);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                return IsId(variable.Identifier.ValueText) ? variable : Follow(variable, depth);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return IsId(property.Identifier.ValueText) ? property.Initializer : Follow(property, depth);
            case ArrowExpressionClauseSyntax { Parent: MemberDeclarationSyntax member }:
                return Returned(member, depth);
            case ReturnStatementSyntax statement when statement.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is MemberDeclarationSyntax member:
                return Returned(member, depth);
            case AssignmentExpressionSyntax assignment when assignment.Right == current:
                if (SyntaxNames.Last(assignment.Left) is { } assigned && IsId(assigned))
                    return assignment;
                return Model(assignment.SyntaxTree).GetSymbolInfo(assignment.Left, cancellation).Symbol is { DeclaringSyntaxReferences.IsEmpty: false } symbol ? Follow(symbol, depth) : null;
            default:
                return null;
        }
    }

    private SyntaxNode? Called(InvocationExpressionSyntax call, string name, int depth)
    {
        if (Parsing.Contains(name))
            return call;
        if (Comparing.Contains(name))
            return call.ArgumentList.Arguments.FirstOrDefault() is { } compared && IsFixed(compared.Expression) ? call : null;
        if (Keeping.Contains(name))
            return Reliance(call, depth + 1);
        // An extension of the program's own.
        return Model(call.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ReducedFrom: { DeclaringSyntaxReferences.IsEmpty: false } method } ? IsId(name) ? call : Follow(method.Parameters[0], depth) : null;
    }

    private SyntaxNode? Passed(ArgumentSyntax argument, int depth)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var named } && IsId(named))
            return argument;
        var call = argument.Parent?.Parent as ExpressionSyntax;
        var called = call is null ? null : SyntaxNames.Called(call);
        if (called is not null && Parsing.Contains(called))
            return call;
        if (called is null || called.StartsWith("Log", StringComparison.Ordinal))
            return null;
        if (called is "Equals" or "Compare" && argument.Parent is ArgumentListSyntax { Arguments: var all })
            return all.Any(other => other != argument && IsFixed(other.Expression)) ? call : null;
        if (Model(argument.SyntaxTree).GetSymbolInfo(call!, cancellation).Symbol is not IMethodSymbol method || argument.Parent is not ArgumentListSyntax list)
            return null;
        var index = list.Arguments.IndexOf(argument);
        var parameter = argument.NameColon is { } colon
            ? method.Parameters.FirstOrDefault(candidate => candidate.Name == colon.Name.Identifier.ValueText)
            : index < method.Parameters.Length ? method.Parameters[index] : null;
        if (parameter is null)
            return null;
        if (IsId(parameter.Name))
            return call;
        return parameter.DeclaringSyntaxReferences.IsEmpty ? null : Follow(parameter.OriginalDefinition, depth);
    }

    private SyntaxNode? Returned(MemberDeclarationSyntax member, int depth)
    {
        var name = member switch { MethodDeclarationSyntax method => method.Identifier.ValueText, PropertyDeclarationSyntax property => property.Identifier.ValueText, _ => "" };
        return IsId(name) ? member : Follow(member, depth);
    }

    private SyntaxNode? Follow(SyntaxNode declaration, int depth) => Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is { } symbol ? Follow(symbol, depth) : null;

    /// <summary>The places where a variable or a member is used.</summary>
    private SyntaxNode? Follow(ISymbol symbol, int depth)
    {
        if (!seen.Add(symbol))
            return null;
        var trees = symbol is ILocalSymbol or IParameterSymbol ? symbol.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree) : compilation.SyntaxTrees;
        foreach (var use in trees.Where(tree => SourceIndex.Of(tree, cancellation).Names.Contains(symbol.Name)).SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()).Where(name => name.Identifier.ValueText == symbol.Name))
        {
            if (!matters(use) || !SymbolEqualityComparer.Default.Equals(Model(use.SyntaxTree).GetSymbolInfo(use, cancellation).Symbol?.OriginalDefinition, symbol))
                continue;
            ExpressionSyntax value = use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member : use;
            if (value.Parent is InvocationExpressionSyntax call && call.Expression == value)
                value = call;
            if (Reliance(value, depth + 1) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>A text that somebody wrote down, or that is configured: another pod's name would be neither.</summary>
    private bool IsFixed(ExpressionSyntax other)
    {
        if (Model(other.SyntaxTree).GetConstantValue(other, cancellation) is { HasValue: true } constant)
            return constant.Value is string { Length: > 0 } or char;
        var text = other.ToString();
        return text.IndexOf("onfig", StringComparison.Ordinal) >= 0 || text.IndexOf("ptions.", StringComparison.Ordinal) >= 0 || text.IndexOf("GetEnvironmentVariable", StringComparison.Ordinal) >= 0;
    }

    /// <summary><c>$"http://{host}.workers:8080"</c>: only a StatefulSet's pods have names that DNS knows.</summary>
    private static bool IsAddress(ExpressionSyntax text) => text.DescendantTokens()
        .FirstOrDefault(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        .ValueText is { } first && first.IndexOf("://", StringComparison.Ordinal) is > 0 and < 12 && first.EndsWith("://", StringComparison.Ordinal);

    private static bool IsId(string name)
    {
        var plain = name.Replace("_", "").ToLowerInvariant();
        return Array.Exists(Ids, id => plain.IndexOf(id, StringComparison.Ordinal) >= 0);
    }

    private SemanticModel Model(SyntaxTree tree) => ProgramModels.Of(compilation).For(tree)!;
}
