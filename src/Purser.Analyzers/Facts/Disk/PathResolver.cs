using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts.Readers;

namespace Purser.Analyzers.Facts.Disk;

/// <summary>
/// Resolves an expression to the paths that it is in Production: what the source says, configuration with its defaults, the folders of
/// the framework as they are in a container, and what the callers pass. A name that a request brings is a name: only its folder matters.
/// </summary>
internal sealed class PathResolver(ConfigurationValues configuration, OptionsSections sections, CancellationToken cancellation)
{
    private const int MaxCallers = 2;

    /// <summary>Words of a variable that may hold a whole path, so that its text could begin with a slash.</summary>
    private static readonly string[] PathWords = ["path", "dir", "folder", "root", "base", "location", "output", "target", "dest", "file", "connection", "storage", "mount", "volume", "home", "url", "uri"];

    /// <summary>One text for each way to get there; a hole where nothing is known.</summary>
    public IReadOnlyList<ResolvedText> Resolve(IOperation operation) => Resolve(operation, null, 0).Distinct().Take(8).ToList();

    private IEnumerable<ResolvedText> Resolve(IOperation operation, Bindings? bindings, int depth)
    {
        var text = ConstantResolver.Resolve(operation, bindings, Known, out var unbound, cancellation);
        if (unbound?.ContainingSymbol is not IMethodSymbol method || depth >= MaxCallers || operation.SemanticModel is not { } model)
            return [text];
        var told = CallSites.Of(method, model, cancellation).SelectMany(site => Resolve(operation, Append(bindings, site.Bindings), depth + 1)).ToList();
        return told.Count > 0 ? told : [text];
    }

    private static Bindings Append(Bindings? chain, Bindings last) => chain is null ? last : chain with { Caller = Append(chain.Caller, last) };

    private ResolvedText? Known(IOperation operation, Func<IOperation?, ResolvedText> resolve) => operation switch
    {
        IPropertyReferenceOperation property => OfFramework(property, resolve) ?? OfConfiguration(property, resolve) ?? Name(property, property.Property.Name),
        IInvocationOperation call => OfFramework(call, resolve) ?? OfConfiguration(call, resolve),
        IConditionalOperation choice => OfChoice(choice, resolve),
        IInterpolationOperation { FormatString: not null } hole => ResolvedText.Of($"{{{SyntaxNames.Last(hole.Expression.Syntax as ExpressionSyntax ?? SyntaxName.None) ?? "value"}}}"),
        IParameterReferenceOperation parameter when !CallSites.CanBind(parameter.Parameter) || !SoundsLikePath(parameter.Parameter.Name) => Name(parameter, parameter.Parameter.Name),
        ILocalReferenceOperation local => IsNoText(local.Type) ? Placeholder(local.Local.Name) : Definitions.Of(local, cancellation) is null ? Name(local, local.Local.Name) : null,
        IObjectCreationOperation { Type.Name: "SqliteConnectionStringBuilder" or "SQLiteConnectionStringBuilder" or "DuckDBConnectionStringBuilder" or "ConnectionString" } builder => OfBuilder(builder, resolve),
        _ => null,
    };

    private ResolvedText? OfFramework(IPropertyReferenceOperation property, Func<IOperation?, ResolvedText> resolve) => (property.Property.ContainingType?.Name, property.Property.Name) switch
    {
        (_, "ContentRootPath") => ResolvedText.Of(DiskPath.ContentRoot),
        (_, "WebRootPath") => ResolvedText.Of(DiskPath.ContentRoot + "/wwwroot"),
        ("AppContext" or "AppDomain", "BaseDirectory") => ResolvedText.Of(DiskPath.ContentRoot + "/"),
        ("Environment", "CurrentDirectory") => ResolvedText.Of(DiskPath.ContentRoot),
        ("Assembly" or "RuntimeAssembly", "Location") or ("Environment", "ProcessPath") => ResolvedText.Of(DiskPath.ContentRoot + "/program"),
        ("FileSystemInfo" or "DirectoryInfo" or "FileInfo", "FullName") when property.Instance is { } info => resolve(info),
        ("DbConnectionStringBuilder" or "SqliteConnectionStringBuilder", "ConnectionString") when property.Instance is { } builder => resolve(builder),
        _ => null,
    };

