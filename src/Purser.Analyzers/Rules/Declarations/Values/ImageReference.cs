namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>A container image as the runtimes' grammar has it: <c>[registry[:port]/]path[:tag][@digest]</c>.</summary>
/// <param name="Name">Registry and path.</param>
/// <param name="Tag">Null where there is none.</param>
/// <param name="Digest">Null where there is none.</param>
internal sealed record ImageReference(string Name, string? Tag, string? Digest)
{
    /// <summary>Of the path, without the registry.</summary>
    private const int MaxPath = 255;
    private const int MaxTag = 128;

    /// <summary>Null and what is wrong where it is no reference.</summary>
    public static ImageReference? Parse(string text, out string? wrong)
    {
        var (rest, digest) = Cut(text, text.IndexOf('@'));
        // A colon behind the last slash begins the tag; before it, it is the registry's port.
        var colon = rest.LastIndexOf(':');
        var (name, tag) = Cut(rest, colon > rest.LastIndexOf('/') ? colon : -1);
        wrong = WrongName(name)
            ?? (tag is not null && !IsTag(tag) ? $"{Characters.Quote(tag)} is no tag: letters, digits, '_', '.' and '-', at most {MaxTag}" : null)
            ?? (digest is not null && !IsDigest(digest) ? $"{Characters.Quote(digest)} is no digest such as sha256: and 64 hexadecimal digits" : null);
        return wrong is null ? new(name, tag, digest) : null;
    }

    /// <summary>In lower case, without a scheme and the spaces around it; null where that is none either.</summary>
    public static string? Nearest(string text)
    {
        var nearest = text.Trim();
        foreach (var scheme in new[] { "https://", "http://", "docker://", "docker-pullable://", "oci://" })
            if (nearest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                nearest = nearest.Substring(scheme.Length);
        var colon = nearest.LastIndexOf(':');
        var at = nearest.IndexOf('@');
        var end = at >= 0 ? at : colon > nearest.LastIndexOf('/') ? colon : nearest.Length;
        nearest = nearest.Substring(0, end).ToLowerInvariant() + nearest.Substring(end);
        return nearest != text && Parse(nearest, out _) is not null ? nearest : null;
    }

    private static string? WrongName(string name)
    {
        if (name.Length == 0)
            return "it has no name";
        var components = name.Split('/');
        var first = components.Length > 1 && IsRegistry(components[0]) ? 1 : 0;
        var path = components.Length == 1 ? "library/".Length + name.Length : name.Length - (first == 1 ? components[0].Length + 1 : 0);
        if (path > MaxPath)
            return $"its name is longer than {MaxPath} characters";
        if (first == 1 && !IsHost(components[0]))
            return $"{Characters.Quote(components[0])} is no registry";
        foreach (var component in components.Skip(first))
        {
            if (component.Any(c => c is >= 'A' and <= 'Z'))
                return $"{Characters.Quote(component)} has upper case";
            if (!IsPathComponent(component))
                return component.Length == 0 ? "a part of its name is empty" : $"{Characters.Quote(component)} is no name";
        }

        return components.Length == 1 && name.Length == 64 && name.All(IsHex) ? "64 hexadecimal digits are an id and no name" : null;
    }

    /// <summary>As Docker tells a registry from a path: by a dot, a port or localhost. Upper case alone is rather an organisation that is written wrong.</summary>
    private static bool IsRegistry(string component) => component == "localhost" || component.IndexOfAny(['.', ':', '[']) >= 0;

    private static bool IsHost(string text)
    {
        var host = text;
        var port = text.StartsWith("[", StringComparison.Ordinal) ? text.IndexOf("]:", StringComparison.Ordinal) + 1 : text.IndexOf(':');
        if (port > 0)
        {
            var digits = text.Substring(port + 1);
            if (digits.Length == 0 || !digits.All(IsDigit))
                return false;
            host = text.Substring(0, port);
        }

        if (host.StartsWith("[", StringComparison.Ordinal))
            return host.Length > 2 && host[host.Length - 1] == ']' && host.Substring(1, host.Length - 2).All(c => IsHex(c) || c is ':' or (>= 'A' and <= 'F'));
        return host.Split('.').All(label => label.Length > 0 && label[0] != '-' && label[label.Length - 1] != '-' && label.All(c => IsLetter(c) || IsDigit(c) || c == '-'));
    }

    /// <summary>Runs of lower-case letters and digits, between them a dot, one or two underscores, or any number of hyphens.</summary>
    private static bool IsPathComponent(string text)
    {
        if (text.Length == 0 || !IsLowerOrDigit(text[0]) || !IsLowerOrDigit(text[text.Length - 1]))
            return false;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var separator = text[i];
            if (IsLowerOrDigit(separator))
            {
                i++;
                continue;
            }

            while (i < text.Length && text[i] == separator)
                i++;
            if (!IsLowerOrDigit(text[i]) || !(separator == '-' || (separator == '.' && i - start == 1) || (separator == '_' && i - start <= 2)))
                return false;
        }

        return true;
    }

    private static bool IsTag(string tag) =>
        tag.Length is > 0 and <= MaxTag && tag[0] is not ('.' or '-') && tag.All(c => IsLetter(c) || IsDigit(c) || c is '_' or '.' or '-');

    private static bool IsDigest(string digest)
    {
        var colon = digest.IndexOf(':');
        if (colon <= 0)
            return false;
        var algorithm = digest.Substring(0, colon);
        var hex = digest.Substring(colon + 1);
        return algorithm switch
        {
            "sha256" => hex.Length == 64 && hex.All(IsHex),
            "sha384" => hex.Length == 96 && hex.All(IsHex),
            "sha512" => hex.Length == 128 && hex.All(IsHex),
            _ => false,
        };
    }

    private static (string Before, string? After) Cut(string text, int at) =>
        at < 0 ? (text, null) : (text.Substring(0, at), text.Substring(at + 1));

    private static bool IsLowerOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
