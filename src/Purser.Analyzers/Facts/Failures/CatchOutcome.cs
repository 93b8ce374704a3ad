using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts.Lifetime;

namespace Purser.Analyzers.Facts.Failures;

/// <summary>What becomes of a failure, as far as a piece of code says.</summary>
internal enum FailureEnd
{
    /// <summary>The code goes on behind it.</summary>
    GoesOn,

    /// <summary>Somebody is told: rethrown, an exit code, a result that is not zero.</summary>
    Told,

    /// <summary>It leaves with nothing, or with 0.</summary>
    LeavesWithZero,

    /// <summary>It leaves with a value that may mean a failure, if the caller looks at it.</summary>
    LeavesWithValue,

    /// <summary><c>Environment.Exit(0)</c>.</summary>
    ExitsWithZero,
}

/// <summary>Reads what a catch clause does with the failure. In doubt somebody is told: only what is certain is spoken of.</summary>
internal static class CatchOutcome
{
    private static readonly string[] Broad = ["Exception", "SystemException", "AggregateException"];

    /// <summary>Exceptions that mean that the work could not be done.</summary>
    private static readonly string[] Failures =
        ["HttpRequestException", "SqlException", "DbException", "NpgsqlException", "PostgresException", "MySqlException", "TimeoutException", "SocketException", "IOException", "RequestFailedException", "AmazonS3Exception", "DbUpdateException", "InvalidOperationException", "JsonException", "RpcException"];

    /// <summary>Whether a clause catches whatever goes wrong; a narrower one must also call it an error itself.</summary>
    public static bool IsBroad(CatchClauseSyntax clause)
    {
        if (clause.Filter is { } filter && !IsAnythingButCancellation(filter.FilterExpression.ToString()))
            return false;
        var type = clause.Declaration is null ? "Exception" : SyntaxNames.Last(clause.Declaration.Type) ?? "";
        return Array.IndexOf(Broad, type) >= 0
            || (Array.IndexOf(Failures, type) >= 0 && WorkNames.CallsIn(clause.Block).Any(WorkNames.IsErrorLogging));
    }

    /// <summary><c>when (e is not OperationCanceledException)</c>, <c>when (!token.IsCancellationRequested)</c>: everything else is still caught.</summary>
    private static bool IsAnythingButCancellation(string filter) =>
        (filter.IndexOf("is not ", StringComparison.Ordinal) >= 0 && filter.IndexOf("Cancel", StringComparison.Ordinal) >= 0)
        || (filter.StartsWith("!", StringComparison.Ordinal) && filter.IndexOf("ancel", StringComparison.Ordinal) >= 0);

    /// <summary>What statements do, the first that leaves decides; whatever may tell somebody counts wherever it stands.</summary>
    public static FailureEnd Of(IEnumerable<StatementSyntax> statements, SemanticModel model, SourceMethods methods, CancellationToken cancellation, int depth = 0)
    {
        var end = FailureEnd.GoesOn;
        foreach (var statement in statements)
        {
            if (statement is LocalFunctionStatementSyntax)
                continue;
            if (Tells(statement, model, methods, cancellation, depth))
                return FailureEnd.Told;
            if (end != FailureEnd.GoesOn)
                continue;
            if (statement is ReturnStatementSyntax result)
                end = OfResult(result.Expression, model, cancellation);
            else if (statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => IsExit(call) && ExitsWithZero(call, model, cancellation)))
                end = FailureEnd.ExitsWithZero;
            else if (statement is BlockSyntax block)
                end = Of(block.Statements, model, methods, cancellation, depth);
        }

