using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>Whether code is one of several choices that configuration makes: <c>if (redis is null) ... else services.AddStackExchangeRedisCache(...)</c>.</summary>
internal static class Alternatives
{
    /// <summary>What another branch would call in the place of something local: a server that all replicas share.</summary>
    private static readonly string[] Shared =
    [
        "UseNpgsql", "UseSqlServer", "UseAzureSql", "UseMySql", "UseMySQL", "UseOracle", "UseCosmos", "UseMongoDB", "UseFirebird", "UseInMemoryDatabase", "UseSnowflake",
        "AddStackExchangeRedis", "AddStackExchangeRedisCache", "AddDistributedSqlServerCache", "AddAzureSignalR", "AddNpgsqlDataSource",
    ];

    public static bool IsOneOf(SyntaxNode node)
    {
        for (var current = node; current.Parent is { } parent and not MemberDeclarationSyntax; current = parent)
        {
            var whole = parent switch
            {
                IfStatementSyntax branch when current != branch.Condition => TopOf(branch),
                ElseClauseSyntax => null,
                SwitchSectionSyntax => parent.Parent,
                SwitchExpressionArmSyntax => parent.Parent,
                ConditionalExpressionSyntax choice when current != choice.Condition => choice,
                _ => null,
            };
            if (whole is not null && CallsShared(whole, current))
                return true;
        }

        return false;
    }

    /// <summary>The whole of <c>if ... else if ... else</c>; and what follows where the branch returns.</summary>
    private static SyntaxNode TopOf(IfStatementSyntax branch)
    {
        while (branch.Parent is ElseClauseSyntax { Parent: IfStatementSyntax outer })
            branch = outer;
        return branch;
    }

    private static bool CallsShared(SyntaxNode whole, SyntaxNode but) => whole
        .DescendantNodes(inner => inner != but)
        .OfType<InvocationExpressionSyntax>()
        .Any(static call => SyntaxNames.Called(call) is { } name && Array.IndexOf(Shared, name) >= 0);
}
