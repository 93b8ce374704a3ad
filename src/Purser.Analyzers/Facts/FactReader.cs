using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts.Readers;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Facts;

/// <summary>
/// Reads what single calls say. <see cref="IsCandidate"/> looks at names alone and sorts out all but a few nodes;
/// <see cref="Read"/> asks for symbols and gives records without any.
/// </summary>
internal static class FactReader
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // Ports
        "UseUrls", "UseSetting", "ListenAnyIP", "ListenLocalhost", "Listen", "ConfigureEndpointDefaults", "MapGrpcService",
        // Health and routes
        "MapHealthChecks", "UseHealthChecks", "MapGrpcHealthChecksService", "AddHealthChecks", "MapGet", "MapMethods", "Map", "MapWhen", "Use", "SetFallbackPolicy",
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapRazorPages", "MapRazorComponents", "MapFallback", "MapFallbackToFile",
        "MapFallbackToPage", "UseStaticFiles", "MapStaticAssets", "UseMiddleware", "MapReverseProxy", "UseMvc", "UseSpa", "UseFileServer", "UsePathBase",
        // Configuration
        "GetValue", "GetConnectionString", "Get", "Bind", "BindConfiguration", "Configure", "GetEnvironmentVariable", "AddEnvironmentVariables",
        "CreateBuilder", "CreateSlimBuilder", "CreateDefaultBuilder", "CreateApplicationBuilder", "ConfigureDefaults",
        // Shutdown
        "UseShutdownTimeout",
    };

    /// <summary>What is asked for values by name all day long and is no configuration.</summary>
    private static readonly HashSet<string> NoConfiguration = new(StringComparer.OrdinalIgnoreCase)
    {
        "row", "rows", "reader", "record", "table", "tables", "columns", "cells", "parameters", "headers", "query", "form", "cookies", "session", "viewdata", "tempdata", "viewbag", "modelstate",
        "routevalues", "claims", "tags", "labels", "annotations", "metadata", "attributes", "properties", "dict", "dictionary", "map", "lookup", "cache", "json", "jobject", "node", "element",
        "token", "document", "errors", "result", "results", "args", "groups",
    };

    private static readonly SymbolDisplayFormat ClassName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => SyntaxNames.Called(call) is { } name && IsCandidate(call, name),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element => IsLikelyConfiguration(element.Expression, key) && !WrittenType.IsBuiltInOrConstructed(element.Expression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax section } => SyntaxNames.Called(section) is "GetSection" or "GetRequiredSection",
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ShutdownTimeout" } or IdentifierNameSyntax { Identifier.ValueText: "ShutdownTimeout" } } => true,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FallbackPolicy" } } => true,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax or QualifiedNameSyntax } creation =>
            SyntaxNames.Called(creation) is "TcpListener" or "KestrelMetricServer" or "MetricServer" or "LeaseLock" or "ConfigMapLock" or "EndpointsLock",
        _ => false,
    };

    public static EquatableArray<Finding> Read(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (DevelopmentOnly.Contains(node) || !CanSpeak(node, model) || model.GetOperation(node, cancellation) is not { } operation)
            return EquatableArray<Finding>.Empty;

        var scope = new Scope(model, null, cancellation);
        var findings = Read(operation, scope, node);
        if (!scope.SawParameter || EnclosingMethod(node, model, cancellation) is not { } method)
            return findings.ToEquatableArray();

        // The method is told by its callers what it does; what none of them tells stays as it is.
        var told = CallSites.Of(method, model, cancellation)
            .SelectMany(caller => Read(operation, new Scope(model, caller.Bindings, cancellation), node))
            .Distinct()
            .ToImmutableArray();
        return told.Length > 0 ? told : findings.ToEquatableArray();
    }

    private static List<Finding> Read(IOperation operation, Scope scope, SyntaxNode node)
    {
        var found = operation switch
        {
            IInvocationOperation call => PortReader.Read(call, scope)
                .Concat(HealthReader.Read(call, scope))
                .Concat(ConfigurationReader.Read(call, scope))
                .Concat(ShutdownReader.Read(call, scope))
                .Concat(ApiReader.Read(call, scope)),
            IPropertyReferenceOperation property => ConfigurationReader.Read(property, scope),
            ISimpleAssignmentOperation assignment => ShutdownReader.Read(assignment, scope).Concat(HealthReader.Read(assignment)),
            IObjectCreationOperation creation => PortReader.Read(creation, scope).Concat(ApiReader.Read(creation, scope)),
            _ => [],
        };
        var findings = found.ToList();
        if (findings.Count == 0)
            return findings;

        var owner = scope.Model.GetEnclosingSymbol(node.SpanStart, scope.Cancellation)?.ContainingType?.ToDisplayString(ClassName) ?? "";
        var origin = new Origin(FileName(node.SyntaxTree.FilePath), SyntaxNames.Display(node));
        for (var i = 0; i < findings.Count; i++)
            findings[i] = findings[i] with { Owner = owner, Origin = origin };
        return findings;
    }

    private static bool IsCandidate(InvocationExpressionSyntax call, string name)
    {
        // What an app calls without a receiver is its own, but for a few with using static.
        if (call.Expression is SimpleNameSyntax && name is not ("GetEnvironmentVariable" or "CreateBuilder" or "CreateSlimBuilder" or "CreateDefaultBuilder" or "CreateApplicationBuilder"))
            return false;
        if (Names.Contains(name))
            return CanMean(call, name);
        var receiver = call.Expression is MemberAccessExpressionSyntax member ? SyntaxNames.Last(member.Expression) : null;
        if (ConfigurationReader.IsClientCandidate(call, name, receiver))
            return true;
        return name switch
        {
            "Add" => receiver is "Urls" or "Prefixes",
            "Run" or "RunAsync" => call.ArgumentList.Arguments.Count > 0 && receiver is not ("Task" or "Parallel"),
            _ => ApiReader.IsCandidate(name, receiver) || (ApiReader.IsGenericCandidate(name) && call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax }),
        };
    }

    /// <summary>Names that many methods have: by the shape of the call, so that a mapper's <c>Map&lt;T&gt;(x)</c> and a repository's <c>Get(id)</c> are not looked at.</summary>
    private static bool CanMean(InvocationExpressionSyntax call, string name)
    {
        var isGeneric = call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax } or MemberBindingExpressionSyntax { Name: GenericNameSyntax } or GenericNameSyntax;
        var count = call.ArgumentList.Arguments.Count;
        return name switch
        {
            "Get" or "Configure" => isGeneric,
            // Reflection's GetValue(item, null) has no key and no default.
            "GetValue" => isGeneric || (count > 1 && !call.ArgumentList.Arguments[1].Expression.IsKind(SyntaxKind.NullLiteralExpression)),
            "Map" => !isGeneric && count > 1,
            "Use" or "Listen" or "Bind" => count > 0,
            _ => true,
        };
    }

    /// <summary><c>anything["Orders:PageSize"]</c>, <c>configuration[Keys.PageSize]</c>, but not every <c>items[i]</c>.</summary>
    private static bool IsLikelyConfiguration(ExpressionSyntax receiver, ExpressionSyntax key)
    {
        var name = SyntaxNames.Last(receiver);
        if (key.IsKind(SyntaxKind.StringLiteralExpression))
            return name is null || !NoConfiguration.Contains(name);
        return !key.IsKind(SyntaxKind.NumericLiteralExpression)
            && name is not null
            && (name.IndexOf("onf", StringComparison.Ordinal) >= 0 || name.IndexOf("cfg", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("ection", StringComparison.Ordinal) >= 0 || name.IndexOf("ettings", StringComparison.Ordinal) >= 0);
    }

    /// <summary>
    /// Whether what a call is made on can be the framework's, by what its name alone stands for: asking the model for the call binds the
    /// whole method around it.
    /// </summary>
    private static bool CanSpeak(SyntaxNode node, SemanticModel model)
    {
        var receiver = node switch
        {
            ElementAccessExpressionSyntax element => element.Expression,
            // The addresses of a server are a collection of texts.
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "Add" } member } => member.Expression,
            _ => null,
        };
        if (receiver is null || NamedSymbol.Find(receiver, model) is not { } symbol)
            return true;
        if (symbol is INamedTypeSymbol holder)
            return IsOfFramework(holder);
        if (NamedSymbol.TypeOf(symbol) is not { TypeKind: not (TypeKind.Error or TypeKind.TypeParameter or TypeKind.Dynamic) } type)
            return true;
        return node is ElementAccessExpressionSyntax ? ConfigurationReader.IsConfiguration(type) : IsOfFramework(type);
    }

    private static bool IsOfFramework(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (IsIn(current))
                return true;
        }

        return type.AllInterfaces.Any(IsIn) || type.Name == "Environment";

        static bool IsIn(ITypeSymbol type) => Calls.IsIn(type, "Microsoft") || Calls.IsIn(type, "k8s") || Calls.IsIn(type, "Prometheus");
    }

    private static IMethodSymbol? EnclosingMethod(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;
        return symbol as IMethodSymbol;
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
