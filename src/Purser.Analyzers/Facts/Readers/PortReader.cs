using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Purser.Analyzers.Facts.Readers;

/// <summary>What the program listens on: Kestrel's endpoints, the host's URLs, and listeners of their own.</summary>
internal static class PortReader
{
    public static IEnumerable<Finding> Read(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (Calls.IsIn(method, "Microsoft.AspNetCore"))
        {
            switch (method.Name)
            {
                case "UseUrls":
                    return Calls.Items(call.Arguments[call.Arguments.Length - 1].Value) is { } urls
                        ? urls.SelectMany(url => Url(scope.ResolveConfigured(url), ListenSource.UseUrls))
                        : [new ListenFinding(ListenSource.UseUrls, null, null, false)];
                case "UseSetting" when SettingKey(call, scope) is { } key:
                    return OfSetting(key, scope.ResolveConfigured(Calls.Argument(call, "value")));
                case "Run" or "RunAsync" when method.ContainingType.Name == "WebApplication" && Calls.FirstText(call) is { } url:
                    return Url(scope.ResolveConfigured(url), ListenSource.Run);
                case "ListenAnyIP" or "ListenLocalhost":
                    return [Endpoint(call, Calls.Argument(call, "port"), method.Name == "ListenLocalhost", scope)];
                case "Listen" when method.ContainingType.Name == "KestrelServerOptions":
                    return [Listen(call, scope)];
                case "ConfigureEndpointDefaults" when Protocol(call) is { } protocol:
                    return [new EndpointDefaultsFinding(protocol)];
                case "MapGrpcService":
                    return [new GrpcServiceFinding()];
            }
        }

        if (method.Name == "MapGrpcService" && method.ContainingNamespace?.ToDisplayString() == "Microsoft.AspNetCore.Builder")
            return [new GrpcServiceFinding()];
        if (method.Name == "Add" && call.Instance is IPropertyReferenceOperation { Property: { Name: "Urls", ContainingType.Name: "WebApplication" } } && call.Arguments.Length == 1)
            return Url(scope.ResolveConfigured(call.Arguments[0].Value), ListenSource.Urls);
        if (method.Name == "Add" && method.ContainingType?.Name == "HttpListenerPrefixCollection" && call.Arguments.Length == 1)
            return Url(scope.ResolveConfigured(call.Arguments[0].Value), ListenSource.Own);
        return [];
    }

