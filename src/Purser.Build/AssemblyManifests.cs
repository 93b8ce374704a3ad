using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Purser.Build;

/// <summary>Reads the <c>[assembly: AssemblyMetadata("Purser:path", "yaml")]</c> rows of an assembly without loading it.</summary>
internal static class AssemblyManifests
{
    private const string Prefix = "Purser:";

    public static List<Manifest> Read(string assembly)
    {
        var manifests = new List<Manifest>();
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsAssemblyMetadata(metadata, attribute))
                continue;
            var value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16(); // the prolog of every attribute
            if (value.ReadSerializedString() is { } key && key.StartsWith(Prefix, StringComparison.Ordinal) && value.ReadSerializedString() is { } text)
                manifests.Add(Manifest.Of(key.Substring(Prefix.Length), text));
        }

        manifests.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return manifests;
    }

    private static bool IsAssemblyMetadata(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        var constructor = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        if (constructor.Parent.Kind != HandleKind.TypeReference)
            return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent);
        return metadata.StringComparer.Equals(type.Name, "AssemblyMetadataAttribute")
            && metadata.StringComparer.Equals(type.Namespace, "System.Reflection");
    }
}
