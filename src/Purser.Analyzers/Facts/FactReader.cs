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
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element => (key.IsKind(SyntaxKind.StringLiteralExpression) && !(SyntaxNames.Last(element.Expression) is { } name && NoConfiguration.Contains(name))) || IsLikelyConfiguration(element.Expression, key),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax section } => SyntaxNames.Called(section) is "GetSection" or "GetRequiredSection",
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ShutdownTimeout" } or IdentifierNameSyntax { Identifier.ValueText: "ShutdownTimeout" } } => true,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FallbackPolicy" } } => true,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax or QualifiedNameSyntax } creation =>
            SyntaxNames.Called(creation) is "TcpListener" or "KestrelMetricServer" or "MetricServer" or "LeaseLock" or "ConfigMapLock" or "EndpointsLock",
        _ => false,
    };

    public static EquatableArray<Finding> Read(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (DevelopmentOnly.Contains(node) || model.GetOperation(node, cancellation) is not { } operation)
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
            "GetValue" => isGeneric || count > 1,
            "Map" => !isGeneric && count > 1,
            "Use" or "Listen" or "Bind" => count > 0,
            _ => true,
        };
    }

    /// <summary><c>configuration[Keys.PageSize]</c>, but not every <c>items[i]</c>.</summary>
    private static bool IsLikelyConfiguration(ExpressionSyntax receiver, ExpressionSyntax key) =>
        !key.IsKind(SyntaxKind.NumericLiteralExpression)
        && SyntaxNames.Last(receiver) is { } name
        && (name.IndexOf("onf", StringComparison.Ordinal) >= 0 || name.IndexOf("cfg", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("ection", StringComparison.Ordinal) >= 0 || name.IndexOf("ettings", StringComparison.Ordinal) >= 0);

    private static IMethodSymbol? EnclosingMethod(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;
        return symbol as IMethodSymbol;
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
