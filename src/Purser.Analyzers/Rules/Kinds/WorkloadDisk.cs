using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private static readonly Once<AnnotatedWorkload, WorkloadDisk> Known = new();

    private static readonly Once<Compilation, Shared> Compilations = new();

    private WorkloadDisk(bool isWritten, ImmutableArray<DiskWrite> writes) => (IsWritten, Writes) = (isWritten, writes);

    /// <summary>Whether the workload's code writes at all, be it in memory after all.</summary>
    public bool IsWritten { get; }

    public ImmutableArray<DiskWrite> Writes { get; }

    public static WorkloadDisk Of(WorkloadCheck check) => Known.Of(check.Workload, _ => Find(check));

    private static WorkloadDisk Find(WorkloadCheck check)
    {
        var shared = Compilations.Of(check.Compilation, _ => new(check));
        var uses = Own(shared.Writes).Where(static use => use.IsWrite).ToImmutableArray();
        var mounts = new Mounts(check.Workload.Declaration);
        var resolver = new PathResolver(new ConfigurationValues(check.Workload.Declaration, shared.Settings), shared.Sections, check.Cancellation);

        var working = new Lazy<string?>(() => WorkingFolder(check, resolver));

        var reads = new Lazy<ImmutableArray<DiskPath>>(() => Own(shared.Reads(check)).Where(static use => !use.IsWrite).SelectMany(use => PathsOf(use, resolver, working)).OfType<DiskPath>().ToImmutableArray());
        var writes = uses
            .SelectMany(use => PathsOf(use, resolver, working).Select(path => Judge(use, path, check.Workload, mounts, reads)))
            .ToList();

        // A folder that files are written to has been spoken of.
        writes.RemoveAll(folder => folder.Use.Kind == DiskUseKind.MakeFolder && folder is { Path: { } made, Verdict: not DiskVerdict.Fine }
            && writes.Any(other => other.Use.Kind != DiskUseKind.MakeFolder && other.Path is { } path && (DiskPath.IsUnder(path.Absolute, made.Absolute) || DiskPath.IsUnder(made.Absolute, path.Folder))));
        return new(!uses.IsEmpty, writes.ToImmutableArray());

        IEnumerable<DiskUse> Own(IEnumerable<DiskUse> all) => all.Where(use => check.Runs(use.Call) && !NotInProduction.Contains(use.Owner));
    }

    /// <summary>Null for what is not known; nothing at all for what is kept in memory or only read.</summary>
    private static IEnumerable<DiskPath?> PathsOf(DiskUse use, PathResolver resolver, Lazy<string?> working)
    {
        if (use.Path is null)
            return [null];
        return resolver.Resolve(use.Path).SelectMany(text => PathOf(use, text, working)).Distinct();
    }

    private static IEnumerable<DiskPath?> PathOf(DiskUse use, ResolvedText text, Lazy<string?> working)
    {
        if (DiskPath.Flat(text) is not { } flat)
            return [null];
        if (use.Kind != DiskUseKind.Connection && IsRelative(flat))
        {
            if (working.Value is not { } folder)
                return [null];
            flat = folder.TrimEnd('/') + "/" + flat;
        }

        if (use.Kind == DiskUseKind.Connection)
            return ConnectionText.Read(flat) is var (file, keepsNothing) && keepsNothing ? [] : [file is null ? null : DiskPath.Of(file, isFolder: false)];
        var isFolder = use.Kind is DiskUseKind.Folder or DiskUseKind.MakeFolder
            || (use.Kind == DiskUseKind.Database && flat.Substring(flat.LastIndexOf('/') + 1).IndexOf('.') < 0);
        return [DiskPath.Of(flat, isFolder)];
    }

    private static bool IsRelative(string path) => path.Length > 0 && path[0] is not ('/' or '~' or '\\') && !path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && (char.IsLetterOrDigit(path[0]) || path[0] is '.' or '_');

    /// <summary>What relative paths are relative to; null where the program sets it to what is not known.</summary>
    private static string? WorkingFolder(WorkloadCheck check, PathResolver resolver)
    {
        var set = WorkloadCalls.Named(check, "SetCurrentDirectory")
            .Select(static call => (call.Model, Path: call.Node is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var path }] } ? path : null))
            .ToArray();
        if (set.Length == 0)
            return DiskPath.ContentRoot;
        var folders = set
            .SelectMany(call => call.Path is not null && call.Model.GetOperation(call.Path, check.Cancellation) is { } path ? resolver.Resolve(path).Select(DiskPath.Flat) : [null])
            .Distinct()
            .ToArray();
        return folders is [{ Length: > 0 } only] && only[0] == '/' ? only : null;
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
    private sealed class Shared
    {
        private IReadOnlyList<DiskUse>? reads;

        public Shared(WorkloadCheck check)
        {
            Sections = new(check.Compilation);
            Settings = AppSettings.Read(check.Options.AdditionalFiles, check.Cancellation).In(AppSettings.Production);
            Writes = Read(check, Sections, static store => store.Kind != DiskUseKind.Read);
        }

        public ImmutableArray<DiskUse> Writes { get; }

        public IReadOnlyDictionary<string, (string? Value, string File)> Settings { get; }

        public OptionsSections Sections { get; }

        /// <summary>Only where a write may be state if somebody reads it. Found for whoever asks first: another check's search may be cancelled by now.</summary>
        public IReadOnlyList<DiskUse> Reads(WorkloadCheck check) => reads ??= Read(check, Sections, static store => store.Kind is DiskUseKind.Read or DiskUseKind.Open);

        private static ImmutableArray<DiskUse> Read(WorkloadCheck check, OptionsSections sections, Func<KnownStore, bool> isWanted) => DiskReader.Read(
            check.Compilation,
            node => check.Workloads.All.Any(workload => check.Workloads.ReachOf(workload, check.Compilation, check.Cancellation)?.Contains(node) != false),
            isWanted,
            sections,
            check.Cancellation);
    }
}
