using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Tests.Testing;

/// <summary>What test code compiles against: the SDK's targeting packs and Purser's attributes, loaded once.</summary>
internal static class References
{
    public static readonly string RepositoryRoot = Metadata("RepositoryRoot");

    /// <summary>The base class library and Purser's attributes.</summary>
    public static readonly MetadataReference[] Net = [.. Pack("NetCorePack"), OfAssembly(typeof(StatelessAttribute))];

    /// <summary>ASP.NET Core on top.</summary>
    public static readonly MetadataReference[] Web = [.. Net, .. Pack("AspNetCorePack")];

    /// <summary>The base class library without Purser.</summary>
    public static readonly MetadataReference[] WithoutPurser = Pack("NetCorePack");

    public static MetadataReference OfAssembly(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);

    private static MetadataReference[] Pack(string name) =>
        [.. Directory.EnumerateFiles(Metadata(name), "*.dll").Order(StringComparer.Ordinal).Select(file => MetadataReference.CreateFromFile(file))];

    private static string Metadata(string key) =>
        typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