    public static IEnumerable<Finding> Read(IObjectCreationOperation creation, Scope scope)
    {
        switch (creation.Type?.Name)
        {
            case "TcpListener" when Calls.IsIn(creation.Type, "System.Net.Sockets"):
                var (address, port) = EndPoint(creation, scope);
                return scope.Number(port) == 0 ? [] : [Number(new(ListenSource.Own, null, PortProtocol.Tcp, IsLoopback(address, scope)), port, scope)];
            case "KestrelMetricServer" or "MetricServer" when Calls.IsIn(creation.Type, "Prometheus"):
                var number = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "port");
                return [Number(new(ListenSource.Own, null, PortProtocol.Http, false), number?.Value, scope)];
            default:
                return [];
        }
    }

    /// <summary>Keys that the host itself reads: <c>urls</c>, <c>http_ports</c>, <c>Kestrel:Endpoints:Grpc:Url</c>.</summary>
    public static IEnumerable<Finding> OfSetting(string key, ResolvedText value)
    {
        switch (key.ToLowerInvariant())
        {
            case "urls" or "server.urls":
                return Url(value, ListenSource.Setting);
            case "http_ports" or "https_ports":
                var protocol = key.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? PortProtocol.Https : PortProtocol.Http;
                return (value.Text ?? "").Split(';')
                    .Select(static port => int.TryParse(port.Trim(), out var number) && number is > 0 and < 65536 ? number : 0)
                    .Where(static number => number > 0)
                    .Select(number => new ListenFinding(ListenSource.HttpPorts, number, protocol == PortProtocol.Https ? protocol : null, false));
            default:
                return [];
        }
    }

    public static IEnumerable<ListenFinding> Url(ResolvedText urls, ListenSource source)
    {
        if (!urls.TryGetText(out var text))
            return urls.IsNull ? [] : [new ListenFinding(source, null, null, false)];
        if (ConfiguredText.IsIn(text))
            return [new ListenFinding(source, null, null, false) { Configured = text }];
        return text.Split(';').Where(static url => url.Trim().Length > 0).Select(url => ListenUrl.Parse(url)).Where(static url => url is not null)
            .Select(url => new ListenFinding(source, url!.Port, url.IsHttps ? PortProtocol.Https : null, url.LocalhostOnly));
    }

    /// <summary>The protocol of an enum member of HttpProtocols; null where HTTP/1.1 is spoken too.</summary>
    public static PortProtocol? OfProtocols(string? protocols) => protocols switch
    {
        "Http2" => PortProtocol.Http2,
        "Http1" => PortProtocol.Http,
        _ => null,
    };

    private static ListenFinding Listen(IInvocationOperation call, Scope scope)
    {
        if (Calls.Argument(call, "port") is { } port)
            return Endpoint(call, port, IsLoopback(Calls.Argument(call, "address"), scope), scope);
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "endPoint")?.Value is { } endPoint
            && scope.Follow(endPoint) is IObjectCreationOperation { Type.Name: "IPEndPoint" } creation)
        {
            var (address, number) = EndPoint(creation, scope);
            return Endpoint(call, number, IsLoopback(address, scope), scope);
        }

        return Endpoint(call, null, false, scope);
    }

    private static ListenFinding Endpoint(IInvocationOperation call, IOperation? port, bool localhostOnly, Scope scope) =>
        Number(new(ListenSource.Kestrel, null, Protocol(call), localhostOnly), port, scope);

    private static ListenFinding Number(ListenFinding finding, IOperation? port, Scope scope)
    {
        if (port is null || scope.ResolveConfigured(port).Text is not { } text)
            return finding;
        return ConfiguredText.IsIn(text) ? finding with { Configured = text } : finding with { Number = Number(text) };
    }

    private static int? Number(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : null;

    /// <summary>What a finding is once the keys have values; a port that is not known where one has none.</summary>
    public static IEnumerable<ListenFinding> Completed(ListenFinding finding, Func<string, string?> value)
    {
        if (finding.Configured is not { } configured)
            return [finding];
        var plain = finding with { Configured = null };
        if (ConfiguredText.Fill(configured, value) is not { } text)
            return [plain];
        return text.IndexOf("://", StringComparison.Ordinal) >= 0
            ? Url(ResolvedText.Of(text), finding.Source).Select(url => url with { Owner = finding.Owner, Origin = finding.Origin })
            : [plain with { Number = Number(text) }];
    }

    /// <summary>What the endpoint's lambda says: <c>UseHttps()</c>, <c>Protocols = HttpProtocols.Http2</c>.</summary>
    private static PortProtocol? Protocol(IInvocationOperation call)
    {
        var lambda = call.Arguments.Select(static argument => Calls.Lambda(argument.Value)).FirstOrDefault(static found => found is not null);
        if (lambda is null)
            return null;
        PortProtocol? protocol = null;
        foreach (var operation in lambda.Body.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "UseHttps" })
                return PortProtocol.Https;
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Protocols" }, Value: var value })
                protocol = OfProtocols(ConstantResolver.Resolve(value).Text);
        }

        return protocol;
    }

    private static (IOperation? Address, IOperation? Port) EndPoint(IObjectCreationOperation creation, Scope scope)
    {
        var address = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name is "IPAddress" or "IPEndPoint")?.Value;
        var port = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "port")?.Value;
        if (port is null && address is not null && scope.Follow(address) is IObjectCreationOperation { Type.Name: "IPEndPoint" } inner && !ReferenceEquals(inner, creation))
            return EndPoint(inner, scope);
        return (address, port);
    }

    private static bool IsLoopback(IOperation? address, Scope scope) => address is not null && scope.Follow(address) switch
    {
        IFieldReferenceOperation { Field.Name: "Loopback" or "IPv6Loopback" } => true,
        IInvocationOperation { TargetMethod.Name: "Parse", Arguments: [{ Value: var text }, ..] } => scope.Text(text) is "127.0.0.1" or "::1",
        _ => false,
    };

    private static string? SettingKey(IInvocationOperation call, Scope scope) =>
        Calls.Argument(call, "key") is IFieldReferenceOperation { Field.Name: "ServerUrlsKey" } ? "urls" : scope.Text(Calls.Argument(call, "key"));
}
