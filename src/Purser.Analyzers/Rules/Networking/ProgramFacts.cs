using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Conclusions;
using Purser.Analyzers.Rules.Declarations;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>
/// What the code of a compilation says, for the rules. The readers are the generator's, so rules and manifests cannot disagree.
/// Read once for a compilation, when the first rule asks; where there is no workload, nothing is read.
/// </summary>
internal sealed class ProgramFacts(Compilation compilation, ProjectOptions options, ImmutableArray<AdditionalText> files, string[] otherServices)
{
    /// <summary>The calls that are worth a look, kept as long as the file's tree lives: a keystroke looks through one file again.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> Candidates = new();

    private readonly object gate = new();
    private ImmutableArray<WorkloadReading> workloads;
    private HashSet<string>? services;

    /// <summary>The workloads, each with what the code says of it.</summary>
    public ImmutableArray<WorkloadReading> Read(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (workloads.IsDefault)
                workloads = ReadAll(cancellation);
            return workloads;
        }
    }

    /// <summary>The names by which programs of the system are reached; none where the compilation has no workload.</summary>
    public ICollection<string> Services(CancellationToken cancellation)
    {
        lock (gate)
        {
            return services ??= Read(cancellation) is { IsEmpty: false } all
                ? new(all.SelectMany(static workload => PUR4005UnknownService.Names(workload.Declaration)).Concat(otherServices), StringComparer.Ordinal)
                : [];
        }
    }

    private ImmutableArray<WorkloadReading> ReadAll(CancellationToken cancellation)
    {
        var types = WorkloadTypes.Of(compilation);
        if (types.IsEmpty)
            return ImmutableArray<WorkloadReading>.Empty;

        var declarations = types.Select(type => WorkloadReader.Read(type, compilation, cancellation)).ToArray();
        var found = compilation.SyntaxTrees
            .Where(static tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
            .SelectMany(tree => FindingsOf(tree, cancellation));
        var set = new FindingSet(found.ToEquatableArray(), declarations.Select(WorkloadClass.Of).ToEquatableArray());
        var settings = AppSettings.Read(files, cancellation);
        var elsewhere = new Lazy<ImmutableArray<IAssemblySymbol>>(() => MappedElsewhere.By(compilation, default));
        return types.Select((type, i) => new WorkloadReading(type, declarations[i], options, elsewhere)
        {
            IsServer = set.IsServer(declarations[i]),
            Findings = set.Of(declarations[i]),
            Ports = PortConclusion.Of(declarations[i], set.Of(declarations[i]), settings, options, set.IsServer(declarations[i])),
            Facts = WorkloadFacts.Of(declarations[i], set, settings, options),
        }).ToImmutableArray();
    }

    private IEnumerable<Finding> FindingsOf(SyntaxTree tree, CancellationToken cancellation)
    {
        var candidates = Candidates.GetValue(tree, _ => tree.GetRoot(cancellation).DescendantNodes().Where(FactReader.IsCandidate).ToArray());
        if (candidates.Length == 0)
            return [];
#pragma warning disable RS1030 // once for each file that has such a call, and the driver has bound it anyway
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        return candidates.SelectMany(node => FactReader.Read(node, model, cancellation));
    }
}

/// <summary>A workload and what the code says of it.</summary>
internal sealed record WorkloadReading(INamedTypeSymbol Type, WorkloadDeclaration Declaration, ProjectOptions Options, Lazy<ImmutableArray<IAssemblySymbol>> Elsewhere)
{
    private const int ImageDefault = 8080;

    /// <summary>Whether what the code says of servers is about this workload.</summary>
    public bool IsServer { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public required PortConclusion Ports { get; init; }

    public required CodeFacts Facts { get; init; }

    /// <summary>
    /// Whether it is a web server for all that is known. A batch job is none (PUR2005 speaks of those), and a class that only names
    /// another image is another program.
    /// </summary>
    public bool Serves =>
        IsServer
        && Declaration.WorkloadAttribute is { } main && main.Name != AttributeNames.BatchJob && (main.Text("Image") is null || Declaration.HasEntryPoint)
        && (Options.IsWeb || Findings.Any(static finding => finding is ListenFinding { Source: not ListenSource.Own } or HealthEndpointFinding or RouteFinding { Path: not null }));

    /// <summary>Where it listens as far as that is known: 8080, which .NET's images say, where nothing in the code does.</summary>
    public IReadOnlyList<PortFact> Listening =>
        Ports.Ports.Count > 0 || Ports.HasUnknown || !Options.IsWeb ? Ports.Ports : [new(ImageDefault, PortProtocol.Http, false, new("", "the default of a web project"))];
}
