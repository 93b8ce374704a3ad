namespace Purser.Analyzers.Workloads;

/// <summary>The first part of a manifest's file name, which every file system must take.</summary>
internal static class FileStem
{
    /// <summary>A file name has at most 255 characters, the kind and the suffix among them.</summary>
    private const int Max = 200;

    private static readonly string[] Devices =
        ["aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn"];

    /// <summary>Whether Windows has a device of that name, so that no file can have it there, whatever follows a dot.</summary>
    public static bool IsDevice(string name) => Devices.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>Of an object that is not the workload's first of its kind: its own name, with the workload's before it where that is no name for a file.</summary>
    public static string Of(string name, string workload) =>
        ObjectName.Fit(IsDevice(name) || name == workload ? $"{workload}-{name}" : name, Max);
}
