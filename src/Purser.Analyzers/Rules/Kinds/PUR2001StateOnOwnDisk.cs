using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2001: a stateless workload keeps state on its own disk.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2001StateOnOwnDisk() : KindAnalyzer(Rule)
{
    /// <summary>The property that tells the fix the folder.</summary>
    public const string Folder = "Folder";

    /// <summary>The property that tells the fix how several replicas can share the folder.</summary>
    public const string Access = "Access";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2001",
        DiagnosticSeverity.Warning,
        "State on the disk of a stateless workload",
        "'{0}' is [Stateless], but {1} to {2}: {3}; make it [Stateful], or put that on a [Volume]",
        "The pods of a Deployment are replaced at any time, and each begins with the image's own files: what a pod wrote beside them is gone, and no other replica ever saw it.");

    private protected override void Check(WorkloadCheck check)
    {
        if (check.Workload.Kind != AttributeNames.Stateless)
            return;
        var losing = check.Workload.MostReplicas > 1 ? "each replica would have its own copy and lose it on restart" : "it would be lost on restart";
        foreach (var group in WorkloadDisk.Of(check).Writes.Where(write => write.Verdict == DiskVerdict.State && !IsOfSeveral(write, check.Workload)).GroupBy(static write => (write.Path?.Folder, write.Use.What)))
        {
            var write = group.First();
            var properties = ImmutableDictionary<string, string?>.Empty;
            if (group.Key.Folder is { } folder)
                properties = properties.Add(Folder, folder).Add(Access, check.Workload.MostReplicas > 1 ? "ReadWriteMany" : null);
            check.ReportAt(Rule, write.Use.Call, properties, check.Workload.Type.Name, Evidence.Of(write.Use.Call, write.Use.Member, "writes"), Target(write), losing);
        }
    }

    /// <summary>Keys that only one of several replicas has are PUR2009's.</summary>
    private static bool IsOfSeveral(DiskWrite write, AnnotatedWorkload workload) => write.Use.What == KnownStores.Keys && workload.MostReplicas > 1;

    private static string Target(DiskWrite write) => (write.Path, write.Use.What) switch
    {
        (null, var what) => $"a {what} file",
        ({ } path, "") => $"\"{path.Shown}\"",
        var (path, what) => $"\"{path!.Shown}\" ({what})",
    };
}
