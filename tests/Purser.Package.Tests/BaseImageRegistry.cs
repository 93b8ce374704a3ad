using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Purser.Package.Tests;

/// <summary>A registry on this machine with one image of one empty layer, so that a container is published without a network.</summary>
internal sealed class BaseImageRegistry : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, (string Type, byte[] Content)> answers = [];

    private BaseImageRegistry(int port)
    {
        Address = $"localhost:{port}";
        var layer = Layer(out var diffId);
        var config = Encoding.UTF8.GetBytes($$"""
            {"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/bin"],"User":"1654"},"rootfs":{"type":"layers","diff_ids":["{{diffId}}"]},"history":[]}
            """);
        var manifest = Encoding.UTF8.GetBytes($$"""
            {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
            "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":{{config.Length}},"digest":"{{Digest(config)}}"},
            "layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":{{layer.Length}},"digest":"{{Digest(layer)}}"}]}
            """);
        answers["/v2/"] = ("application/json", "{}"u8.ToArray());
        answers["/v2/base/manifests/1"] = answers[$"/v2/base/manifests/{Digest(manifest)}"] = ("application/vnd.docker.distribution.manifest.v2+json", manifest);
        answers[$"/v2/base/blobs/{Digest(config)}"] = ("application/octet-stream", config);
        answers[$"/v2/base/blobs/{Digest(layer)}"] = ("application/octet-stream", layer);
        listener.Prefixes.Add($"http://{Address}/");
    }

    public string Address { get; }

    public string Image => $"{Address}/base:1";

    public static BaseImageRegistry Start()
    {
        for (var port = Random.Shared.Next(20000, 40000); ; port = Random.Shared.Next(20000, 40000))
        {
            var registry = new BaseImageRegistry(port);
            try
            {
                registry.listener.Start();
            }
            catch (HttpListenerException)
            {
                continue;
            }

            _ = registry.Serve();
            return registry;
        }
    }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            if (answers.TryGetValue(context.Request.Url!.AbsolutePath, out var answer))
            {
                context.Response.ContentType = answer.Type;
                context.Response.AddHeader("Docker-Content-Digest", Digest(answer.Content));
                context.Response.ContentLength64 = answer.Content.Length;
                if (context.Request.HttpMethod != "HEAD")
                    await context.Response.OutputStream.WriteAsync(answer.Content);
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            context.Response.Close();
        }
    }

    private static byte[] Layer(out string diffId)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "app/"));
        diffId = Digest(tar.ToArray());
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(tar.ToArray());
        return packed.ToArray();
    }

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