        return end;
    }

    public static FailureEnd OfResult(ExpressionSyntax? result, SemanticModel model, CancellationToken cancellation)
    {
        if (result is null)
            return FailureEnd.LeavesWithZero;
        if (result is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var wrapped }] } call && SyntaxNames.Called(call) == "FromResult")
            result = wrapped;
        if (result is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" })
            return FailureEnd.LeavesWithZero;
        return model.GetConstantValue(result, cancellation) switch
        {
            { HasValue: true, Value: 0 } => FailureEnd.LeavesWithZero,
            { HasValue: true, Value: int } => FailureEnd.Told,
            _ => FailureEnd.LeavesWithValue,
        };
    }

    /// <summary>Whether somewhere in a piece of code the failure is passed on, under whatever condition.</summary>
    public static bool Tells(SyntaxNode node, SemanticModel model, SourceMethods methods, CancellationToken cancellation, int depth)
    {
        foreach (var inner in node.DescendantNodesAndSelf(static child => child is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
        {
            switch (inner)
            {
                case ThrowStatementSyntax or ThrowExpressionSyntax:
                case AssignmentExpressionSyntax { Left: var target, Right: var code } when SyntaxNames.Last(target) == "ExitCode" && !IsZero(code, model, cancellation) && !IsOverwritten(inner):
                case ReturnStatementSyntax { Expression: { } result } when OfResult(result, model, cancellation) == FailureEnd.Told:
                case InvocationExpressionSyntax exit when IsExit(exit) && !ExitsWithZero(exit, model, cancellation):
                case InvocationExpressionSyntax call when !IsExit(call) && PassesOn(call, model, methods, cancellation, depth):
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>Environment.ExitCode</c> in a Main that returns a number itself: that number is the exit code.</summary>
    public static bool IsOverwritten(SyntaxNode assignment) => assignment.FirstAncestorOrSelf<MethodDeclarationSyntax>() switch
    {
        { Identifier.ValueText: "Main", ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword } } => true,
        { Identifier.ValueText: "Main", ReturnType: GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword }] } } => true,
        _ => false,
    };

    public static bool IsExit(InvocationExpressionSyntax call) => SyntaxNames.Called(call) == "Exit" && WorkNames.ReceiverOf(call) is null or "Environment";

    public static bool ExitsWithZero(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.ArgumentList.Arguments is [{ Expression: var code }] && IsZero(code, model, cancellation);

    public static bool IsZero(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: 0 };

    /// <summary>By name, or by what a method of this compilation does.</summary>
    private static bool PassesOn(InvocationExpressionSyntax call, SemanticModel model, SourceMethods methods, CancellationToken cancellation, int depth)
    {
        var name = SyntaxNames.Called(call) ?? "";
        if (name is "FailFast" or "SetException" or "TrySetException" or "Kill" or "Abort" or "Rethrow" or "Reject" or "Nack" or "BasicNack" or "BasicNackAsync" or "AbandonMessageAsync" or "DeadLetterMessageAsync"
            || (name is "Complete" or "TryComplete" && call.ArgumentList.Arguments.Count > 0))
            return true;
        if (WorkNames.IsLogging(call) && depth > 0)
            return false;
        if (depth < 2 && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && methods.Targets(method) is { IsEmpty: false } targets)
        {
            foreach (var target in targets)
            {
                foreach (var reference in target.DeclaringSyntaxReferences)
                {
                    var declaration = reference.GetSyntax(cancellation);
                    SyntaxNode? body = declaration switch
                    {
                        BaseMethodDeclarationSyntax source => (SyntaxNode?)source.Body ?? source.ExpressionBody,
                        LocalFunctionStatementSyntax source => (SyntaxNode?)source.Body ?? source.ExpressionBody,
                        _ => null,
                    };
                    if (body is not null && Models.For(declaration.SyntaxTree, model) is { } other && Tells(body, other, methods, cancellation, depth + 1))
                        return true;
                }
            }

            return false;
        }

        return name.StartsWith("Throw", StringComparison.Ordinal) || name.StartsWith("Fail", StringComparison.Ordinal) || name.StartsWith("Exit", StringComparison.Ordinal) || name.StartsWith("Terminate", StringComparison.Ordinal)
            || name.StartsWith("Crash", StringComparison.Ordinal) || name.StartsWith("Panic", StringComparison.Ordinal);
    }
}
