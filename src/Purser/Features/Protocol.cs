namespace Purser;

/// <summary>What is spoken on an exposed port.</summary>
public enum Protocol
{
    /// <summary>HTTP/1.1, WebSockets.</summary>
    Http,

    /// <summary>gRPC: HTTP/2 without TLS (<c>appProtocol: kubernetes.io/h2c</c>).</summary>
    Grpc,

    /// <summary>Anything else over TCP; not routed by host.</summary>
    Tcp,
}
