using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts.Disk;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>Reads what the code does with the disk: the calls that <see cref="KnownStores"/> lists, in the order of the files.</summary>
internal static class DiskReader
{
    /// <param name="compilation">The program.</param>
    /// <param name="isRun">Whether a workload comes to a place.</param>
    /// <param name="isWanted">The lines that are asked for: what only reads is of interest to a few.</param>
    /// <param name="sections">Which options classes configuration is bound to.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ImmutableArray<DiskUse> Read(Compilation compilation, Func<SyntaxNode, bool> isRun, Func<KnownStore, bool> isWanted, OptionsSections sections, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<DiskUse>();
        var creatable = new HashSet<string>(KnownStores.Created.Where(isWanted).Select(static store => store.SimpleType), StringComparer.Ordinal);
        var candidates = new DiskCandidates(compilation, cancellation);
        var paths = new KnowablePath(compilation, sections, cancellation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (GeneratedCode.Is(tree, cancellation))
                continue;
            foreach (var calls in CallSites.CallsIn(tree, cancellation))
            {
                var named = KnownStores.Called(calls.Key).Where(isWanted).ToList();
                var isStore = MayBeStore(calls.Key, creatable);
                if (named.Count == 0 && !isStore)
                    continue;
                foreach (var call in calls)
                {
                    var methods = call is InvocationExpressionSyntax invocation && named.Count > 0 ? candidates.Of(invocation, named, tree, cancellation) : [];
                    var isCandidate = call is InvocationExpressionSyntax ? methods.Count > 0 : isStore;
                    if (isCandidate && !DevelopmentOnly.Contains(call) && isRun(call) && !IsProbe(call) && ProgramModels.Of(compilation).For(tree) is { } model && (Unknowable(call, methods, paths, model, cancellation) ?? Read(call, methods, model, cancellation)) is { } use)
                        found.Add(use);
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a place can be written, tried with an empty file that is taken away again.</summary>
    private static bool IsProbe(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax file }, { Expression: var content }, ..] }
        && (content is LiteralExpressionSyntax { Token.ValueText: "" } || SyntaxNames.Last(content) == "Empty")
        && call.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other =>
            SyntaxNames.Called(other) == "Delete" && other.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax deleted }] && deleted.Identifier.ValueText == file.Identifier.ValueText) == true;

    /// <summary>A plain file whose path nobody can tell: that it is written is all there is to know, and its name says that.</summary>
    private static DiskUse? Unknowable(ExpressionSyntax call, List<KnownStore> methods, KnowablePath paths, SemanticModel model, CancellationToken cancellation)
    {
        var store = call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } type } } when methods is [{ Type: "System.IO.File" or "System.IO.Directory" } only] && SyntaxNames.Last(type) == only.SimpleType => only,
            ObjectCreationExpressionSyntax when SyntaxNames.Called(call) is "FileStream" or "StreamWriter" or "StreamReader" => KnownStores.Created.FirstOrDefault(candidate => candidate.Type == "System.IO." + SyntaxNames.Called(call)),
            _ => null,
        };
        if (store is null || Arguments(call) is not { } arguments || arguments.Arguments.Any(static argument => argument.NameColon is not null))
            return null;
        var place = store.Argument == "path" ? 0 : 1;
        if (place >= arguments.Arguments.Count || paths.MayBe(arguments.Arguments[place].Expression))
            return null;
        var kind = store.Kind != DiskUseKind.Open ? store.Kind : arguments.Arguments.Any(static argument => IsForWriting(argument.Expression)) ? DiskUseKind.File : DiskUseKind.Read;
        var (member, owner) = Enclosing(call, model, cancellation);
        return new(call, member, owner, kind, store.What, null);
    }

    private static bool IsForWriting(ExpressionSyntax mode) => SyntaxNames.Last(mode) is "Create" or "CreateNew" or "OpenOrCreate" or "Append" or "Truncate" or "Write" or "ReadWrite";

    private static DiskUse? Read(ExpressionSyntax call, List<KnownStore> methods, SemanticModel model, CancellationToken cancellation)
    {
        var operation = model.GetOperation(call, cancellation);
        var (type, arguments) = operation switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod.ContainingType, invocation.Arguments),
            IObjectCreationOperation creation => (creation.Constructor?.ContainingType, creation.Arguments),
            _ => default,
        };
        if (type is null or IErrorTypeSymbol)
            return ReadByName(call, methods, model, cancellation);
        var name = type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));
        var candidates = operation is IInvocationOperation ? methods : (IEnumerable<KnownStore>)KnownStores.Created;
        var store = candidates.FirstOrDefault(candidate => IsOf(name, candidate.Type) && HasArgument(candidate, arguments));
        if (store is null)
            return null;

        var path = PathOf(store, operation!, arguments);
        if (path is null && !(store.Kind is DiskUseKind.Connection or DiskUseKind.Database))
            return null;
        var kind = store.Kind == DiskUseKind.Open ? OpenedAs(arguments, cancellation) : store.Kind;
        var (member, owner) = Enclosing(call, model, cancellation);
        return new(call, member, owner, kind, store.What, path);
    }

    /// <summary>A package that is not there to ask: the name says enough where nobody else has it.</summary>
    private static DiskUse? ReadByName(ExpressionSyntax call, List<KnownStore> methods, SemanticModel model, CancellationToken cancellation)
    {
        if (SyntaxNames.Called(call) is not { } name || Arguments(call) is not { } arguments)
            return null;
        var receiver = call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? SyntaxNames.Last(member.Expression) : null;
        var store = call is InvocationExpressionSyntax
            ? methods.FirstOrDefault(candidate => IsPackage(candidate) && (receiver == candidate.SimpleType || KnownStores.IsUnmistakable(name, receiver)))
            : KnownStores.Created.FirstOrDefault(candidate => IsPackage(candidate) && (candidate.SimpleType == name || (MayBePackage.Contains(name) && name.StartsWith(candidate.What, StringComparison.OrdinalIgnoreCase))));
        if (store is null)
            return null;
        var path = arguments.Arguments.FirstOrDefault(argument => model.GetTypeInfo(argument.Expression, cancellation).Type is { } given && IsPath(given))?.Expression;
        if (path is null && !(store.Kind is DiskUseKind.Connection or DiskUseKind.Database))
            return null;
        var (enclosing, owner) = Enclosing(call, model, cancellation);
        return new(call, enclosing, owner, store.Kind, store.What, path is null ? null : model.GetOperation(path, cancellation));
    }

    private static bool IsPackage(KnownStore store) => store.What.Length > 0 && !store.Type.StartsWith("System.IO", StringComparison.Ordinal);

    private static ArgumentListSyntax? Arguments(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    /// <summary>A text or a FileInfo; a connection can also be handed in, and then it was found where it was made.</summary>
    private static bool HasArgument(KnownStore store, ImmutableArray<IArgumentOperation> arguments) =>
        store.Argument == "this" || arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && IsPath(argument.Parameter?.Type))
        || (store is { Kind: DiskUseKind.Connection } && arguments.Any(static argument => argument.Parameter?.Type.Name == "ConnectionString"));

    private static IOperation? PathOf(KnownStore store, IOperation operation, ImmutableArray<IArgumentOperation> arguments)
    {
        if (store.Argument == "this")
            return (operation as IInvocationOperation)?.Instance;
        var given = arguments.Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList();
        return (given.FirstOrDefault(argument => argument.Parameter?.Name == store.Argument && IsPath(argument.Parameter.Type))
            ?? given.Where(static argument => IsPath(argument.Parameter?.Type)).OrderBy(static argument => argument.Parameter!.Ordinal).FirstOrDefault()
            ?? given.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "ConnectionString"))?.Value;
    }

    private static bool IsPath(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or { Name: "FileInfo" or "DirectoryInfo" or "FileSystemInfo", ContainingNamespace.Name: "IO" };

    /// <summary><c>FileMode.Open</c> alone opens for writing too, but whoever means that says so.</summary>
    private static DiskUseKind OpenedAs(ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellation)
    {
        string? mode = null, access = null;
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            switch (argument.Parameter?.Type.Name)
            {
                case "FileMode" or "ZipArchiveMode":
                    mode = ConstantResolver.Resolve(argument.Value, cancellation).Text ?? "?";
                    break;
                case "FileAccess":
                    access = ConstantResolver.Resolve(argument.Value, cancellation).Text ?? "?";
                    break;
                case "FileStreamOptions" when Definitions.Unwrap(argument.Value) is IObjectCreationOperation { Initializer: { } initializer }:
                    foreach (var assignment in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
                    {
                        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "Mode" })
                            mode = ConstantResolver.Resolve(assignment.Value, cancellation).Text ?? "?";
                        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "Access" })
                            access = ConstantResolver.Resolve(assignment.Value, cancellation).Text ?? "?";
                    }

                    break;
            }
        }

        return access == "Read" || mode is "Read" || (mode is "Open" or null && access is null) ? DiskUseKind.Read : DiskUseKind.File;
    }

    private static (ISymbol? Member, INamedTypeSymbol? Owner) Enclosing(ExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = EnclosingMember.Of(call, model, cancellation);
        return (symbol, symbol as INamedTypeSymbol ?? symbol?.ContainingType);
    }

    private static bool MayBeStore(string name, HashSet<string> creatable) => creatable.Contains(name) || MayBePackage.Contains(name);

    /// <summary>Types of packages whose lines name a namespace only.</summary>
    private static readonly HashSet<string> MayBePackage = new(StringComparer.Ordinal)
    {
        "SQLiteConnection", "SQLiteAsyncConnection", "DuckDBConnection", "LiteDatabaseAsync", "DB", "LightningEnvironment", "LMDBEnvironment", "FasterKVSettings", "FasterLogSettings",
        "FasterKV", "FasterLog", "TsavoriteKV", "TsavoriteLog", "KVSettings", "TsavoriteLogSettings", "MMapDirectory", "SimpleFSDirectory", "NIOFSDirectory", "RealmConfiguration",
        "DBreezeEngine", "DBreezeConfiguration", "Database", "DatabaseConfiguration", "PdfWriter", "ParquetFileWriter", "CsvWriter", "FileAppender", "RollingFileAppender", "UnixFileSystem",
        "DotNetFileSystemProvider",
    };

    private static bool IsOf(string name, string pattern) => pattern.EndsWith(".*", StringComparison.Ordinal)
        ? name.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
        : name == pattern;
}
