using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>Assemblies that may map endpoints of their own when the program calls them: what they map cannot be seen from here.</summary>
internal static class MappedElsewhere
{
    /// <summary>They map what they are known for, and no health endpoint.</summary>
    private static readonly string[] WellKnown = ["Microsoft.AspNetCore.", "Swashbuckle.", "NSwag.", "Scalar.", "Serilog", "Sentry", "OpenTelemetry", "Hangfire", "System."];

    public static ImmutableArray<IAssemblySymbol> By(Compilation compilation, CancellationToken cancellation)
    {
        var assemblies = new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var calls = tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(MayMap).ToArray();
            if (calls.Length == 0)
                continue;
#pragma warning disable RS1030 // asked only where a rule is about to report
            var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            foreach (var call in calls)
            {
                if (model.GetOperation(call, cancellation) is IInvocationOperation { TargetMethod.ContainingAssembly: { } assembly } operation
                    && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
                    && !Array.Exists(WellKnown, prefix => assembly.Name.StartsWith(prefix, StringComparison.Ordinal))
                    && IsBuilder(Calls.Receiver(operation)?.Type))
                    assemblies.Add(assembly);
            }
        }

        return assemblies.ToImmutableArray();
    }

    /// <summary>Whether an assembly could map health checks: it must know them.</summary>
    public static bool KnowsHealthChecks(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name is "Microsoft.AspNetCore.Diagnostics.HealthChecks" or "Grpc.AspNetCore.HealthChecks"));

    private static bool MayMap(InvocationExpressionSyntax call) =>
        SyntaxNames.Called(call) is { Length: > 3 } name && (name.StartsWith("Map", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal));

    private static bool IsBuilder(ITypeSymbol? type) =>
        Calls.IsOrImplements(type, "IEndpointRouteBuilder", "Microsoft.AspNetCore.Routing") || Calls.IsOrImplements(type, "IApplicationBuilder", "Microsoft.AspNetCore.Builder");
}
