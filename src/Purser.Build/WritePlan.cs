namespace Purser.Build;

/// <summary>What is to be done, decided as a whole before the first file is touched.</summary>
internal sealed record WritePlan(List<(string Path, byte[] Content)> Writes, List<string> Removals)
{
    public int Changed => Writes.Count + Removals.Count;
}
