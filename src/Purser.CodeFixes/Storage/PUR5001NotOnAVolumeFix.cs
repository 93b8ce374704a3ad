using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Storage;
using Purser.Analyzers.Workloads;
using Purser.CodeFixes.Kinds;

namespace Purser.CodeFixes.Storage;

/// <summary>Mounts what the code writes to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PUR5001NotOnAVolumeFix)), Shared]
internal sealed class PUR5001NotOnAVolumeFix() : WorkloadFix(PUR5001NotOnAVolume.Rule.Id)
{
    protected override IEnumerable<WorkloadWay> WaysOf(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(PUR5001NotOnAVolume.Folder, out var folder) || folder is null)
            yield break;
        foreach (var name in new[] { AttributeNames.Scratch, AttributeNames.Volume })
            yield return new WorkloadWay($"Add [{name}(\"{folder}\")]") { Add = name, Arguments = [AttributeEdits.Positional(folder)] };
    }
}
