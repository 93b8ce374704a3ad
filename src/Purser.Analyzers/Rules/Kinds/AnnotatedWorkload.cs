using Microsoft.CodeAnalysis;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>A class with a workload attribute, what was declared on it, and where.</summary>
/// <param name="Type">The class.</param>
/// <param name="Declaration">What its attributes say.</param>
/// <param name="Location">The workload attribute as typed.</param>
internal sealed record AnnotatedWorkload(INamedTypeSymbol Type, WorkloadDeclaration Declaration, Location Location)
{
    public DeclaredAttribute Attribute => Declaration.WorkloadAttribute!;

    /// <summary>The attribute's name: <c>Stateless</c>.</summary>
    public string Kind => Attribute.Name;

    public bool IsBatch => Kind == AttributeNames.BatchJob;

    /// <summary>The most copies of it that run at a time and share the work: not the nodes of [PerNode], not the pods of a [BatchJob].</summary>
    public long MostReplicas => Kind switch
    {
        AttributeNames.Stateless or AttributeNames.Stateful when Declaration.Of(AttributeNames.Autoscaled).FirstOrDefault() is { } autoscaled => autoscaled.Number("Max") ?? 10,
        AttributeNames.Stateless => Attribute.Number("Replicas") ?? 2,
        AttributeNames.Stateful => Attribute.Number("Replicas") ?? 1,
        _ => 1,
    };

    /// <summary>As messages name it: <c>'Program' is [Stateless]</c>.</summary>
    public string Display => $"'{Type.Name}' is [{Kind}]";

    /// <summary>Null where the class is no workload, or has more than one workload attribute (PUR1001).</summary>
    public static AnnotatedWorkload? Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var declaration = WorkloadReader.Read(type, compilation, cancellation);
        if (declaration.Attributes.Count(static attribute => AttributeNames.IsWorkload(attribute.Name)) != 1)
            return null;
        var place = WorkloadReader.AttributesOf(type)[declaration.WorkloadAttribute!.Index].ApplicationSyntaxReference;
        return place is null ? null : new(type, declaration, place.SyntaxTree.GetLocation(place.Span));
    }
}
