using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Disk;
using Purser.Analyzers.Facts.Sharing;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2009: sessions, data-protection keys or SignalR's connections that each of several replicas has for itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2009KeptByEachReplica() : KindAnalyzer(Rule)
{
    /// <summary>The property that tells the fix what is not shared.</summary>
    public const string Topic = "Topic";

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2009",
        DiagnosticSeverity.Warning,
        "Each replica has sessions, keys or connections of its own",
        "'{0}' {1}, but {2}: {3}; {4}",
        "A Service sends each request to any of the pods. What a pod keeps in its own memory - sessions, the keys that protect cookies, the clients of a SignalR hub - the others know nothing of, and it is gone when the pod is replaced.");

    private protected override void Check(WorkloadCheck check)
    {
        if (check.Workload.IsBatch || check.Workload.MostReplicas < 2)
            return;
        CheckSessions(check);
        CheckKeys(check);
        CheckConnections(check);
    }

    private static void CheckSessions(WorkloadCheck check)
    {
        // Whoever comes back to the same pod finds its session there, as long as the pod lives.
        if (check.Workload.Declaration.Of(AttributeNames.Annotation).Any(static annotation => annotation.Text("Key")?.IndexOf("affinity", StringComparison.OrdinalIgnoreCase) >= 0))
            return;
        if (Find(check, SharedTopic.Sessions, SharedRole.Needs) is not var (need, _) || IsShared(check, SharedTopic.Sessions) || Find(check, SharedTopic.Sessions, SharedRole.Local) is not var (local, _))
            return;
        Report(check, SharedTopic.Sessions, need, $"{Evidence(check, local, "keeps")} the sessions in the memory of one", "the next request may come to a replica that has never heard of the session", "use a cache that all replicas share, such as AddStackExchangeRedisCache");
    }

    private static void CheckKeys(WorkloadCheck check)
    {
        const string Cure = "persist them where all replicas find them: PersistKeysToStackExchangeRedis, PersistKeysToDbContext, or PersistKeysToFileSystem on a [Volume]";
        foreach (var write in WorkloadDisk.Of(check).Writes.Where(static write => write.Use.What == KnownStores.Keys))
        {
            if (write.Path is not { } path || IsShared(write.Place, path, check.Workload))
                continue;
            Report(check, SharedTopic.Keys, write.Use.Call, $"{Kinds.Evidence.Of(write.Use.Call, write.Use.Member, "writes")} the data-protection keys to \"{path.Shown}\", which each replica has for itself", "a cookie of one replica cannot be read by another, and users are signed out", Cure);
            return;
        }

        var forms = new Lazy<SyntaxNode?>(() => Forms(check));
        var localKeys = Find(check, SharedTopic.Keys, SharedRole.Local);
        var needed = localKeys ?? Find(check, SharedTopic.Keys, SharedRole.Needs);
        if ((needed is null && forms.Value is null) || IsShared(check, SharedTopic.Keys))
            return;
        if (localKeys is var (local, _))
            Report(check, SharedTopic.Keys, local, $"{Evidence(check, local, "keeps")} the data-protection keys in memory", "what one replica protects cannot be read by another", Cure);
        else if (needed is var (need, what))
            Report(check, SharedTopic.Keys, need, $"{Evidence(check, need, "needs")} data-protection keys ({what}), and each replica makes its own", "what one replica protects no other can read, so users are signed out and forms refused", Cure);
        else if (forms.Value is { } form)
            Report(check, SharedTopic.Keys, form, "its forms have antiforgery tokens, and each replica makes its own data-protection keys", "a form of one replica is refused by another", Cure);
    }

    private static void CheckConnections(WorkloadCheck check)
    {
        if (Find(check, SharedTopic.Connections, SharedRole.Needs) is not var (need, _) || IsShared(check, SharedTopic.Connections) || HasOtherBackplane(check))
            return;
        Report(check, SharedTopic.Connections, need, $"{Evidence(check, need, "has")} no backplane", "a message reaches only the clients that are connected to the same replica", "add AddStackExchangeRedis or AddAzureSignalR to it");
    }

    private static (ExpressionSyntax Call, string What)? Find(WorkloadCheck check, SharedTopic topic, SharedRole role)
    {
        foreach (var known in KnownSharings.All.Where(known => known.Topic == topic && known.Role == role))
        {
            if (check.Calls([known.Member]).FirstOrDefault(call => known.Space == "*" || check.IsFrom(call, known.Space)) is { } call)
                return (call, known.What);
        }

        return null;
    }

    private static bool IsShared(WorkloadCheck check, SharedTopic topic)
    {
        var shared = KnownSharings.All.Where(known => known.Topic == topic && known.Role == SharedRole.Shared).ToList();
        var names = shared.Where(static known => !known.Member.EndsWith("*", StringComparison.Ordinal)).Select(static known => known.Member);
        var beginnings = shared.Where(static known => known.Member.EndsWith("*", StringComparison.Ordinal)).Select(static known => known.Member.TrimEnd('*')).ToList();
        return check.Calls(names).Any()
            || check.Compilation.SyntaxTrees.Any(tree => CallSites.CallsIn(tree, check.Cancellation)
                .Where(calls => beginnings.Exists(beginning => calls.Key.StartsWith(beginning, StringComparison.Ordinal)))
                .SelectMany(static calls => calls)
                .Any(check.Matters))
            || Registrations(check).Any(name => KnownSharings.Services.Any(service => service.Topic == topic && service.Service == name))
            || KnownSharings.Assigned.Any(assigned => assigned.Topic == topic && IsAssigned(check, assigned.Property));
    }

    /// <summary>The services of <c>AddSingleton&lt;IDistributedCache, OwnCache&gt;()</c>, but not where they stay in memory.</summary>
    private static IEnumerable<string> Registrations(WorkloadCheck check) => check
        .Calls(["AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "Replace"])
        .Select(static call => (call as InvocationExpressionSyntax)?.Expression)
        .OfType<MemberAccessExpressionSyntax>()
        .Select(static member => member.Name)
        .OfType<GenericNameSyntax>()
        .Where(static name => !name.TypeArgumentList.Arguments.Any(static type => SyntaxNames.Last(type) == "MemoryDistributedCache"))
        .Select(static name => name.TypeArgumentList.Arguments.FirstOrDefault() is { } service ? SyntaxNames.Last(service) : null)
        .OfType<string>();

    private static bool IsAssigned(WorkloadCheck check, string property) => check.Compilation.SyntaxTrees.Any(tree =>
        SourceIndex.Of(tree, check.Cancellation) is var index && index.Names.Contains(property) && index.Changes.OfType<AssignmentExpressionSyntax>().Any(assignment => SyntaxNames.Last(assignment.Left) == property && check.Matters(assignment)));

    /// <summary>A backplane that the table does not know: what else extends <c>ISignalRServerBuilder</c>.</summary>
    private static bool HasOtherBackplane(WorkloadCheck check) => check.Calls(["AddSignalR", "AddSignalRCore"])
        .Any(call => call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax chained, Name.Identifier.ValueText: var next }
            && !next.EndsWith("Protocol", StringComparison.Ordinal) && next is not ("AddHubOptions" or "AddJsonOptions" or "AddHubFilter" or "AddHubInstrumentation")
            && !IsOwn(check, chained));

    /// <summary>A method of the program's own is looked into by itself.</summary>
    private static bool IsOwn(WorkloadCheck check, ExpressionSyntax call) =>
        check.Model(call.SyntaxTree).GetSymbolInfo(call, check.Cancellation).Symbol is { DeclaringSyntaxReferences.IsEmpty: false } method && !Calls.IsIn(method, "Microsoft");

    /// <summary>A handler of a form, or an attribute that asks for the token of one.</summary>
    private static SyntaxNode? Forms(WorkloadCheck check)
    {
        var types = check.Compilation.SyntaxTrees.SelectMany(tree => SourceTypes.Of(tree, check.Cancellation).All);
        foreach (var type in types)
        {
            foreach (var node in type.Syntax.Members.OfType<MethodDeclarationSyntax>().Prepend<MemberDeclarationSyntax>(type.Syntax))
            {
                var isForm = node.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => SyntaxNames.Last(attribute.Name) is "ValidateAntiForgeryToken" or "AutoValidateAntiforgeryToken" or "RequireAntiforgeryToken")
                    || (node is MethodDeclarationSyntax { Identifier.ValueText: var name } && name.StartsWith("OnPost", StringComparison.Ordinal) && type.Bases.Contains("PageModel"));
                if (isForm && check.Matters(node is MethodDeclarationSyntax ? node : type.Syntax.Members.FirstOrDefault() ?? node))
                    return node is MethodDeclarationSyntax method ? method.ParameterList : ((TypeDeclarationSyntax)node).AttributeLists[0];
            }
        }

        return null;
    }

    /// <summary>A claim that is mounted into all replicas is shared; each replica of a StatefulSet has a disk of its own.</summary>
    private static bool IsShared(DiskPlace? place, DiskPath path, AnnotatedWorkload workload) => place == DiskPlace.Volume
        && !(workload.Kind == AttributeNames.Stateful && DiskPath.IsUnder(path.Absolute, workload.Attribute.Text("MountPath") ?? "/data"));

    private static string Evidence(WorkloadCheck check, ExpressionSyntax call, string verb)
    {
        var member = EnclosingMember.Of(call, check.Model(call.SyntaxTree), check.Cancellation);
        return member is IMethodSymbol { Name: "<Main>$" } ? $"'{SyntaxNames.Called(call)}' in {System.IO.Path.GetFileName(call.SyntaxTree.FilePath)} {verb}" : $"'{SyntaxNames.Called(call)}' in '{member?.ContainingType?.Name}.{member?.Name}' {verb}";
    }

    private static void Report(WorkloadCheck check, SharedTopic topic, SyntaxNode evidence, string what, string consequence, string cure) =>
        check.ReportAt(Rule, evidence, ImmutableDictionary<string, string?>.Empty.Add(Topic, topic.ToString()), check.Workload.Type.Name, check.Replicas, what, consequence, cure);
}
