using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Lifetime;

/// <summary>Code that runs because somebody asks the program to stop: <c>Console.CancelKeyPress</c>, <c>ProcessExit</c>, a SIGTERM. What it sets is no end of its own.</summary>
internal static class SignalHandlers
{
    public static bool Contains(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } when Names(assignment.Left):
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } when Names(call.Expression):
                    return true;
                case MethodDeclarationSyntax method:
                    return IsHandler(method.Identifier.ValueText) || IsSubscribed(method.Identifier.ValueText, method);
                case LocalFunctionStatementSyntax function when IsHandler(function.Identifier.ValueText) || IsSubscribed(function.Identifier.ValueText, function):
                    return true;
            }
        }

        return false;
    }

    private static bool Names(ExpressionSyntax target)
    {
        var text = target.ToString();
        return text.EndsWith("CancelKeyPress", StringComparison.Ordinal) || text.EndsWith("ProcessExit", StringComparison.Ordinal) || text.EndsWith("Unloading", StringComparison.Ordinal)
            || text.EndsWith("PosixSignalRegistration.Create", StringComparison.Ordinal) || text.EndsWith("ApplicationStopping.Register", StringComparison.Ordinal);
    }

    private static bool IsHandler(string name) => name is "StopAsync" or "Dispose" or "DisposeAsync" or "OnStop" or "Stop" or "Shutdown";

    private static bool IsSubscribed(string method, SyntaxNode place) => place.SyntaxTree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Right is IdentifierNameSyntax name && name.Identifier.ValueText == method && Names(assignment.Left));
}
