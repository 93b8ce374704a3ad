using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Workloads;

namespace Purser.CodeFixes.Kinds;

/// <summary>Gives each replica a disk of its own, or the workload a volume.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR2001StateOnOwnDiskFix)), Shared]
internal sealed class PUR2001StateOnOwnDiskFix() : WorkloadFix(PUR2001StateOnOwnDisk.Rule.Id)
{
    protected override IEnumerable<WorkloadWay> WaysOf(Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(PUR2001StateOnOwnDisk.Folder, out var folder);
        var canMount = folder is not (null or "/" or DiskPath.ContentRoot);
        yield return new WorkloadWay("Make it [Stateful]")
        {
            Kind = AttributeNames.Stateful,
            Set = canMount && !DiskPath.IsUnder(folder!, "/data") ? ("MountPath", folder!) : null,
        };
        if (!canMount)
            yield break;
        diagnostic.Properties.TryGetValue(PUR2001StateOnOwnDisk.Access, out var access);
        var path = AttributeEdits.Positional(folder!);
        yield return new WorkloadWay($"Add [Volume(\"{folder}\")]")
        {
            Add = AttributeNames.Volume,
            Arguments = access is null ? [path] : [path, AttributeEdits.Named("AccessMode", SyntaxFactory.ParseExpression("AccessMode." + access))],
        };
    }
}
