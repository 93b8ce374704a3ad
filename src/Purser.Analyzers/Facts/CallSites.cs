using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts;

/// <summary>The calls of a method in its own compilation: for <c>static void UsePort(this IWebHostBuilder host, int port)</c> the arguments say the port.</summary>
internal static class CallSites
{
    private const int MaxCalls = 16;

    /// <summary>Whether a parameter's value could be found at the callers: not a lambda's.</summary>
    public static bool CanBind(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol
    {
        MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor or MethodKind.ReducedExtension,
        DeclaringSyntaxReferences.IsEmpty: false,
    };

    /// <summary>What the method's parameters stand for in each of its calls, and the class that calls.</summary>
    public static IEnumerable<(Bindings Bindings, SyntaxNode Call)> Of(IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        return model.Compilation.SyntaxTrees
            .SelectMany(tree => CallsIn(tree, cancellation)[name])
            .Select(call => (Bindings: Bind(call, method, model, cancellation), Call: (SyntaxNode)call))
            .Where(static found => found.Bindings is not null)
            .Take(MaxCalls)
            .Select(static found => (found.Bindings!, found.Call));
    }

    /// <summary>The calls and creations of a name, in the order of the files.</summary>
    public static IEnumerable<ExpressionSyntax> Named(string name, Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.SelectMany(tree => CallsIn(tree, cancellation)[name]);

    private static Bindings? Bind(ExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var operation = Models.For(call.SyntaxTree, model)?.GetOperation(call, cancellation);
        return operation switch
        {
            IInvocationOperation invocation when IsSame(invocation.TargetMethod, method) => Bindings.Of(invocation, null),
            IObjectCreationOperation creation when IsSame(creation.Constructor, method) => Bindings.Of(creation, null),
            _ => null,
        };
    }

    private static bool IsSame(IMethodSymbol? called, IMethodSymbol method) =>
        called is not null && SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, (method.ReducedFrom ?? method).OriginalDefinition);

    public static ILookup<string, ExpressionSyntax> CallsIn(SyntaxTree tree, CancellationToken cancellation) => SourceIndex.Of(tree, cancellation).Calls;
}
