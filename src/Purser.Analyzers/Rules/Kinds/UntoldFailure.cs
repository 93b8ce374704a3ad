using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Failures;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>Ways to lose a failure that need no catch: a host that stops without a word, a continuation that only logs, an answer that nobody acts on.</summary>
internal sealed record UntoldFailure(SyntaxNode Node, string What, string Instead)
{
    public static UntoldFailure? Of(WorkloadCheck check) =>
        TellsByExitCode(check) ? null : OfBackgroundService(check) ?? OfContinuation(check) ?? OfAnswer(check);

    /// <summary>Whether the program says anywhere how it ends: who does that has thought of it.</summary>
    private static bool TellsByExitCode(WorkloadCheck check) => check.Compilation.SyntaxTrees.Any(tree =>
        !GeneratedCode.Is(tree, check.Cancellation) && (CallSites.CallsIn(tree, check.Cancellation) is var calls && (calls["Exit"].Any() || calls["FailFast"].Any())
            || SourceIndex.Of(tree, check.Cancellation).Changes.OfType<AssignmentExpressionSyntax>().Any(static change => SyntaxNames.Last(change.Left) == "ExitCode" && !CatchOutcome.IsOverwritten(change))))
        || check.Workloads.EntryPoint is { } main && main.DeclaringSyntaxReferences.Any(reference => ReturnsItsCode(reference.GetSyntax(check.Cancellation)));

    private static bool ReturnsItsCode(SyntaxNode main) => main is CompilationUnitSyntax unit
        ? unit.Members.OfType<GlobalStatementSyntax>().Any(static statement => statement.Statement.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(IsCode))
        : main.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(IsCode);

    private static bool IsCode(SyntaxNode node) => node is ReturnStatementSyntax { Expression: not (null or LiteralExpressionSyntax { Token.ValueText: "0" }) };

    /// <summary>
    /// <c>finally { lifetime.StopApplication(); }</c> in <c>ExecuteAsync</c>: an exception there only stops the host (<c>BackgroundServiceExceptionBehavior.StopHost</c>), and <c>Run</c> returns as if all were well.
    /// </summary>
    private static UntoldFailure? OfBackgroundService(WorkloadCheck check)
    {
        if (!ReferenceEquals(check.Workload, check.Workloads.Main))
            return null;
        foreach (var call in WorkloadCalls.Named(check, "StopApplication"))
        {
            if (call.Member is IMethodSymbol { Name: "ExecuteAsync", IsOverride: true, ContainingType: { } type } && call.Node.FirstAncestorOrSelf<FinallyClauseSyntax>() is not null
                && call.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Body: { } body }
                && !body.Statements.OfType<TryStatementSyntax>().SelectMany(static attempt => attempt.Catches).Any(CatchOutcome.IsBroad))
                return new(call.Node, $"an exception in '{type.Name}.ExecuteAsync' only stops the host, whose Run returns as if all were well,", "catch it there and set Environment.ExitCode = 1");
        }

        return null;
    }

    /// <summary><c>work.ContinueWith(task => log.LogError(task.Exception, ...))</c>: who awaits the continuation never sees the exception.</summary>
    private static UntoldFailure? OfContinuation(WorkloadCheck check)
    {
        foreach (var call in WorkloadCalls.Named(check, "ContinueWith"))
        {
            if (call.Node is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax lambda }, ..] arguments } continuation
                && Parameter(lambda) is { } task && !arguments.Skip(1).Any(static argument => argument.ToString().IndexOf("OnlyOn", StringComparison.Ordinal) >= 0)
                && continuation.Parent is not (ExpressionStatementSyntax or AssignmentExpressionSyntax)
                && lambda.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(member => member.Name.Identifier.ValueText is "IsFaulted" or "Exception" && IsTask(member.Expression, task))
                && WorkNames.CallsIn(lambda.Body).Any(WorkNames.IsErrorLogging)
                && !lambda.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or AssignmentExpressionSyntax
                    || (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" or "Wait" or "GetAwaiter" or "Add" or "Enqueue" or "Increment" })))
                return new(continuation, $"'{SyntaxNames.Display(continuation)}' only logs the failure of its task", "await the task itself and let its exception out, or count the failures and set Environment.ExitCode = 1");
        }

        return null;

        static string? Parameter(LambdaExpressionSyntax lambda) => lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var first, ..] } => first.Identifier.ValueText,
            _ => null,
        };

        static bool IsTask(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
    }

    /// <summary><c>if (dump.ExitCode != 0) { log.LogError(...); return; }</c>, and the same for an HTTP answer.</summary>
    private static UntoldFailure? OfAnswer(WorkloadCheck check)
    {
        foreach (var tree in check.Compilation.SyntaxTrees)
        {
            if (GeneratedCode.Is(tree, check.Cancellation) || SourceIndex.Of(tree, check.Cancellation).Names is var names && !(names.Contains("ExitCode") || names.Contains("IsSuccessStatusCode")))
                continue;
            foreach (var branch in tree.GetRoot(check.Cancellation).DescendantNodes().OfType<IfStatementSyntax>())
            {
                if (IsFailure(branch.Condition) is { } answer && branch.Else is null && IsOnlyLogged(branch.Statement) && !IsInLoop(branch) && check.Runs(branch) && ProgramModels.Of(check.Compilation).For(tree) is { } model
                    && WorkloadCalls.MemberAround(branch, model, check.Cancellation) is IMethodSymbol { ReturnType: var result } && (result.SpecialType == SpecialType.System_Void || result is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true }))
                    return new(branch.Condition, $"where '{answer}' says that the work has failed, it is only logged", "throw there, or set Environment.ExitCode = 1");
            }
        }

        return null;
    }

    private static ExpressionSyntax? IsFailure(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ExitCode", Expression: not IdentifierNameSyntax { Identifier.ValueText: "Environment" } } code, Right: LiteralExpressionSyntax { Token.ValueText: "0" } } => code,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode" } code } => code,
        _ => null,
    };

    /// <summary>As an error, and then the work is left or ends.</summary>
    private static bool IsOnlyLogged(StatementSyntax branch) =>
        WorkNames.CallsIn(branch) is var calls && calls.Any(WorkNames.IsErrorLogging)
        && !branch.DescendantNodesAndSelf().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax or ReturnStatementSyntax { Expression: not null } or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or ContinueStatementSyntax)
        && calls.All(static call => WorkNames.IsLogging(call) || SyntaxNames.Called(call) is "ReadAsStringAsync" or "ReadToEnd" or "ReadToEndAsync" or "ConfigureAwait")
        && (branch is not BlockSyntax block || block.Statements.LastOrDefault() is ReturnStatementSyntax || IsLast(branch.Parent!));

    /// <summary>Whether nothing is done behind a statement.</summary>
    private static bool IsLast(SyntaxNode statement) => statement.Parent is BlockSyntax { Statements: [.., var last] } && last == statement;

    private static bool IsInLoop(SyntaxNode node) => node.Ancestors().TakeWhile(static around => around is not MemberDeclarationSyntax and not LocalFunctionStatementSyntax || around is GlobalStatementSyntax)
        .Any(static around => around is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax);
}