    private ResolvedText? OfFramework(IInvocationOperation call, Func<IOperation?, ResolvedText> resolve)
    {
        var method = call.TargetMethod;
        var first = call.Arguments.FirstOrDefault()?.Value;
        switch (method.ContainingType?.Name, method.Name)
        {
            case ("Directory", "GetCurrentDirectory"):
                return ResolvedText.Of(DiskPath.ContentRoot);
            case ("Directory", "CreateDirectory") or ("Path", "GetFullPath") when first is not null:
                return resolve(first);
            case ("Directory", "CreateTempSubdirectory"):
            case ("Path", "GetTempPath"):
                return ResolvedText.Of("/tmp/");
            case ("Path", "GetTempFileName"):
                return ResolvedText.Of("/tmp/{name}");
            case ("Path", "GetRandomFileName") or ("Guid", "NewGuid"):
                return Placeholder("random");
            case ("Path", "GetFileName" or "GetFileNameWithoutExtension" or "GetExtension"):
                return Placeholder("name");
            case ("Path", "ChangeExtension") when first is not null:
                return ResolvedText.Concat([Parent(resolve(first)), ResolvedText.Of("/{name}")]);
            case ("Path", "GetDirectoryName") when first is not null:
                return Parent(resolve(first));
            case ("Environment", "GetFolderPath"):
                return ResolvedText.Of("/home/app");
            case ("Environment", "GetEnvironmentVariable") when first is not null && resolve(first).Text is { } variable:
                return variable is "TMPDIR" or "TMP" or "TEMP" ? ResolvedText.Of("/tmp") : configuration[variable];
            case ("Environment", "ExpandEnvironmentVariables") when first is not null:
                return resolve(first);
            case (_, "ToString") when call.Instance?.Type is { } type && (IsNoText(type) || type.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal)):
                return IsNoText(type) ? Placeholder("value") : resolve(call.Instance);
            case ("String", "IsNullOrEmpty" or "IsNullOrWhiteSpace"):
                return null;
            default:
                return method.ContainingType is { SpecialType: SpecialType.System_String } ? ChangedText(call, resolve) : null;
        }
    }

    /// <summary><c>name.ToLower()</c> of a name is a name.</summary>
    private static ResolvedText? ChangedText(IInvocationOperation call, Func<IOperation?, ResolvedText> resolve) =>
        call is { Instance: { } instance, TargetMethod.Name: "Replace" or "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Substring" }
        && IsPart(call) && resolve(instance) is { } text && text.Prefix.StartsWith("{", StringComparison.Ordinal)
            ? text
            : null;

    private ResolvedText? OfConfiguration(IPropertyReferenceOperation property, Func<IOperation?, ResolvedText> resolve)
    {
        if (property.SemanticModel is not { } model)
            return null;
        if (property.Property.IsIndexer)
        {
            return ConfigurationReader.IsConfiguration(property.Instance?.Type) && property.Arguments is [{ Value: var key }]
                ? Value(property.Instance!, resolve(key).Text, model)
                : null;
        }

        if (property.Type?.SpecialType != SpecialType.System_String || property.Property.IsStatic || property.Property.SetMethod is null)
            return null;
        var found = sections.KeysOf(property).Select(path => configuration[path]).Where(static text => !text.IsNull).ToList();
        if (found.Count > 0)
            return found[0];
        return Initializer(property, model) is { } initializer ? resolve(initializer) : null;
    }

    private ResolvedText? OfConfiguration(IInvocationOperation call, Func<IOperation?, ResolvedText> resolve)
    {
        var method = call.TargetMethod;
        if (method.Name is not ("GetValue" or "GetConnectionString" or "Get" or "GetRequiredValue") || Calls.Receiver(call) is not { } receiver
            || !ConfigurationReader.IsConfiguration(receiver.Type) || call.SemanticModel is not { } model)
            return null;
        var key = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "key" or "name")?.Value;
        if (method.Name == "Get")
            return method.TypeArguments.FirstOrDefault()?.SpecialType == SpecialType.System_String ? Value(receiver, "", model) : null;
        var value = Value(receiver, method.Name == "GetConnectionString" ? "ConnectionStrings:" + resolve(key).Text : resolve(key).Text, model);
        return value is { IsNull: true } && Calls.Argument(call, "defaultValue") is { } given ? resolve(given) : value;
    }

    private ResolvedText Value(IOperation receiver, string? key, SemanticModel model)
    {
        var prefix = ConfigurationReader.Path(receiver, new Scope(model, null, cancellation));
        if (key is null || prefix is null)
            return ResolvedText.Unknown;
        return configuration[key.Length == 0 ? prefix : ConfigurationReader.Join(prefix, key)];
    }

    /// <summary>Production's branch, or the one that is known: <c>args.Length > 0 ? args[0] : "out.csv"</c>.</summary>
    private static ResolvedText? OfChoice(IConditionalOperation choice, Func<IOperation?, ResolvedText> resolve)
    {
        if (choice.WhenFalse is null)
            return null;
        if (choice.Condition.Syntax is ExpressionSyntax condition && DevelopmentOnly.Asks(condition) is { } isDevelopment)
            return resolve(isDevelopment ? choice.WhenFalse : choice.WhenTrue);
        var whenTrue = resolve(choice.WhenTrue);
        var whenFalse = resolve(choice.WhenFalse);
        if (whenTrue == whenFalse)
            return whenTrue;
        return whenTrue.IsNull || whenTrue.IsUnknown ? whenFalse : whenFalse.IsNull || whenFalse.IsUnknown ? whenTrue : ResolvedText.Unknown;
    }

    private static ResolvedText? OfBuilder(IObjectCreationOperation builder, Func<IOperation?, ResolvedText> resolve)
    {
        var parts = new List<ResolvedText>();
        if (builder.Arguments.FirstOrDefault() is { ArgumentKind: ArgumentKind.Explicit, Value: var text })
            parts.Add(resolve(text));
        foreach (var assignment in builder.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is not IPropertyReferenceOperation { Property.Name: var name })
                continue;
            var key = name switch { "DataSource" => "Data Source", "Filename" or "FileName" => "Filename", "Mode" => "Mode", "ReadOnly" => "ReadOnly", _ => null };
            if (key is null)
                continue;
            if (parts.Count > 0)
                parts.Add(ResolvedText.Of(";"));
            parts.Add(ResolvedText.Of(key + "="));
            parts.Add(resolve(assignment.Value));
        }

        return parts.Count == 0 ? null : ResolvedText.Concat(parts);
    }

    private static ResolvedText Parent(ResolvedText path)
    {
        if (DiskPath.Flat(path) is not { } flat)
            return path;
        var slash = flat.LastIndexOf('/');
        if (slash <= 0)
            return slash == 0 ? ResolvedText.Of("/") : ResolvedText.Of(DiskPath.ContentRoot);
        var kept = path.Parts.TakeWhile(static part => !part.IsHole).Select(static part => part.Text).ToList();
        var known = string.Concat(kept);
        return path.HasHole ? known.LastIndexOf('/') is > 0 and var last ? ResolvedText.Of(known.Substring(0, last)) : ResolvedText.Unknown : ResolvedText.Of(flat.Substring(0, slash));
    }

    /// <summary>What a request or a loop brings stands for a name where it is a part of a path, unless it sounds like a path itself.</summary>
    private static ResolvedText? Name(IOperation operation, string name)
    {
        if (IsNoText(operation.Type))
            return Placeholder(name);
        return operation.Type?.SpecialType == SpecialType.System_String && IsPart(operation) && !IsFolder(operation) && !SoundsLikePath(name) ? Placeholder(name) : null;
    }

    private static bool IsPart(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation || parent is IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String })
            parent = parent.Parent;
        return parent is IInterpolationOperation or IBinaryOperation or IInterpolatedStringAppendOperation or IArrayInitializerOperation
            || (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType.Name: "Path" } } })
            || (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Append", ContainingType.Name: var type } } } && type.IndexOf("InterpolatedStringHandler", StringComparison.Ordinal) >= 0);
    }

    /// <summary>What a path begins with may be a whole folder: <c>Path.Combine(to, "orders.json")</c>.</summary>
    private static bool IsFolder(IOperation operation) =>
        operation.Parent is IArgumentOperation { Parameter.Ordinal: 0, Parameter.IsParams: false, Parent: IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType.Name: "Path" } } };

    /// <summary>A number, a date or a Guid has no slash.</summary>
    private static bool IsNoText(ITypeSymbol? type) =>
        type is { IsValueType: true } and ({ SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double } or { SpecialType: SpecialType.System_DateTime } or { TypeKind: TypeKind.Enum }
            or { Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Ulid" });

    public static bool SoundsLikePath(string name) => Array.Exists(PathWords, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static ResolvedText Placeholder(string name) => ResolvedText.Of($"{{{name}}}");

    private IOperation? Initializer(IPropertyReferenceOperation property, SemanticModel model)
    {
        var syntax = property.Property.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        };
        return syntax is null ? null : Models.For(syntax.SyntaxTree, model)?.GetOperation(syntax, cancellation);
    }

    private static class SyntaxName
    {
        public static readonly ExpressionSyntax None = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("value");
    }
}
