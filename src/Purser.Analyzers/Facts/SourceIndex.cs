using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>
/// What the rules about whole programs look for in a file, found in one walk over its nodes: making the nodes costs more than all that is
/// asked of them. Kept as long as the file's tree lives.
/// </summary>
internal sealed class SourceIndex
{
    private const int LongestText = 40;

    private static readonly Once<SyntaxTree, SourceIndex> Known = new();

    private readonly Dictionary<SyntaxNode, string[]> membersNames = [];

    private SourceIndex(SyntaxNode root, CancellationToken cancellation)
    {
        var calls = new List<ExpressionSyntax>();
        var changes = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var locals = new List<(string Name, SyntaxNode Declaration)>();
        var own = new HashSet<string>(StringComparer.Ordinal);
        SyntaxNode? member = null;
        // What only runs in Development ends there.
        var left = 0;
        var end = 0;
        foreach (var node in root.DescendantNodes())
        {
            // Full spans are known; where a node begins without its trivia must be looked for.
            var start = node.FullSpan.Start;
            if (member is not null && start >= end)
                Close();
            switch (node)
            {
                case SimpleNameSyntax name:
                    if (member is null || start < left || own.Add(name.Identifier.ValueText))
                        Names.Add(name.Identifier.ValueText);
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: { Length: <= LongestText } text }:
                    Texts.Add(text);
                    break;
                case ExpressionSyntax expression:
                    if (expression is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
                        calls.Add(expression);
                    if (expression is InvocationExpressionSyntax or AssignmentExpressionSyntax
                        || expression.RawKind is (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression)
                        changes.Add(expression);
                    if (start >= left && DevelopmentOnly.IsBranch(node))
                        left = node.FullSpan.End;
                    break;
                case VariableDeclaratorSyntax variable:
                    locals.Add((variable.Identifier.ValueText, variable));
                    break;
                case SingleVariableDesignationSyntax designation:
                    locals.Add((designation.Identifier.ValueText, designation));
                    break;
                case StatementSyntax or ElseClauseSyntax:
                    if (node is ForEachStatementSyntax loop)
                        locals.Add((loop.Identifier.ValueText, loop));
                    if (start >= left && DevelopmentOnly.IsBranch(node))
                        left = node.FullSpan.End;
                    break;
                case MemberDeclarationSyntax declaration when member is null && declaration is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or DelegateDeclarationSyntax):
                    cancellation.ThrowIfCancellationRequested();
                    member = declaration;
                    end = declaration.FullSpan.End;
                    break;
            }
        }

        Close();
        Calls = calls.ToLookup(static call => SyntaxNames.Called(call) ?? "", StringComparer.Ordinal);
        Changes = changes.ToImmutable();
        Locals = locals.ToLookup(static local => local.Name, static local => local.Declaration, StringComparer.Ordinal);

        void Close()
        {
            if (member is not null)
                membersNames[member] = [.. own];
            own.Clear();
            member = null;
        }
    }

    /// <summary>Calls and creations by the name that is called, in the order of the file.</summary>
    public ILookup<string, ExpressionSyntax> Calls { get; }

    /// <summary>Assignments, steps and calls: what may change something.</summary>
    public ImmutableArray<ExpressionSyntax> Changes { get; }

    /// <summary>Variables by name, fields too.</summary>
    public ILookup<string, SyntaxNode> Locals { get; }

    /// <summary>Every name that is written in the file, but not what is declared there.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The short texts.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static SourceIndex Of(SyntaxTree tree, CancellationToken cancellation) => Known.Of(tree, key => new(key.GetRoot(cancellation), cancellation));

    /// <summary>The names in a member or a part of one, but not in what only runs in Development.</summary>
    public IReadOnlyCollection<string> NamesIn(SyntaxNode node) => membersNames.TryGetValue(node, out var known)
        ? known
        : node.DescendantNodesAndSelf(static inner => !DevelopmentOnly.IsBranch(inner)).OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
}
