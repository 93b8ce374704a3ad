using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>
/// Which lines of <see cref="KnownStores"/> a call may be, by what is written: <c>Open</c>, <c>Copy</c> and <c>Save</c> are names that half
/// a program calls, and asking for a symbol binds the whole method around it.
/// </summary>
internal sealed class DiskCandidates
{
    /// <summary>Types whose methods are called on an object, so that the call does not name them.</summary>
    private static readonly string[] Objects = ["FileInfo", "DirectoryInfo", "TarEntry", "XDocument", "XElement", "XmlDocument", "DataTable", "DataSet", "WebClient"];

    /// <summary>Calls that give such an object.</summary>
    private static readonly ImmutableDictionary<string, string[]> Givers = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string[]>[]
    {
        new("FileInfo", ["GetFiles", "EnumerateFiles", "GetFileSystemInfos", "EnumerateFileSystemInfos"]),
        new("DirectoryInfo", ["GetDirectories", "EnumerateDirectories", "CreateDirectory", "CreateSubdirectory", "GetParent", "CreateTempSubdirectory", "Directory", "Parent"]),
        new("TarEntry", ["GetNextEntry", "GetNextEntryAsync"]),
    });

    private readonly Compilation compilation;
    private readonly Dictionary<string, bool> present = new(StringComparer.Ordinal);
    private readonly HashSet<string> globallyUsed = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> members;

    public DiskCandidates(Compilation compilation, CancellationToken cancellation)
    {
        this.compilation = compilation;
        var trees = compilation.SyntaxTrees;
        members = trees.SelectMany(tree => SourceTypes.Of(tree, cancellation).All).SelectMany(static type => type.Syntax.Members).SelectMany(ObjectMembers).Distinct().ToLookup(static member => member.Type, static member => member.Name, StringComparer.Ordinal);
        foreach (var directive in trees.Select(tree => tree.GetRoot(cancellation)).OfType<CompilationUnitSyntax>().SelectMany(static unit => unit.Usings).Where(static directive => directive.GlobalKeyword.Span.Length > 0))
            globallyUsed.Add(FirstName(directive.Name?.ToString() ?? ""));
    }

    /// <summary>The lines that a call may be.</summary>
    public List<KnownStore> Of(InvocationExpressionSyntax call, IReadOnlyList<KnownStore> named, SyntaxTree tree, CancellationToken cancellation)
    {
        var index = SourceIndex.Of(tree, cancellation);
        var receiver = call.Expression is MemberAccessExpressionSyntax member ? SyntaxNames.Last(member.Expression) : null;
        return [.. named.Where(store => MayBe(store, call, receiver, index, tree, cancellation))];
    }

    private bool MayBe(KnownStore store, InvocationExpressionSyntax call, string? receiver, SourceIndex index, SyntaxTree tree, CancellationToken cancellation)
    {
        var type = store.SimpleType;
        if (receiver == type)
            return true;
        if (!store.Type.StartsWith("System.", StringComparison.Ordinal) && !store.Type.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
            return KnownStores.IsUnmistakable(store.Member, receiver) || (IsPresent(store.Type) && IsUsed(store.Type, index));
        if (Array.IndexOf(Objects, type) >= 0)
            return call.Expression is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax && HasShape(store, call) && IsMentioned(type, index);
        if (type.EndsWith("Extensions", StringComparison.Ordinal) || type is "*" or "ControllerBase" or "MemoryMappedFile")
            return type != "*" || (IsPresent(store.Type) && IsUsed("System.Drawing", index) && index.Names.Contains("Drawing"));
        // using static System.IO.File, or another name for it; and what a type of the program's own passes on is looked into there.
        return (receiver is null || char.IsUpper(receiver[0])) && SourceTypes.Of(tree, cancellation).Imported.Contains(type);
    }

    /// <summary><c>file.Create()</c> and <c>folder.Create()</c> take nothing, and every factory has a Create that does.</summary>
    private static bool HasShape(KnownStore store, InvocationExpressionSyntax call) => store.Argument == "this"
        ? (call.ArgumentList.Arguments.Count == 0) == store.Member is "Create" or "CreateText" or "AppendText" or "OpenWrite" or "OpenRead" or "OpenText" || store.Member.StartsWith("Get", StringComparison.Ordinal) || store.Member.StartsWith("Enumerate", StringComparison.Ordinal)
        : call.ArgumentList.Arguments.Count > 0;

    private bool IsMentioned(string type, SourceIndex index) =>
        index.Names.Contains(type) || (Givers.TryGetValue(type, out var givers) && Array.Exists(givers, index.Names.Contains)) || members[type].Any(index.Names.Contains);

    /// <summary>Whether a package is there to be asked; where not, only its own names say what it is.</summary>
    private bool IsPresent(string type)
    {
        var space = type.EndsWith(".*", StringComparison.Ordinal) ? type.Substring(0, type.Length - 2) : type.Substring(0, type.LastIndexOf('.'));
        if (present.TryGetValue(space, out var known))
            return known;
        INamespaceSymbol? current = compilation.GlobalNamespace;
        foreach (var name in space.Split('.'))
            current = current?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == name);
        return present[space] = current is not null;
    }

    private bool IsUsed(string type, SourceIndex index) => FirstName(type) is var first && (index.Names.Contains(first) || globallyUsed.Contains(first));

    private static IEnumerable<(string Type, string Name)> ObjectMembers(MemberDeclarationSyntax member)
    {
        var (type, names) = member switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, new[] { method.Identifier.ValueText }),
            PropertyDeclarationSyntax property => (property.Type, new[] { property.Identifier.ValueText }),
            FieldDeclarationSyntax field => (field.Declaration.Type, field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText).ToArray()),
            _ => default((TypeSyntax, string[])),
        };
        return type is null or PredefinedTypeSyntax
            ? []
            : type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(static name => Array.IndexOf(Objects, name.Identifier.ValueText) >= 0).SelectMany(written => names.Select(name => (written.Identifier.ValueText, name)));
    }

    private static string FirstName(string name) => name.IndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;
}
