using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Lifetime;
using Purser.Analyzers.Facts.Readers;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Kinds;

/// <summary>PUR2005: a job that others should send requests to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR2005JobServes() : KindAnalyzer(Rule)
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR2005",
        DiagnosticSeverity.Warning,
        "A job that is exposed or listens",
        "{0}, but {1}; {2}",
        "A Job runs to its end: what answers requests must be there all the time, with as many replicas as it needs and a Service in front. That is [Stateless].");

    /// <summary>The property that says that the class is [Exposed], so that taking this away is a way out.</summary>
    public const string IsExposed = "IsExposed";

    /// <summary>Namespace, type, methods of servers that are not ASP.NET Core's; <c>*</c> for any type.</summary>
    private static readonly (string Space, string Type, string[] Methods)[] Servers =
    [
        ("System.Net.Sockets", "Socket", ["Listen"]),
        ("System.Net.Quic", "QuicListener", ["ListenAsync"]),
        ("Grpc.Core", "Server", ["Start"]),
        ("EmbedIO", "*", ["RunAsync", "Start"]),
        ("Fleck", "WebSocketServer", ["Start"]),
        ("WebSocketSharp.Server", "*", ["Start"]),
        ("MQTTnet.Server", "*", ["StartAsync"]),
        ("NetMQ", "*", ["Bind"]),
        ("Nancy.Hosting.Self", "NancyHost", ["Start"]),
        ("Microsoft.Owin.Hosting", "WebApp", ["Start"]),
        ("SuperSocket", "*", ["StartAsync"]),
    ];

    private static readonly string[] Names =
        [.. new[] { "TcpListener", "HttpListener" }.Concat(Servers.SelectMany(static server => server.Methods)).Distinct()];

    private protected override void Check(WorkloadCheck check)
    {
        if (!check.Workload.IsBatch)
            return;
        if (check.Workload.Declaration.Of(AttributeNames.Exposed).FirstOrDefault() is { } exposed)
        {
            check.ReportAt(
                Rule, WorkloadReader.AttributesOf(check.Workload.Type)[exposed.Index].ApplicationSyntaxReference?.GetSyntax(check.Cancellation), ImmutableDictionary<string, string?>.Empty.Add(IsExposed, ""),
                check.Workload.Display, "it is [Exposed], and nobody answers there when the job is done", "take [Exposed] off, or write [Stateless] if it should serve");
        }
        else if (Listener(check) is { } listener)
        {
            check.ReportAt(
                Rule, listener, ImmutableDictionary<string, string?>.Empty,
                check.Workload.Display, $"'{SyntaxNames.Display(listener)}' listens for requests, and nobody answers them when the job is done", "write [Stateless] if it should serve, or take the listener out");
        }
    }

    private static SyntaxNode? Listener(WorkloadCheck check)
    {
        var (walk, roots) = JobLifetime.Of(check);
        var isWeb = new Lazy<bool>(() => WorkloadCalls.Any(check, "ConfigureWebHostDefaults", "ConfigureWebHost"));
        foreach (var root in roots)
        {
            if (walk.Of(root) is { CanEnd: false, Decisive: { Kind: WaitKind.Hosts } wait }
                && walk.Seen.FirstOrDefault(call => ReferenceEquals(call.Syntax, wait.Node)) is { } run && IsWebHost(run, isWeb))
                return run.Syntax;
        }

        return walk.Seen.FirstOrDefault(call => call.TargetMethod.Name is "Start" or "StartAsync" && IsWebHost(call, isWeb) && !WorkloadCalls.DependsOnArguments(call.Syntax))?.Syntax
            ?? WorkloadCalls.Named(check, Names).FirstOrDefault(call => Listens(call, check) && !WorkloadCalls.DependsOnArguments(call.Node))?.Node;
    }

    private static bool IsWebHost(IInvocationOperation call, Lazy<bool> isWeb)
    {
        var receiver = Calls.Receiver(call) is { } instance ? Definitions.Unwrap(instance).Type : null;
        return call.TargetMethod.ContainingType.Name is "WebApplication" or "WebHostExtensions"
            || receiver?.Name is "WebApplication" or "IWebHost"
            || (receiver?.Name is "IHost" && isWeb.Value)
            || (call.TargetMethod.Name is "RunConsoleAsync" && isWeb.Value);
    }

    /// <summary>Not a port that only the job itself reaches, and not the metrics that a long job shows.</summary>
    private static bool Listens(WorkloadCall call, WorkloadCheck check)
    {
        switch (call.Model.GetOperation(call.Node, check.Cancellation))
        {
            case IObjectCreationOperation { Type.Name: "TcpListener" } creation:
                return PortReader.Read(creation, new Scope(call.Model, null, check.Cancellation)).OfType<ListenFinding>().Any(static finding => !finding.LocalhostOnly);
            case IObjectCreationOperation { Type.Name: "HttpListener" }:
                return Prefixes(call, check).Any(static finding => !finding.LocalhostOnly);
            case IInvocationOperation { TargetMethod: var method }:
                return Array.Exists(Servers, server => Array.IndexOf(server.Methods, method.Name) >= 0
                    && (server.Type == "*" || method.ContainingType.Name == server.Type) && Calls.IsIn(method, server.Space));
            default:
                return false;
        }
    }

    /// <summary>The addresses that the class around adds.</summary>
    private static IEnumerable<ListenFinding> Prefixes(WorkloadCall call, WorkloadCheck check) =>
        (call.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.Node.SyntaxTree.GetRoot(check.Cancellation)).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static add => SyntaxNames.Called(add) == "Add" && add.Expression is MemberAccessExpressionSyntax { Expression: var list } && SyntaxNames.Last(list) == "Prefixes")
            .Select(add => call.Model.GetOperation(add, check.Cancellation))
            .OfType<IInvocationOperation>()
            .SelectMany(add => PortReader.Read(add, new Scope(call.Model, null, check.Cancellation)))
            .OfType<ListenFinding>();
}
