using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Storage;

/// <summary>PUR5001: a write to the read-only root file system.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR5001NotOnAVolume() : KindAnalyzer(Rule)
{
    /// <summary>The property that tells the fix the folder.</summary>
    public const string Folder = "Folder";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR5001",
        DiagnosticSeverity.Warning,
        "Write to a read-only file system",
        "In '{0}', {1} to \"{2}\", {3}: it would fail in the pod; {4}",
        "Purser's pods have a read-only root file system, as Pod Security asks for: only volumes, [Scratch] folders and /tmp can be written.");

    private protected override void Check(WorkloadCheck check)
    {
        foreach (var group in WorkloadDisk.Of(check).Writes.Where(static write => write.Verdict == DiskVerdict.Fails).GroupBy(static write => write.Path!.Folder))
        {
            var write = group.First();
            var isMounted = write.Place == DiskPlace.ReadOnlyVolume;
            var folder = write.Path!.Folder;
            var canMount = !isMounted && folder is not ("/" or DiskPath.ContentRoot);
            var properties = canMount ? ImmutableDictionary<string, string?>.Empty.Add(Folder, folder) : ImmutableDictionary<string, string?>.Empty;
            check.ReportAt(
                Rule,
                write.Use.Call,
                properties,
                check.Workload.Type.Name,
                Evidence.Of(write.Use.Call, write.Use.Member, "writes"),
                write.Path.Shown,
                isMounted ? "which is mounted read-only" : "which is no volume, and all else is read-only",
                Cure(check.Workload, write, canMount));
        }
    }

    private static string Cure(AnnotatedWorkload workload, DiskWrite write, bool canMount)
    {
        if (write.Use.Kind == DiskUseKind.Log)
            return "log to the console, which Kubernetes collects, or add a [Scratch] folder for it";
        if (workload.Kind == AttributeNames.Stateful)
            return $"write below \"{workload.Attribute.Text("MountPath") ?? "/data"}\", or add a [Scratch] folder or a [Volume] for it";
        return canMount
            ? $"add [Scratch(\"{write.Path!.Folder}\")] for what may be lost, or a [Volume] there for what must stay"
            : "write below /tmp what may be lost, or below a [Volume] what must stay";
    }
}
