using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Facts;

/// <summary>
/// The code that a workload can run: what its roots name, what that names, and so on. By names alone, because dependency injection,
/// routing and interfaces hide most calls from a graph of symbols anyway: a member that nobody names is dead, one too many costs nothing.
/// </summary>
internal sealed class Reach
{
    /// <summary>Bases whose classes a framework finds by itself.</summary>
    private static readonly HashSet<string> Found = new(StringComparer.Ordinal)
    {
        "Controller", "ControllerBase", "ApiController", "ODataController", "PageModel", "ViewComponent", "ComponentBase", "LayoutComponentBase", "Endpoint", "EndpointWithoutRequest", "ICarterModule", "CarterModule",
    };

    /// <summary>Attributes by which a framework finds a class.</summary>
    private static readonly HashSet<string> FoundBy = new(StringComparer.Ordinal) { "ApiController", "Controller", "Route", "ExtendObjectType", "QueryType", "MutationType", "HostingStartup" };

    /// <summary>Members that are called without their names being written.</summary>
    private static readonly HashSet<string> Implicit = new(StringComparer.Ordinal)
    {
        "Dispose", "DisposeAsync", "ToString", "Equals", "GetHashCode", "Invoke", "InvokeAsync", "Configure", "ConfigureServices", "ConfigureContainer", "GetEnumerator", "GetAsyncEnumerator", "Deconstruct", "GetAwaiter",
    };

