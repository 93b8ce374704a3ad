using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2007: a stateful workload that has no use for its disk.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2007WritesNothing() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2007",
        DiagnosticSeverity.Info,
        "A stateful workload that writes nothing",
        "'{0}' is [Stateful], but nothing in it writes to \"{1}\" or anywhere else on its disk; write [Stateless] if it keeps nothing",
        "A StatefulSet claims a disk for each replica and replaces its pods one after the other. A program that keeps nothing on the disk pays for both and needs neither.");

    /// <summary>Libraries that keep data on the disk, or need the names of a StatefulSet's pods, in ways that no call here shows.</summary>
    private static readonly string[] Clustered = ["Akka", "Orleans", "Proto", "DotNext", "Streamiz", "Garnet", "EventStore", "NATS", "Dapr", "Microsoft.ServiceFabric", "Hazelcast", "Ignite", "ZooKeeperNet", "org.apache.zookeeper"];

    /// <summary>Calls behind which anything may happen.</summary>
    private static readonly string[] Opaque = ["Process", "ProcessStartInfo", "LoadFrom", "LoadFile", "LoadLibrary", "GetHostName"];

    private protected override void Check(WorkloadCheck check)
    {
        var workload = check.Workload;
        if (workload.Kind != AttributeNames.Stateful || workload.Attribute["Command"] is not null || check.Workloads.EntryPoint is null)
            return;
        var mount = workload.Attribute.Text("MountPath") ?? "/data";
        var disk = WorkloadDisk.Of(check);
        if (!disk.Writes.IsEmpty || disk.IsWritten)
            return;
        if (HasOwnLibrary(check) || UsesMount(check, mount) || IsOpaque(check))
            return;
        check.ReportAt(Rule, null, ImmutableDictionary<string, string?>.Empty, workload.Type.Name, mount);
    }

    /// <summary>A project reference of the same product: <c>Orders.Storage</c> beside <c>Orders.Api</c>.</summary>
    private static bool HasOwnLibrary(WorkloadCheck check)
    {
        var product = FirstName(check.Compilation.AssemblyName ?? "");
        return check.Compilation.ReferencedAssemblyNames.Any(reference => FirstName(reference.Name) == product);
    }

    private static string FirstName(string assembly) => assembly.Split('.')[0];

    /// <summary>Whether something names the disk: a path that is given to who knows whom, in code, in settings or in files of the project.</summary>
    private static bool UsesMount(WorkloadCheck check, string mount)
    {
        if (check.Workload.Declaration.Of(AttributeNames.Setting).Any(setting => Names(setting.Text("Value"), mount)))
            return true;
        if (check.Workload.Attribute.Texts("Args") is { } arguments && arguments.Any(argument => Names(argument, mount)))
            return true;
        if (AppSettings.Read(check.Options.AdditionalFiles, check.Cancellation).In(AppSettings.Production).Values.Any(value => Names(value.Value, mount)))
            return true;
        return check.Compilation.SyntaxTrees.Any(tree => !GeneratedCode.Is(tree, check.Cancellation) && tree.GetRoot(check.Cancellation).DescendantTokens()
            .Any(token => (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
                && Names(token.ValueText, mount) && token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is null && check.Matters(token.Parent!)));
    }

    private static bool Names(string? text, string mount) =>
        text is not null && text.IndexOf(mount, StringComparison.Ordinal) is >= 0 and var at && (at + mount.Length == text.Length || text[at + mount.Length] is '/' or ';' or ',' or ' ' or '"');

    private static bool IsOpaque(WorkloadCheck check)
    {
        if (check.Calls(Opaque).Any() || check.Calls(["Start"]).Any(static call => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } && SyntaxNames.Last(receiver) == "Process"))
            return true;
        foreach (var tree in check.Compilation.SyntaxTrees)
        {
            if (GeneratedCode.Is(tree, check.Cancellation) || tree.GetRoot(check.Cancellation) is not CompilationUnitSyntax root)
                continue;
            if (root.Usings.Any(static directive => directive.Name?.ToString() is { } name && Array.Exists(Clustered, space => name == space || name.StartsWith(space + ".", StringComparison.Ordinal))))
                return true;
            // A stable name is the other reason to be a StatefulSet.
            if (root.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: "MachineName" } or LiteralExpressionSyntax { Token.ValueText: "HOSTNAME" or "POD_NAME" } && check.Matters(node)))
                return true;
        }

        return false;
    }
}
