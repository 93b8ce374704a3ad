namespace Purser.Analyzers.Rules.Declarations.Values;

/// <summary>
/// IANA time zones. The built-in list decides, so that each machine says the same; what it does not know yet is looked up on this machine,
/// which may have a newer release. A machine without a database has the list.
/// </summary>
internal static class TimeZones
{
    private static readonly Lazy<Dictionary<string, string>> Known = new(() =>
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (area, places) in IanaNames.Areas)
            foreach (var place in places.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                names[area.Length == 0 ? place : area + "/" + place] = area.Length == 0 ? place : area + "/" + place;
        return names;
    });

    /// <summary>Names are told apart by case, as on the controller's disk.</summary>
    public static bool IsKnown(string name) =>
        (Known.Value.TryGetValue(name, out var known) && known == name) || IsKnownHere(name);

    /// <summary>The zone that was meant: another case, a Windows id, an offset, the city alone; null where nobody can tell.</summary>
    public static string? Nearest(string text)
    {
        var name = text.Trim().Replace(' ', '_');
        if (Known.Value.TryGetValue(name, out var known))
            return known;
        if (WindowsZones.Iana(text.Trim()) is { } iana)
            return iana;
        if (OfOffset(name) is { } offset)
            return offset;
        var city = "/" + name;
        var cities = Known.Value.Values.Where(zone => zone.EndsWith(city, StringComparison.OrdinalIgnoreCase) && !zone.StartsWith("US/", StringComparison.Ordinal)).ToArray();
        if (cities.Length == 1)
            return cities[0];
        var close = Known.Value.Values.Where(zone => IsOneEditAway(zone, name)).Take(2).ToArray();
        return close.Length == 1 ? close[0] : null;
    }

    /// <summary>"UTC+2" is two hours ahead of UTC; the names of the database count the other way.</summary>
    private static string? OfOffset(string text)
    {
        var at = text.IndexOfAny(['+', '-']);
        if (at < 0 || text.Substring(0, at).ToUpperInvariant() is not ("UTC" or "GMT" or ""))
            return null;
        var hours = text.Substring(at + 1).Split(':');
        if (hours.Length > 2 || (hours.Length == 2 && hours[1] != "00") || !int.TryParse(hours[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
            return null;
        var zone = count == 0 ? "Etc/UTC" : $"Etc/GMT{(text[at] == '+' ? '-' : '+')}{count}";
        return Known.Value.ContainsKey(zone) ? zone : null;
    }

    private static bool IsKnownHere(string name)
    {
        // Windows ids, offsets and "Local" have no slash, and the built-in list has all names without one. A disk has copies such as "posix/UTC", which a cluster need not have.
        var slash = name.IndexOf('/');
        if (slash <= 0 || name.Length > 64 || name.Contains("..") || name.Contains("//") || Known.Value.ContainsKey(name) || !IanaNames.Areas.Any(area => area.Area == name.Substring(0, slash))
            || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '_' or '-' or '+')))
            return false;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name).Id == name;
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException or UnauthorizedAccessException or ArgumentException or IOException)
        {
            return false;
        }
    }

    /// <summary>One letter changed, left out or added.</summary>
    private static bool IsOneEditAway(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        var i = 0;
        while (i < shorter.Length && longer[i] == shorter[i])
            i++;
        var same = longer.Length == shorter.Length;
        return longer != shorter && longer.Substring(i + 1) == shorter.Substring(Math.Min(shorter.Length, same ? i + 1 : i));
    }
}
