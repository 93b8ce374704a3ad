using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Facts.Readers;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>What becomes of a write in the pod.</summary>
internal enum DiskVerdict
{
    /// <summary>It goes to a volume, to a temporary folder or to memory.</summary>
    Fine,

    /// <summary>Nobody knows where it goes.</summary>
    Unknown,

    /// <summary>The program's own state, in a place that is one replica's and gone with it: PUR2001's.</summary>
    State,

    /// <summary>It fails: PUR5001's.</summary>
    Fails,
}

/// <summary>One way that a write can go. <paramref name="Path"/> is null where it is not known.</summary>
internal sealed record DiskWrite(DiskUse Use, DiskPath? Path, DiskPlace? Place, DiskVerdict Verdict);

/// <summary>
/// What one workload does with the disk. A write that fails has one owner: on a [Stateless], a database and files that are the program's
/// own data are state (PUR2001); logs, caches, exports, and whatever another kind writes beside its volumes, only need a place (PUR5001).
/// </summary>
internal sealed class WorkloadDisk
{
    private static readonly ConditionalWeakTable<AnnotatedWorkload, WorkloadDisk> Known = new();

    private static readonly ConditionalWeakTable<Compilation, Lazy<Shared>> Compilations = new();

    private WorkloadDisk(ImmutableArray<DiskUse> uses, ImmutableArray<DiskWrite> writes) => (Uses, Writes) = (uses, writes);

    /// <summary>Everything that the workload's code does with the disk, reads too.</summary>
    public ImmutableArray<DiskUse> Uses { get; }

    public ImmutableArray<DiskWrite> Writes { get; }

    public static WorkloadDisk Of(WorkloadCheck check)
    {
        if (Known.TryGetValue(check.Workload, out var known))
            return known;
        var found = Find(check);
        return Known.GetValue(check.Workload, _ => found);
    }

    private static WorkloadDisk Find(WorkloadCheck check)
    {
        var shared = Compilations.GetValue(check.Compilation, compilation => new(() => new(compilation, check.Options, check.Cancellation), LazyThreadSafetyMode.PublicationOnly)).Value;
        var uses = shared.Uses.Where(use => check.Runs(use.Call) && !NotInProduction.Contains(use.Owner)).ToImmutableArray();
        var mounts = new Mounts(check.Workload.Declaration);
        var resolver = new PathResolver(new ConfigurationValues(check.Workload.Declaration, shared.Settings), shared.Sections, check.Cancellation);

        var reads = new Lazy<ImmutableArray<DiskPath>>(() => uses.Where(static use => !use.IsWrite).SelectMany(use => PathsOf(use, resolver)).OfType<DiskPath>().ToImmutableArray());
        var writes = uses.Where(static use => use.IsWrite)
            .SelectMany(use => PathsOf(use, resolver).Select(path => Judge(use, path, check.Workload, mounts, reads)))
            .ToList();

        // A folder that files are written to has been spoken of.
        writes.RemoveAll(folder => folder.Use.Kind == DiskUseKind.MakeFolder && folder is { Path: { } made, Verdict: not DiskVerdict.Fine }
            && writes.Any(other => other.Use.Kind != DiskUseKind.MakeFolder && other.Path is { } path && (DiskPath.IsUnder(path.Absolute, made.Absolute) || DiskPath.IsUnder(made.Absolute, path.Folder))));
        return new(uses, writes.ToImmutableArray());
    }

    /// <summary>Null for what is not known; nothing at all for what is kept in memory or only read.</summary>
    private static IEnumerable<DiskPath?> PathsOf(DiskUse use, PathResolver resolver)
    {
        if (use.Path is null)
            return [null];
        return resolver.Resolve(use.Path).SelectMany(text => PathOf(use, text)).Distinct();
    }

    private static IEnumerable<DiskPath?> PathOf(DiskUse use, ResolvedText text)
    {
        if (DiskPath.Flat(text) is not { } flat)
            return [null];
        if (use.Kind == DiskUseKind.Connection)
            return ConnectionText.Read(flat) is var (file, keepsNothing) && keepsNothing ? [] : [file is null ? null : DiskPath.Of(file, isFolder: false)];
        var isFolder = use.Kind is DiskUseKind.Folder or DiskUseKind.MakeFolder
            || (use.Kind == DiskUseKind.Database && flat.Substring(flat.LastIndexOf('/') + 1).IndexOf('.') < 0);
        return [DiskPath.Of(flat, isFolder)];
    }

    private static DiskWrite Judge(DiskUse use, DiskPath? path, AnnotatedWorkload workload, Mounts mounts, Lazy<ImmutableArray<DiskPath>> reads)
    {
        var isStateless = workload.Kind == AttributeNames.Stateless;
        if (path is null)
        {
            // Wherever the database is, without a volume it is the replica's own.
            var isOwn = isStateless && use.IsDatabase && !mounts.HasVolume && !Alternatives.IsOneOf(use.Call);
            return new(use, null, null, isOwn ? DiskVerdict.State : DiskVerdict.Unknown);
        }

        var place = mounts.PlaceOf(path);
        var verdict = place switch
        {
            DiskPlace.Volume or DiskPlace.Temporary => DiskVerdict.Fine,
            _ when use.IsDatabase && Alternatives.IsOneOf(use.Call) => DiskVerdict.Unknown,
            DiskPlace.ReadOnlyRoot when isStateless && IsState(use, path, reads) => DiskVerdict.State,
            _ => DiskVerdict.Fails,
        };
        return new(use, path, place, verdict);
    }

    private static bool IsState(DiskUse use, DiskPath path, Lazy<ImmutableArray<DiskPath>> reads)
    {
        if (use.IsDatabase)
            return true;
        if (use.Kind is DiskUseKind.Log or DiskUseKind.MakeFolder || StorageName.IsByTheWay(path))
            return false;
        return !StorageName.IsOutput(path) || reads.Value.Any(read => path.Folder == DiskPath.ContentRoot ? read.Absolute == path.Absolute : DiskPath.IsUnder(read.Absolute, path.Folder));
    }

    /// <summary>What all workloads of a compilation share.</summary>
    private sealed class Shared(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        public ImmutableArray<DiskUse> Uses { get; } = DiskReader.Read(compilation, cancellation);

        public IReadOnlyDictionary<string, (string? Value, string File)> Settings { get; } = AppSettings.Read(options.AdditionalFiles, cancellation).In(AppSettings.Production);

        public OptionsSections Sections { get; } = new(compilation);
    }
}