    /// <summary>Interfaces that are called by a language construct, not by a framework that knows the class.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "IDisposable", "IAsyncDisposable", "IEquatable", "IComparable", "ICloneable", "IFormattable", "Exception", "Attribute", "EventArgs", "object", "Object",
    };

    private readonly CancellationToken cancellation;
    private readonly ILookup<string, SourceType> types;
    private readonly ILookup<string, SourceType> derived;
    private readonly HashSet<SyntaxNode> foreign = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly Queue<string> pending = new();
    private readonly HashSet<SourceType> alive = [];
    private readonly Dictionary<string, List<SyntaxNode>> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxNode> reached = [];

    /// <summary>What Main and its own steps are, whatever their names: no request comes there.</summary>
    private readonly HashSet<SyntaxNode> startup = [];
    private readonly HashSet<SyntaxNode> offered = [];
    private bool isScanned;
    private bool isOfRequests;

    private Reach(IReadOnlyCollection<SourceType> all, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        types = all.SelectMany(static type => type.Extensions.Prepend(type.Name).Distinct().Select(name => (name, type))).ToLookup(static pair => pair.name, static pair => pair.type, StringComparer.Ordinal);
        derived = all.SelectMany(static type => type.Bases.Select(name => (name, type))).ToLookup(static pair => pair.name, static pair => pair.type, StringComparer.Ordinal);
    }

    /// <param name="compilation">The program.</param>
    /// <param name="entryPoint">Where the workload begins; null where that is only its class.</param>
    /// <param name="workload">The workload's class.</param>
    /// <param name="others">The classes of other workloads, which are not entered.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static Reach Of(Compilation compilation, IMethodSymbol? entryPoint, INamedTypeSymbol workload, IEnumerable<INamedTypeSymbol> others, CancellationToken cancellation)
    {
        var files = compilation.SyntaxTrees.Select(tree => SourceTypes.Of(tree, cancellation)).ToList();
        var all = files.SelectMany(static file => file.All).ToList();
        var reach = new Reach(all, cancellation);
        foreach (var other in others)
            reach.foreign.UnionWith(Declarations(other, cancellation));

        var own = Declarations(workload, cancellation);
        foreach (var type in all.Where(type => own.Contains(type.Syntax)))
            reach.Enter(type, wholly: entryPoint is null);
        foreach (var name in files.SelectMany(static file => file.Imported))
            reach.Name(name);
        if (entryPoint is not null)
        {
            foreach (var statement in files.SelectMany(static file => file.TopLevel))
                reach.Add(statement);
            foreach (var main in entryPoint.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<MemberDeclarationSyntax>())
            {
                reach.Add(main);
                foreach (var type in all.Where(type => type.Syntax == main.Parent))
                    reach.Enter(type);
            }

            foreach (var type in all.Where(static type => type.Bases.Any(Found.Contains) || Attributes(type).Any(FoundBy.Contains)))
                reach.Enter(type);
        }

        reach.Walk(all);
        return reach;
    }

    /// <summary>The code that runs while a request is answered: endpoints, middleware, hubs, services, handlers, and what they name. What runs at start or by itself is not.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="matters">Whether an endpoint counts at all.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static Reach OfRequests(Compilation compilation, Func<SyntaxNode, bool> matters, CancellationToken cancellation)
    {
        var files = compilation.SyntaxTrees.Select(tree => SourceTypes.Of(tree, cancellation)).ToList();
        var all = files.SelectMany(static file => file.All).ToList();
        var reach = new Reach(all, cancellation) { isOfRequests = true };
        reach.startup.UnionWith(all.SelectMany(StartOf));
        foreach (var function in files.SelectMany(static file => file.TopLevel).SelectMany(static statement => statement.ChildNodes().OfType<LocalFunctionStatementSyntax>()))
            reach.Wait(function.Identifier.ValueText, function);
        foreach (var name in files.SelectMany(static file => file.Imported))
            reach.Name(name);

        foreach (var call in compilation.SyntaxTrees.SelectMany(tree => CallSites.CallsIn(tree, cancellation)).Where(static calls => IsEndpoint(calls.Key)).SelectMany(static calls => calls).OfType<InvocationExpressionSyntax>())
        {
            if (IsTask(call) || !matters(call))
                continue;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (argument.Expression is AnonymousFunctionExpressionSyntax handler)
                    reach.Add(handler);
                else if (argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
                    reach.Names(argument);
            }

            if (call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax generic })
                reach.Names(generic.TypeArgumentList);
            if (call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } around)
                reach.Offer(around);
        }

        foreach (var type in all.Where(static type => type.Bases.Any(static name => Found.Contains(name) || IsHandler(name)) || Attributes(type).Any(FoundBy.Contains)))
            reach.Enter(type);
        reach.Walk(all);
        return reach;
    }

    private static bool IsEndpointCall(SyntaxNode node) => node is ArgumentListSyntax { Parent: InvocationExpressionSyntax call } && SyntaxNames.Called(call) is { } name && IsEndpoint(name) && !IsTask(call);

    private static bool IsTask(InvocationExpressionSyntax call) => SyntaxNames.Last((call.Expression as MemberAccessExpressionSyntax)?.Expression ?? call) is "Task" or "Parallel" or "Thread";

    private static bool IsEndpoint(string name) => (name.StartsWith("Map", StringComparison.Ordinal) && name != "MapResult") || name is "Use" or "UseWhen" or "UseMiddleware" or "Run" or "AddEndpointFilter" or "GetContextAsync";

    private static bool IsHandler(string name) =>
        name is "Hub" or "IMiddleware" or "IConsumer" or "IHandleMessages" or "HttpMessageHandler" || (name.Length > 2 && name[0] == 'I' && char.IsUpper(name[1]) && name.EndsWith("Handler", StringComparison.Ordinal));

    /// <summary>Whether the workload can come to a place.</summary>
    public bool Contains(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            // Only these are ever reached or left out by themselves.
            if (current is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                continue;
            if (reached.Contains(current))
                return true;
            if (foreign.Contains(current))
                return false;
        }

        return false;
    }

    private void Walk(IReadOnlyCollection<SourceType> all)
    {
        var isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            while (pending.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Follow(pending.Dequeue());
            }

            if (isScanned && all.Where(type => !alive.Contains(type) && (!type.Bases.IsEmpty || type.Syntax.AttributeLists.Count > 0)).ToList() is { Count: > 0 } scanned)
            {
                foreach (var type in scanned)
                    isChanged |= Enter(type);
            }

            // What nobody names, but an abstraction that is used needs somebody to be it.
            foreach (var type in alive.Where(type => (type.IsInterface || type.Syntax.Modifiers.Any(SyntaxKind.AbstractKeyword)) && derived[type.Name].Any() && !derived[type.Name].Any(alive.Contains)).ToList())
            {
                foreach (var candidate in derived[type.Name])
                    isChanged |= Enter(candidate);
            }
        }
    }

    private void Follow(string name)
    {
        // What a scan at the start finds, requests come to by what it is registered as.
        if (name is "AddFastEndpoints" or "AddCarter" or "UseWolverine"
            || (!isOfRequests && (name.IndexOf("Assembl", StringComparison.Ordinal) >= 0 || name is "Scan" or "GetTypes" or "AddClasses" or "ActivatorUtilities")))
            isScanned = true;
        foreach (var type in types[name])
            Enter(type);
        if (!waiting.TryGetValue(name, out var members))
            return;
        waiting.Remove(name);
        foreach (var member in members)
            Add(member);
    }

    private void Name(string name)
    {
        if (named.Add(name))
            pending.Enqueue(name);
    }

    /// <summary>An object of the type may exist, or its static members may be used.</summary>
    private bool Enter(SourceType type, bool wholly = false)
    {
        if (foreign.Contains(type.Syntax) || !alive.Add(type))
            return false;
        foreach (var name in type.Bases)
            Name(name);
        Names(type.Syntax.ParameterList);
        Names(type.Syntax.BaseList);
        foreach (var list in type.Syntax.AttributeLists)
            Names(list);
        var isKnownElsewhere = IsKnownElsewhere(type, 0);
        foreach (var member in type.Syntax.Members)
        {
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax || (isOfRequests && RunsByItself(type, member)))
                continue;
            if (wholly || Callable(member) is not { } name || Implicit.Contains(name) || IsRunWithType(member, isKnownElsewhere))
                Add(member);
            else
                Wait(name, member);
        }

        return true;
    }

    /// <summary>A member that is reached when somebody names it.</summary>
    private void Wait(string name, SyntaxNode member)
    {
        if (named.Contains(name))
            Add(member);
        else if (waiting.TryGetValue(name, out var members))
            members.Add(member);
        else
            waiting[name] = [member];
    }

    /// <summary>The methods beside an endpoint, which it names without their class.</summary>
    private void Offer(TypeDeclarationSyntax type)
    {
        if (!offered.Add(type))
            return;
        foreach (var member in type.Members)
        {
            if (member is MethodDeclarationSyntax { Identifier.ValueText: var name })
                Wait(name, member);
        }
    }

    private static bool RunsByItself(SourceType type, MemberDeclarationSyntax member) =>
        type.Bases.Any(static name => name is "BackgroundService" or "IHostedService" or "IHostedLifecycleService") && Callable(member) is "ExecuteAsync" or "StartAsync" or "StopAsync";

    private static bool IsRunWithType(MemberDeclarationSyntax member, bool isKnownElsewhere) =>
        member.Modifiers.Any(SyntaxKind.OverrideKeyword)
        || member.AttributeLists.Count > 0
        || member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null } or PropertyDeclarationSyntax { Initializer: not null }
        || (isKnownElsewhere && member.Modifiers.Any(SyntaxKind.PublicKeyword));

    /// <summary>Whether a type of a library is among the bases, whose members are called from there.</summary>
    private bool IsKnownElsewhere(SourceType type, int depth) =>
        depth < 6 && type.Bases.Any(name => !Plain.Contains(name) && (types[name].FirstOrDefault() is not { } parent || IsKnownElsewhere(parent, depth + 1)));

    private void Add(SyntaxNode member)
    {
        if (!startup.Contains(member) && reached.Add(member))
            Names(member);
    }

    /// <summary>Main, and the methods of its class that it calls on its way; not those that endpoints call too.</summary>
    private static HashSet<SyntaxNode> StartOf(SourceType type)
    {
        if (!type.Syntax.Members.Any(static member => member is MethodDeclarationSyntax { Identifier.ValueText: "Main" }))
            return [];
        var methods = type.Syntax.Members.OfType<MethodDeclarationSyntax>().ToLookup(static method => method.Identifier.ValueText, StringComparer.Ordinal);
        var start = Steps(methods["Main"].Where(static method => method.Modifiers.Any(SyntaxKind.StaticKeyword)), methods);
        var asked = start.SelectMany(static method => method.DescendantNodes().Where(IsEndpointCall)).SelectMany(static handler => handler.DescendantNodes().OfType<IdentifierNameSyntax>()).SelectMany(name => methods[name.Identifier.ValueText]);
        start.ExceptWith(Steps(asked.ToList(), methods));
        return start;
    }

    private static HashSet<SyntaxNode> Steps(IEnumerable<MethodDeclarationSyntax> first, ILookup<string, MethodDeclarationSyntax> methods)
    {
        var found = new HashSet<SyntaxNode>();
        var pending = new Stack<MethodDeclarationSyntax>(first);
        while (pending.Count > 0)
        {
            var method = pending.Pop();
            if (!found.Add(method))
                continue;
            foreach (var step in method.DescendantNodes(static node => !IsEndpointCall(node)).OfType<IdentifierNameSyntax>().SelectMany(name => methods[name.Identifier.ValueText]))
                pending.Push(step);
        }

        return found;
    }

    private void Names(SyntaxNode? node)
    {
        if (node is null)
            return;
        foreach (var name in SourceIndex.Of(node.SyntaxTree, cancellation).NamesIn(node))
            Name(name);
    }

    /// <summary>The name that somebody has to write to come to a member; null where it runs with its type.</summary>
    private static string? Callable(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> Attributes(SourceType type) => type.Syntax.AttributeLists.SelectMany(static list => list.Attributes).Select(static attribute => SyntaxNames.Last(attribute.Name) ?? "");

    private static HashSet<SyntaxNode> Declarations(INamedTypeSymbol type, CancellationToken cancellation) =>
        new(type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)));
}
